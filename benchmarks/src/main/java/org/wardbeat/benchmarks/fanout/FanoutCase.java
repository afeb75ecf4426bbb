package org.wardbeat.benchmarks.fanout;

import java.util.Arrays;
import java.util.List;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.benchmarks.fanout.subject.Subject;

/**
 * What is asked of the subjects. Each device sends vital signs once in 2 s unless said otherwise.
 */
enum FanoutCase {
  /** Everybody sees all devices. */
  VITALS("vitals", 300, 80, 100, 40, 12, 0, false),
  /** Everybody sees 24 of the devices. */
  SELECTIVE("selective", 300, 80, 100, 40, 12, 2, false),
  /** 64 beds with an ECG each, 16 of them on every station. */
  ECG("ecg", 64, 40, 32, 16, 16, 1, true),
  /** As {@link #VITALS}, more and more often. */
  SATURATION("saturation", 300, 80, 300, 80, 12, 0, false),
  /** As {@link #VITALS}, beside five sessions that take nothing. */
  NEVER_READING("never-reading", 300, 80, 300, 80, 12, 0, false),
  /** Many stations of 16 beds. */
  SESSIONS("sessions", 320, 1_000, 320, 200, 16, 1, false);

  private final String label;
  private final int devices;
  private final int sessions;
  private final int quickDevices;
  private final int quickSessions;
  private final int bedsPerUnit;
  private final int unitsPerSession;
  private final boolean waveforms;

  FanoutCase(
      String label,
      int devices,
      int sessions,
      int quickDevices,
      int quickSessions,
      int bedsPerUnit,
      int unitsPerSession,
      boolean waveforms) {
    this.label = label;
    this.devices = devices;
    this.sessions = sessions;
    this.quickDevices = quickDevices;
    this.quickSessions = quickSessions;
    this.bedsPerUnit = bedsPerUnit;
    this.unitsPerSession = unitsPerSession;
    this.waveforms = waveforms;
  }

  /** The word on the command line and in reports. */
  String label() {
    return label;
  }

  static FanoutCase ofLabel(String label) {
    return Arrays.stream(values())
        .filter(one -> one.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no case %s; there are %s."
                        .formatted(
                            label, Arrays.stream(values()).map(FanoutCase::label).toList())));
  }

  /** How many clients connect. */
  int sessions(boolean quickly) {
    return quickly ? quickSessions : sessions;
  }

  WardPlan plan(boolean quickly) {
    return new WardPlan(quickly ? quickDevices : devices, bedsPerUnit, waveforms);
  }

  /** The units a session wants, none meaning all. */
  List<String> units(WardPlan plan, int session) {
    return plan.unitsFrom(session, unitsPerSession);
  }

  /** Who takes part. */
  List<Subject> subjects(boolean quickly) {
    return switch (this) {
      case VITALS ->
          List.of(Subject.WARDBEAT, Subject.MOSQUITTO, Subject.NODE, Subject.NODE_DEFLATE);
      case NEVER_READING, SESSIONS ->
          quickly
              ? List.of(Subject.WARDBEAT)
              : List.of(Subject.WARDBEAT, Subject.MOSQUITTO, Subject.NODE);
      case SELECTIVE, ECG, SATURATION -> List.of(Subject.WARDBEAT, Subject.MOSQUITTO, Subject.NODE);
    };
  }

  /**
   * How many times as often devices send while a subject is warmed up: what it can take without
   * falling behind. A JVM needs the most messages until all that is often used is compiled.
   */
  int warmFactor(Subject subject) {
    int factor =
        switch (subject) {
          case WARDBEAT -> 16;
          case MOSQUITTO, NODE -> 8;
          case NODE_DEFLATE -> 1;
        };
    return this == SESSIONS ? factor / 4 : factor;
  }
}
