package org.wardbeat.bridge.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where and how stations are served.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param name the bridge's name, as stations see it
 * @param software name and version of the bridge's software
 * @param limits what a session may cost
 * @param tls with what the bridge proves who it is, null to serve without TLS
 */
public record DeliveryOptions(
    String host,
    int port,
    String name,
    String software,
    DeliveryLimits limits,
    @Nullable TlsFiles tls) {
  /**
   * @throws IllegalArgumentException if a part is out of its range
   */
  public DeliveryOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: expected 0 to 65535, got " + port);
    }
  }
}
