package org.wardbeat.station.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A line for a reason: a field to write it in, and buttons for the usual ones, so that no keyboard
 * is needed. User-interface thread only.
 */
public final class Hints extends HBox {
  private final TextField field = new TextField();
  private final Consumer<String> listener;
  private final String id;
  private List<String> usual = List.of();
  private boolean showing;

  /**
   * @param id of the field; its buttons have it with their number
   * @param name what is to be written, for those who cannot see it too
   * @param listener hears what was written or chosen
   */
  public Hints(String id, String name, Consumer<String> listener) {
    this.id = id;
    this.listener = listener;
    getStyleClass().add("hints");
    field.setId(id);
    field.setPromptText(name);
    field.setAccessibleText(name);
    field
        .textProperty()
        .addListener(
            (_, _, now) -> {
              if (!showing) {
                listener.accept(now);
              }
            });
    setHgrow(field, Priority.ALWAYS);
    getChildren().add(field);
  }

  /** Shows what is written, and the usual reasons. */
  public void show(String text, List<String> reasons) {
    if (!Objects.equals(field.getText(), text)) {
      showing = true;
      field.setText(text);
      showing = false;
    }
    if (!reasons.equals(usual)) {
      usual = List.copyOf(reasons);
      List<Button> buttons = new ArrayList<>();
      for (int i = 0; i < usual.size(); i++) {
        buttons.add(button(i, usual.get(i)));
      }
      getChildren().setAll(field);
      getChildren().addAll(buttons);
    }
  }

  private Button button(int index, String reason) {
    Button button = new Button(reason);
    button.setId(id + "-" + index);
    button.getStyleClass().setAll("panel-button");
    button.setOnAction(_ -> listener.accept(reason));
    return button;
  }
}
