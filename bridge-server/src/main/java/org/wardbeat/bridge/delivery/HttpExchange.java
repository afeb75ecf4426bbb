package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/**
 * One request and the way its answer goes back. The answer may be written by any one thread at a
 * time.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection
final class HttpExchange {
  private final ChannelHandlerContext connection;
  private final boolean keepsAlive;
  private final boolean knowsChunks;
  private final Runnable answered;
  private volatile Runnable onChange = () -> {};

  /**
   * @param connection where the answer goes
   * @param answered run on the connection's event loop once the answer is sent whole and the
   *     connection takes another request
   */
  HttpExchange(ChannelHandlerContext connection, HttpRequest request, Runnable answered) {
    this.connection = connection;
    this.keepsAlive = HttpUtil.isKeepAlive(request);
    this.knowsChunks = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    this.answered = answered;
  }

  /** Has somebody told, on the connection's event loop, when it takes more or less, or is gone. */
  void onChange(Runnable change) {
    onChange = change;
  }

  /** The connection takes more or less, or is gone. */
  void changed() {
    onChange.run();
  }

  boolean isWritable() {
    return connection.channel().isWritable();
  }

  boolean isGone() {
    return !connection.channel().isActive();
  }

  /** Answers with one sentence and nothing else; the connection may be used again. */
  void refuse(HttpResponseStatus status, String sentence) {
    answer(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(UTF_8), keepsAlive);
  }

  /** Says that the request was carried out. */
  void done() {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT);
    describe(response, keepsAlive);
    finish(response, keepsAlive);
  }

  /**
   * Answers in full.
   *
   * @param reuse whether the connection may be used again
   */
  void answer(HttpResponseStatus status, String contentType, byte[] body, boolean reuse) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    HttpUtil.setContentLength(response, body.length);
    describe(response, reuse);
    finish(response, reuse);
  }

  /** Begins an answer whose parts follow; without chunks its end is the connection's. */
  void begin(HttpResponse head) {
    boolean reuse = keepsAlive && knowsChunks;
    if (knowsChunks) {
      HttpUtil.setTransferEncodingChunked(head, true);
    }
    describe(head, reuse);
    connection.write(head, connection.voidPromise());
  }

  /** Sends a part of an answer that was begun. */
  void send(HttpObject part) {
    connection.writeAndFlush(part, connection.voidPromise());
  }

  /** Sends the last part of an answer that was begun. */
  void end(HttpObject last, boolean disconnect) {
    finish(last, keepsAlive && knowsChunks && !disconnect);
  }

  /** Sends an answer that is complete in itself. */
  void sendWhole(FullHttpResponse response, boolean disconnect) {
    boolean reuse = keepsAlive && !disconnect;
    HttpUtil.setContentLength(response, response.content().readableBytes());
    describe(response, reuse);
    finish(response, reuse);
  }

  /** Cuts the connection. */
  void abort() {
    connection.close();
  }

  private static void describe(HttpResponse response, boolean reuse) {
    response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store, no-transform");
    response
        .headers()
        .set(
            HttpHeaderNames.CONNECTION,
            reuse ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
  }

  private void finish(HttpObject last, boolean reuse) {
    connection
        .writeAndFlush(last)
        .addListener(
            reuse
                ? (ChannelFutureListener)
                    sent -> {
                      if (sent.isSuccess()) {
                        answered.run();
                      } else {
                        sent.channel().close();
                      }
                    }
                : ChannelFutureListener.CLOSE);
  }
}
