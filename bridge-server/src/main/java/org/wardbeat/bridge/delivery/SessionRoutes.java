package org.wardbeat.bridge.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.frame.FrameStream;

/**
 * The requests of stations that reach the bridge by HTTP only. Read on the connection's event loop,
 * carried out on the session's.
 */
final class SessionRoutes {
  private static final String OPEN = "/session";
  private static final String DOWN = "/session/down";
  private static final String UP = "/session/up";
  private static final Set<String> PATHS = Set.of(OPEN, DOWN, UP);
  private static final int MAX_DIGITS = 18;

  private final HttpSessions sessions;

  SessionRoutes(HttpSessions sessions) {
    this.sessions = sessions;
  }

  /** Whether a path is one of these. */
  static boolean has(String path) {
    return PATHS.contains(path);
  }

  /** Carries out a request, or refuses it in one sentence. */
  void handle(EventLoop loop, FullHttpRequest request, HttpExchange exchange, String remote) {
    try {
      checkSender(request);
      QueryStringDecoder query = new QueryStringDecoder(request.uri());
      List<ByteBuffer> frames = frames(request.content());
      switch (query.path()) {
        case OPEN -> sessions.open(loop, exchange, mode(query), remote, frames);
        case DOWN -> {
          HttpBody.Mode mode = mode(query);
          long from = from(query);
          hop(request, exchange, session -> session.ask(exchange, mode, from));
        }
        default -> {
          long from = from(query);
          hop(request, exchange, session -> session.receive(exchange, from, frames));
        }
      }
    } catch (RefusedException e) {
      exchange.refuse(e.status(), String.valueOf(e.getMessage()));
    }
  }

  private interface Step {
    void on(HttpSession session);
  }

  private void hop(FullHttpRequest request, HttpExchange exchange, Step step) {
    HttpSession session = sessions.find(request.headers().get(HttpBody.SESSION, ""));
    if (session == null) {
      exchange.refuse(HttpResponseStatus.NOT_FOUND, HttpSessions.UNKNOWN);
    } else if (session.loop().inEventLoop()) {
      step.on(session);
    } else {
      session.loop().execute(() -> step.on(session));
    }
  }

  private static void checkSender(FullHttpRequest request) throws RefusedException {
    if (!request.method().equals(HttpMethod.POST)) {
      throw new RefusedException(
          HttpResponseStatus.METHOD_NOT_ALLOWED, "Expected POST, got " + request.method() + ".");
    }
    if (request.headers().contains(HttpHeaderNames.ORIGIN)) {
      throw new RefusedException(HttpResponseStatus.FORBIDDEN, HttpRoutes.NO_WEB_PAGES);
    }
  }

  private static HttpBody.Mode mode(QueryStringDecoder query) throws RefusedException {
    return switch (only(query, "mode")) {
      case "stream" -> HttpBody.Mode.STREAM;
      case "poll" -> HttpBody.Mode.POLL;
      default ->
          throw new RefusedException(
              HttpResponseStatus.BAD_REQUEST, "Expected mode=stream or mode=poll.");
    };
  }

  private static long from(QueryStringDecoder query) throws RefusedException {
    String text = only(query, "from");
    if (text.isEmpty()
        || text.length() > MAX_DIGITS
        || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new RefusedException(
          HttpResponseStatus.BAD_REQUEST, "Expected from=N with a number of frames.");
    }
    return Long.parseLong(text);
  }

  private static String only(QueryStringDecoder query, String name) {
    List<String> values = query.parameters().getOrDefault(name, List.of());
    return values.size() == 1 ? values.getFirst() : "";
  }

  private static List<ByteBuffer> frames(ByteBuf body) throws RefusedException {
    List<ByteBuffer> frames = new ArrayList<>();
    FrameStream stream = new FrameStream();
    try {
      stream.read(body.nioBuffer(), frames::add);
    } catch (FrameDecodeException e) {
      throw new RefusedException(HttpResponseStatus.BAD_REQUEST, e.getMessage() + ".");
    }
    if (!stream.isBetweenFrames()) {
      throw new RefusedException(
          HttpResponseStatus.BAD_REQUEST, "Expected whole frames, each behind its length.");
    }
    return frames;
  }

  /** A request that is not carried out. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient HttpResponseStatus status;

    RefusedException(HttpResponseStatus status, String sentence) {
      super(sentence, null, false, false);
      this.status = status;
    }

    HttpResponseStatus status() {
      return status;
    }
  }
}
