package org.wardbeat.station.strip;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.theme.Texts;

/** One condition in the strip. */
final class StripEntry extends Region {
  static final double HEIGHT = 36;

  private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
  private static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
  private static final PseudoClass FLASH_OFF = PseudoClass.getPseudoClass("flash-off");
  private static final double CHIP = 50;
  private static final double BASELINE = 25;

  private final Region chip = new Region();
  private final Text prefix = Texts.line("prefix");
  private final Text place = Texts.line("place");
  private final Text text = Texts.line("condition");
  private final Text age = Texts.line("age");
  private boolean steady;
  private StripView.Entry view = new StripView.Entry(Severity.NONE, "", false, "", "", "");

  StripEntry() {
    getStyleClass().add("strip-entry");
    setManaged(false);
    chip.getStyleClass().add("chip");
    chip.setManaged(false);
    getChildren().addAll(chip, prefix, place, text, age);
  }

  /** Shows whether its chip is in the off phase now. */
  void flash(Predicate<Severity> isOff) {
    boolean off = !steady && isOff.test(view.severity());
    if (off != getPseudoClassStates().contains(FLASH_OFF)) {
      pseudoClassStateChanged(FLASH_OFF, off);
    }
  }

  void show(StripView.Entry next) {
    view = next;
    steady = next.was();
    pseudoClassStateChanged(HIGH, next.severity() == Severity.HIGH);
    pseudoClassStateChanged(MEDIUM, next.severity() == Severity.MEDIUM);
    setAccessibleText(next.place() + " " + next.text() + " " + next.age());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    chip.resizeRelocate(0, 0, CHIP, HEIGHT);
    Texts.set(prefix, view.prefix());
    Texts.place(prefix, (CHIP - Texts.width(prefix)) / 2, BASELINE);
    Texts.set(age, view.age());
    double right = getWidth() - 10 - Texts.width(age);
    Texts.place(age, right, BASELINE);
    Texts.fit(place, view.place(), getWidth() / 2);
    Texts.place(place, CHIP + 10, BASELINE);
    double x = CHIP + 10 + Texts.width(place) + 12;
    Texts.fit(text, view.text(), right - x - 10);
    Texts.place(text, x, BASELINE);
  }
}
