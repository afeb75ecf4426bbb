package org.wardbeat.station.overview;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.wardbeat.station.presentation.HeaderView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** Bed label, name, and the condition with its age. */
final class SectorHeader extends Region {
  private static final double PADDING = 12;
  private static final double CAP_HEIGHT = 0.76;

  private final Text bed = Texts.line("bed-label");
  private final Text name = Texts.line("name");
  private final Text was = Texts.line("was-word");
  private final Text message = Texts.line("message");
  private final Text age = Texts.line("age");
  private final SVGPath clock = Icon.CLOCK.node();
  private HeaderView view = new HeaderView("", "", Severity.NONE, false, "", "", "");
  private Anatomy anatomy;

  SectorHeader(Anatomy anatomy) {
    this.anatomy = anatomy;
    getStyleClass().add("sector-header");
    setManaged(false);
    setMouseTransparent(true);
    clock.setManaged(false);
    getChildren().addAll(bed, name, was, message, age, clock);
  }

  void setIds(String prefix) {
    name.setId(prefix + "-name");
    message.setId(prefix + "-message");
    age.setId(prefix + "-age");
  }

  void setAnatomy(Anatomy anatomy) {
    this.anatomy = anatomy;
    requestLayout();
  }

  void show(HeaderView view) {
    this.view = view;
    States.severity(this, view.severity(), view.was());
    pseudoClassStateChanged(States.DIM, isAge());
    pseudoClassStateChanged(States.FLASH_OFF, false);
    requestLayout();
  }

  boolean flashes() {
    return !view.was() && view.severity().compareTo(Severity.MEDIUM) >= 0;
  }

  Severity severity() {
    return view.severity();
  }

  /** Whether it takes the caption's row too. */
  boolean isTall() {
    return anatomy.messageRow() && view.severity() != Severity.NONE;
  }

  private boolean isAge() {
    return view.severity() == Severity.NONE && !view.message().isEmpty();
  }

  @Override
  protected void layoutChildren() {
    double baseline = baseline(anatomy.header(), bed);
    Texts.set(bed, view.bed());
    double bedWidth = Math.max(Math.rint(anatomy.header() * 2.06), Texts.width(bed) + 18);
    Texts.place(bed, Math.max(8, (bedWidth - Texts.width(bed)) / 2), baseline);
    Texts.set(was, view.was() ? "was" : "");
    if (isTall()) {
      layoutMessageRow();
    } else {
      layoutMessage(baseline, bedWidth);
    }
    double room = (isTall() ? getWidth() - PADDING : messageLeft()) - bedWidth - 6;
    boolean hidden = anatomy.brief() && view.severity() != Severity.NONE;
    Texts.fit(name, hidden ? "" : view.name(), room);
    Texts.place(name, bedWidth + 4, baseline(anatomy.header(), name));
  }

  private void layoutMessageRow() {
    clock.setVisible(false);
    Texts.set(age, "");
    Texts.fit(message, view.message(), getWidth() - 2 * PADDING);
    double x = PADDING;
    double baseline = anatomy.header() + 20;
    Texts.place(was, x, baseline);
    Texts.place(message, x + (view.was() ? Texts.width(was) + 6 : 0), baseline);
  }

  private void layoutMessage(double baseline, double bedWidth) {
    String wanted = anatomy.brief() ? view.brief() : view.message();
    Texts.set(message, wanted);
    Texts.set(age, anatomy.brief() || anatomy.messageRow() ? "" : view.age());
    double room = getWidth() - PADDING - bedWidth - 8;
    if (Texts.width(message) + Texts.width(age) + PADDING > room) {
      Texts.set(age, "");
    }
    if (Texts.width(was) + 6 + Texts.width(message) > room) {
      Texts.set(was, "");
    }
    if (Texts.width(message) > room) {
      Texts.fit(message, view.brief(), room);
    }
    double right = getWidth() - PADDING;
    Texts.place(age, right - Texts.width(age), baseline(anatomy.header(), age));
    right -= Texts.width(age) > 0 ? Texts.width(age) + PADDING : 0;
    double messageBaseline = isAge() ? baseline(anatomy.header(), message) : baseline;
    Texts.place(message, right - Texts.width(message), messageBaseline);
    right -= Texts.width(message);
    Texts.place(was, right - Texts.width(was) - 6, baseline);
    clock.setVisible(isAge() && !anatomy.brief() && !anatomy.messageRow());
    clock.setLayoutX(Math.rint(right - 30));
    clock.setLayoutY(Math.rint(anatomy.header() / 2 - 10));
  }

  private double messageLeft() {
    if (message.getText().isEmpty()) {
      return getWidth() - PADDING;
    }
    double left = view.was() && !was.getText().isEmpty() ? was.getLayoutX() : message.getLayoutX();
    return left - (clock.isVisible() ? 34 : 8);
  }

  private static double baseline(double height, Text text) {
    return height / 2 + text.getFont().getSize() * CAP_HEIGHT / 2;
  }
}
