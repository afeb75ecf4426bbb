package org.wardbeat.render.playout;

import java.time.Duration;
import java.util.Arrays;

/**
 * How far waves are shown behind the present, measured from how late their samples came.
 *
 * <p>It is what would have been just enough in the last {@value #WINDOW_SECONDS} s, and a reserve
 * of a fifth for the spread that was not seen yet (but {@value #LEAST_RESERVE_MICROS} µs at least):
 * a sample that came too late makes it grow at once, and it shrinks by {@value
 * #SHRINK_MICROS_PER_SECOND} µs a second, which nobody sees as a faster wave. Samples for which
 * even the greatest buffer would not do say nothing: waiting for them would delay all others and
 * still not show them.
 *
 * <p>It rests only on whole steps of {@value #STEP_MICROS} µs, so that beds whose samples come
 * about equally late are as far behind as each other, and the bars of their sweeps in step.
 *
 * <p>Confined to one thread.
 */
public final class PlayoutBuffer {

  /** The smallest buffer. */
  public static final Duration LEAST = Duration.ofMillis(300);

  /** The greatest buffer. */
  public static final Duration MOST = Duration.ofSeconds(2);

  static final int WINDOW_SECONDS = 30;
  static final long LEAST_RESERVE_MICROS = 60_000;
  static final long SHRINK_MICROS_PER_SECOND = 5_000;
  static final long STEP_MICROS = 100_000;

  /** By how much less than a step was enough before it shrinks to it, lest it grows again. */
  private static final long SPARE_MICROS = 25_000;

  private static final long SECOND = 1_000_000_000;
  private static final long LEAST_MICROS = LEAST.toNanos() / 1_000;
  private static final long MOST_MICROS = MOST.toNanos() / 1_000;
  private static final long NOTHING = Long.MIN_VALUE;

  /** What would have been enough in each of the last seconds. */
  private final long[] needed = new long[WINDOW_SECONDS];

  private double micros;
  private boolean running;
  private long second;
  private long lastNanos;
  private long grown;

  /** A buffer that starts with a length, which is taken into its bounds. */
  public PlayoutBuffer(Duration start) {
    micros = Math.clamp(start.toNanos() / 1_000, LEAST_MICROS, MOST_MICROS);
    Arrays.fill(needed, NOTHING);
  }

  /**
   * Takes note of samples that came.
   *
   * @param neededMicros how long a buffer would have been just enough for them, in µs
   * @param nowNanos the local monotonic clock
   */
  public void arrived(long neededMicros, long nowNanos) {
    advance(nowNanos);
    if (neededMicros > MOST_MICROS) {
      return;
    }
    int slot = (int) Math.floorMod(second, (long) WINDOW_SECONDS);
    needed[slot] = Math.max(needed[slot], neededMicros);
    long enough = enough();
    if (enough > micros) {
      micros = (double) step(enough);
      grown++;
    }
  }

  /** Lets time pass, in which the buffer shrinks if less was enough for long. */
  public void advance(long nowNanos) {
    if (!running) {
      running = true;
      lastNanos = nowNanos;
      second = Math.floorDiv(nowNanos, SECOND);
    }
    forgetUntil(Math.floorDiv(nowNanos, SECOND));
    double passed = Math.clamp(nowNanos - lastNanos, 0, SECOND) / (double) SECOND;
    lastNanos = Math.max(lastNanos, nowNanos);
    long enough = enough();
    double rest = enough == NOTHING ? micros : step(enough + SPARE_MICROS);
    if (micros > rest) {
      micros = Math.max(rest, micros - passed * SHRINK_MICROS_PER_SECOND);
    }
  }

  /** The least step that is enough, within the bounds. */
  private static long step(long enoughMicros) {
    return Math.clamp(
        Math.ceilDiv(enoughMicros, STEP_MICROS) * STEP_MICROS, LEAST_MICROS, MOST_MICROS);
  }

  private void forgetUntil(long now) {
    long from = Math.max(second + 1, now - WINDOW_SECONDS + 1);
    for (long each = from; each <= now; each++) {
      needed[(int) Math.floorMod(each, (long) WINDOW_SECONDS)] = NOTHING;
    }
    second = Math.max(second, now);
  }

  /** What was enough in the last seconds, with its reserve; {@link #NOTHING} if nothing came. */
  private long enough() {
    long most = NOTHING;
    for (long each : needed) {
      most = Math.max(most, each);
    }
    if (most == NOTHING) {
      return NOTHING;
    }
    long reserve = Math.max(LEAST_RESERVE_MICROS, most / 5);
    return Math.min(most + reserve, MOST_MICROS);
  }

  /** The buffer now, in µs, between {@link #LEAST} and {@link #MOST}. */
  public long micros() {
    return Math.round(micros);
  }

  /** How often it grew. */
  public long grown() {
    return grown;
  }
}
