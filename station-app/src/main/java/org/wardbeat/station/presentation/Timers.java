package org.wardbeat.station.presentation;

import java.time.Duration;

/**
 * From which age on a silent bed is shown how. Ages are from the source's own timestamp.
 *
 * @param blank the wave is blank from its gap on
 * @param dim values are dimmed and the header tells the age
 * @param old values are {@code ---}, a technical alarm of medium priority
 * @param lost nothing older is shown, a technical alarm of high priority
 */
public record Timers(Duration blank, Duration dim, Duration old, Duration lost) {
  /** 2, 5, 10 and 30 s. */
  public static final Timers DEFAULT =
      new Timers(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  /**
   * @throws IllegalArgumentException if they are not positive and ascending
   */
  public Timers {
    if (!blank.isPositive()
        || dim.compareTo(blank) <= 0
        || old.compareTo(dim) <= 0
        || lost.compareTo(old) <= 0) {
      throw new IllegalArgumentException(
          "timers: expected ascending times above 0, got %s, %s, %s, %s"
              .formatted(blank, dim, old, lost));
    }
  }
}
