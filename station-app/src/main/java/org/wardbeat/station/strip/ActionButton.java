package org.wardbeat.station.strip;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.PressArea;
import org.wardbeat.station.theme.Texts;

/**
 * A button with its key, and in its place for a few seconds what became of it. It never has the
 * focus, so that neither Space nor Enter acknowledges or silences anything.
 */
final class ActionButton extends PressArea {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass NOT_DONE = PseudoClass.getPseudoClass("not-done");
  private static final double PADDING = 10;

  private final Words words;
  private final SVGPath icon;
  private final Text label = Texts.line("label");
  private final Region cap = new Region();
  private final Text key = Texts.line("key");
  private final Text message = new Text();
  private @Nullable ActMessage shown;

  ActionButton(Words words, String id, Icon icon, String key, Runnable action) {
    super(action);
    this.words = words;
    this.icon = icon.node();
    this.key.setText(key);
    setId(id);
    getStyleClass().add("action-button");
    cap.getStyleClass().add("key-cap");
    message.getStyleClass().addAll("text", "line", "message");
    message.setMouseTransparent(true);
    message.setId(id + "-message");
    label.setId(id + "-label");
    getChildren().addAll(this.icon, label, cap, this.key, message);
    getChildren().forEach(child -> child.setManaged(false));
  }

  void show(String does, ActMessage told) {
    if (does.equals(label.getText()) && told.equals(shown)) {
      return;
    }
    shown = told;
    boolean speaks = !told.text().isEmpty();
    Texts.set(label, does);
    Texts.set(message, told.text());
    pseudoClassStateChanged(DONE, speaks && told.tone() == ActMessage.Tone.DONE);
    pseudoClassStateChanged(NOT_DONE, speaks && told.tone() == ActMessage.Tone.NOT_DONE);
    message.setVisible(speaks);
    icon.setVisible(!speaks);
    label.setVisible(!speaks);
    cap.setVisible(!speaks);
    key.setVisible(!speaks);
    setAccessibleText(
        speaks ? does + ", " + told.text() : words.text("spoken.key", does, key.getText()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middle = getHeight() / 2;
    icon.setLayoutX(PADDING);
    icon.setLayoutY(Math.rint(middle - 10));
    Texts.place(label, PADDING + 28, middle + 6);
    double capWidth = Math.ceil(Texts.width(key)) + 12;
    cap.resizeRelocate(getWidth() - capWidth - 6, middle - 11, capWidth, 22);
    Texts.place(key, getWidth() - capWidth, middle + 5);
    message.setWrappingWidth(getWidth() - 2 * PADDING);
    double lines = message.getLayoutBounds().getHeight();
    message.setLayoutX(PADDING);
    message.setLayoutY(Math.rint(middle - lines / 2 - message.getLayoutBounds().getMinY()));
  }
}
