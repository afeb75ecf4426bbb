package org.wardbeat.station.patient;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.StepField;
import org.wardbeat.station.theme.Panes;

/** A bar to lay a ruler on, and a field for its length. User-interface thread only. */
final class RulerPane extends VBox {
  private static final double BAR_HEIGHT = 28;
  private static final double MOST_BAR = 1_000;
  private static final double MARGIN = 60;

  private final Words words;
  private final DoubleConsumer measured;
  private final Runnable closed;
  private final Region bar = new Region();
  private final StepField field;
  private final Label fault = Panes.label("", "ruler-fault");
  private final Button apply;
  private @Nullable ScreenRuler ruler;

  /**
   * @param measured takes the px per mm
   * @param closed is run when it is closed
   */
  RulerPane(Words words, DoubleConsumer measured, Runnable closed) {
    this.words = words;
    this.measured = measured;
    this.apply = new Button(words.text("patient.ruler.apply"));
    this.closed = closed;
    setId("ruler");
    getStyleClass().addAll("ruler-pane", "side-panel");
    setManaged(false);
    setVisible(false);
    setAlignment(Pos.CENTER);
    setSpacing(20);
    bar.setId("ruler-bar");
    bar.getStyleClass().add("ruler-bar");
    field =
        new StepField(
            words,
            "ruler-length",
            words.text("patient.ruler.field"),
            new StepField.Listener() {
              @Override
              public void typed(String text) {
                type(text);
              }

              @Override
              public void stepped(int steps) {
                step(steps);
              }
            });
    apply.setId("ruler-apply");
    apply.getStyleClass().setAll("patient-button");
    apply.setDefaultButton(false);
    apply.setOnAction(_ -> apply());
    Button cancel = new Button(words.text("patient.ruler.cancel") + "  Esc");
    cancel.setId("ruler-cancel");
    cancel.getStyleClass().setAll("patient-button");
    cancel.setOnAction(_ -> close());
    fault.setId("ruler-fault");
    HBox row = Panes.row(12, field, Panes.label("mm", "ruler-unit"), apply, cancel);
    row.setAlignment(Pos.CENTER);
    getChildren()
        .addAll(
            Panes.label(words.text("patient.ruler.title"), "ruler-title"),
            Panes.label(words.text("patient.ruler.task"), "ruler-task"),
            bar,
            row,
            fault);
  }

  boolean isOpen() {
    return isVisible();
  }

  /** Opens it with what is taken for true so far. */
  void open(double pxPerMm) {
    double length = Math.rint(Math.min(MOST_BAR, getWidth() - 2 * MARGIN));
    bar.setMinSize(length, BAR_HEIGHT);
    bar.setMaxSize(length, BAR_HEIGHT);
    ruler = new ScreenRuler(length, pxPerMm);
    setVisible(true);
    show();
    lookup("#ruler-length").requestFocus();
  }

  private void type(String text) {
    if (ruler != null) {
      ruler.type(text);
      show();
    }
  }

  private void step(int steps) {
    if (ruler != null) {
      ruler.step(steps);
      show();
    }
  }

  private void show() {
    ScreenRuler held = ruler;
    if (held == null) {
      return;
    }
    boolean possible = held.pxPerMm().isPresent();
    field.show(held.typed(), !possible);
    apply.setDisable(!possible);
    Panes.set(
        fault,
        possible
            ? ""
            : words.text("patient.ruler.fault", ScreenRuler.LEAST_MM, ScreenRuler.MOST_MM));
  }

  /** Takes what is entered, if it can be. */
  void apply() {
    OptionalDouble pxPerMm = ruler == null ? OptionalDouble.empty() : ruler.pxPerMm();
    if (pxPerMm.isPresent()) {
      measured.accept(pxPerMm.getAsDouble());
      close();
    }
  }

  void close() {
    ruler = null;
    setVisible(false);
    closed.run();
  }
}
