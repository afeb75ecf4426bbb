package org.wardbeat.station.panel;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** States of what is in panels, and labels. User-interface thread only. */
public final class PanelStyles {
  /** What was entered cannot be. */
  public static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** It differs from what holds now. */
  public static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  /** It wants attention. */
  public static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");

  /** It is done. */
  public static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  private PanelStyles() {}

  /** A label of style classes, with an id unless that is empty. */
  public static Label label(String id, String... styleClasses) {
    Label label = new Label();
    if (!id.isEmpty()) {
      label.setId(id);
    }
    label.getStyleClass().addAll(styleClasses);
    label.setWrapText(true);
    return label;
  }

  /** Changes what a label says, if it says something else. */
  public static void set(Label label, String text, boolean caution) {
    if (!Objects.equals(label.getText(), text)) {
      label.setText(text);
    }
    label.pseudoClassStateChanged(CAUTION, caution);
  }
}
