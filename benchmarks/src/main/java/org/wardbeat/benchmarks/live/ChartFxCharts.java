package org.wardbeat.benchmarks.live;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

/** A chart-fx chart a bed, swept: new samples take the place of the oldest ones. */
final class ChartFxCharts implements Picture {

  private final Pane root = new Pane();
  private final Layout layout;
  private final double[] xs;
  private final List<DoubleDataSet> dataSets = new ArrayList<>();
  private final List<double[]> waves = new ArrayList<>();
  private long shown;

  ChartFxCharts(Sight sight) {
    layout = new Layout(sight);
    xs = new double[layout.samples()];
    Arrays.setAll(xs, i -> i);
    for (int wave = 0; wave < sight.count(); wave++) {
      layout.place(root, chart(wave), wave);
    }
  }

  private XYChart chart(int bed) {
    double[] ys = new double[xs.length];
    Arrays.setAll(ys, i -> Waves.sample(bed, i));
    DoubleDataSet data = new DoubleDataSet("II", xs, ys, xs.length, true);
    dataSets.add(data);
    waves.add(ys);
    ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    renderer.setErrorStyle(ErrorStyle.NONE);
    renderer.setDrawMarker(false);
    renderer.getDatasets().add(data);
    XYChart chart = new XYChart(axis(0, xs.length), axis(-100, 300));
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.getGridRenderer().getHorizontalMajorGrid().setVisible(false);
    chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
    chart.getRenderers().setAll(List.of(renderer));
    return chart;
  }

  private static DefaultNumericAxis axis(double low, double high) {
    DefaultNumericAxis axis = new DefaultNumericAxis(low, high, high - low);
    axis.setAutoRanging(false);
    axis.getTickLabelStyle().setVisible(false);
    axis.getMajorTickStyle().setVisible(false);
    axis.getMinorTickStyle().setVisible(false);
    return axis;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void pulse(double seconds) {
    long end = (long) (seconds * Waves.FREQUENCY_HZ);
    for (int bed = 0; bed < waves.size(); bed++) {
      double[] ys = waves.get(bed);
      for (long index = Math.max(shown, end - ys.length); index < end; index++) {
        ys[(int) (index % ys.length)] = Waves.sample(bed, index);
      }
      dataSets.get(bed).set(xs, ys);
    }
    shown = end;
  }
}
