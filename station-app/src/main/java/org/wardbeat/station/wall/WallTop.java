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
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.truth.Heartbeat;

/**
 * Which unit it is, whether what is shown can be trusted, whether alarms can be heard, and the time
 * of day. Where there is no room for all of it, the words of the link go first, then the unit.
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
  private WallScale scale = WallScale.DESIGN;
  private @Nullable TopBarView view;
  private @Nullable BannerView banner;
  private boolean isSimulated;

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

  void show(TopBarView next, BannerView truthOf, boolean simulatedData, WallScale scale) {
    this.scale = scale;
    view = next;
    banner = truthOf;
    isSimulated = simulatedData;
    AudioView.State sound = next.audio().state();
    LinkPillView.Tone link = next.link().tone();
    pseudoClassStateChanged(SILENT, sound != AudioView.State.ON);
    pseudoClassStateChanged(CAUTION, link == LinkPillView.Tone.CAUTION);
    pseudoClassStateChanged(BAD, link == LinkPillView.Tone.BAD);
    pseudoClassStateChanged(RESTRICTED, truthOf.form() == BannerView.Form.CAUTION);
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
    setAccessibleText(
        "%s, %s, %s %s, %s"
            .formatted(
                next.unit(),
                truthOf.sentence(),
                next.audio().title(),
                next.audio().time(),
                words.text("spoken.link", next.link().text())));
    requestLayout();
  }

  void beat(long pulseNanos) {
    heartbeat.beat(pulseNanos);
  }

  @Override
  protected void layoutChildren() {
    TopBarView shown = view;
    BannerView says = banner;
    if (shown == null || says == null) {
      return;
    }
    setTexts(shown, says);
    double unitPx = scale.unit();
    double right = layoutRight(unitPx);
    double needed = truthWidth(unitPx) + SPACE * unitPx;
    if (right - PAGE * unitPx < needed + unitWidth(unitPx)) {
      Texts.set(pillText, "");
      right = layoutRight(unitPx);
    }
    if (right - PAGE * unitPx < needed && shown.audio().state() == AudioView.State.ON) {
      Texts.set(audio, "");
      right = layoutRight(unitPx);
    }
    double room = right - PAGE * unitPx - needed;
    layoutTruth(layoutUnit(room, unitPx), right, unitPx);
  }

  private void setTexts(TopBarView shown, BannerView says) {
    Lines.size(unit, Type.BAR_BOLD, scale);
    Lines.size(lead, Type.BAR_BOLD, scale);
    Lines.size(truth, Type.BAR, scale);
    Lines.size(audio, Type.BAR_BOLD, scale);
    Lines.size(pillText, Type.BAR, scale);
    Lines.size(clock, Type.CLOCK, scale);
    Lines.size(simulated, Type.MESSAGE, scale);
    Texts.set(unit, shown.unit().isEmpty() ? "Wardbeat" : shown.unit());
    boolean notLive = says.form() == BannerView.Form.NOT_LIVE;
    Texts.set(lead, notLive ? words.text("sector.not-live") : says.lead());
    lead.pseudoClassStateChanged(BAD, notLive);
    Texts.set(truth, notLive ? "" : says.firstClause());
    triangle.show(says.form() == BannerView.Form.CAUTION ? Icon.TRIANGLE : null);
    Texts.set(audio, (shown.audio().title() + " " + shown.audio().time()).strip());
    Texts.set(pillText, shown.link().text());
    Texts.set(clock, shown.clock());
  }

  private double unitWidth(double unitPx) {
    return Math.max(Texts.width(unit), isSimulated ? Texts.width(simulated) + 32 * unitPx : 0)
        + SPACE * unitPx;
  }

  private double truthWidth(double unitPx) {
    double icon = triangle.isShown() ? (ICON + 16) * unitPx : 0;
    double words = truth.getText().isEmpty() ? 0 : Texts.width(truth) + SPACE * 0.6 * unitPx;
    return (Heartbeat.WIDTH * BEAT + SPACE * 0.6) * unitPx + icon + Texts.width(lead) + words;
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
    simulated.setVisible(isSimulated);
    simulatedBox.setVisible(isSimulated);
    double badge = isSimulated ? Texts.width(simulated) + 32 * unitPx : 0;
    Texts.fit(unit, unit.getText(), Math.max(0, room - SPACE * unitPx));
    Texts.place(unit, left, Lines.baseline(unit, isSimulated ? 58 * unitPx : middle));
    Texts.place(simulated, left + 16 * unitPx, Lines.baseline(simulated, 130 * unitPx));
    double boxHeight = 58 * unitPx;
    simulatedBox.resizeRelocate(
        left, Math.rint(130 * unitPx - boxHeight / 2), Math.rint(badge), Math.rint(boxHeight));
    double width = Math.max(Texts.width(unit), badge);
    return left + width + (width > 0 ? SPACE * unitPx : 0);
  }

  private void layoutTruth(double left, double right, double unitPx) {
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
