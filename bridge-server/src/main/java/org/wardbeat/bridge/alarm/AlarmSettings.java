package org.wardbeat.bridge.alarm;

import java.time.Duration;

/**
 * How alarms are dealt with.
 *
 * @param bridge this bridge's name, by which acts of several bridges are told apart
 * @param escalation so long a high alarm may wait before others are called as well
 */
public record AlarmSettings(String bridge, Duration escalation) {
  /** Calls others after a minute. */
  public static AlarmSettings of(String bridge) {
    return new AlarmSettings(bridge, Duration.ofSeconds(60));
  }
}
