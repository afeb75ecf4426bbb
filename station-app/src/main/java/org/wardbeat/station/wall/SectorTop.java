package org.wardbeat.station.wall;

import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.HeaderView;
import org.wardbeat.station.presentation.ScoreBadge;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.wire.ward.Score;

/** A bed's label with the priority of its alarm, and below what that is, or the bed's score. */
final class SectorTop extends Region {
  /** Height of the label's row in px of the design. */
  static final double LABEL_ROW = 100;

  /** Height of the row below in px of the design; small sectors have none. */
  static final double MESSAGE_ROW = 58;

  private static final double PADDING = 20;

  /** How much smaller than it should be a message is before it says less. */
  private static final double LEAST_MESSAGE = 0.8;

  private final Words words;
  private final Text bed = Texts.line("bed-label");
  private final Text prefix = Texts.line("prefix");
  private final Text note = Texts.line("note");
  private final Text message = Texts.line("message");
  private final Text age = Texts.line("age");
  private final Text initials = Texts.line("initials");
  private final Text scoreName = Texts.line("score-name");
  private final Text score = Texts.line("score");
  private final Region scoreBox = new Region();
  private final WallIcon mark = new WallIcon(Icon.CHECK);
  private final WallIcon paused = new WallIcon(Icon.SPEAKER_BARS);
  private WallScale scale = WallScale.DESIGN;
  private boolean small;
  private double borderPx = -1;
  private HeaderView view = HeaderView.quiet("", "");
  private ScoreBadge badge = new ScoreBadge("", Score.Band.NONE);
  private boolean empty;
  private String unit = "";

  SectorTop(Words words) {
    this.words = words;
    getStyleClass().addAll("wall-state", "wall-header");
    setManaged(false);
    scoreName.setText("NEWS2");
    scoreBox.getStyleClass().add("score-box");
    scoreBox.setManaged(false);
    getChildren().addAll(bed, prefix, note, message, age, initials);
    getChildren().addAll(scoreName, scoreBox, score);
    getChildren().addAll(mark.node(), paused.node());
  }

  void setIds(String id) {
    bed.setId(id + "-label");
    prefix.setId(id + "-prefix");
    note.setId(id + "-note");
    message.setId(id + "-message");
    age.setId(id + "-age");
    initials.setId(id + "-initials");
    score.setId(id + "-news2");
  }

  void setScale(WallScale scale, boolean small) {
    this.scale = scale;
    this.small = small;
    requestLayout();
  }

  void show(SectorView sector, String unitName) {
    boolean nowEmpty = sector.kind() == SectorView.Kind.EMPTY;
    if (sector.header().equals(view)
        && sector.caption().news2().equals(badge)
        && nowEmpty == empty
        && unitName.equals(unit)) {
      return;
    }
    unit = unitName;
    view = sector.header();
    badge = sector.caption().news2();
    empty = nowEmpty;
    States.severity(this, view.severity(), view.look());
    pseudoClassStateChanged(States.EMPTY, empty);
    pseudoClassStateChanged(States.ALARMS_OFF, view.note() == HeaderView.Note.ALARMS_OFF);
    scoreBox.pseudoClassStateChanged(States.HIGH, badge.band() == Score.Band.HIGH);
    scoreBox.pseudoClassStateChanged(States.MEDIUM, badge.band() == Score.Band.MEDIUM);
    score.pseudoClassStateChanged(States.HIGH, badge.band() == Score.Band.HIGH);
    requestLayout();
  }

  /** Leaves its border to the sector, so that it stays solid while this flashes. */
  void leaveBorder(double px) {
    if (px == borderPx) {
      return;
    }
    borderPx = px;
    setStyle(String.format(Locale.ROOT, "-fx-background-insets: %1$.0f %1$.0f 0 %1$.0f", px));
  }

  Severity severity() {
    return view.severity();
  }

  boolean flashes() {
    return view.flashes();
  }

  private boolean alarms() {
    return view.severity() != Severity.NONE;
  }

  /** How much of a sector it takes, in px of the design. */
  double height() {
    return LABEL_ROW + (small ? 0 : MESSAGE_ROW);
  }

  private double px(double design) {
    return design * scale.unit();
  }

  private double size(Type type) {
    return type.px(scale);
  }

  @Override
  protected void layoutChildren() {
    double middle = px(LABEL_ROW) / 2;
    double right = getWidth() - px(PADDING);
    double labelRoom = (right - px(PADDING)) * (alarms() ? 0.62 : 1);
    Lines.fit(bed, view.bed(), Type.BED, size(Type.BED), 0.75, labelRoom);
    Texts.place(bed, px(PADDING), Lines.baseline(bed, middle));
    double left = px(PADDING) + Texts.width(bed) + px(14);
    clear();
    if (small) {
      layoutBeside(left, right);
    } else {
      layoutNote(left, right, middle);
      layoutBelow(right, px(LABEL_ROW + MESSAGE_ROW / 2) - px(2));
    }
  }

  private void clear() {
    for (Text text : new Text[] {prefix, note, message, age, initials, scoreName, score}) {
      Texts.set(text, "");
    }
    scoreBox.setVisible(false);
    mark.show(null);
    paused.show(null);
  }

  private @Nullable Icon icon() {
    if (view.look() == AlarmLook.ACKNOWLEDGED) {
      return Icon.CHECK;
    }
    return view.escalated() ? Icon.ESCALATED : null;
  }

  /** The priority in signs, or what else is told beside the label. */
  private void layoutNote(double left, double right, double middle) {
    double end = right;
    double iconSize = px(64);
    Icon icon = icon();
    double iconRoom = icon == null ? 0 : iconSize;
    if (view.look() == AlarmLook.LATCHED) {
      Lines.fit(prefix, view.prefix(), Type.BED, px(66), 0.6, right - left);
      Lines.placeRight(prefix, right, Lines.baseline(prefix, px(38)));
      Lines.fit(age, view.age(), Type.DETAIL, px(36), 0.6, right - left);
      Lines.placeRight(age, right, Lines.baseline(age, px(78)));
    } else if (alarms()) {
      double room = Math.max(0, right - left - iconRoom);
      Lines.fit(prefix, view.prefix(), Type.BED, size(Type.BED), 0.5, room);
      Lines.placeRight(prefix, right, Lines.baseline(prefix, middle));
      end -= Texts.width(prefix);
    } else if (view.note() == HeaderView.Note.AGE || view.note() == HeaderView.Note.STANDBY) {
      double room = Math.max(0, right - left - iconRoom);
      Lines.fit(note, view.message(), Type.MESSAGE, px(56), 0.5, room);
      Lines.placeRight(note, right, Lines.baseline(note, middle));
      end -= Texts.width(note);
    }
    mark.show(icon);
    mark.place(end - iconSize - px(4), middle, iconSize);
  }

  private void layoutBelow(double right, double middle) {
    if (alarms()) {
      layoutMessage(px(PADDING), right, middle);
    } else if (empty) {
      Lines.fit(message, view.name(), Type.MESSAGE, size(Type.MESSAGE), 1, right);
      Texts.place(message, px(PADDING), Lines.baseline(message, middle));
    } else {
      double left = layoutHeld(right, middle);
      layoutScore(left, right, middle);
    }
  }

  /** Who lies there, or what of the bed's alarms is held back; returns where it ends. */
  private double layoutHeld(double right, double middle) {
    boolean off = view.note() == HeaderView.Note.ALARMS_OFF;
    boolean silent = view.note() == HeaderView.Note.AUDIO_PAUSED;
    double x = px(PADDING);
    if (!off && !silent) {
      return layoutWho(x, x + (right - x) * 0.45, middle);
    }
    paused.show(silent ? Icon.SPEAKER_BARS : null);
    if (silent) {
      paused.place(x, middle, px(44));
      x += px(52);
    }
    String shown = off ? view.message() + " " + view.age() : view.age();
    Lines.fit(message, shown, Type.MESSAGE, size(Type.MESSAGE), 0.7, right - x);
    Texts.place(message, x, Lines.baseline(message, middle));
    return x + Texts.width(message) + px(14);
  }

  /** The initials, and behind them the unit if there are several; returns where they end. */
  private double layoutWho(double left, double right, double middle) {
    double gap = px(14);
    double room = unit.isEmpty() ? right - left : (right - left) / 2;
    Lines.fit(initials, view.name(), Type.DETAIL, size(Type.DETAIL), 0.6, room);
    Texts.place(initials, left, Lines.baseline(initials, middle));
    double x = view.name().isEmpty() ? left : left + Texts.width(initials) + gap;
    Lines.fit(age, unit, Type.DETAIL, size(Type.DETAIL), 0.6, right - x);
    Texts.place(age, x, Lines.baseline(age, middle));
    return unit.isEmpty() ? x : x + Texts.width(age) + gap;
  }

  private void layoutScore(double left, double right, double middle) {
    if (!badge.isShown()) {
      return;
    }
    Lines.size(score, Type.SCORE, scale);
    Texts.set(score, badge.text());
    double width = Math.max(px(66), Texts.width(score) + px(24));
    double height = px(46);
    double x = right - width;
    if (x < left) {
      Texts.set(score, "");
      return;
    }
    scoreBox.setVisible(true);
    scoreBox.resizeRelocate(
        Math.rint(x), Math.rint(middle - height / 2), Math.rint(width), Math.rint(height));
    Lines.placeMiddle(score, x + width / 2, Lines.baseline(score, middle));
    Lines.size(scoreName, Type.SCORE, scale);
    Texts.set(scoreName, "NEWS2");
    if (x - px(14) - Texts.width(scoreName) < left) {
      Texts.set(scoreName, "");
    }
    Lines.placeRight(scoreName, x - px(14), Lines.baseline(scoreName, middle));
  }

  /** What the alarm is and since when. */
  private void layoutMessage(double left, double right, double middle) {
    boolean silent = view.note() == HeaderView.Note.AUDIO_PAUSED;
    double size = size(Type.MESSAGE);
    if (view.look() == AlarmLook.LATCHED) {
      layoutWords(left, right, middle);
      return;
    }
    Lines.size(age, Type.DETAIL, size(Type.DETAIL));
    Texts.set(age, view.age());
    Wording wording =
        Wording.of(
            view.was() ? words.text("alarm.was", view.condition()) : view.condition(),
            view.age(),
            silent,
            each -> Lines.width(Type.MESSAGE, size, each) * LEAST_MESSAGE,
            Texts.width(age) + px(16) + (silent ? px(52) : 0),
            right - left);
    Texts.set(age, wording.age());
    double end = right;
    if (!wording.age().isEmpty()) {
      Lines.placeRight(age, right, Lines.baseline(age, middle));
      end -= Texts.width(age) + px(16);
      paused.show(silent ? Icon.SPEAKER_BARS : null);
      paused.place(end - px(32), middle, px(44));
      end -= silent ? px(52) : 0;
    }
    Lines.fit(message, wording.words(), Type.MESSAGE, size, LEAST_MESSAGE - 0.1, end - left);
    Texts.place(message, left, Lines.baseline(message, middle));
  }

  /** What the alarm was, whose end is told above. */
  private void layoutWords(double left, double right, double middle) {
    double size = size(Type.MESSAGE);
    Wording wording =
        Wording.of(
            view.condition(),
            "",
            false,
            each -> Lines.width(Type.MESSAGE, size, each) * LEAST_MESSAGE,
            0,
            right - left);
    Lines.fit(message, wording.words(), Type.MESSAGE, size, LEAST_MESSAGE - 0.1, right - left);
    Texts.place(message, left, Lines.baseline(message, middle));
  }

  /** In a small sector all of it stands beside the label. */
  private void layoutBeside(double left, double right) {
    if (alarms()) {
      Icon icon = icon();
      double size = px(62);
      Lines.fit(prefix, view.prefix(), Type.BED, size, 0.6, right - left - px(52));
      Lines.placeRight(prefix, right, Lines.baseline(prefix, px(30)));
      mark.show(icon);
      mark.place(right - Texts.width(prefix) - px(52), px(30), px(46));
      double room = Math.max(0, right - left);
      Wording wording =
          Wording.of(
              brief(), "", false, each -> Lines.width(Type.MESSAGE, px(36), each) * 0.7, 0, room);
      Lines.fit(message, wording.words(), Type.MESSAGE, px(36), 0.6, room);
      Lines.placeRight(message, right, Lines.baseline(message, px(76)));
    } else if (view.note() != HeaderView.Note.NONE) {
      String shown = view.note() == HeaderView.Note.AUDIO_PAUSED ? "" : view.message();
      Lines.fit(note, shown, Type.MESSAGE, px(40), 0.5, Math.max(0, right - left));
      Lines.placeRight(note, right, Lines.baseline(note, px(30)));
      boolean count = view.note() != HeaderView.Note.AGE && view.note() != HeaderView.Note.STANDBY;
      Lines.fit(age, count ? view.age() : "", Type.DETAIL, px(36), 0.6, right - left);
      Lines.placeRight(age, right, Lines.baseline(age, px(76)));
      boolean silent = view.note() == HeaderView.Note.AUDIO_PAUSED;
      paused.show(silent ? Icon.SPEAKER_BARS : null);
      paused.place(right - px(44), px(30), px(44));
    } else if (empty) {
      Lines.fit(message, view.name(), Type.MESSAGE, px(40), 0.6, Math.max(0, right - left));
      Lines.placeRight(message, right, Lines.baseline(message, px(50)));
    } else {
      layoutScore(left, right, px(50));
    }
  }

  private String brief() {
    String brief = view.brief().substring(view.brief().indexOf(' ') + 1);
    return view.was() ? words.text("alarm.was", brief) : brief;
  }
}
