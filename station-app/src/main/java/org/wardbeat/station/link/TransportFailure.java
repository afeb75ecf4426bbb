package org.wardbeat.station.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Why a transport ended, in words a nurse or IT can act on.
 *
 * @param reason one sentence without a full stop
 * @param retryAfterMillis how long the bridge asked to be left alone, 0 if it did not
 * @param answer what came from the bridge's address, which decides what is tried next
 */
record TransportFailure(String reason, long retryAfterMillis, Answer answer) {
  /** What came from the bridge's address. */
  enum Answer {
    /** Nothing listens there, or a gateway says so: no other transport would be answered. */
    NOBODY,
    /** Nothing came in time. */
    NOTHING,
    /** Something that is no session, or no longer one. */
    OTHER
  }

  private static final long MAX_RETRY_AFTER_SECONDS = 600;
  private static final int MAX_QUOTED = 64;
  private static final int PROXY_AUTHENTICATION = 407;
  private static final int BAD_REQUEST = 400;
  private static final int UPGRADE_REQUIRED = 426;
  private static final int OK = 200;

  /** RFC 9110 §15.6: a gateway reaches nobody behind it, or not in time. */
  private static final Set<Integer> GATEWAY_STATUSES = Set.of(502, 503, 504);

  /** How the JDK's client says that a proxy refused to build a tunnel. */
  private static final Pattern TUNNEL_REFUSED = Pattern.compile("Tunnel failed, got: (\\d+)");

  /** How the JDK's client says that what it answered a proxy was refused. */
  private static final String CREDENTIALS_REFUSED = "too many authentication attempts";

  static TransportFailure of(String reason) {
    return new TransportFailure(reason, 0, Answer.OTHER);
  }

  private static TransportFailure nobody(String reason) {
    return new TransportFailure(reason, 0, Answer.NOBODY);
  }

  static TransportFailure of(Throwable failure, Route route) {
    Throwable cause = unwrapped(failure);
    return switch (cause) {
      case WebSocketHandshakeException refused ->
          upgradeRefused(
              refused.getResponse().statusCode(), refused.getResponse().headers(), route);
      case HttpTimeoutException _ ->
          new TransportFailure(
              sentence("%s did not answer in time".formatted(route.firstHop())), 0, Answer.NOTHING);
      case UnresolvedAddressException _ -> unknownHost(route);
      case ConnectException _ when root(cause) instanceof UnresolvedAddressException ->
          unknownHost(route);
      case ConnectException _, NoRouteToHostException _ ->
          nobody("Nothing answers at " + route.firstHop());
      case SSLException tls -> of(TlsFailure.words(tls, route));
      case IOException io -> ofIo(io, route);
      default -> of("The connection failed: " + cause.getClass().getSimpleName());
    };
  }

  private static TransportFailure unknownHost(Route route) {
    return nobody(
        route.proxy() == null
            ? "The bridge's host name %s is not known".formatted(route.host())
            : "The name of the proxy or of the bridge is not known");
  }

  private static TransportFailure ofIo(IOException failure, Route route) {
    if (root(failure) instanceof SSLException tls) {
      return of(TlsFailure.words(tls, route));
    }
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    Matcher tunnel = TUNNEL_REFUSED.matcher(message);
    if (tunnel.find()) {
      return of(
          sentence(
              "%s does not let this station through to the bridge (status %s): IT can allow it"
                  .formatted(route.firstHop(), tunnel.group(1))));
    }
    if (message.contains(CREDENTIALS_REFUSED)) {
      return of(
          sentence("%s refuses this station's user and password".formatted(route.firstHop())));
    }
    return of("The connection to the bridge broke");
  }

  /** What an answer other than 101 to a WebSocket's handshake means. */
  private static TransportFailure upgradeRefused(int status, HttpHeaders headers, Route route) {
    if (status != OK && status != BAD_REQUEST && status != UPGRADE_REQUIRED) {
      return refused(status, headers, route);
    }
    String via =
        headers
            .firstValue("Wardbeat-Via")
            .or(() -> headers.firstValue("Via"))
            .map(value -> "the proxy '" + printable(value) + "'")
            .orElse("something");
    return of(
        "WebSocket does not get through: %s on the way took the Upgrade header away (status %d)"
            .formatted(via, status));
  }

  /** What an answer means that is not the one a bridge gives. */
  static TransportFailure refused(int status, HttpHeaders headers, Route route) {
    if (status == PROXY_AUTHENTICATION) {
      return of(
          sentence(
              "%s wants a user and a password: IT can give them with --proxy-credentials"
                  .formatted(route.proxy() == null ? "a proxy" : route.firstHop())));
    }
    long seconds =
        headers.firstValue("Retry-After").filter(TransportFailure::isSeconds).stream()
            .mapToLong(Long::parseLong)
            .map(value -> Math.min(value, MAX_RETRY_AFTER_SECONDS))
            .findFirst()
            .orElse(0);
    return new TransportFailure(
        String.format(
            Locale.ROOT,
            "The bridge's address answered with HTTP status %d, not as a bridge",
            status),
        TimeUnit.SECONDS.toMillis(seconds),
        GATEWAY_STATUSES.contains(status) ? Answer.NOBODY : Answer.OTHER);
  }

  private static boolean isSeconds(String text) {
    return text.matches("\\d{1,9}");
  }

  private static String printable(String text) {
    return text.substring(0, Math.min(text.length(), MAX_QUOTED)).replaceAll("[^ -~]", "?");
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
