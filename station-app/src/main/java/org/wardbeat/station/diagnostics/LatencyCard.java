package org.wardbeat.station.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeType;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Panes;

/** How long data takes on each part of its way, now and over the last half hour. */
final class LatencyCard {
  private static final int PLACES = 4;

  private final List<PlaceBox> places = new ArrayList<>();
  private final List<HopArrow> hops = new ArrayList<>();
  private final Label total = Panes.label("", "num", "total-median");
  private final LatencyChart chart;
  private final VBox node;

  private static final class PlaceBox extends VBox {
    private final Label name = new Label();
    private final List<Label> lines = List.of(line(), line(), line());

    PlaceBox(int index) {
      getStyleClass().add("place");
      name.getStyleClass().add("place-name");
      getChildren().add(name);
      getChildren().addAll(lines);
      setId("place-" + index);
    }

    private static Label line() {
      Label line = new Label();
      line.getStyleClass().addAll("num", "place-line");
      return line;
    }

    void show(DiagnosticsView.Place place) {
      Panes.set(name, place.name());
      for (int i = 0; i < lines.size(); i++) {
        Panes.set(lines.get(i), i < place.lines().size() ? place.lines().get(i) : "");
      }
    }
  }

  private static final class HopArrow extends VBox {
    private final Label label = Panes.label("", "card-note");
    private final Label median = Panes.label("", "num", "hop-median");
    private final Label p95 = Panes.label("", "num");
    private final Label p99 = Panes.label("", "num");
    private final Region shaft = new Region();
    private final SVGPath head = new SVGPath();

    HopArrow(int index) {
      getStyleClass().addAll("hop", "hop-" + index);
      median.setId("hop-" + index);
      shaft.getStyleClass().add("shaft");
      HBox.setHgrow(shaft, Priority.ALWAYS);
      head.setContent("M0 0l11 6l-11 6z");
      head.setStrokeType(StrokeType.INSIDE);
      head.getStyleClass().add("arrow-head");
      HBox value = centred(8, median, Panes.label("ms", "unit"));
      HBox arrow = centred(0, shaft, head);
      HBox percentiles =
          centred(6, Panes.label("p95", "unit"), p95, Panes.label("p99", "unit"), p99);
      setAlignment(Pos.CENTER);
      getChildren().addAll(label, value, arrow, percentiles);
    }

    private static HBox centred(double gap, Node... nodes) {
      HBox row = new HBox(gap, nodes);
      row.setAlignment(Pos.CENTER);
      return row;
    }

    void show(DiagnosticsView.Hop hop) {
      Panes.set(label, hop.label());
      Styles.show(median, hop.median());
      Styles.tone(this, hop.median().tone());
      Panes.set(p95, hop.p95());
      Panes.set(p99, hop.p99());
    }
  }

  LatencyCard(Words words) {
    chart = new LatencyChart(words);
    GridPane way = new GridPane();
    way.getStyleClass().add("way");
    for (int i = 0; i < PLACES; i++) {
      PlaceBox place = new PlaceBox(i);
      places.add(place);
      way.add(place, 2 * i, 0);
      way.getColumnConstraints().add(grow(26, 120));
      if (i < PLACES - 1) {
        HopArrow hop = new HopArrow(i);
        hops.add(hop);
        way.add(hop, 2 * i + 1, 0);
        way.getColumnConstraints().add(grow(23, 160));
      }
    }
    way.add(totalBox(words), 2 * PLACES - 1, 0);
    way.getColumnConstraints().add(grow(20, 165));
    chart.setId("latency-chart");
    VBox body = new VBox(10, way, chart);
    VBox.setVgrow(chart, Priority.ALWAYS);
    body.getStyleClass().add("card-body");
    node =
        Panes.card(
            words.text("diagnostics.latency"),
            words.text("diagnostics.latency.note"),
            new Region(),
            body);
  }

  private VBox totalBox(Words words) {
    HBox value = Panes.row(8, total, Panes.label("ms", "unit"));
    VBox box =
        new VBox(
            Panes.label(words.text("diagnostics.total"), "card-note"),
            value,
            Panes.label(words.text("diagnostics.total.note"), "card-note"));
    total.setId("total-median");
    box.getStyleClass().add("total");
    return box;
  }

  private static ColumnConstraints grow(double percent, double least) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    column.setPrefWidth(percent * 10);
    column.setMinWidth(least);
    return column;
  }

  Region node() {
    return node;
  }

  void show(DiagnosticsView view) {
    for (int i = 0; i < places.size(); i++) {
      places.get(i).show(view.places().get(i));
    }
    for (int i = 0; i < hops.size(); i++) {
      hops.get(i).show(view.hops().get(i));
    }
    Styles.show(total, view.total());
    chart.show(view.chart());
  }
}
