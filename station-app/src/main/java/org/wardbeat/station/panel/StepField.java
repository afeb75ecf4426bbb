package org.wardbeat.station.panel;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.wardbeat.station.language.Words;

/**
 * A number that is typed, or stepped by its two buttons (held, on and on), the arrow keys (with
 * Shift by ten) or, while it has the focus, the wheel. User-interface thread only.
 */
public final class StepField extends HBox {
  /** Hears what the user does. */
  public interface Listener {
    /** Something was typed. */
    void typed(String text);

    /** So many steps up, or down if negative. */
    void stepped(int steps);

    /** The field has lost the focus. */
    default void left() {}
  }

  private static final int LEAP = 10;

  /** Held for so long, a button steps on by itself, and so often. */
  private static final Duration HELD = Duration.millis(500);

  private static final Duration REPEAT = Duration.millis(100);

  private final TextField field = new TextField();
  private final Button minus;
  private final Button plus;
  private final Listener listener;
  private boolean showing;

  /**
   * @param words in which language
   * @param id of the field; its buttons have it with {@code -minus} and {@code -plus}
   * @param name for those who cannot see it
   */
  public StepField(Words words, String id, String name, Listener listener) {
    this.listener = listener;
    getStyleClass().add("step-field");
    field.setId(id);
    field.setAccessibleText(name);
    minus = button(id + "-minus", "\u2212", words.text("spoken.lower", name), -1);
    plus = button(id + "-plus", "+", words.text("spoken.higher", name), 1);
    field
        .textProperty()
        .addListener(
            (_, _, now) -> {
              if (!showing) {
                listener.typed(now);
              }
            });
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                listener.left();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    getChildren().addAll(minus, field, plus);
  }

  private Button button(String id, String sign, String name, int steps) {
    Button button = new Button(sign);
    button.setId(id);
    button.setAccessibleText(name);
    button.getStyleClass().setAll("panel-button", "step");
    button.setFocusTraversable(false);
    button.setOnAction(_ -> listener.stepped(steps));
    Timeline again = new Timeline(new KeyFrame(REPEAT, _ -> listener.stepped(steps)));
    again.setCycleCount(Animation.INDEFINITE);
    again.setDelay(HELD);
    button
        .armedProperty()
        .addListener(
            (_, _, held) -> {
              if (held) {
                again.playFromStart();
              } else {
                again.stop();
              }
            });
    return button;
  }

  private void key(KeyEvent event) {
    int steps = event.isShiftDown() ? LEAP : 1;
    switch (event.getCode()) {
      case UP -> listener.stepped(steps);
      case DOWN -> listener.stepped(-steps);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Only with the focus, so that a wheel that scrolls the panel changes nothing on its way. */
  private void wheel(ScrollEvent event) {
    if (field.isFocused() && event.getDeltaY() != 0) {
      listener.stepped(event.getDeltaY() > 0 ? 1 : -1);
      event.consume();
    }
  }

  /** Shows what is entered now. */
  public void show(String text, boolean wrong) {
    if (!field.getText().equals(text)) {
      showing = true;
      field.setText(text);
      field.positionCaret(text.length());
      showing = false;
    }
    field.pseudoClassStateChanged(PanelStyles.WRONG, wrong);
  }

  /** Marks what differs from what holds now. */
  public void setChanged(boolean changed) {
    field.pseudoClassStateChanged(PanelStyles.CHANGED, changed);
  }

  /** Whether the field can be used. */
  public void setUsable(boolean usable) {
    field.setDisable(!usable);
    minus.setDisable(!usable);
    plus.setDisable(!usable);
  }

  /** A name fit for an id: {@code nibp-sys}. */
  public static String idOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
