package org.wardbeat.benchmarks.live;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One figure, as a row of the report. */
record Figure(
    @JsonProperty("case") String name, String subject, String metric, double value, String unit) {

  static final String FRAMES = "frames";
  static final String CPU = "cpu";
  static final String CPU_PER_FRAME = "cpuPerFrame";
  static final String FX_P50 = "fxThreadP50";
  static final String FX_P99 = "fxThreadP99";
  static final String ALLOCATION = "allocation";
}
