package org.wardbeat.benchmarks.live;

import java.util.List;
import java.util.stream.Stream;

/**
 * One measurement in a process of its own.
 *
 * @param name unique, as told on the child's command line
 * @param beds waves shown
 */
record LiveCase(String name, Subject subject, int beds) {

  /** Every frame renders the whole of a blank 1920 × 1080 window. */
  static final String WHOLE = "whole window";

  /** Every frame moves one small rectangle in a blank window. */
  static final String ONE_NODE = "one node";

  /** Each of 32 beds raises five alarms a second. */
  static final LiveCase FLOOD = new LiveCase("flood", Subject.WARDBEAT, 32);

  static final List<LiveCase> ALL =
      List.of(
          new LiveCase(WHOLE, Subject.BLANK_FLOOR, 0),
          new LiveCase(ONE_NODE, Subject.BLANK_FLOOR, 0),
          of(Subject.WARDBEAT, 16),
          of(Subject.WARDBEAT, 64),
          of(Subject.LINE_CHART, 16),
          of(Subject.LINE_CHART, 64),
          of(Subject.CHART_FX, 16),
          of(Subject.CHART_FX, 64));

  private static LiveCase of(Subject subject, int beds) {
    return new LiveCase(beds + " beds", subject, beds);
  }

  /** The words that stand for this case on a command line. */
  String key() {
    return subject.name() + "/" + name;
  }

  static LiveCase ofKey(String key) {
    return Stream.concat(ALL.stream(), Stream.of(FLOOD))
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no case " + key + "."));
  }
}
