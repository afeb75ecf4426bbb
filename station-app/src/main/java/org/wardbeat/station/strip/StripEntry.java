package org.wardbeat.station.strip;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.PressArea;
import org.wardbeat.station.theme.Texts;

/**
 * One condition in the strip, with a button to acknowledge it. It can have the focus and lead to
 * its bed by a key; its button cannot, so that no key acknowledges but the one that is for that.
 */
final class StripEntry extends Region {
  static final double HEIGHT = 44;

  private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
  private static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
  private static final PseudoClass FLASH_OFF = PseudoClass.getPseudoClass("flash-off");
  private static final PseudoClass SEEN = PseudoClass.getPseudoClass("seen");
  private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");
  private static final PseudoClass LATCHED = PseudoClass.getPseudoClass("latched");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double CHIP = 50;
  private static final double BASELINE = 29;
  private static final double BUTTON = 44;
  private static final double ICON = 20;

  private final Words words;
  private final Region chip = new Region();
  private final Text prefix = Texts.line("prefix");
  private final SVGPath check = Icon.CHECK.node();
  private final SVGPath called = Icon.ESCALATED.node();
  private final Text place = Texts.line("place");
  private final Text text = Texts.line("condition");
  private final Text age = Texts.line("age");
  private final StripActions actions;
  private final PressArea button;
  private final SVGPath tick = Icon.CHECK.node();
  private StripView.Entry view;

  /**
   * @param words in which language
   * @param first what it shows first
   * @param actions what can be done with it
   */
  StripEntry(Words words, StripView.Entry first, StripActions actions) {
    this.words = words;
    this.actions = actions;
    view = first;
    getStyleClass().add("strip-entry");
    setManaged(false);
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    button = new PressArea(() -> actions.acknowledge(view));
    chip.getStyleClass().add("chip");
    chip.setMouseTransparent(true);
    check.getStyleClass().add("seen-icon");
    button.getStyleClass().add("entry-button");
    getChildren().addAll(chip, prefix, check, place, text, called, age, button, tick);
    getChildren().forEach(child -> child.setManaged(false));
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            press();
          }
        });
  }

  /** Goes to its bed. */
  void press() {
    actions.select(view);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
    if (wanted == AccessibleAction.FIRE) {
      press();
    } else {
      super.executeAccessibleAction(wanted, parameters);
    }
  }

  void setIds(int index) {
    setId("strip-entry-" + index);
    button.setId("strip-acknowledge-" + index);
  }

  /** Shows whether its chip is in the off phase now. */
  void flash(Predicate<Severity> isOff) {
    boolean off = view.flashes() && isOff.test(view.severity());
    if (off != getPseudoClassStates().contains(FLASH_OFF)) {
      pseudoClassStateChanged(FLASH_OFF, off);
    }
  }

  void show(StripView.Entry next, boolean selected) {
    view = next;
    boolean seen = next.look() == AlarmLook.ACKNOWLEDGED || next.look() == AlarmLook.ENDED;
    pseudoClassStateChanged(HIGH, next.severity() == Severity.HIGH);
    pseudoClassStateChanged(MEDIUM, next.severity() == Severity.MEDIUM);
    pseudoClassStateChanged(SEEN, seen);
    pseudoClassStateChanged(ENDED, next.look() == AlarmLook.ENDED);
    pseudoClassStateChanged(LATCHED, next.look() == AlarmLook.LATCHED);
    pseudoClassStateChanged(SELECTED, selected);
    prefix.setVisible(!seen);
    check.setVisible(seen);
    called.setVisible(next.escalated());
    button.setVisible(next.isAcknowledgeable());
    tick.setVisible(next.isAcknowledgeable());
    String whole = next.place() + " " + next.text() + " " + next.age();
    setAccessibleText(next.escalated() ? whole + ", " + words.text("spoken.escalated") : whole);
    button.setAccessibleText(words.text("spoken.acknowledge", next.place(), next.text()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    chip.resizeRelocate(0, 0, CHIP, HEIGHT);
    Texts.set(prefix, view.prefix());
    Texts.place(prefix, (CHIP - Texts.width(prefix)) / 2, BASELINE);
    place(check, (CHIP - ICON) / 2);
    double right = getWidth() - (button.isVisible() ? BUTTON + 4 : 0);
    button.resizeRelocate(getWidth() - BUTTON, 0, BUTTON, HEIGHT);
    place(tick, getWidth() - BUTTON + (BUTTON - ICON) / 2);
    right -= 10;
    Texts.fit(age, view.age(), getWidth() / 2);
    Texts.place(age, right - Texts.width(age), BASELINE);
    right -= Texts.width(age);
    if (called.isVisible()) {
      right -= ICON + 8;
      place(called, right);
    }
    Texts.fit(place, view.place(), getWidth() / 2);
    Texts.place(place, CHIP + 10, BASELINE);
    double x = CHIP + 10 + Texts.width(place) + 12;
    Texts.fit(text, view.text(), right - x - 10);
    Texts.place(text, x, BASELINE);
  }

  private static void place(SVGPath icon, double x) {
    icon.setLayoutX(Math.rint(x));
    icon.setLayoutY((HEIGHT - ICON) / 2);
  }
}
