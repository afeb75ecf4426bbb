package org.wardbeat.station.diagnostics;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.wardbeat.station.theme.Panes;

/** Shows words in their tone. */
final class Styles {
  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private Styles() {}

  static void show(Label label, DiagnosticsView.Word word) {
    Panes.set(label, word.text());
    tone(label, word.tone());
  }

  static void tone(Node node, DiagnosticsView.Tone tone) {
    node.pseudoClassStateChanged(QUIET, tone == DiagnosticsView.Tone.QUIET);
    node.pseudoClassStateChanged(GOOD, tone == DiagnosticsView.Tone.GOOD);
    node.pseudoClassStateChanged(CAUTION, tone == DiagnosticsView.Tone.CAUTION);
    node.pseudoClassStateChanged(BAD, tone == DiagnosticsView.Tone.BAD);
  }
}
