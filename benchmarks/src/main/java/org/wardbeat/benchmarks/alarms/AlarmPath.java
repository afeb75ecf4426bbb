package org.wardbeat.benchmarks.alarms;

import org.wardbeat.benchmarks.fanout.subject.Subject;

/** The ways from the broker to the screen. */
enum AlarmPath {
  /** The bridge and the whole station. */
  WARDBEAT("wardbeat", Subject.WARDBEAT),
  /** A window that subscribes to alarms at the broker, and shows and does nothing else. */
  DIRECT("mqtt-to-screen", Subject.MOSQUITTO);

  private final String label;
  private final Subject servers;

  AlarmPath(String label, Subject servers) {
    this.label = label;
    this.servers = servers;
  }

  /** Its name in reports, and the first argument of a screen's process. */
  String label() {
    return label;
  }

  /** The processes it needs. */
  Subject servers() {
    return servers;
  }

  static AlarmPath ofLabel(String label) {
    return WARDBEAT.label.equals(label) ? WARDBEAT : DIRECT;
  }
}
