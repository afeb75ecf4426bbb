package org.wardbeat.bridge.ward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.alarm.AlarmSystem;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.Intake;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.mqtt.MqttSource;
import org.wardbeat.wire.ward.BrokerState;

/** The ward as one source tells it, its beds spread over several loops. */
final class LiveWard implements Ward {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWard.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final MqttSource source;
  private final Quarantine quarantine;
  private final BedRegistry registry = new BedRegistry();
  private final WardCounters counters = new WardCounters();
  private final List<WardListener> listeners = new CopyOnWriteArrayList<>();
  private final AlarmLog alarms = new AlarmLog(this::tellAlarm);
  private final List<WardLoop> loops = new ArrayList<>();
  private final Intake intake;
  private final Traffic traffic;

  LiveWard(
      MqttSource source,
      BridgeClock clock,
      AlarmSystem system,
      RuleSettings rules,
      List<ScheduledExecutorService> threads,
      IntakeLimits limits) {
    this.source = source;
    quarantine = new Quarantine(clock.monotonic());
    WardAlarms wardAlarms = new WardAlarms(system, alarms, this::tellAlarming, rules);
    for (int i = 0; i < threads.size(); i++) {
      loops.add(
          new WardLoop(
              "ward-" + i,
              threads.get(i),
              limits,
              registry,
              quarantine,
              counters,
              wardAlarms,
              this::tellBurst,
              source::askAgain,
              clock));
    }
    intake = new Intake(loops.stream().map(WardLoop::inbox).toList(), quarantine, this::tellBroker);
    traffic = new Traffic(source, intake::messages, counters, clock.monotonic());
  }

  @Override
  public void start() {
    loops.forEach(WardLoop::start);
    source.start(intake);
  }

  @Override
  public void close() {
    source.close();
    try {
      for (WardLoop loop : loops) {
        loop.close(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<PublishedBed> beds() {
    return registry.beds();
  }

  @Override
  public void addListener(WardListener listener) {
    listeners.add(listener);
  }

  @Override
  public BrokerState broker() {
    return source.broker();
  }

  @Override
  public AlarmLog alarms() {
    return alarms;
  }

  @Override
  public WardFigures figures() {
    return traffic.figures();
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("mqtt_connection_attempts", source.attempts());
    counts.put("mqtt_failed_messages", source.failedMessages());
    counts.put("messages", intake.messages());
    counts.put("message_bytes", intake.bytes());
    counts.put("births", counters.births.sum());
    counts.put("statuses", counters.statuses.sum());
    counts.put("numerics", counters.numerics.sum());
    counts.put("numerics_lost", counters.numericsLost.sum());
    counts.put("alarm_changes", alarms.newest());
    counts.put("chunks", counters.chunks.sum());
    counts.put("samples", counters.samples.sum());
    counts.put("samples_lost_at_source", counters.samplesLost.sum());
    counts.put("samples_dropped_at_intake", counters.samplesDropped.sum());
    counts.put("samples_seen_before", counters.samplesSeenBefore.sum());
    for (Reason reason : Reason.values()) {
      counts.put("refused_" + reason.name().toLowerCase(Locale.ROOT), quarantine.refused(reason));
    }
    return counts;
  }

  @Override
  public List<String> faults() {
    return loops.stream().filter(WardLoop::hasDied).map(WardLoop::epitaph).toList();
  }

  private void tellBurst(List<PublishedBed> changed) {
    for (WardListener listener : listeners) {
      try {
        listener.onBurst(changed);
      } catch (RuntimeException e) {
        LOG.error("A listener failed at a burst", e);
      }
    }
  }

  private void tellAlarm() {
    for (WardListener listener : listeners) {
      try {
        listener.onAlarm();
      } catch (RuntimeException e) {
        LOG.error("A listener failed at an alarm", e);
      }
    }
  }

  private void tellAlarming(PublishedBed bed) {
    for (WardListener listener : listeners) {
      try {
        listener.onAlarming(bed);
      } catch (RuntimeException e) {
        LOG.error("A listener failed as a bed's alarms were judged anew", e);
      }
    }
  }

  private void tellBroker(BrokerState state) {
    for (WardListener listener : listeners) {
      try {
        listener.onBroker(state);
      } catch (RuntimeException e) {
        LOG.error("A listener failed to take the broker's state", e);
      }
    }
  }
}
