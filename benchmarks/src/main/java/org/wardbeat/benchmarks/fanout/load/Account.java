package org.wardbeat.benchmarks.fanout.load;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.wardbeat.benchmarks.fanout.source.Stamps;

/**
 * What arrived, of what was published: deliveries, latencies, losses. Confined to the thread of the
 * clients.
 *
 * <p>A delivery may stand for several messages, of which it brings the newest state; each of them
 * counts in the latencies, from its own publishing until the delivery that made it superfluous.
 */
final class Account {

  private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(10);

  private final Stamps stamps;
  private Histogram latencyMicros = new Histogram(MOST_MICROS, 3);
  private long bytes;
  private long deliveries;
  private long merged;
  private long lost;
  private long repeated;

  Account(Stamps stamps) {
    this.stamps = stamps;
  }

  Stamps stamps() {
    return stamps;
  }

  /**
   * What a session has of each source: the sequence number of the newest, −1 before the first.
   * Sessions begin before the devices do.
   */
  long[] newLedger() {
    long[] ledger = new long[stamps.sources()];
    Arrays.fill(ledger, -1);
    return ledger;
  }

  void read(int count) {
    bytes += count;
  }

  /** The message was delivered, and what is missing before it was lost. */
  void delivered(long[] ledger, int source, long seq) {
    long last = ledger[source];
    if (seq <= last) {
      repeated++;
      return;
    }
    lost += seq - last - 1;
    ledger[source] = seq;
    deliveries++;
    record(source, seq, System.nanoTime());
  }

  /** The message was delivered, and with it the state that the ones before it led to. */
  void deliveredUpTo(long[] ledger, int source, long seq) {
    long last = ledger[source];
    if (seq <= last) {
      repeated++;
      return;
    }
    ledger[source] = seq;
    deliveries++;
    long now = System.nanoTime();
    for (long one = last + 1; one <= seq; one++) {
      record(source, one, now);
    }
    merged += seq - last - 1;
  }

  /** The messages up to this one will not come. */
  void lostUpTo(long[] ledger, int source, long seq) {
    if (seq > ledger[source]) {
      lost += seq - ledger[source];
      ledger[source] = seq;
    }
  }

  private void record(int source, long seq, long nowNanos) {
    long micros = Math.max(0, nowNanos - stamps.publishedNanos(source, seq)) / 1_000;
    latencyMicros.recordValue(Math.min(micros, MOST_MICROS));
  }

  /** Counts from zero. */
  void begin() {
    latencyMicros = new Histogram(MOST_MICROS, 3);
    bytes = 0;
    deliveries = 0;
    merged = 0;
    lost = 0;
    repeated = 0;
  }

  /** What was counted since. */
  Tally tally() {
    return new Tally(bytes, deliveries, merged, lost, repeated, latencyMicros.copy());
  }
}
