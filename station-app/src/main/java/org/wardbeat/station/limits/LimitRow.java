package org.wardbeat.station.limits;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.panel.StepField;
import org.wardbeat.wire.ward.VitalSign;

/** A row of the limits editor. User-interface thread only. */
final class LimitRow {
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final Words words;
  private final VitalSign sign;
  private final boolean extreme;
  private final VBox name = new VBox();
  private final Label value;
  private final StepField low;
  private final StepField high;
  private final ToggleButton on = new ToggleButton();
  private final Label note;

  /**
   * @param edited is run after each change
   */
  LimitRow(LimitsView.Row row, LimitsForm form, Runnable edited) {
    words = form.words();
    sign = row.sign();
    extreme = row.extreme();
    String id = "limit-" + StepField.idOf(sign) + (extreme ? "-extreme" : "");
    Label title = PanelStyles.label("", extreme ? "sign-extreme" : "sign-name");
    title.setText(words.text(extreme ? "limits.extreme" : SignName.of(sign)));
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label unit = PanelStyles.label("", "sign-unit");
    unit.setText(extreme ? "" : SignName.unit(sign, words));
    name.getChildren().add(title);
    if (!extreme) {
      name.getChildren().add(unit);
    }
    name.getStyleClass().add("sign-cell");
    value = PanelStyles.label(id + "-now", "sign-value");
    low = field(id + "-low", extreme ? Side.EXTREME_LOW : Side.LOW, form, edited);
    high = field(id + "-high", extreme ? Side.EXTREME_HIGH : Side.HIGH, form, edited);
    on.setId(id + "-on");
    on.getStyleClass().setAll("panel-button", "choice");
    on.setAccessibleText(words.text("spoken.limits-watched", words.text(SignName.of(sign))));
    on.setOnAction(
        _ -> {
          form.setOn(sign, on.isSelected());
          edited.run();
        });
    on.setVisible(!extreme);
    note = PanelStyles.label(id + "-note", "row-note");
    note.setMaxWidth(Double.MAX_VALUE);
  }

  private StepField field(String id, Side side, LimitsForm form, Runnable edited) {
    return new StepField(
        words,
        id,
        words.text(
            "spoken.limit",
            words.text(SignName.of(sign)),
            words.text(side.key()),
            SignName.unit(sign, words)),
        new StepField.Listener() {
          @Override
          public void typed(String text) {
            form.type(sign, side, text);
            edited.run();
          }

          @Override
          public void stepped(int steps) {
            form.step(sign, side, steps);
            edited.run();
          }

          @Override
          public void left() {
            form.settle();
            edited.run();
          }
        });
  }

  boolean isFor(LimitsView.Row row) {
    return row.sign() == sign && row.extreme() == extreme;
  }

  Node[] cells() {
    return new Node[] {name, value, low, high, on, note};
  }

  void show(LimitsView.Row row) {
    boolean wrong = row.tone() == LimitsView.Tone.FAULT;
    PanelStyles.set(value, row.value(), false);
    low.show(row.low().text(), wrong);
    low.setChanged(row.low().changed());
    high.show(row.high().text(), wrong);
    high.setChanged(row.high().changed());
    on.setSelected(row.on());
    on.setText(words.text(row.on() ? "limits.on" : "limits.off"));
    PanelStyles.set(note, row.note(), row.tone() != LimitsView.Tone.PLAIN);
    note.pseudoClassStateChanged(FAULT, wrong);
  }
}
