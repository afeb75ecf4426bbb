package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.wire.frame.Frame;

/** Turns a station's connection into a WebSocket, or refuses it in one sentence. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection
final class WebSocketRoute {
  static final String PATH = "/ws";
  static final String SUB_PROTOCOL = "wardbeat.v1";

  /** Tells a station which proxy its request came through: where to look for a lost header. */
  private static final String SEEN_VIA = "Wardbeat-Via";

  private static final Logger LOG = LoggerFactory.getLogger(WebSocketRoute.class);

  private static final WebSocketDecoderConfig DECODER =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(Frame.MAX_FRAME_BYTES)
          .allowExtensions(false)
          // A violation is answered by the session, which names it, rather than by the decoder.
          .closeOnProtocolViolation(false)
          .build();

  private final Sessions sessions;

  WebSocketRoute(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Shakes hands and puts the session in the place of the routes. */
  void open(
      ChannelHandlerContext ctx,
      HttpRoutes routes,
      FullHttpRequest request,
      HttpExchange exchange,
      String remote) {
    FullHttpResponse refusal = refusal(request.headers());
    if (refusal != null) {
      LOG.warn(
          "refused a connection from {}: {}", remote, refusal.content().toString(UTF_8).strip());
      exchange.sendWhole(refusal, true);
      return;
    }
    WebSocketServerHandshaker handshaker =
        new WebSocketServerHandshakerFactory(PATH, SUB_PROTOCOL, DECODER).newHandshaker(request);
    if (handshaker == null) {
      FullHttpResponse other =
          sentence(HttpResponseStatus.UPGRADE_REQUIRED, "Expected Sec-WebSocket-Version: 13.");
      other.headers().set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
      exchange.sendWhole(other, true);
      return;
    }
    handshaker
        .handshake(ctx.channel(), request)
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    // Nothing can be read in between: this runs on the connection's event loop.
    ctx.pipeline()
        .addLast(
            new WebSocketFrameAggregator(Frame.MAX_FRAME_BYTES),
            new StationHandler(sessions, remote));
    ctx.pipeline().remove(routes);
  }

  private static @Nullable FullHttpResponse refusal(HttpHeaders headers) {
    if (headers.contains(HttpHeaderNames.ORIGIN)) {
      return sentence(HttpResponseStatus.FORBIDDEN, HttpRoutes.NO_WEB_PAGES);
    }
    if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      return withoutUpgrade(headers);
    }
    String offered = headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "");
    if (Arrays.stream(offered.split(",", -1)).map(String::strip).noneMatch(SUB_PROTOCOL::equals)) {
      return sentence(
          HttpResponseStatus.BAD_REQUEST,
          "Expected Sec-WebSocket-Protocol: %s, got '%s'."
              .formatted(SUB_PROTOCOL, HttpRoutes.printable(offered)));
    }
    return null;
  }

  private static FullHttpResponse withoutUpgrade(HttpHeaders headers) {
    String via = headers.get(HttpHeaderNames.VIA);
    String asker =
        headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)
            ? "; something on the way took its Upgrade header away"
            : "";
    FullHttpResponse refusal =
        sentence(
            HttpResponseStatus.UPGRADE_REQUIRED,
            "Expected a WebSocket upgrade with the sub-protocol %s%s%s."
                .formatted(
                    SUB_PROTOCOL,
                    asker,
                    via == null ? "" : ", it came via " + HttpRoutes.printable(via)));
    refusal.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    if (via != null) {
      refusal.headers().set(SEEN_VIA, HttpRoutes.printable(via));
    }
    return refusal;
  }

  private static FullHttpResponse sentence(HttpResponseStatus status, String sentence) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            Unpooled.wrappedBuffer((sentence + "\n").getBytes(UTF_8)));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    return response;
  }
}
