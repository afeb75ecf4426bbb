package org.wardbeat.bridge.alarm.rule;

import java.time.Duration;

/**
 * When what is wrong with a bed's equipment is an alarm.
 *
 * @param silence how long a device may be silent; a longer gap is a dropout
 * @param longSilence after how long silence, or absence of the device, is a high alarm
 * @param lowBatteryPercent a battery below this is low
 * @param clockAhead how far a device's clock may be off, either way
 */
public record TechnicalRule(
    Duration silence, Duration longSilence, int lowBatteryPercent, Duration clockAhead) {
  /** Medium after 10 s of silence, high after 30 s; a battery below 10 %; a clock 5 s off. */
  public static final TechnicalRule DEFAULT =
      new TechnicalRule(Duration.ofSeconds(10), Duration.ofSeconds(30), 10, Duration.ofSeconds(5));

  /**
   * @throws IllegalArgumentException if a part is out of its range
   */
  public TechnicalRule {
    if (silence.compareTo(Duration.ofSeconds(2)) < 0
        || silence.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException("silence: expected 2 to 60 s");
    }
    if (longSilence.compareTo(silence) < 0 || longSilence.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("longSilence: expected at least silence, at most 300 s");
    }
    if (lowBatteryPercent < 0 || lowBatteryPercent > 50) {
      throw new IllegalArgumentException("lowBatteryPercent: expected 0 to 50");
    }
    if (clockAhead.compareTo(Duration.ofSeconds(1)) < 0
        || clockAhead.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("clockAhead: expected 1 to 3600 s");
    }
  }
}
