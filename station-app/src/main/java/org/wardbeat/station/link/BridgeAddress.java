package org.wardbeat.station.link;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where a bridge is: the address of its WebSocket, and of what lies beside it on the same port.
 *
 * @param webSocket {@code ws://…} or {@code wss://…}
 */
public record BridgeAddress(URI webSocket) {
  private static final String WEB_SOCKET_PATH = "/ws";
  private static final String SESSION_PATH = "/session";
  private static final Set<String> SCHEMES = Set.of("ws", "wss", "http", "https");

  /**
   * Reads what people give: {@code ws}, {@code wss}, {@code http} or {@code https}, with or without
   * the path.
   *
   * @throws IllegalArgumentException if it is no address of a bridge; the message says what was
   *     expected
   */
  public static BridgeAddress of(URI given) {
    String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)
        || given.getHost() == null
        || given.getRawUserInfo() != null
        || given.getRawQuery() != null
        || given.getRawFragment() != null) {
      throw new IllegalArgumentException("expected an address such as wss://bridge.example/ws");
    }
    String path = given.getRawPath();
    boolean bare = path == null || path.isEmpty() || path.equals("/");
    return new BridgeAddress(
        URI.create(
            "%s://%s%s"
                .formatted(
                    scheme.replace("http", "ws"),
                    given.getRawAuthority(),
                    bare ? WEB_SOCKET_PATH : path)));
  }

  /** Whether it is reached by TLS. */
  boolean isSecure() {
    return webSocket.getScheme().equals("wss");
  }

  /** The address of a session's requests: {@code suffix} follows their common path. */
  URI http(String suffix) {
    String path = webSocket.getRawPath();
    String base =
        path.endsWith(WEB_SOCKET_PATH)
            ? path.substring(0, path.length() - WEB_SOCKET_PATH.length())
            : path;
    return URI.create(
        "%s://%s%s%s%s"
            .formatted(
                isSecure() ? "https" : "http",
                webSocket.getRawAuthority(),
                base,
                SESSION_PATH,
                suffix));
  }
}
