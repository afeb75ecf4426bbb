package org.wardbeat.station.wall;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AudioView;
import org.wardbeat.station.presentation.BannerView;
import org.wardbeat.station.presentation.LinkPillView;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.truth.Heartbeat;

/**
 * Which unit it is, whether what is shown can be trusted, whether alarms can be heard, and the time
 * of day. Where there is no room for all of it, the words of the link go first, then that alarms
 * are heard, then the unit; and if that is not enough, all of it is drawn smaller.
 */
final class WallTop extends Region {
  /** Its height in px of the design. */
  static final double HEIGHT = 176;

  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
  private static final PseudoClass RESTRICTED = PseudoClass.getPseudoClass("restricted");
  private static final double PAGE = 32;
  private static final double SPACE = 40;
  private static final double ICON = 84;
  private static final double BEAT = 2.7;

  private final Text unit = Texts.line("unit");
  private final Region simulatedBox = new Region();
  private final Text simulated = Texts.line("simulated-words");
  private final Heartbeat heartbeat = new Heartbeat();
  private final Scale beatScale = new Scale(1, 1);
  private final Group beating = new Group(heartbeat);
  private final WallIcon triangle = new WallIcon(Icon.TRIANGLE);
  private final Text lead = Texts.line("truth-lead");
  private final Text truth = Texts.line("truth");
  private final WallIcon speaker = new WallIcon(Icon.SPEAKER_WAVES);
  private final Text audio = Texts.line("audio");
  private final Region pill = new Region();
  private final WallIcon dot = new WallIcon(Icon.DOT);
  private final Text pillText = Texts.line("link");
  private final Text clock = Texts.line("wall-clock");
  private final Words words;
  private @Nullable Content content;

  /**
   * What it tells besides the time.
   *
   * @param unit whose beds these are, empty if none is known
   * @param audio whether alarms can be heard
   * @param link how the bridge is reached
   * @param truth whether what is shown can be trusted
   * @param simulated whether it comes from no patient
   * @param scale how large it should be
   */
  record Content(
      String unit,
      AudioView audio,
      LinkPillView link,
      BannerView truth,
      boolean simulated,
      WallScale scale) {
    static Content of(OverviewView view, WallScale scale) {
      TopBarView top = view.top();
      return new Content(
          top.unit(), top.audio(), top.link(), view.banner(), view.simulated(), scale);
    }

    boolean notLive() {
      return truth.form() == BannerView.Form.NOT_LIVE;
    }
  }

  WallTop(Words words) {
    this.words = words;
    setId("wall-top");
    getStyleClass().add("wall-top");
    setManaged(false);
    unit.setId("wall-unit");
    simulated.setId("wall-simulated");
    simulated.setText(words.text("simulated.lead"));
    lead.setId("truth-lead");
    truth.setId("truth");
    audio.setId("wall-audio");
    pillText.setId("wall-link");
    clock.setId("wall-clock");
    speaker.node().getStyleClass().add("speaker");
    dot.node().getStyleClass().add("link-icon");
    triangle.node().getStyleClass().add("truth-icon");
    simulatedBox.getStyleClass().add("simulated-box");
    pill.getStyleClass().add("link-box");
    beating.getTransforms().add(beatScale);
    beating.setManaged(false);
    heartbeat.resize(Heartbeat.WIDTH, Heartbeat.HEIGHT);
    for (Region region : List.of(simulatedBox, pill)) {
      region.setManaged(false);
    }
    getChildren().addAll(unit, simulatedBox, simulated, beating, triangle.node(), lead, truth);
    getChildren().addAll(speaker.node(), audio, pill, dot.node(), pillText, clock);
  }

  /** Shows what changed; each second that is the time, which moves nothing else. */
  void show(Content next, String time) {
    double width = Texts.width(clock);
    Texts.set(clock, time);
    if (next.equals(content)) {
      if (Texts.width(clock) != width) {
        requestLayout();
      }
      return;
    }
    content = next;
    style(next);
    setAccessibleText(
        "%s, %s, %s %s, %s"
            .formatted(
                next.unit(),
                next.truth().sentence(),
                next.audio().title(),
                next.audio().time(),
                words.text("spoken.link", next.link().text())));
    requestLayout();
  }

  private void style(Content next) {
    AudioView.State sound = next.audio().state();
    LinkPillView.Tone link = next.link().tone();
    pseudoClassStateChanged(SILENT, sound != AudioView.State.ON);
    pseudoClassStateChanged(CAUTION, link == LinkPillView.Tone.CAUTION);
    pseudoClassStateChanged(BAD, link == LinkPillView.Tone.BAD);
    pseudoClassStateChanged(RESTRICTED, next.truth().form() == BannerView.Form.CAUTION);
    lead.pseudoClassStateChanged(BAD, next.notLive());
    speaker.show(
        switch (sound) {
          case ON -> Icon.SPEAKER_WAVES;
          case PAUSED -> Icon.SPEAKER_BARS;
          case OFF, NO_SOUND -> Icon.SPEAKER_CROSS;
        });
    dot.show(
        switch (link) {
          case GOOD -> Icon.DOT;
          case CAUTION -> Icon.TRIANGLE;
          case BAD -> Icon.CROSS;
        });
    triangle.show(next.truth().form() == BannerView.Form.CAUTION ? Icon.TRIANGLE : null);
    simulated.setVisible(next.simulated());
    simulatedBox.setVisible(next.simulated());
  }

  void beat(long pulseNanos) {
    heartbeat.beat(pulseNanos);
  }

  @Override
  protected void layoutChildren() {
    Content shown = content;
    if (shown == null) {
      return;
    }
    WallScale scale = shown.scale();
    setTexts(shown, scale);
    double least = leastWidth(shown, scale.unit());
    if (least > getWidth()) {
      // A display much too small for where it is read: better smaller than one over another.
      scale = scale.times(getWidth() / least * 0.98);
      setTexts(shown, scale);
    }
    layout(shown, scale);
  }

  /** Places all that there is room for. */
  private void layout(Content shown, WallScale scale) {
    double unitPx = scale.unit();
    double right = layoutRight(unitPx);
    double needed = truthWidth(unitPx) + SPACE * unitPx;
    if (right - PAGE * unitPx < needed + unitWidth(unitPx)) {
      Texts.set(pillText, "");
      right = layoutRight(unitPx);
    }
    if (right - PAGE * unitPx < needed + badgeWidth(unitPx) && isHeard(shown)) {
      Texts.set(audio, "");
      right = layoutRight(unitPx);
    }
    double room = right - PAGE * unitPx - needed;
    layoutTruth(layoutUnit(room, unitPx), right, scale);
  }

  /** That alarms are heard is told by the loudspeaker too. */
  private static boolean isHeard(Content shown) {
    return shown.audio().state() == AudioView.State.ON;
  }

  /** The width, in px, of what is never left out. */
  private double leastWidth(Content shown, double unitPx) {
    double link = ICON + 32 + SPACE;
    double speakerWidth = ICON + 14 + SPACE;
    double fixed = (2 * PAGE + SPACE + link + speakerWidth) * unitPx;
    double heard = isHeard(shown) ? 0 : Texts.width(audio);
    return fixed + badgeWidth(unitPx) + leadWidth(unitPx) + heard + Texts.width(clock);
  }

  private void setTexts(Content shown, WallScale scale) {
    Lines.size(unit, Type.BAR_BOLD, scale);
    Lines.size(lead, Type.BAR_BOLD, scale);
    Lines.size(truth, Type.BAR, scale);
    Lines.size(audio, Type.BAR_BOLD, scale);
    Lines.size(pillText, Type.BAR, scale);
    Lines.size(clock, Type.CLOCK, scale);
    Lines.size(simulated, Type.MESSAGE, scale);
    BannerView says = shown.truth();
    Texts.set(unit, shown.unit().isEmpty() ? "Wardbeat" : shown.unit());
    Texts.set(lead, shown.notLive() ? words.text("sector.not-live") : says.lead());
    Texts.set(truth, shown.notLive() ? "" : says.firstClause());
    Texts.set(audio, (shown.audio().title() + " " + shown.audio().time()).strip());
    Texts.set(pillText, shown.link().text());
  }

  private double unitWidth(double unitPx) {
    return Math.max(Texts.width(unit) + SPACE * unitPx, badgeWidth(unitPx));
  }

  /** That the data is simulated takes so much, with the space behind it. */
  private double badgeWidth(double unitPx) {
    return simulated.isVisible() ? Texts.width(simulated) + (32 + SPACE) * unitPx : 0;
  }

  private double leadWidth(double unitPx) {
    double icon = triangle.isShown() ? (ICON + 16) * unitPx : 0;
    return (Heartbeat.WIDTH * BEAT + SPACE * 0.6) * unitPx + icon + Texts.width(lead);
  }

  private double truthWidth(double unitPx) {
    double words = truth.getText().isEmpty() ? 0 : Texts.width(truth) + SPACE * 0.6 * unitPx;
    return leadWidth(unitPx) + words;
  }

  /** Places what stands at the right; returns where it begins. */
  private double layoutRight(double unitPx) {
    double middle = getHeight() / 2;
    double right = getWidth() - PAGE * unitPx;
    Lines.placeRight(clock, right, Lines.baseline(clock, middle));
    right -= Texts.width(clock) + SPACE * unitPx;
    boolean words = !pillText.getText().isEmpty();
    double pillHeight = 116 * unitPx;
    double iconSize = ICON * unitPx;
    double pillWidth =
        words ? iconSize + Texts.width(pillText) + 62 * unitPx : iconSize + 32 * unitPx;
    double left = Math.rint(right - pillWidth);
    pill.resizeRelocate(left, Math.rint(middle - pillHeight / 2), Math.rint(pillWidth), pillHeight);
    dot.place(left + 16 * unitPx, middle, iconSize);
    Texts.place(pillText, left + iconSize + 22 * unitPx, Lines.baseline(pillText, middle));
    right = left - SPACE * unitPx;
    Lines.placeRight(audio, right, Lines.baseline(audio, middle));
    right -= Texts.width(audio) + iconSize + 14 * unitPx;
    speaker.place(right, middle, iconSize);
    return right - SPACE * unitPx;
  }

  /** Places the unit and that its data is simulated; returns where they end. */
  private double layoutUnit(double room, double unitPx) {
    double left = PAGE * unitPx;
    double middle = getHeight() / 2;
    double badge = Math.max(0, badgeWidth(unitPx) - SPACE * unitPx);
    double above = middle - (HEIGHT / 2 - 58) * unitPx;
    double below = middle - (HEIGHT / 2 - 130) * unitPx;
    Texts.fit(unit, unit.getText(), Math.max(0, room - SPACE * unitPx));
    Texts.place(unit, left, Lines.baseline(unit, simulated.isVisible() ? above : middle));
    Texts.place(simulated, left + 16 * unitPx, Lines.baseline(simulated, below));
    double boxHeight = 58 * unitPx;
    simulatedBox.resizeRelocate(
        left, Math.rint(below - boxHeight / 2), Math.rint(badge), Math.rint(boxHeight));
    double width = Math.max(Texts.width(unit), badge);
    return left + width + (width > 0 ? SPACE * unitPx : 0);
  }

  private void layoutTruth(double left, double right, WallScale scale) {
    double unitPx = scale.unit();
    double middle = getHeight() / 2;
    double factor = BEAT * unitPx;
    beatScale.setX(factor);
    beatScale.setY(factor);
    beating.setLayoutX(Math.rint(left));
    beating.setLayoutY(Math.rint(middle - Heartbeat.HEIGHT * factor / 2));
    double x = left + Heartbeat.WIDTH * factor + SPACE * 0.6 * unitPx;
    if (triangle.isShown()) {
      triangle.place(x, middle, ICON * unitPx);
      x += (ICON + 16) * unitPx;
    }
    Texts.place(lead, x, Lines.baseline(lead, middle));
    x += Texts.width(lead) + SPACE * 0.6 * unitPx;
    double px = Type.BAR.px(scale);
    Lines.fit(truth, truth.getText(), Type.BAR, px, 0.8, Math.max(0, right - x));
    Texts.place(truth, x, middle + px * Type.CAP_HEIGHT / 2);
  }
}
