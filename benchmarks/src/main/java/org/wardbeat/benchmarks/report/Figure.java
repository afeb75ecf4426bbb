package org.wardbeat.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One figure, as a row of the report.
 *
 * @param name of the case it belongs to
 * @param subject what was measured
 * @param metric what of it
 * @param value the figure, in {@code unit}
 * @param unit what the value counts
 */
public record Figure(
    @JsonProperty("case") String name, String subject, String metric, double value, String unit) {

  /** A figure of which only the first six decimals are kept. */
  public static Figure rounded(
      String name, String subject, String metric, double value, String unit) {
    return new Figure(name, subject, metric, Math.round(value * 1e6) / 1e6, unit);
  }

  /** Whether it is this subject's figure of this metric in this case. */
  public boolean is(String whichName, String whichSubject, String whichMetric) {
    return name.equals(whichName) && subject.equals(whichSubject) && metric.equals(whichMetric);
  }
}
