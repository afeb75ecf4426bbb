package org.wardbeat.bridge.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.TimeUnit;

/**
 * The body of one answer that brings frames to a station. Confined to the session's event loop; its
 * connection may run on another.
 */
final class HttpBody {
  /** Names the session, both ways. A header, since paths end up in the logs of proxies. */
  static final String SESSION = "Wardbeat-Session";

  /** After so many bytes or seconds a stream ends; some proxies let no body go on for ever. */
  private static final int MAX_STREAM_BYTES = 4 << 20;

  private static final long MAX_STREAM_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Frames of length zero, which make proxies with a small buffer begin to pass on. */
  private static final int PADDING_BYTES = 2_048;

  /** How an answer brings frames. */
  enum Mode {
    /** It goes on: each batch is sent at once. */
    STREAM,
    /** It brings one batch and ends. */
    POLL
  }

  private final HttpExchange exchange;
  private final Mode mode;
  private final String session;
  private final long openedNanos;
  private long bytes;

  /** A stream's head is sent at once. */
  HttpBody(HttpExchange exchange, Mode mode, String session, long nowNanos) {
    this.exchange = exchange;
    this.mode = mode;
    this.session = session;
    this.openedNanos = nowNanos;
    if (mode == Mode.STREAM) {
      DefaultHttpResponse head =
          new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      describe(head.headers());
      exchange.begin(head);
      exchange.send(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[PADDING_BYTES])));
    }
  }

  private void describe(HttpHeaders headers) {
    headers
        .set(SESSION, session)
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_OCTET_STREAM)
        .set("X-Accel-Buffering", "no"); // nginx passes on what comes, rather than collect it
  }

  /** Has somebody told, on any thread, when its connection takes more or less, or is gone. */
  void onChange(Runnable change) {
    exchange.onChange(change);
  }

  boolean isSingle() {
    return mode == Mode.POLL;
  }

  boolean isWritable() {
    return exchange.isWritable() && !exchange.isGone();
  }

  boolean isGone() {
    return exchange.isGone();
  }

  /**
   * Sends frames at once.
   *
   * @param frames the body's to release
   * @return whether it takes more; otherwise it has ended
   */
  boolean write(ByteBuf frames, long nowNanos) {
    if (mode == Mode.POLL) {
      answer(frames, false);
      return false;
    }
    bytes += frames.readableBytes();
    exchange.send(new DefaultHttpContent(frames));
    if (bytes < MAX_STREAM_BYTES && nowNanos - openedNanos < MAX_STREAM_NANOS) {
      return true;
    }
    exchange.end(LastHttpContent.EMPTY_LAST_CONTENT, false);
    return false;
  }

  /** Sends the session's last frames and ends, with its connection. */
  void finish(ByteBuf frames) {
    if (mode == Mode.POLL) {
      answer(frames, true);
    } else {
      exchange.send(new DefaultHttpContent(frames));
      exchange.end(LastHttpContent.EMPTY_LAST_CONTENT, true);
    }
  }

  private void answer(ByteBuf frames, boolean disconnect) {
    DefaultFullHttpResponse whole =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, frames);
    describe(whole.headers());
    exchange.sendWhole(whole, disconnect);
  }

  /** Cuts the connection. */
  void abort() {
    exchange.abort();
  }
}
