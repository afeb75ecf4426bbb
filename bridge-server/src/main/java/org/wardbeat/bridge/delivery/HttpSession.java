package org.wardbeat.bridge.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a session's frames over requests and answers of HTTP. Both sides count the frames, so
 * that a request that was repeated or lost is noticed: the session then ends, and the station
 * resumes with another.
 *
 * <p>Confined to one event loop, whichever loops its connections run on.
 */
@SuppressWarnings("FutureReturnValueIgnored") // tasks of an event loop that ends are of no use
final class HttpSession implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(HttpSession.class);

  /** Where a batch is handed over, so that the connection can say when it is enough. */
  private static final int MAX_STREAM_BATCH = 16 * 1024;

  private static final int MAX_POLL_BATCH = 64 * 1024;

  /** Answers of polls come no closer, but for alarms: each costs a request. */
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** The type of {@link org.wardbeat.wire.frame.Frame.AlarmEvent}, a frame's first byte. */
  private static final byte ALARM_EVENT = 0x1B;

  /** How long a farewell waits for the station to ask for it. */
  private static final long CLOSING_MILLIS = 1_000;

  private final String key;
  private final EventLoop loop;
  private final HttpSessions owner;
  private final FrameBatch batch = new FrameBatch(Framing.LENGTH, PooledByteBufAllocator.DEFAULT);

  private @Nullable DeliverySession session;
  private @Nullable HttpBody body;
  private long framesWritten;
  private long framesSent;
  private long framesReceived;
  private long answeredNanos;
  private boolean urgent;
  private boolean waiting;
  private boolean closing;
  private boolean ended;

  HttpSession(String key, EventLoop loop, HttpSessions owner) {
    this.key = key;
    this.loop = loop;
    this.owner = owner;
    this.answeredNanos = owner.nanos() - GATHER_NANOS;
  }

  String key() {
    return key;
  }

  /** Where all else is to be called. Any thread. */
  EventLoop loop() {
    return loop;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Begins with the first request. */
  void open(String remote, HttpBody first, List<ByteBuffer> frames) {
    take(first);
    session = owner.sessions().open(loop, this, remote);
    if (ended) {
      return;
    }
    deliver(frames, 0);
  }

  /** Takes the frames of a request, but for those that came already. */
  void receive(HttpExchange exchange, long from, List<ByteBuffer> frames) {
    if (ended) {
      exchange.refuse(HttpResponseStatus.NOT_FOUND, HttpSessions.UNKNOWN);
    } else if (from > framesReceived) {
      conflict(exchange, "%d frames of the station".formatted(framesReceived), from);
    } else {
      deliver(frames, (int) Math.min(frames.size(), framesReceived - from));
      exchange.done();
    }
  }

  private void deliver(List<ByteBuffer> frames, int known) {
    for (ByteBuffer frame : frames.subList(known, frames.size())) {
      framesReceived++;
      guarded(() -> session().receive(frame));
    }
  }

  /** Answers with the frames that follow those the station has. */
  void ask(HttpExchange exchange, HttpBody.Mode mode, long from) {
    if (ended) {
      exchange.refuse(HttpResponseStatus.NOT_FOUND, HttpSessions.UNKNOWN);
      return;
    }
    if (from != framesSent) {
      conflict(exchange, "%d frames sent to the station".formatted(framesSent), from);
      return;
    }
    HttpBody former = body;
    if (former != null) {
      former.finish(Unpooled.EMPTY_BUFFER); // the station has given it up
    }
    take(new HttpBody(exchange, mode, key, owner.nanos()));
    if (closing) {
      sayGoodbye();
    } else {
      bodyChanged();
    }
  }

  private void conflict(HttpExchange exchange, String known, long from) {
    exchange.refuse(
        HttpResponseStatus.CONFLICT,
        "Expected from=N to count the %s, got from=%d: open another session."
            .formatted(known, from));
    LOG.info("a session over HTTP ends: {}, but the station counts {}", known, from);
    closeNow();
  }

  private void take(HttpBody next) {
    body = next;
    next.onChange(
        () ->
            loop.execute(
                () -> {
                  if (body == next) {
                    bodyChanged();
                  }
                }));
  }

  private void bodyChanged() {
    HttpBody open = body;
    if (open != null && open.isGone()) {
      body = null;
    }
    if (!ended) {
      boolean writable = isWritable();
      session().writabilityChanged(writable);
      if (writable) {
        guarded(session()::drain);
        flush(); // what was written while nobody asked
      }
    }
  }

  @Override
  public boolean isWritable() {
    HttpBody open = body;
    return open != null
        && batch.bytes() < (open.isSingle() ? MAX_POLL_BATCH : MAX_STREAM_BATCH)
        && open.isWritable();
  }

  @Override
  public void write(byte[] frame) {
    if (ended) {
      return;
    }
    batch.add(frame);
    framesWritten++;
    urgent |= frame[0] == ALARM_EVENT;
    HttpBody open = body;
    if (open != null && !open.isSingle() && batch.bytes() >= MAX_STREAM_BATCH) {
      send(open);
    }
  }

  @Override
  public void flush() {
    HttpBody open = body;
    if (open == null || batch.bytes() == 0) {
      return;
    }
    long waitNanos = answeredNanos + GATHER_NANOS - owner.nanos();
    if (open.isSingle() && !urgent && batch.bytes() < MAX_POLL_BATCH && waitNanos > 0) {
      flushLater(waitNanos);
    } else {
      send(open);
    }
  }

  private void flushLater(long waitNanos) {
    if (!waiting) {
      waiting = true;
      loop.schedule(
          () -> {
            waiting = false;
            flush();
          },
          waitNanos,
          TimeUnit.NANOSECONDS);
    }
  }

  private void send(HttpBody open) {
    ByteBuf frames = batch.take();
    if (frames == null) {
      return;
    }
    framesSent = framesWritten;
    answeredNanos = owner.nanos();
    urgent = false;
    if (!open.write(frames, answeredNanos)) {
      body = null;
      if (session != null) {
        session.writabilityChanged(false);
      }
    }
  }

  @Override
  public void closeGracefully(String reason) {
    if (closing || ended) {
      return;
    }
    closing = true;
    if (body == null && batch.bytes() > 0) {
      loop.schedule(this::closeNow, CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      sayGoodbye();
    }
  }

  private void sayGoodbye() {
    HttpBody open = body;
    if (open != null) {
      body = null;
      ByteBuf frames = batch.take();
      open.finish(frames == null ? Unpooled.EMPTY_BUFFER : frames);
    }
    closeNow();
  }

  @Override
  public void closeNow() {
    if (ended) {
      return;
    }
    ended = true;
    batch.clear();
    HttpBody open = body;
    if (open != null) {
      body = null;
      open.abort();
    }
    owner.closed(this, session);
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      session().failed(e);
    }
  }

  private DeliverySession session() {
    if (session == null) {
      throw new IllegalStateException("the session is not open yet");
    }
    return session;
  }
}
