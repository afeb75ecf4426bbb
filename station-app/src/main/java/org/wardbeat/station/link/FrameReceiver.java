package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.frame.FrameStream;

/**
 * Reads the frames of one answer's body as they come, no faster than they are taken. It shares the
 * taker's lock: each of the two calls the other while it holds its own.
 */
final class FrameReceiver implements Flow.Subscriber<List<ByteBuffer>> {
  /** Who takes the frames. */
  interface Taker {
    /** Takes a frame, its own to keep. */
    void frame(ByteBuffer frame);

    /** Whether more may be read now; otherwise {@link FrameReceiver#resume()} follows. */
    boolean takesMore();

    /** The body cannot be read on. */
    void unreadable(FrameDecodeException why);
  }

  private final Taker taker;
  private final FrameStream stream = new FrameStream();
  private Flow.@Nullable Subscription subscription;
  private boolean paused;
  private volatile boolean framesCame;

  FrameReceiver(Taker taker) {
    this.taker = taker;
  }

  /** Whether the body has brought a frame. */
  boolean hasFrames() {
    return framesCame;
  }

  /** Whether the body may end here. */
  boolean isWhole() {
    synchronized (taker) {
      return stream.isBetweenFrames();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription opened) {
    synchronized (taker) {
      subscription = opened;
      opened.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    synchronized (taker) {
      try {
        for (ByteBuffer part : parts) {
          stream.read(part, this::took);
        }
      } catch (FrameDecodeException e) {
        taker.unreadable(e);
        return;
      }
      paused = true;
      resume();
    }
  }

  private void took(ByteBuffer frame) {
    framesCame = true;
    taker.frame(frame);
  }

  /** Reads on if the taker takes more. */
  void resume() {
    synchronized (taker) {
      if (paused && subscription != null && taker.takesMore()) {
        paused = false;
        subscription.request(1);
      }
    }
  }

  /** Told by the answer as a whole, too. */
  @Override
  public void onError(Throwable failure) {}

  /** Told by the answer as a whole, too. */
  @Override
  public void onComplete() {}
}
