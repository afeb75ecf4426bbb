package org.wardbeat.station.wall;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** A pinned alarm. */
final class LaneSlot extends Region {
  // Both in px of the design.
  private static final double GAP = 26;
  private static final double MARK_WIDTH = 84;

  /** How much smaller than it should be a condition is before it is cut. */
  private static final double LEAST_CONDITION = 0.6;

  private final Words words;
  private final Text prefix = Texts.line("pinned");
  private final Text place = Texts.line("pinned", "place");
  private final Text condition = Texts.line("pinned");
  private final Text age = Texts.line("pinned");
  private final Region ring = new Region();
  private final WallIcon mark = new WallIcon(Icon.CHECK);
  private WallScale scale = WallScale.DESIGN;
  private StripView.@Nullable Entry entry;
  private String bed = "";

  LaneSlot(Words words, int index) {
    this.words = words;
    setId("pinned-" + index);
    prefix.setId("pinned-" + index + "-prefix");
    place.setId("pinned-" + index + "-place");
    condition.setId("pinned-" + index + "-condition");
    age.setId("pinned-" + index + "-age");
    getStyleClass().addAll("wall-state", "wall-slot");
    ring.getStyleClass().add("wall-ring");
    setManaged(false);
    ring.setManaged(false);
    ring.setVisible(false);
    getChildren().addAll(ring, mark.node(), prefix, place, condition, age);
  }

  void show(StripView.@Nullable Entry next, String where, WallScale scale) {
    this.scale = scale;
    bed = where;
    entry = next;
    setVisible(next != null);
    if (next != null) {
      States.severity(this, next.severity(), next.look());
      ring.setVisible(isEmphasised(next));
      setAccessibleText(
          "%s %s %s %s".formatted(words.text(next.severity().key()), bed, next.text(), next.age()));
      requestLayout();
    }
  }

  void flash(FlashClock clock) {
    StripView.Entry shown = entry;
    boolean off = shown != null && shown.flashes() && clock.isOff(shown.severity());
    pseudoClassStateChanged(States.FLASH_OFF, off);
  }

  private static @Nullable Icon icon(StripView.Entry entry) {
    if (entry.look() == AlarmLook.ACKNOWLEDGED) {
      return Icon.CHECK;
    }
    return isEmphasised(entry) ? Icon.ESCALATED : null;
  }

  /** What was so when the link was lost calls nobody now. */
  private static boolean isEmphasised(StripView.Entry entry) {
    return entry.escalated() && entry.look() != AlarmLook.WAS;
  }

  @Override
  protected void layoutChildren() {
    StripView.Entry shown = entry;
    if (shown == null) {
      return;
    }
    double unit = scale.unit();
    double middle = getHeight() / 2;
    double gap = GAP * unit;
    ring.resizeRelocate(0, 0, getWidth(), getHeight());
    ring.setStyle("-fx-border-width: " + Math.max(2, Math.rint(8 * unit)) + "px");
    mark.show(isEmphasised(shown) && !hasRoomForMark(shown) ? null : icon(shown));
    double x = gap;
    if (mark.isShown()) {
      mark.place(x - 6 * unit, middle, 84 * unit);
      x += MARK_WIDTH * unit;
    }
    for (Text text : List.of(prefix, place)) {
      Lines.size(text, Type.PINNED, scale);
    }
    // What was seen to, and what was so when the link was lost, say so in their words.
    boolean signs = shown.look() != AlarmLook.ACKNOWLEDGED;
    Texts.set(prefix, signs ? shown.prefix() : "");
    Texts.place(prefix, x, Lines.baseline(prefix, middle));
    x += signs ? Texts.width(prefix) + gap : 0;
    double size = Type.PINNED.px(scale);
    Lines.fit(place, bed, Type.PINNED, size, 0.5, (getWidth() - gap - x) * 0.55);
    Texts.place(place, x, Lines.baseline(place, middle));
    x += Texts.width(place) + gap;
    layoutWords(shown, x, getWidth() - gap, middle);
  }

  /** Whether its words keep their size beside the mark; the ring says the same. */
  private boolean hasRoomForMark(StripView.Entry shown) {
    double px = Type.PINNED.px(scale);
    double needed =
        Lines.width(Type.PINNED, px, shown.prefix())
            + Lines.width(Type.PINNED, px, bed)
            + Lines.width(Type.CONDITION, Type.CONDITION.px(scale), shown.text());
    return needed + (MARK_WIDTH + 4 * GAP) * scale.unit() <= getWidth();
  }

  private void layoutWords(StripView.Entry shown, double left, double right, double middle) {
    double px = Type.CONDITION.px(scale);
    String all =
        shown.look() == AlarmLook.WAS ? words.text("alarm.was", shown.text()) : shown.text();
    Lines.size(age, Type.BAR, scale);
    Texts.set(age, shown.age());
    Wording wording =
        Wording.of(
            all,
            shown.age(),
            shown.look() == AlarmLook.LATCHED,
            each -> Lines.width(Type.CONDITION, px, each),
            Texts.width(age) + GAP * scale.unit(),
            right - left);
    Texts.set(age, wording.age());
    Lines.fit(condition, wording.words(), Type.CONDITION, px, LEAST_CONDITION, right - left);
    double baseline = middle + px * Type.CAP_HEIGHT / 2;
    Texts.place(condition, left, baseline);
    Lines.placeRight(age, right, baseline);
  }
}
