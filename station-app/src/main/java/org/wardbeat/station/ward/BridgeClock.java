package org.wardbeat.station.ward;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bridge's clock as the station knows it: its own monotonic clock plus an offset.
 *
 * <p>Each timestamp of the bridge is late by the time it took to come here, never early, so that
 * the one that shows the greatest offset was delayed least (the minimum filter of NTP's clock
 * filter algorithm, RFC 5905 §10, on one-way delays). The greatest of the last {@value
 * #WINDOW_SECONDS} s counts; older ones are forgotten because clocks drift. The least one-way delay
 * itself, which they all share, is estimated from {@link #answered}.
 *
 * <p>The clock runs on while the link is down, and follows a new offset by running up to {@value
 * #SLEW_PERCENT} % faster or slower, so that it never steps back. A bridge that is ahead by more
 * than {@value #STEP_MICROS} µs is followed at once, because ages must not be understated; one that
 * is behind by more than {@value #OTHER_CLOCK_MICROS} µs has another clock, and is followed at once
 * too.
 *
 * <p>One thread tells it what it hears; any thread asks for the time.
 */
public final class BridgeClock {
  static final int WINDOW_SECONDS = 60;
  static final int SLEW_PERCENT = 10;
  static final long STEP_MICROS = 250_000;
  static final long OTHER_CLOCK_MICROS = 5_000_000;

  private static final int SLOTS = 6;
  private static final long SLOT_NANOS = WINDOW_SECONDS / SLOTS * 1_000_000_000L;
  private static final long NONE = Long.MIN_VALUE;
  private static final long UNKNOWN = Long.MAX_VALUE;

  /** The clock's course from one instant on: at {@code offset}, and heading for {@code target}. */
  private record Course(long fromNanos, long offsetMicros, long targetMicros) {
    long offsetAt(long nanos) {
      long limit = Math.max(0, nanos - fromNanos) / 1000 * SLEW_PERCENT / 100;
      return offsetMicros + Math.clamp(targetMicros - offsetMicros, -limit, limit);
    }

    long microsAt(long nanos) {
      return Math.floorDiv(nanos, 1000L) + offsetAt(nanos);
    }
  }

  private final LongSupplier nanoTime;
  private final long[] greatest = new long[SLOTS];
  private final long[] slotNumbers = new long[SLOTS];
  private long newestMicros = NONE;
  private long oneWayMicros = UNKNOWN;
  private volatile @Nullable Course course;

  /**
   * @param nanoTime the monotonic clock, in nanoseconds
   */
  public BridgeClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    Arrays.fill(greatest, NONE);
  }

  /** A bridge with another clock than before is heard from now on. */
  public void begin() {
    Arrays.fill(greatest, NONE);
    newestMicros = NONE;
    oneWayMicros = UNKNOWN;
  }

  /**
   * A timestamp came. They come in the order in which they were sent, so that one which is far
   * before the last shows that the bridge's clock was set back, however late it may be.
   *
   * @param bridgeMicros the bridge's time as it sent it
   * @param nanos the monotonic time at which it came
   */
  public void heard(long bridgeMicros, long nanos) {
    if (newestMicros != NONE && newestMicros - bridgeMicros > OTHER_CLOCK_MICROS) {
      Arrays.fill(greatest, NONE);
    }
    newestMicros = bridgeMicros;
    long number = Math.floorDiv(nanos, SLOT_NANOS);
    int slot = Math.floorMod(number, SLOTS);
    long offset = bridgeMicros - Math.floorDiv(nanos, 1000L);
    greatest[slot] = slotNumbers[slot] == number ? Math.max(greatest[slot], offset) : offset;
    slotNumbers[slot] = number;
    head(greatestSince(number - SLOTS + 1) + oneWayMicros(), nanos);
  }

  /**
   * A timestamp came as the answer to something.
   *
   * <p>The bridge took it between the two, so that the clock cannot be further ahead than if the
   * way to the bridge had taken no time. Half of what remains between that bound and the one of
   * {@link #heard} is taken for the least one-way delay, as NTP does (RFC 5905 §8): the error is at
   * most as much again. The least of the bridge's answers counts, also of those that {@link
   * #roundTrip} tells of.
   *
   * @param bridgeMicros the bridge's time as it answered
   * @param askedNanos the monotonic time at which it was asked
   * @param nanos the monotonic time at which the answer came
   */
  public void answered(long bridgeMicros, long askedNanos, long nanos) {
    roundTrip(askedNanos, nanos);
    heard(bridgeMicros, nanos);
  }

  /**
   * The bridge answered without saying when. An answer that took less time than all before it shows
   * that they were slow for another reason than the network, as the first one is on a machine that
   * has just started the program. It counts from the next timestamp on.
   *
   * @param askedNanos the monotonic time at which it was asked
   * @param nanos the monotonic time at which the answer came
   */
  public void roundTrip(long askedNanos, long nanos) {
    oneWayMicros = Math.min(oneWayMicros, Math.max(0, nanos - askedNanos) / 2_000);
  }

  /** The least one-way delay as estimated from the bridge's answers, in microseconds; 0 if none. */
  public long oneWayMicros() {
    return oneWayMicros == UNKNOWN ? 0 : oneWayMicros;
  }

  /**
   * How long a timestamp took to come here by the newest estimate, in microseconds: {@link
   * #microsAt} may still be on its way there. To be asked for one that {@link #heard} has taken.
   *
   * @param bridgeMicros the bridge's time as it sent it
   * @param nanos the monotonic time at which it came
   */
  public long delayMicros(long bridgeMicros, long nanos) {
    Course current = course;
    return current == null
        ? 0
        : Math.floorDiv(nanos, 1000L) + current.targetMicros() - bridgeMicros;
  }

  /** The monotonic clock stood still for so long. */
  public void skip(long micros) {
    Course current = course;
    if (current != null) {
      course =
          new Course(
              current.fromNanos(),
              current.offsetMicros() + micros,
              current.targetMicros() + micros);
    }
    Arrays.fill(greatest, NONE);
  }

  private long greatestSince(long oldestNumber) {
    long result = NONE;
    for (int slot = 0; slot < SLOTS; slot++) {
      if (slotNumbers[slot] >= oldestNumber) {
        result = Math.max(result, greatest[slot]);
      }
    }
    return result;
  }

  private void head(long targetMicros, long nanos) {
    Course current = course;
    long offset = current == null ? targetMicros : current.offsetAt(nanos);
    long behind = targetMicros - offset;
    if (current == null || behind > STEP_MICROS || behind < -OTHER_CLOCK_MICROS) {
      course = new Course(nanos, targetMicros, targetMicros);
    } else if (targetMicros != current.targetMicros()) {
      course = new Course(nanos, offset, targetMicros);
    }
  }

  /** UTC microseconds on the bridge's clock now; 0 if none was ever heard. */
  public long nowMicros() {
    Course current = course;
    return current == null ? 0 : current.microsAt(nanoTime.getAsLong());
  }

  /** UTC microseconds on the bridge's clock at a monotonic time; 0 if none was ever heard. */
  public long microsAt(long nanos) {
    Course current = course;
    return current == null ? 0 : current.microsAt(nanos);
  }
}
