package org.wardbeat.benchmarks.live;

import org.wardbeat.benchmarks.report.Figure;

/** What is measured of each case. */
enum LiveMetric {
  FRAMES("frames", "1/s"),
  CPU("cpu", "% of a core"),
  CPU_PER_FRAME("cpuPerFrame", "ms"),
  FX_P50("fxThreadP50", "ms"),
  FX_P99("fxThreadP99", "ms"),
  ALLOCATION("allocation", "MB/s");

  private final String label;
  private final String unit;

  LiveMetric(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  String label() {
    return label;
  }

  Figure of(LiveCase one, double value) {
    double rounded = Math.round(value * 1e3) / 1e3;
    return new Figure(one.name(), one.label(), label, rounded, unit);
  }
}
