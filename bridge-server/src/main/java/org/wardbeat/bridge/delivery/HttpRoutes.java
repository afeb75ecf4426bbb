package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paths of the port: the stations' WebSocket and sessions, the health page, and a line that
 * says what this is. What is refused is told in one sentence what was expected. A connection has
 * one request under way, and a deadline for the next.
 */
@SuppressWarnings("FutureReturnValueIgnored") // closing is all there is to do
final class HttpRoutes extends SimpleChannelInboundHandler<FullHttpRequest> {
  static final String NO_WEB_PAGES =
      "Expected a station, got a web page: pages of other sites must not read a ward.";

  private static final Logger LOG = LoggerFactory.getLogger(HttpRoutes.class);
  private static final int MAX_LOGGED = 64;

  /** How long a connection may stay between two requests. */
  private static final long IDLE_MILLIS = 60_000;

  /** What the paths lead to, the same for all connections. */
  record Targets(
      SessionRoutes sessions,
      WebSocketRoute webSocket,
      Supplier<HttpReply> health,
      int helloMillis) {}

  private final Targets targets;
  private @Nullable HttpExchange underWay;
  private @Nullable ScheduledFuture<?> deadline;

  HttpRoutes(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    expectRequest(ctx, targets.helloMillis());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    requestCame();
  }

  private void expectRequest(ChannelHandlerContext ctx, long millis) {
    deadline = ctx.channel().eventLoop().schedule(() -> ctx.close(), millis, TimeUnit.MILLISECONDS);
  }

  private void requestCame() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (underWay != null) {
      LOG.warn("closed {}: a request before the last was answered", remote(ctx, request));
      ctx.close();
      return;
    }
    requestCame();
    HttpExchange exchange = new HttpExchange(ctx, request, () -> answered(ctx));
    underWay = exchange;
    if (request.decoderResult().isFailure()) {
      refuse(exchange, HttpResponseStatus.BAD_REQUEST, "Expected an HTTP/1.1 request.");
    } else {
      route(ctx, request, exchange);
    }
  }

  private void answered(ChannelHandlerContext ctx) {
    underWay = null;
    if (ctx.channel().isActive()) {
      expectRequest(ctx, IDLE_MILLIS);
    }
  }

  private void route(ChannelHandlerContext ctx, FullHttpRequest request, HttpExchange exchange) {
    String path = new QueryStringDecoder(request.uri()).path();
    if (SessionRoutes.has(path)) {
      targets.sessions().handle(ctx.channel().eventLoop(), request, exchange, remote(ctx, request));
    } else if (path.equals(WebSocketRoute.PATH)) {
      targets.webSocket().open(ctx, this, request, exchange, remote(ctx, request));
    } else if (!request.method().equals(HttpMethod.GET)) {
      refuse(
          exchange,
          HttpResponseStatus.METHOD_NOT_ALLOWED,
          "Expected GET, got " + printable(request.method().name()) + ".");
    } else {
      page(path, exchange);
    }
  }

  private void page(String path, HttpExchange exchange) {
    switch (path) {
      case "/health" -> {
        HttpReply reply = targets.health().get();
        exchange.answer(
            HttpResponseStatus.valueOf(reply.status()), reply.contentType(), reply.body(), false);
      }
      case "/" ->
          refuse(
              exchange,
              HttpResponseStatus.OK,
              "This is a Wardbeat bridge: stations connect to %s (%s), its state is at /health."
                  .formatted(WebSocketRoute.PATH, WebSocketRoute.SUB_PROTOCOL));
      default ->
          refuse(
              exchange,
              HttpResponseStatus.NOT_FOUND,
              "Nothing is here: try /health or " + WebSocketRoute.PATH + ".");
    }
  }

  private static void refuse(HttpExchange exchange, HttpResponseStatus status, String sentence) {
    exchange.answer(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8), false);
  }

  /** Who sent a request: what proxies say of it is for people, and nothing rests on it. */
  private static String remote(ChannelHandlerContext ctx, HttpRequest request) {
    String forwarded = request.headers().get("X-Forwarded-For");
    String peer = String.valueOf(ctx.channel().remoteAddress());
    return forwarded == null ? peer : peer + " for " + printable(forwarded);
  }

  /** A peer's text, fit for one line of a log. */
  static String printable(String text) {
    return text.substring(0, Math.min(text.length(), MAX_LOGGED)).replaceAll("[^ -~]", "?");
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (underWay != null) {
      underWay.changed();
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    requestCame();
    if (underWay != null) {
      underWay.changed();
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("connection from {} ended", ctx.channel().remoteAddress(), cause);
    ctx.close();
  }
}
