package org.wardbeat.station.link;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client of HTTP and WebSocket, set up for a hospital's network: its proxy, which may
 * want to know who comes, and its certificates.
 *
 * <p>The system's proxy settings, a PAC file included where the JDK understands it, need the
 * property {@code java.net.useSystemProxies}; Basic authentication before a tunnel needs an empty
 * {@code jdk.http.auth.tunneling.disabledSchemes}. Both are read once by the JDK, so the program's
 * JVM is started with them.
 */
final class TransportClient implements AutoCloseable {
  private final Certificates certificates;
  private final FoundProxies proxies;
  private final HttpClient http;

  TransportClient(NetworkOptions options, Duration connectTimeout) {
    certificates = new Certificates(options.authorities());
    proxies = new FoundProxies(proxies(options.proxy()));
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(certificates.context())
            .proxy(proxies);
    NetworkOptions.Credentials credentials = options.credentials();
    if (credentials != null) {
      builder.authenticator(new ProxyAuthenticator(credentials));
    }
    http = builder.build();
  }

  private static ProxySelector proxies(@Nullable InetSocketAddress proxy) {
    ProxySelector system = ProxySelector.getDefault();
    return proxy != null || system == null ? ProxySelector.of(proxy) : system;
  }

  /** Runs what begins a connection: asking the system for its proxy may take a while. */
  Executor starter() {
    return task -> Thread.ofVirtual().name("wardbeat-connect").start(task);
  }

  /** Finds out which proxy is before a bridge now. May block. */
  Route route(BridgeAddress bridge) {
    return new Route(bridge, proxies.find(bridge.http("")));
  }

  HttpClient http() {
    return http;
  }

  Certificates certificates() {
    return certificates;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** Answers proxies only: a server that asks for a password is no bridge. */
  private static final class ProxyAuthenticator extends Authenticator {
    private final NetworkOptions.Credentials credentials;

    ProxyAuthenticator(NetworkOptions.Credentials credentials) {
      this.credentials = credentials;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() == RequestorType.PROXY
          ? new PasswordAuthentication(credentials.user(), credentials.password().toCharArray())
          : null;
    }
  }
}
