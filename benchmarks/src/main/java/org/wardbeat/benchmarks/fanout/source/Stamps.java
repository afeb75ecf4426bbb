package org.wardbeat.benchmarks.fanout.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each message was published, and how many were: written by the publisher's thread, read by
 * the clients'. Holds the last 1,024 messages of each source.
 */
public final class Stamps {

  private static final int KEPT = 1_024;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] nanos;
  private final AtomicLongArray published;

  /** Nothing is published yet. */
  public Stamps(int sources) {
    nanos = new long[sources * KEPT];
    published = new AtomicLongArray(sources);
  }

  /** How many sources there are. */
  public int sources() {
    return published.length();
  }

  /** A message is about to be published; publisher's thread only. */
  public void publish(int source, long seq, long nowNanos) {
    SLOT.setRelease(nanos, slot(source, seq), nowNanos);
    published.setRelease(source, seq + 1);
  }

  /** When a message was published, on the monotonic clock; any thread. */
  public long publishedNanos(int source, long seq) {
    return (long) SLOT.getAcquire(nanos, slot(source, seq));
  }

  /** How many messages a source has published; any thread. */
  public long count(int source) {
    return published.getAcquire(source);
  }

  private static int slot(int source, long seq) {
    return source * KEPT + (int) (seq & (KEPT - 1));
  }
}
