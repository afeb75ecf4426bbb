package org.wardbeat.station.diagnostics;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes the labels and panes of this screen. */
final class Styles {
  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private Styles() {}

  /** A label that is never cut for lack of width in its row. */
  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A label whose words go on in the next line. */
  static Label wrapped(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static void show(Label label, DiagnosticsView.Word word) {
    set(label, word.text());
    tone(label, word.tone());
  }

  static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  static void tone(Node node, DiagnosticsView.Tone tone) {
    node.pseudoClassStateChanged(QUIET, tone == DiagnosticsView.Tone.QUIET);
    node.pseudoClassStateChanged(GOOD, tone == DiagnosticsView.Tone.GOOD);
    node.pseudoClassStateChanged(CAUTION, tone == DiagnosticsView.Tone.CAUTION);
    node.pseudoClassStateChanged(BAD, tone == DiagnosticsView.Tone.BAD);
  }

  static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A pane with a head. */
  static VBox card(String title, String subtitle, Node right, Node body) {
    HBox head = row(8, label(title, "card-title"));
    if (!subtitle.isEmpty()) {
      head.getChildren().add(label(subtitle, "card-note"));
    }
    head.getChildren().addAll(spring(), right);
    head.getStyleClass().add("card-head");
    VBox card = new VBox(head, body);
    card.getStyleClass().add("card");
    VBox.setVgrow(body, Priority.ALWAYS);
    return card;
  }
}
