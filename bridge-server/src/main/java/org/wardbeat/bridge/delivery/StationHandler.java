package org.wardbeat.bridge.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries a session's frames over its WebSocket. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection
final class StationHandler extends SimpleChannelInboundHandler<WebSocketFrame> implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(StationHandler.class);

  /** How long a peer may take to follow an orderly end. */
  private static final long CLOSING_MILLIS = 1_000;

  /** Longest reason of a WebSocket's close frame, in bytes (RFC 6455 §5.5). */
  private static final int MAX_CLOSE_REASON = 123;

  /** Where a batch is handed over, so that the connection can say when it is enough. */
  private static final int MAX_BATCH = 16 * 1024;

  private final Sessions sessions;
  private final String remote;
  private final FrameBatch batch =
      new FrameBatch(Framing.WEB_SOCKET, PooledByteBufAllocator.DEFAULT);
  private @Nullable DeliverySession session;
  private @Nullable ChannelHandlerContext context;
  private @Nullable ChannelHandlerContext encoder;
  private boolean drainQueued;
  private boolean closing;

  /**
   * @param remote who the peer is, for the log
   */
  StationHandler(Sessions sessions, String remote) {
    this.sessions = sessions;
    this.remote = remote;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    encoder = ctx.pipeline().context(WebSocketFrameEncoder.class);
    session = sessions.open(ctx.channel().eventLoop(), this, remote);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (session != null) {
      sessions.closed(session);
    }
    batch.clear();
    ctx.fireChannelInactive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame message) {
    switch (message) {
      case CloseWebSocketFrame close -> followClose(ctx, close);
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      case PongWebSocketFrame _ -> LOG.trace("pong from {}", ctx.channel().remoteAddress());
      case BinaryWebSocketFrame binary -> {
        if (session != null) {
          session.receive(binary.content().nioBuffer());
        }
      }
      default -> violated("expected a binary message, got " + message.getClass().getSimpleName());
    }
  }

  private void followClose(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
    if (closing) {
      ctx.close();
      return;
    }
    closing = true;
    ctx.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (session != null) {
      session.writabilityChanged(ctx.channel().isWritable());
    }
    // Not at once: this may run inside the flush of a drain.
    if (ctx.channel().isWritable() && !drainQueued) {
      drainQueued = true;
      ctx.channel().eventLoop().execute(this::drain);
    }
    ctx.fireChannelWritabilityChanged();
  }

  private void drain() {
    drainQueued = false;
    if (session != null) {
      try {
        session.drain();
      } catch (RuntimeException e) {
        session.failed(e);
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case CorruptedFrameException corrupted -> violated(String.valueOf(corrupted.getMessage()));
      case TooLongFrameException tooLong -> violated(String.valueOf(tooLong.getMessage()));
      case IOException io -> {
        LOG.debug("connection to {} broke: {}", ctx.channel().remoteAddress(), io.getMessage());
        ctx.close();
      }
      default -> {
        LOG.error("session with {} failed and is closed", ctx.channel().remoteAddress(), cause);
        ctx.close();
      }
    }
  }

  private void violated(String what) {
    if (session != null) {
      session.violated(what);
    }
  }

  @Override
  public boolean isWritable() {
    return context().channel().isWritable();
  }

  @Override
  public void write(byte[] frame) {
    if (!context().channel().isActive()) {
      return; // what is pending was given back when the connection ended
    }
    batch.add(frame);
    if (batch.bytes() >= MAX_BATCH) {
      flush();
    }
  }

  /**
   * A server's messages are not masked and have their headers already, so that they are written
   * from where the encoder of WebSockets would have written them.
   */
  @Override
  public void flush() {
    ByteBuf frames = batch.take();
    if (frames != null) {
      ChannelHandlerContext ctx = placed(encoder);
      ctx.writeAndFlush(frames, ctx.voidPromise());
    }
  }

  @Override
  public void closeGracefully(String reason) {
    if (closing) {
      return;
    }
    closing = true;
    flush();
    ChannelHandlerContext ctx = context();
    String fitting = reason.substring(0, Math.min(reason.length(), MAX_CLOSE_REASON / 3));
    ctx.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE, fitting))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    // The peer's own close frame ends it sooner. Until then what it sends is read and forgotten,
    // since a reset caused by unread input could destroy the farewell on its way.
    ctx.channel().eventLoop().schedule(this::closeNow, CLOSING_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void closeNow() {
    closing = true;
    context().close();
  }

  private ChannelHandlerContext context() {
    return placed(context);
  }

  private static ChannelHandlerContext placed(@Nullable ChannelHandlerContext context) {
    if (context == null) {
      throw new IllegalStateException("the handler is not in a pipeline of WebSockets yet");
    }
    return context;
  }
}
