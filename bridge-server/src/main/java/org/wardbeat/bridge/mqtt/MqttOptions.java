package org.wardbeat.bridge.mqtt;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which broker, and as whom.
 *
 * @param broker its address, {@code tcp://host:1883} or {@code ssl://host:8883} ({@code mqtt://}
 *     and {@code mqtts://} mean the same); TLS trusts what the JDK trusts and checks the host's
 *     name
 * @param version the version of MQTT to speak
 * @param clientId stable name of this bridge, unique at the broker
 * @param filter what to subscribe to
 * @param credentials name and password, null if the broker asks for none
 */
public record MqttOptions(
    URI broker,
    MqttVersion version,
    String clientId,
    String filter,
    @Nullable Credentials credentials) {
  /** Everything in Wardbeat's native layout. */
  public static final String NATIVE_FILTER = "wardbeat/v1/#";

  /**
   * @throws IllegalArgumentException if the address or the client id is of no use, with a sentence
   *     that says why
   */
  public MqttOptions {
    if (broker.getHost() == null || !isKnown(scheme(broker))) {
      throw new IllegalArgumentException(
          "broker: expected tcp://HOST:PORT or ssl://HOST:PORT, got \"%s\""
              .formatted(withoutUser(broker)));
    }
    if (broker.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "broker: expected no user or password in the address; give them as credentials");
    }
    if (clientId.isBlank()
        || clientId.length() > 128
        || clientId.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "client id: expected 1 to 128 characters, none of them a control character");
    }
  }

  /** Wardbeat's native topics, without credentials. */
  public static MqttOptions of(URI broker, MqttVersion version, String clientId) {
    return new MqttOptions(broker, version, clientId, NATIVE_FILTER, null);
  }

  /** Whether the connection is encrypted. */
  boolean tls() {
    String scheme = scheme(broker);
    return scheme.equals("ssl") || scheme.equals("mqtts");
  }

  /** The broker's port, the usual one of its scheme if none is given. */
  int port() {
    if (broker.getPort() > 0) {
      return broker.getPort();
    }
    return tls() ? 8883 : 1883;
  }

  private static String scheme(URI uri) {
    String scheme = uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private static boolean isKnown(String scheme) {
    return switch (scheme) {
      case "tcp", "mqtt", "ssl", "mqtts" -> true;
      default -> false;
    };
  }

  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/@]*@", "//");
  }

  /**
   * A name and its password.
   *
   * @param user the name
   * @param password the password, kept out of {@link #toString()}
   */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[withheld]";
    }
  }
}
