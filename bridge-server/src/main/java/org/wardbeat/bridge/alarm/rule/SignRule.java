package org.wardbeat.bridge.alarm.rule;

import java.time.Duration;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * How the limits of a vital sign are watched.
 *
 * @param lowDelay how long a value has to stay below a low limit before that is an alarm, by the
 *     source's clock
 * @param highDelay the same above a high limit
 * @param hysteresis by how many steps a value has to come back inside a limit before its alarm ends
 * @param priority of alarms of its limits; those of extreme limits are high
 */
public record SignRule(
    Duration lowDelay, Duration highDelay, int hysteresis, AlarmPriority priority) {
  /** Longest delay. */
  public static final Duration MAX_DELAY = Duration.ofMinutes(2);

  /** Greatest hysteresis, in steps. */
  public static final int MAX_HYSTERESIS = 50;

  /**
   * @throws IllegalArgumentException if a part is out of its range
   */
  public SignRule {
    requireDelay(lowDelay);
    requireDelay(highDelay);
    if (hysteresis < 0 || hysteresis > MAX_HYSTERESIS) {
      throw new IllegalArgumentException(
          "hysteresis: expected 0 to %d steps, got %d".formatted(MAX_HYSTERESIS, hysteresis));
    }
  }

  private static void requireDelay(Duration delay) {
    if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException(
          "delay: expected 0 to %d s, got %s s"
              .formatted(MAX_DELAY.toSeconds(), delay.toMillis() / 1000.0));
    }
  }
}
