package org.wardbeat.station.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that were found before each server, so that not each request asks the system, which
 * may run a script. Safe for use by any thread.
 */
final class FoundProxies extends ProxySelector {
  private final ProxySelector source;
  private final Map<String, List<Proxy>> found = new ConcurrentHashMap<>();

  FoundProxies(ProxySelector source) {
    this.source = source;
  }

  /** Asks anew which HTTP proxy is before a server, null if there is none. May block. */
  @Nullable InetSocketAddress find(URI server) {
    List<Proxy> proxies = source.select(server);
    found.put(key(server), proxies);
    return !proxies.isEmpty()
            && proxies.getFirst().type() == Proxy.Type.HTTP
            && proxies.getFirst().address() instanceof InetSocketAddress address
        ? address
        : null;
  }

  @Override
  public List<Proxy> select(URI server) {
    List<Proxy> known = found.get(key(server));
    return known == null ? source.select(server) : known;
  }

  @Override
  public void connectFailed(URI server, SocketAddress proxy, IOException failure) {
    source.connectFailed(server, proxy, failure);
  }

  private static String key(URI server) {
    return server.getScheme() + "://" + server.getRawAuthority();
  }
}
