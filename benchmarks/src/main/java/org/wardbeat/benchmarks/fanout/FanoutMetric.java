package org.wardbeat.benchmarks.fanout;

import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;

/** What is measured of a subject in a case. MB are 10⁶ bytes. */
enum FanoutMetric {
  /** Messages of devices that reached a session, on their own or merged into a newer state. */
  UPDATES("updates", "1/s"),
  /** Frames that brought them. */
  DELIVERIES("deliveries", "1/s"),
  P50("latencyP50", "ms"),
  P99("latencyP99", "ms"),
  P999("latencyP99.9", "ms"),
  BYTES_PER_UPDATE("bytesPerUpdate", "B"),
  BYTES_PER_SESSION("bytesPerSession", "B/s"),
  CPU_PER_MILLION("cpuPerMillionDeliveries", "s"),
  CPU("cpu", "% of a core"),
  RESIDENT("residentMemory", "MB"),
  LIVE_HEAP("liveHeap", "MB"),
  MERGED("merged", "messages"),
  LOST("lost", "messages"),
  REPEATED("repeated", "messages"),
  CLIENT_CPU("clientCpu", "% of a core"),
  LATENESS("publisherLatenessP99", "ms"),
  PAYLOAD("payload", "B"),
  HELD_MESSAGES("heldMessages", "1/s"),
  HELD_DELIVERIES("heldDeliveries", "1/s"),
  HELD_UPDATES("heldUpdates", "1/s"),
  BROKEN_UPDATES("failedAtUpdates", "1/s"),
  P99_BEFORE("latencyP99Before", "ms"),
  RESIDENT_BEFORE("residentMemoryBefore", "MB"),
  /** After a tenth of the time beside sessions that never read. */
  RESIDENT_EARLY("residentMemoryEarly", "MB"),
  RESIDENT_MOST("residentMemoryMost", "MB"),
  LIVE_HEAP_BEFORE("liveHeapBefore", "MB"),
  MUTE_SECONDS("secondsBesideNeverReading", "s"),
  GIVEN_UP("neverReadingClosed", "sessions"),
  RESIDENT_PER_SESSION("residentMemoryPerSession", "KB"),
  LIVE_HEAP_PER_SESSION("liveHeapPerSession", "KB");

  private final String label;
  private final String unit;

  FanoutMetric(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  String label() {
    return label;
  }

  Figure of(FanoutCase one, Subject subject, double value) {
    return Figure.rounded(one.label(), subject.label(), label, value, unit);
  }
}
