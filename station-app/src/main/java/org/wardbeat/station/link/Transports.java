package org.wardbeat.station.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wardbeat.station.ward.TransportKind;

/**
 * Makes transports of each kind to any bridge, over one client.
 *
 * <p>Safe for use by any thread. To be closed when no transport is used any more.
 */
final class Transports implements AutoCloseable {
  private final TransportClient client;
  private final Duration connectTimeout;

  /**
   * @param options how bridges are reached
   * @param connectTimeout how long a connection may take to open
   */
  Transports(NetworkOptions options, Duration connectTimeout) {
    this.client = new TransportClient(options, connectTimeout);
    this.connectTimeout = connectTimeout;
  }

  /**
   * Connects to one bridge in one way.
   *
   * @param bridge as {@link BridgeAddress#of} takes it
   * @throws IllegalArgumentException if that does not take it
   */
  Transport.Factory factory(TransportKind kind, URI bridge) {
    BridgeAddress address = BridgeAddress.of(bridge);
    return switch (kind) {
      case WEB_SOCKET -> new WebSocketTransport.Factory(client, address, connectTimeout);
      case HTTP_STREAM, LONG_POLL -> new HttpTransport.Factory(client, address, kind);
    };
  }

  /**
   * Until when the certificate that a bridge showed last is valid; empty if none was seen.
   *
   * @param bridge as given to {@link #factory}
   */
  Optional<Instant> certificateExpiry(URI bridge) {
    return client.certificates().expiry(bridge.getHost());
  }

  @Override
  public void close() {
    client.close();
  }
}
