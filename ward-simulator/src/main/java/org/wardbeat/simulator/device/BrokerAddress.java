package org.wardbeat.simulator.device;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a broker listens.
 *
 * @param host name or address
 * @param port 1–65535
 */
public record BrokerAddress(String host, int port) {
  private static final int DEFAULT_PORT = 1883;

  /**
   * Understands {@code tcp://host:port} or {@code mqtt://host:port}; without a port it is 1883.
   *
   * @throws IllegalArgumentException with one sentence otherwise
   */
  public static BrokerAddress parse(String url) {
    try {
      URI uri = new URI(url);
      boolean known = "tcp".equals(uri.getScheme()) || "mqtt".equals(uri.getScheme());
      boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
      if (known && bare && uri.getHost() != null && uri.getPort() <= 65535 && uri.getPort() != 0) {
        return new BrokerAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw refused(url);
    }
    throw refused(url);
  }

  private static IllegalArgumentException refused(String url) {
    return new IllegalArgumentException(
        "\""
            + url
            + "\" is no broker's address; expected tcp://host:port, such as tcp://127.0.0.1:1883.");
  }

  @Override
  public String toString() {
    return "tcp://" + host + ":" + port;
  }
}
