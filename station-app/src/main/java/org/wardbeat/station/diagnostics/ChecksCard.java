package org.wardbeat.station.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;

/** What the station tests of itself. */
final class ChecksCard {
  private final VBox body = new VBox();
  private final List<CheckRow> rows = new ArrayList<>();
  private final VBox node;

  private static final class CheckRow extends HBox {
    private final Label name = Panes.label("", "cell-name");
    private final Label result = Panes.label("", "num", "cell");
    private final SVGPath check = Icon.CHECK.node();
    private final SVGPath triangle = Icon.TRIANGLE.node();
    private final SVGPath ring = Icon.RING.node();

    CheckRow(int index) {
      super(12);
      setId("check-" + index);
      getStyleClass().add("check");
      StackPane mark = new StackPane(check, triangle, ring);
      mark.setMinWidth(22);
      getChildren().addAll(mark, name, Panes.spring(), result);
    }

    void show(DiagnosticsView.Check view) {
      Panes.set(name, view.name());
      Panes.set(result, view.result());
      Styles.tone(this, view.tone());
      Styles.tone(result, view.tone());
      check.setVisible(view.tone() == DiagnosticsView.Tone.GOOD);
      ring.setVisible(view.tone() == DiagnosticsView.Tone.QUIET);
      triangle.setVisible(!check.isVisible() && !ring.isVisible());
    }
  }

  ChecksCard(Words words) {
    node = Panes.card(words.text("diagnostics.checks"), "", new Region(), body);
  }

  Region node() {
    return node;
  }

  void show(DiagnosticsView view) {
    while (rows.size() < view.checks().size()) {
      CheckRow row = new CheckRow(rows.size());
      rows.add(row);
      body.getChildren().add(row);
    }
    for (int i = 0; i < view.checks().size(); i++) {
      rows.get(i).show(view.checks().get(i));
    }
  }
}
