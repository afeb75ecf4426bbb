package org.wardbeat.station.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;

/** The transports and why the one in use is. */
final class TransportCard {
  private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

  private final Label nextClimb = Panes.label("", "num", "card-note");
  private final VBox body = new VBox();
  private final List<RungRow> rows = new ArrayList<>();
  private final VBox node;

  private static final class RungRow extends HBox {
    private final Label name = Panes.label("", "rung-name");
    private final Label status = Panes.label("", "num", "rung-status");
    private final Label detail = Panes.wrapped("num", "rung-detail");
    private final SVGPath check = Icon.CHECK.node();
    private final SVGPath cross = Icon.CROSS.node();
    private final SVGPath ring = Icon.RING.node();

    RungRow(int number) {
      super(16);
      setId("rung-" + number);
      getStyleClass().add("rung");
      setAlignment(Pos.CENTER_LEFT);
      StackPane mark = new StackPane(check, cross, ring);
      mark.setMinWidth(24);
      VBox words = new VBox(2, new FlowPane(12, 0, name, status), detail);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      getChildren().addAll(Panes.label(String.valueOf(number), "num", "rung-number"), mark, words);
      VBox.setVgrow(this, Priority.ALWAYS);
    }

    void show(DiagnosticsView.Rung rung) {
      Panes.set(name, rung.name());
      Styles.show(status, rung.status());
      Panes.set(detail, rung.detail());
      Styles.tone(this, rung.status().tone());
      pseudoClassStateChanged(IN_USE, rung.inUse());
      check.setVisible(rung.inUse());
      boolean out = rung.status().tone() == DiagnosticsView.Tone.CAUTION;
      cross.setVisible(out && !rung.inUse());
      ring.setVisible(!out && !rung.inUse());
    }
  }

  TransportCard(Words words) {
    nextClimb.setId("next-climb");
    node = Panes.card(words.text("diagnostics.transport"), "", nextClimb, body);
  }

  Region node() {
    return node;
  }

  void show(DiagnosticsView view) {
    Panes.set(nextClimb, view.nextClimb());
    while (rows.size() < view.ladder().size()) {
      RungRow row = new RungRow(rows.size() + 1);
      rows.add(row);
      body.getChildren().add(row);
    }
    for (int i = 0; i < view.ladder().size(); i++) {
      rows.get(i).show(view.ladder().get(i));
    }
  }
}
