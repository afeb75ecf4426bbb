package org.wardbeat.station.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Panes;

/** What was received and shown, lane by lane, and what went wrong. */
final class CountsCard {
  private static final double GAP = 10;

  private final GridPane lanes = new GridPane();
  private final GridPane figures = new GridPane();
  private final List<Label> laneNames = new ArrayList<>();
  private final List<List<Label>> cells = new ArrayList<>();
  private final List<Label> figureNames = new ArrayList<>();
  private final List<Label> figureValues = new ArrayList<>();
  private final VBox node;

  CountsCard(Words words) {
    lanes.setHgap(GAP);
    lanes.getStyleClass().add("lanes");
    lanes.getColumnConstraints().add(column(HPos.LEFT, Priority.ALWAYS));
    lanes.add(Panes.label(words.text("diagnostics.lane"), "column-name"), 0, 0);
    for (int i = 0; i < DiagnosticsView.COUNTS.size(); i++) {
      lanes.getColumnConstraints().add(column(HPos.RIGHT, Priority.SOMETIMES));
      String title = words.text(DiagnosticsView.COUNTS.get(i).titleKey());
      lanes.add(Panes.label(title, "column-name"), i + 1, 0);
    }
    figures.setHgap(2 * GAP);
    figures.getStyleClass().add("figures");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = column(HPos.LEFT, Priority.ALWAYS);
      half.setPercentWidth(50);
      figures.getColumnConstraints().add(half);
    }
    node = Panes.card(words.text("diagnostics.counts"), "", new Region(), new VBox(lanes, figures));
  }

  private static ColumnConstraints column(HPos alignment, Priority grow) {
    ColumnConstraints column = new ColumnConstraints();
    column.setHalignment(alignment);
    column.setHgrow(grow);
    return column;
  }

  Region node() {
    return node;
  }

  void show(DiagnosticsView view) {
    for (int i = 0; i < view.counts().size(); i++) {
      if (i == cells.size()) {
        addLane();
      }
      DiagnosticsView.LaneRow row = view.counts().get(i);
      Panes.set(laneNames.get(i), row.lane());
      for (int j = 0; j < row.cells().size(); j++) {
        Styles.show(cells.get(i).get(j), row.cells().get(j));
      }
    }
    for (int i = 0; i < view.figures().size(); i++) {
      if (i == figureNames.size()) {
        addFigure();
      }
      Panes.set(figureNames.get(i), view.figures().get(i).name());
      Styles.show(figureValues.get(i), view.figures().get(i).value());
    }
  }

  private void addLane() {
    int row = cells.size() + 1;
    Label name = Panes.label("", "cell-name");
    laneNames.add(name);
    lanes.add(name, 0, row);
    List<Label> added = new ArrayList<>();
    for (int i = 0; i < DiagnosticsView.COUNTS.size(); i++) {
      Label cell = Panes.label("", "num", "cell");
      cell.setId("count-" + row + "-" + DiagnosticsView.COUNTS.get(i).id());
      added.add(cell);
      lanes.add(cell, i + 1, row);
    }
    cells.add(added);
  }

  private void addFigure() {
    int index = figureNames.size();
    Label name = Panes.label("", "figure-name");
    Label value = Panes.label("", "num", "cell");
    figureNames.add(name);
    figureValues.add(value);
    HBox pair = Panes.row(8, name, Panes.spring(), value);
    figures.add(pair, index % 2, index / 2);
  }
}
