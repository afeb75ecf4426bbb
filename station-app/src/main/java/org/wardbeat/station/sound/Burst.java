package org.wardbeat.station.sound;

import java.util.List;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * The bursts of pulses by which priorities are told apart by ear (IEC 60601-1-8:2006+A1:2012,
 * tables 3 and 4). High: groups of three and of two pulses, twice. Durations in milliseconds,
 * pulses and gaps measured at half their height.
 */
enum Burst {
  HIGH(150, 10_000, 2_500),
  MEDIUM(200, 25_000, 2_500),
  LOW(200, 30_000, 15_000);

  private final int pulseMillis;
  private final int repeatMillis;
  private final int leastPauseMillis;

  Burst(int pulseMillis, int repeatMillis, int leastPauseMillis) {
    this.pulseMillis = pulseMillis;
    this.repeatMillis = repeatMillis;
    this.leastPauseMillis = leastPauseMillis;
  }

  static Burst of(AlarmPriority priority) {
    return switch (priority) {
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
    };
  }

  int pulseMillis() {
    return pulseMillis;
  }

  /** From the beginning of a burst to that of the next. */
  long repeatNanos() {
    return repeatMillis * 1_000_000L;
  }

  /** The least that may pass from the end of a burst to the beginning of this one. */
  long leastPauseNanos() {
    return leastPauseMillis * 1_000_000L;
  }

  /** From the end of each pulse but the last to the beginning of the next. */
  List<Integer> gapsMillis() {
    return switch (this) {
      case HIGH -> List.of(95, 95, 340, 95, 1_000, 95, 95, 340, 95);
      case MEDIUM -> List.of(200, 200);
      case LOW -> List.of(200);
    };
  }
}
