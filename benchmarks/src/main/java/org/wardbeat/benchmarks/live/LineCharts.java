package org.wardbeat.benchmarks.live;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Pane;

/**
 * A {@link LineChart} a bed, swept: new samples take the place of the oldest ones. Begins with a
 * flat line, as a chart is not drawn anew for a value that is the same.
 */
final class LineCharts implements Picture {

  private final Pane root = new Pane();
  private final Layout layout;
  private final List<List<XYChart.Data<Number, Number>>> beds = new ArrayList<>();
  private long shown;

  LineCharts(Sight sight) {
    layout = new Layout(sight);
    for (int wave = 0; wave < sight.count(); wave++) {
      layout.place(root, chart(), wave);
    }
  }

  private LineChart<Number, Number> chart() {
    List<XYChart.Data<Number, Number>> points = new ArrayList<>();
    for (int i = 0; i < layout.samples(); i++) {
      points.add(new XYChart.Data<>(i, 0));
    }
    beds.add(points);
    XYChart.Series<Number, Number> series = new XYChart.Series<>();
    series.getData().setAll(points);
    LineChart<Number, Number> chart = new LineChart<>(axis(0, layout.samples()), axis(-100, 300));
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.setLegendVisible(false);
    chart.setHorizontalGridLinesVisible(false);
    chart.setVerticalGridLinesVisible(false);
    chart.getData().add(series);
    return chart;
  }

  private static NumberAxis axis(double low, double high) {
    NumberAxis axis = new NumberAxis(low, high, high - low);
    axis.setAutoRanging(false);
    axis.setTickLabelsVisible(false);
    axis.setTickMarkVisible(false);
    axis.setMinorTickVisible(false);
    return axis;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void pulse(double seconds) {
    long end = (long) (seconds * Waves.FREQUENCY_HZ);
    for (int bed = 0; bed < beds.size(); bed++) {
      List<XYChart.Data<Number, Number>> points = beds.get(bed);
      for (long index = Math.max(shown, end - points.size()); index < end; index++) {
        points.get((int) (index % points.size())).setYValue(Waves.sample(bed, index));
      }
    }
    shown = end;
  }
}
