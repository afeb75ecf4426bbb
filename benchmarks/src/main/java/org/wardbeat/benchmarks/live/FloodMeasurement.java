package org.wardbeat.benchmarks.live;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wardbeat.benchmarks.report.Expectation;
import org.wardbeat.benchmarks.report.Figure;

/**
 * The station under a flood: 32 beds with five new alarms a second each, rendered on 1920 × 1080
 * without a display.
 */
public final class FloodMeasurement {
  /** Most milliseconds of the JavaFX thread from one frame to the next, in 99 of 100 frames. */
  private static final double FX_P99_MILLIS = 8;

  private FloodMeasurement() {}

  /**
   * Runs it in a process of its own.
   *
   * @param quick whether to measure for a few seconds only
   * @throws IOException if the process cannot be started, takes too long or tells no figures
   */
  public static List<Figure> run(boolean quick) throws IOException, InterruptedException {
    CaseRunner runner = quick ? new CaseRunner(2, 3) : new CaseRunner(20, 60);
    return runner.run(LiveCase.FLOOD);
  }

  /** What is expected of its figures; empty if they are none of it. */
  public static Optional<Expectation> expectation(List<Figure> figures) {
    return figures.stream()
        .filter(FloodMeasurement::isOfFlood)
        .filter(figure -> figure.metric().equals(LiveMetric.FX_P99.label()))
        .findFirst()
        .map(
            figure ->
                new Expectation(
                    figure.name(),
                    String.format(Locale.ROOT, "%s ≤ %.0f ms", figure.metric(), FX_P99_MILLIS),
                    String.format(Locale.ROOT, "%.2f", figure.value()),
                    figure.value() <= FX_P99_MILLIS));
  }

  /** Whether a figure is of the flood. */
  public static boolean isOfFlood(Figure figure) {
    return figure.name().equals(LiveCase.FLOOD.name());
  }
}
