package org.wardbeat.bridge.ward;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Maps one device's clock to the bridge's. A message's offset, its arrival minus the time the
 * device gave it, is the clocks' difference plus the delay on the way; delays are never negative,
 * so the smallest offset of the last minute is the best estimate (a minimum filter, as in NTP, RFC
 * 5905 §10). What cannot be told from a delay is taken for one, so that old data never looks live:
 *
 * <ul>
 *   <li>an offset within ±{@value #TOLERANCE_MICROS} µs is no difference: times are taken as they
 *       are;
 *   <li>a smaller offset is believed at once;
 *   <li>a larger one is followed at {@value #DRIFT_PPM} ppm, more than any crystal drifts, as
 *       anything faster is a queue that grows;
 *   <li>a clock that is proven to have been set back (its counters went on while its time fell), is
 *       heard for the first time, or again after a minute of silence, is believed once its offset
 *       stayed within half a second for {@value #PROBATION_SECONDS} s: a backlog being played out
 *       does not. Until then its times are mapped as before, and look old.
 * </ul>
 *
 * <p>A step of the bridge's own clock is seen against its monotonic clock and taken out. Used by
 * one thread.
 */
final class DeviceClock {
  static final long TOLERANCE_MICROS = 250_000;
  static final long DRIFT_PPM = 500;
  static final long PROBATION_SECONDS = 3;

  /** Keeps an offset near the tolerance from switching the mapping on and off. */
  private static final long RELEASE_MICROS = 200_000;

  private static final long STEADY_MICROS = 500_000;
  private static final long BRIDGE_STEP_MICROS = 100_000;
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PROBATION_NANOS = TimeUnit.SECONDS.toNanos(PROBATION_SECONDS);
  private static final long BUCKET_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int BUCKETS = 12;
  private static final long NONE = Long.MAX_VALUE;

  private final long[] smallest = new long[BUCKETS];
  private final long[] bucketNumbers = new long[BUCKETS];
  private long offset;
  private boolean mapping;
  private boolean established;
  private boolean heard;
  private long lastNanos;
  private long bridgeBase;
  private long probationOffset = NONE;
  private long probationSmallest;
  private long probationSinceNanos;

  DeviceClock() {
    Arrays.fill(smallest, NONE);
  }

  /**
   * A live message: neither retained nor seen before.
   *
   * @param deviceMicros the time the device gave it
   * @param arrivedMicros when it arrived, UTC microseconds
   * @param arrivedNanos when it arrived, monotonic nanoseconds
   */
  void observe(long deviceMicros, long arrivedMicros, long arrivedNanos) {
    followBridge(arrivedMicros, arrivedNanos);
    long elapsed = heard ? arrivedNanos - lastNanos : 0;
    if (elapsed > SILENCE_NANOS) {
      doubt();
    }
    heard = true;
    lastNanos = arrivedNanos;
    long observed = arrivedMicros - deviceMicros;
    if (established) {
      follow(observed, arrivedNanos, elapsed);
    } else if (observed <= offset + TOLERANCE_MICROS || Math.abs(observed) <= TOLERANCE_MICROS) {
      establish(observed, arrivedNanos);
    } else {
      probe(observed, arrivedNanos);
    }
    mapping = Math.abs(offset) > (mapping ? RELEASE_MICROS : TOLERANCE_MICROS);
  }

  /** The device's clock was set back, or the device started anew. */
  void doubt() {
    established = false;
    probationOffset = NONE;
  }

  /** How far the device's clock is ahead of the bridge's, in microseconds; 0 if not known yet. */
  long aheadMicros() {
    return established ? -offset : 0;
  }

  /** The bridge's time at one of the device's. */
  long toBridge(long deviceMicros) {
    return mapping ? deviceMicros + offset : deviceMicros;
  }

  private void followBridge(long arrivedMicros, long arrivedNanos) {
    long base = arrivedMicros - TimeUnit.NANOSECONDS.toMicros(arrivedNanos);
    long step = base - bridgeBase;
    bridgeBase = base;
    if (heard && Math.abs(step) > BRIDGE_STEP_MICROS) {
      offset += step;
      probationOffset = NONE;
      for (int i = 0; i < BUCKETS; i++) {
        smallest[i] = smallest[i] == NONE ? NONE : smallest[i] + step;
      }
    }
  }

  private void establish(long observed, long arrivedNanos) {
    offset = observed;
    established = true;
    probationOffset = NONE;
    Arrays.fill(smallest, NONE);
    add(observed, arrivedNanos);
  }

  private void probe(long observed, long arrivedNanos) {
    if (probationOffset == NONE || Math.abs(observed - probationOffset) > STEADY_MICROS) {
      probationOffset = observed;
      probationSmallest = observed;
      probationSinceNanos = arrivedNanos;
      return;
    }
    probationSmallest = Math.min(probationSmallest, observed);
    if (arrivedNanos - probationSinceNanos >= PROBATION_NANOS) {
      establish(probationSmallest, arrivedNanos);
    }
  }

  private void follow(long observed, long arrivedNanos, long elapsedNanos) {
    add(observed, arrivedNanos);
    long estimate = smallestOfMinute(arrivedNanos);
    if (estimate <= offset) {
      offset = estimate;
    } else {
      long drift = TimeUnit.NANOSECONDS.toMicros(elapsedNanos) * DRIFT_PPM / 1_000_000;
      offset += Math.min(estimate - offset, drift);
    }
  }

  private void add(long observed, long arrivedNanos) {
    long number = Math.floorDiv(arrivedNanos, BUCKET_NANOS);
    int bucket = Math.floorMod(number, BUCKETS);
    if (bucketNumbers[bucket] != number || observed < smallest[bucket]) {
      smallest[bucket] = observed;
    }
    bucketNumbers[bucket] = number;
  }

  private long smallestOfMinute(long arrivedNanos) {
    long oldest = Math.floorDiv(arrivedNanos, BUCKET_NANOS) - BUCKETS;
    long estimate = NONE;
    for (int i = 0; i < BUCKETS; i++) {
      if (bucketNumbers[i] > oldest) {
        estimate = Math.min(estimate, smallest[i]);
      }
    }
    return estimate;
  }
}
