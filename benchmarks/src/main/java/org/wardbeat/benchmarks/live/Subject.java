package org.wardbeat.benchmarks.live;

/** What is measured. */
enum Subject {
  WARDBEAT("wardbeat"),
  LINE_CHART("javafx-linechart"),
  CHART_FX("chart-fx"),
  BLANK_FLOOR("blank-floor");

  private final String label;

  Subject(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
