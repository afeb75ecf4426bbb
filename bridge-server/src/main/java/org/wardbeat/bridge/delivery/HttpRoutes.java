package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.wire.frame.Frame;

/**
 * The paths of the port: the WebSocket of the stations, the health page, and a line that says what
 * this is. A handshake is refused with one sentence that says what was expected.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection
final class HttpRoutes extends SimpleChannelInboundHandler<FullHttpRequest> {
  static final String WEB_SOCKET_PATH = "/ws";
  static final String SUB_PROTOCOL = "wardbeat.v1";

  private static final Logger LOG = LoggerFactory.getLogger(HttpRoutes.class);

  private static final WebSocketDecoderConfig DECODER =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(Frame.MAX_FRAME_BYTES)
          .allowExtensions(false)
          // A violation is answered by the session, which names it, rather than by the decoder.
          .closeOnProtocolViolation(false)
          .build();

  private final Supplier<HttpReply> health;
  private final Supplier<StationHandler> stations;

  HttpRoutes(Supplier<HttpReply> health, Supplier<StationHandler> stations) {
    this.health = health;
    this.stations = stations;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      text(ctx, HttpResponseStatus.BAD_REQUEST, "Expected an HTTP/1.1 request.");
      return;
    }
    String path = new QueryStringDecoder(request.uri()).path();
    if (path.equals(WEB_SOCKET_PATH)) {
      openWebSocket(ctx, request);
    } else if (!request.method().equals(HttpMethod.GET)) {
      text(ctx, HttpResponseStatus.METHOD_NOT_ALLOWED, "Expected GET, got " + request.method());
    } else if (path.equals("/health")) {
      HttpReply reply = health.get();
      send(ctx, HttpResponseStatus.valueOf(reply.status()), reply.contentType(), reply.body());
    } else if (path.equals("/")) {
      text(
          ctx,
          HttpResponseStatus.OK,
          "This is a Wardbeat bridge: stations connect to %s (%s), its state is at /health."
              .formatted(WEB_SOCKET_PATH, SUB_PROTOCOL));
    } else {
      text(ctx, HttpResponseStatus.NOT_FOUND, "Nothing is here: try /health or " + WEB_SOCKET_PATH);
    }
  }

  private void openWebSocket(ChannelHandlerContext ctx, FullHttpRequest request) {
    String refusal = refusal(request.headers());
    if (refusal != null) {
      LOG.warn("refused a connection from {}: {}", ctx.channel().remoteAddress(), refusal);
      text(ctx, HttpResponseStatus.BAD_REQUEST, refusal);
      return;
    }
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(WEB_SOCKET_PATH, SUB_PROTOCOL, DECODER)
            .newHandshaker(request);
    if (handshaker == null) {
      text(ctx, HttpResponseStatus.UPGRADE_REQUIRED, "Expected Sec-WebSocket-Version: 13.");
      return;
    }
    StationHandler station = stations.get();
    handshaker
        .handshake(ctx.channel(), request)
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    // Nothing can be read in between: this runs on the connection's event loop.
    ctx.pipeline().addLast(new WebSocketFrameAggregator(Frame.MAX_FRAME_BYTES), station);
    ctx.pipeline().remove(this);
  }

  private static @Nullable String refusal(HttpHeaders headers) {
    if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      return "Expected a WebSocket upgrade with the sub-protocol %s.".formatted(SUB_PROTOCOL);
    }
    if (headers.contains(HttpHeaderNames.ORIGIN)) {
      return "Expected a station, got a web page: pages of other sites must not read a ward.";
    }
    String offered = headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "");
    if (Arrays.stream(offered.split(",", -1)).map(String::strip).noneMatch(SUB_PROTOCOL::equals)) {
      return "Expected Sec-WebSocket-Protocol: %s, got '%s'."
          .formatted(SUB_PROTOCOL, printable(offered));
    }
    return null;
  }

  private static String printable(String text) {
    return text.substring(0, Math.min(text.length(), 64)).replaceAll("[^ -~]", "?");
  }

  private static void text(ChannelHandlerContext ctx, HttpResponseStatus status, String sentence) {
    send(ctx, status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8));
  }

  private static void send(
      ChannelHandlerContext ctx, HttpResponseStatus status, String contentType, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, contentType)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
      response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
    }
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("connection from {} ended", ctx.channel().remoteAddress(), cause);
    ctx.close();
  }
}
