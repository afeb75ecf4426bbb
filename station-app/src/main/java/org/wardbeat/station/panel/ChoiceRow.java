package org.wardbeat.station.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * A row of buttons of which at most one is chosen. Choosing sends nothing. User-interface thread
 * only.
 *
 * @param <T> what is chosen
 */
public final class ChoiceRow<T> extends FlowPane {
  private final String id;
  private final Function<T, String> words;
  private final Consumer<T> chosen;
  private final List<ToggleButton> buttons = new ArrayList<>();
  private List<T> options = List.of();

  /**
   * @param id of the row; its buttons have it with their number
   * @param words what stands on the button of an option
   * @param chosen hears of a choice
   */
  public ChoiceRow(String id, Function<T, String> words, Consumer<T> chosen) {
    this.id = id;
    this.words = words;
    this.chosen = chosen;
    setId(id);
    getStyleClass().add("choice-row");
  }

  /** Shows options, and which one is chosen; none if it is null. */
  public void show(List<T> now, @Nullable T choice) {
    if (!now.equals(options)) {
      options = List.copyOf(now);
      buttons.clear();
      for (int i = 0; i < options.size(); i++) {
        buttons.add(button(i, options.get(i)));
      }
      getChildren().setAll(buttons);
    }
    for (int i = 0; i < options.size(); i++) {
      buttons.get(i).setSelected(Objects.equals(options.get(i), choice));
    }
  }

  private ToggleButton button(int index, T option) {
    ToggleButton button = new ToggleButton(words.apply(option));
    button.setId(id + "-" + index);
    button.getStyleClass().setAll("panel-button", "choice");
    button.setOnAction(_ -> chosen.accept(option));
    return button;
  }
}
