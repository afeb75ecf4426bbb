package org.wardbeat.station.theme;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/** Makes rows of buttons of which one is always chosen. User-interface thread only. */
public final class Segments {
  private Segments() {}

  /**
   * A row of buttons. Their ids are that of the row, a hyphen and the choice in lower case.
   *
   * @param title what is written on the button of a choice
   * @param choose called with what the user chooses, also if it is what was chosen before
   */
  public static <T> SegmentedButton of(
      String id, List<T> choices, T chosen, Function<T, String> title, Consumer<T> choose) {
    SegmentedButton group = new SegmentedButton();
    group.setId(id);
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(title.apply(choice));
      button.setId(id + "-" + choice.toString().toLowerCase(Locale.ROOT));
      button.setUserData(choice);
      button.setSelected(choice.equals(chosen));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            choose.accept(choice);
          });
      group.getButtons().add(button);
    }
    return group;
  }
}
