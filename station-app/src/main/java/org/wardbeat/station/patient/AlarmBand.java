package org.wardbeat.station.patient;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.HeaderView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.Texts;

/** The bed's condition in a place that is always kept for it. */
final class AlarmBand extends Region {
  static final double HEIGHT = 48;

  private final Words words;
  private final Region box = new Region();
  private final Text was = Texts.line("was-word");
  private final Text message = Texts.line("message");
  private final Text age = Texts.line("age");
  private final MixedLine note = new MixedLine("band-note");
  private final SVGPath mark = Icon.CHECK.node();
  private HeaderView view = HeaderView.quiet("", "");
  private String limitNote = "";

  AlarmBand(Words words) {
    this.words = words;
    setId("patient-band");
    getStyleClass().addAll("alarm-band", "sector-header", "patient-part");
    box.getStyleClass().add("header-box");
    message.setId("patient-message");
    age.setId("patient-age");
    note.setId("patient-limit-note");
    box.setId("patient-band-box");
    getChildren().addAll(box, was, message, age, note, mark);
    getChildren().forEach(child -> child.setManaged(false));
    mark.setVisible(false);
  }

  void show(HeaderView next, String limit, FlashClock flash) {
    view = next;
    limitNote = limit;
    for (Region region : List.of(this, box)) {
      States.severity(region, next.severity(), next.look());
    }
    pseudoClassStateChanged(States.ALARMS_OFF, next.note() == HeaderView.Note.ALARMS_OFF);
    flash(flash);
    requestLayout();
  }

  /** Shows the phase of the flash; steady if this does not flash. */
  void flash(FlashClock flash) {
    boolean off = view.flashes() && flash.isOff(view.severity());
    pseudoClassStateChanged(States.FLASH_OFF, off);
    box.pseudoClassStateChanged(States.FLASH_OFF, off);
  }

  @Override
  protected void layoutChildren() {
    box.resizeRelocate(0, 0, getWidth(), HEIGHT);
    boolean quiet = view.message().isEmpty();
    double x = 16;
    boolean seen = view.look() == AlarmLook.ACKNOWLEDGED && view.severity() != Severity.NONE;
    mark.setVisible(seen || view.escalated());
    if (mark.isVisible()) {
      (seen ? Icon.CHECK : Icon.ESCALATED).showOn(mark);
      mark.setLayoutX(x);
      mark.setLayoutY(HEIGHT / 2 - 10);
      x += 30;
    }
    Texts.set(was, view.was() ? words.text("sector.was") : "");
    Texts.place(was, x, 32);
    x += view.was() ? Texts.width(was) + 8 : 0;
    Texts.fit(message, quiet ? "" : view.message(), Math.max(0, getWidth() - x - 150));
    Texts.place(message, x, 34);
    x += Texts.width(message) + (quiet ? 0 : 20);
    Texts.set(age, view.age());
    Texts.place(age, x, 33);
    x += Texts.width(age) + (view.age().isEmpty() ? 0 : 20);
    note.setContent(quiet && view.age().isEmpty() ? words.text("patient.no-alarm") : limitNote);
    note.relocate(Math.rint(x), 32);
    note.fit(Math.max(0, getWidth() - x - 16));
  }
}
