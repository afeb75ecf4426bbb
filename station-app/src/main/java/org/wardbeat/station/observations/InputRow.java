package org.wardbeat.station.observations;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.panel.ChoiceRow;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.panel.StepField;
import org.wardbeat.wire.ward.ScoreParameter;

/** A row of the entry of observations. User-interface thread only. */
final class InputRow {
  private final VBox name = new VBox();
  private final Label value;
  private final Label points;
  private final Label source;
  private final HBox entry = new HBox();
  private final Label fault;
  private final List<Integer> options;
  private final @Nullable StepField field;
  private final @Nullable ChoiceRow<Integer> choices;

  /**
   * @param edited is run after each change
   */
  InputRow(ScoreParameter parameter, ObservationsForm form, Runnable edited) {
    String id = "news2-" + StepField.idOf(parameter);
    Label title = PanelStyles.label("", "sign-name");
    title.setText(InputWords.name(form.words(), parameter));
    Label unit = PanelStyles.label("", "sign-unit");
    unit.setText(InputWords.unit(form.words(), parameter));
    name.getChildren().add(title);
    if (!unit.getText().isEmpty()) {
      name.getChildren().add(unit);
    }
    name.getStyleClass().add("sign-cell");
    value = PanelStyles.label(id + "-now", "input-value");
    points = PanelStyles.label(id + "-points", "sign-value");
    source = PanelStyles.label(id + "-source", "row-note");
    fault = PanelStyles.label(id + "-fault", "row-note");
    List<String> words = InputWords.options(form.words(), parameter);
    options = IntStream.range(0, words.size()).boxed().toList();
    if (InputWords.isChoice(parameter)) {
      field = null;
      choices =
          new ChoiceRow<>(
              id,
              words::get,
              option -> {
                form.choose(parameter, option);
                edited.run();
              });
      entry.getChildren().add(choices);
      HBox.setHgrow(choices, Priority.ALWAYS);
    } else {
      choices = null;
      field =
          new StepField(
              form.words(),
              id,
              InputWords.name(form.words(), parameter),
              listener(parameter, form, edited));
      entry.getChildren().addAll(field, fault);
      HBox.setHgrow(fault, Priority.ALWAYS);
    }
    entry.getStyleClass().add("entry-cell");
  }

  private static StepField.Listener listener(
      ScoreParameter parameter, ObservationsForm form, Runnable edited) {
    return new StepField.Listener() {
      @Override
      public void typed(String text) {
        form.type(parameter, text);
        edited.run();
      }

      @Override
      public void stepped(int steps) {
        form.step(parameter, steps);
        edited.run();
      }

      @Override
      public void left() {
        form.settle();
        edited.run();
      }
    };
  }

  Node[] cells() {
    return new Node[] {name, value, points, source, entry};
  }

  void show(ObservationsView.Row row) {
    PanelStyles.set(value, row.value(), row.lacking());
    PanelStyles.set(points, row.points(), row.lacking());
    PanelStyles.set(source, row.source(), row.lacking());
    PanelStyles.set(fault, row.fault(), true);
    StepField typed = field;
    if (typed != null) {
      typed.show(row.typed(), !row.fault().isEmpty());
      typed.setChanged(!row.typed().isBlank());
    }
    ChoiceRow<Integer> chosen = choices;
    if (chosen != null) {
      chosen.show(options, row.chosen());
    }
  }
}
