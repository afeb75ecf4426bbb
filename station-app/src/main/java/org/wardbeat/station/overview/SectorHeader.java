package org.wardbeat.station.overview;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.HeaderView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** Bed label, name, and the condition with its age. */
final class SectorHeader extends Region {
  private static final double PADDING = 12;
  private static final double CAP_HEIGHT = 0.76;
  private static final double ICON = 20;

  /** Of the width, for labels longer than any bed has. */
  private static final double MOST_LABEL = 0.45;

  private final Text bed = Texts.line("bed-label");
  private final Text name = Texts.line("name");
  private final String wasWord;
  private final Text was = Texts.line("was-word");
  private final Text message = Texts.line("message");
  private final Text age = Texts.line("age");

  /** Before the message: that it is an age, that somebody saw to it, or that others are called. */
  private final SVGPath mark = Icon.CLOCK.node();

  /** Between message and time: that the sound is paused, or that the patient is away. */
  private final SVGPath aside = Icon.SPEAKER_BARS.node();

  private HeaderView view = HeaderView.quiet("", "");
  private Anatomy anatomy;
  private double messageLeft;
  private boolean countdownElsewhere;

  SectorHeader(Words words, Anatomy anatomy) {
    this.wasWord = words.text("sector.was");
    this.anatomy = anatomy;
    getStyleClass().add("sector-header");
    setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(bed, name);
    for (SVGPath icon : List.of(mark, aside)) {
      icon.setManaged(false);
      icon.setVisible(false);
    }
  }

  void setIds(String prefix) {
    name.setId(prefix + "-name");
    message.setId(prefix + "-message");
    mark.setId(prefix + "-mark");
    aside.setId(prefix + "-aside");
    age.setId(prefix + "-age");
  }

  void setAnatomy(Anatomy anatomy) {
    this.anatomy = anatomy;
    requestLayout();
  }

  void show(HeaderView view) {
    this.view = view;
    States.severity(this, view.severity(), view.look());
    pseudoClassStateChanged(States.DIM, isAge());
    pseudoClassStateChanged(States.ALARMS_OFF, view.note() == HeaderView.Note.ALARMS_OFF);
    pseudoClassStateChanged(States.HELD, isCountdown());
    Needed.show(getChildren(), was, view.was());
    Needed.show(getChildren(), message, !view.message().isEmpty() || !view.brief().isEmpty());
    Needed.show(getChildren(), age, !view.age().isEmpty());
    Needed.show(getChildren(), mark, mark(false) != null);
    Needed.show(getChildren(), aside, view.note() != HeaderView.Note.NONE);
    requestLayout();
  }

  /** Whether the sector shows the time left of a standby itself. */
  void setCountdownElsewhere(boolean elsewhere) {
    countdownElsewhere = elsewhere;
  }

  private String age() {
    boolean elsewhere = countdownElsewhere && view.note() == HeaderView.Note.STANDBY;
    return elsewhere ? "" : view.age();
  }

  boolean flashes() {
    return view.flashes();
  }

  Severity severity() {
    return view.severity();
  }

  /** Whether it takes the caption's row too. */
  boolean isTall() {
    return anatomy.messageRow() && (view.severity() != Severity.NONE || isCountdown());
  }

  private boolean isAge() {
    return view.note() == HeaderView.Note.AGE;
  }

  @Override
  protected void layoutChildren() {
    double baseline = baseline(anatomy.header(), bed);
    Texts.fit(bed, view.bed(), getWidth() * MOST_LABEL);
    double bedWidth = Math.max(Math.rint(anatomy.header() * 2.06), Texts.width(bed) + 18);
    Texts.place(bed, Math.max(8, (bedWidth - Texts.width(bed)) / 2), baseline);
    Texts.set(was, view.was() ? wasWord : "");
    if (isTall()) {
      layoutMessageRow();
    } else {
      layoutMessage(baseline, bedWidth);
    }
    double room = (isTall() ? getWidth() - PADDING : messageLeft()) - bedWidth - 6;
    boolean hidden = anatomy.brief() && (view.severity() != Severity.NONE || isCountdown());
    Texts.fit(name, hidden ? "" : view.name(), room);
    Texts.place(name, bedWidth + 4, baseline(anatomy.header(), name));
  }

  private void layoutMessageRow() {
    Texts.set(age, isCountdown() ? age() : "");
    double middle = anatomy.header() + 12;
    double right = getWidth() - PADDING - Texts.width(age);
    Texts.place(age, right, middle + 8);
    right -= isCountdown() ? PADDING : 0;
    right = showBefore(aside, aside(false), right, middle);
    double x = PADDING;
    Icon marked = mark(true);
    mark.setVisible(marked != null);
    if (marked != null) {
      marked.showOn(mark);
      place(mark, x, middle);
      x += ICON + 4;
    }
    double baseline = anatomy.header() + 20;
    Texts.place(was, x, baseline);
    x += view.was() ? Texts.width(was) + 6 : 0;
    fit(view.message(), right - x);
    Texts.place(message, x, baseline);
  }

  private @Nullable Icon mark(boolean small) {
    if (isAge()) {
      return small ? null : Icon.CLOCK;
    }
    if (view.look() == AlarmLook.ACKNOWLEDGED) {
      return Icon.CHECK;
    }
    return view.escalated() ? Icon.ESCALATED : null;
  }

  private @Nullable Icon aside(boolean small) {
    return switch (view.note()) {
      case AUDIO_PAUSED -> Icon.SPEAKER_BARS;
      case STANDBY -> small || countdownElsewhere ? null : Icon.MOON;
      case NONE, AGE, ALARMS_OFF -> null;
    };
  }

  private static void place(SVGPath icon, double x, double middle) {
    icon.setLayoutX(Math.rint(x));
    icon.setLayoutY(Math.rint(middle - ICON / 2));
  }

  /** Shows an icon left of a place; returns where it begins. */
  private static double showBefore(
      SVGPath shape, @Nullable Icon icon, double right, double middle) {
    shape.setVisible(icon != null);
    if (icon == null) {
      return right;
    }
    icon.showOn(shape);
    place(shape, right - ICON, middle);
    return right - ICON - 6;
  }

  private void layoutMessage(double baseline, double bedWidth) {
    boolean small = anatomy.brief() || anatomy.messageRow();
    double middle = anatomy.header() / 2;
    Texts.set(message, anatomy.brief() ? view.brief() : view.message());
    Texts.set(age, small && !isCountdown() ? "" : age());
    double icons = (mark(small) == null ? 0 : ICON + 10) + (aside(small) == null ? 0 : ICON + 6);
    fitMessage(getWidth() - PADDING - bedWidth - 8 - icons);
    double right = getWidth() - PADDING;
    Texts.place(age, right - Texts.width(age), baseline(anatomy.header(), age));
    right -= Texts.width(age) > 0 ? Texts.width(age) + PADDING : 0;
    right = showBefore(aside, aside(small), right, middle);
    double messageBaseline = isAge() ? baseline(anatomy.header(), message) : baseline;
    Texts.place(message, right - Texts.width(message), messageBaseline);
    right -= Texts.width(message);
    Texts.place(was, right - Texts.width(was) - 6, baseline);
    right -= Texts.width(was) > 0 ? Texts.width(was) + 6 : 0;
    messageLeft = showBefore(mark, mark(small), right - (isAge() ? 10 : 4), middle);
  }

  private void fitMessage(double room) {
    if (Texts.width(message) + Texts.width(age) + PADDING > room) {
      Texts.set(age, isCountdown() ? age() : "");
    }
    if (Texts.width(was) + 6 + Texts.width(message) > room) {
      Texts.set(was, "");
    }
    double left = room - (Texts.width(age) > 0 ? Texts.width(age) + PADDING : 0);
    fit(message.getText(), left);
  }

  /** The words, else their short form, else as many words of that as there is room for. */
  private void fit(String words, double room) {
    Texts.set(message, words);
    String candidate = view.brief();
    while (Texts.width(message) > room && candidate.indexOf(' ') < candidate.lastIndexOf(' ')) {
      Texts.set(message, candidate);
      candidate = candidate.substring(0, candidate.lastIndexOf(' '));
    }
    if (Texts.width(message) > room) {
      Texts.fit(message, candidate, room);
    }
  }

  /** What counts down stands in for what has no other place. */
  private boolean isCountdown() {
    return view.note() == HeaderView.Note.ALARMS_OFF || view.note() == HeaderView.Note.STANDBY;
  }

  /** Where the room for the name ends. */
  private double messageLeft() {
    return message.getText().isEmpty() && age.getText().isEmpty()
        ? getWidth() - PADDING
        : messageLeft - 4;
  }

  private static double baseline(double height, Text text) {
    return height / 2 + text.getFont().getSize() * CAP_HEIGHT / 2;
  }
}
