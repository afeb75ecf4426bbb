package org.wardbeat.bridge.ward;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.wardbeat.bridge.alarm.AlarmSystem;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.mqtt.MqttSource;
import org.wardbeat.wire.ward.BrokerState;

/** All beds of a bridge. Safe for use by any thread. */
public interface Ward extends AutoCloseable {
  /** Starts its loops and then its source. Called once. */
  void start();

  /** Stops the source, then the loops; returns once they have ended, within two seconds. */
  @Override
  void close();

  /** The beds there are, in order of their index. An immutable snapshot. */
  List<PublishedBed> beds();

  /** Adds a listener for the ward's lifetime; it hears what changes from now on. */
  void addListener(WardListener listener);

  /** The connection to the broker; down until proven up. */
  BrokerState broker();

  /** What happened to the alarms of all beds. */
  AlarmLog alarms();

  /** How the way from the devices to here does. */
  WardFigures figures();

  /** What was counted since the start, by name in snake case, for health and metrics. */
  Map<String, Long> counters();

  /** What is broken and should not be, each in one sentence; empty if nothing is. */
  List<String> faults();

  /**
   * The ward as a source tells it. Its beds are spread over loops, one a thread.
   *
   * @param source started and closed by the ward
   * @param alarms started before the ward and closed after it, not by it
   * @param rules by which beds are watched
   * @param threads at least one, each of which runs one task at a time; ended by the caller, after
   *     the ward is closed
   */
  static Ward over(
      MqttSource source,
      BridgeClock clock,
      AlarmSystem alarms,
      RuleSettings rules,
      List<ScheduledExecutorService> threads) {
    return new LiveWard(source, clock, alarms, rules, threads, IntakeLimits.DEFAULT);
  }
}
