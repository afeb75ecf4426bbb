package org.wardbeat.bridge.delivery;

import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.clock.BridgeClock;

/** The sessions over HTTP, by names that nobody can guess. Safe for use by any thread. */
final class HttpSessions {
  static final String UNKNOWN =
      "Expected the " + HttpBody.SESSION + " of an open session: open another.";

  private static final int KEY_BYTES = 16;

  private final Sessions sessions;
  private final BridgeClock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, HttpSession> open = new ConcurrentHashMap<>();

  HttpSessions(Sessions sessions, BridgeClock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  Sessions sessions() {
    return sessions;
  }

  long nanos() {
    return clock.nanos();
  }

  /** Opens a session on an event loop, which calls. Too many are sent away. */
  void open(
      EventLoop loop,
      HttpExchange exchange,
      HttpBody.Mode mode,
      String remote,
      List<ByteBuffer> frames) {
    HttpSession session = new HttpSession(newKey(), loop, this);
    open.put(session.key(), session);
    session.open(remote, new HttpBody(exchange, mode, session.key(), nanos()), frames);
  }

  private String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The session of a name, null if there is none. */
  @Nullable HttpSession find(String key) {
    return open.get(key);
  }

  /** Forgets a session that has ended. On its event loop. */
  void closed(HttpSession session, @Nullable DeliverySession delivery) {
    open.remove(session.key());
    if (delivery != null) {
      sessions.closed(delivery);
    }
  }
}
