package org.wardbeat.station.link;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The way to a bridge, which failures are told with.
 *
 * @param bridge where it is
 * @param proxy the HTTP proxy before it, null if there is none
 */
record Route(BridgeAddress bridge, @Nullable InetSocketAddress proxy) {
  /** Who has to answer first, as part of a sentence. */
  String firstHop() {
    return proxy == null
        ? "the bridge's address"
        : "the proxy %s:%d".formatted(proxy.getHostString(), proxy.getPort());
  }

  String host() {
    return bridge.webSocket().getHost();
  }
}
