package org.wardbeat.station.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes labels, rows and cards. User-interface thread only. */
public final class Panes {
  private Panes() {}

  /** A label that is never cut for lack of width in its row. */
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A label whose words go on in the next line. */
  public static Label wrapped(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Changes what a label says, if it says something else. */
  public static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  /** Takes the room that is left in a row. */
  public static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  /** Nodes side by side. */
  public static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A pane with a head. */
  public static VBox card(String title, String subtitle, Node right, Node body) {
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
