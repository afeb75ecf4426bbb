package org.wardbeat.station.topbar;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.LinkPillView;
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.SimulatedBadge;
import org.wardbeat.station.theme.Texts;

/** Unit, number of beds, link pill and clock. User-interface thread only. */
public final class TopBar extends Region {
  /** Its height in px. */
  public static final double HEIGHT = 56;

  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final double PILL_HEIGHT = 34;
  private static final double CLOCK_RIGHT = 14;

  private final SVGPath mark = Icon.BEAT.node();
  private final Text unit = Texts.line("unit");
  private final MixedLine beds = new MixedLine("bed-count");
  private final SimulatedBadge simulated = new SimulatedBadge();
  private final Region pill = new Region();
  private final SVGPath dot = Icon.DOT.node();
  private final SVGPath triangle = Icon.TRIANGLE.node();
  private final SVGPath cross = Icon.CROSS.node();
  private final Text pillText = Texts.line("pill-text");
  private final Region separator = new Region();
  private final Text clock = Texts.line("clock");
  private final MixedLine date = new MixedLine("date");
  private @Nullable TopBarView view;

  /** An empty bar. */
  public TopBar() {
    setId("top-bar");
    getStyleClass().add("top-bar");
    unit.setId("unit");
    beds.setId("bed-count");
    pill.setId("link-pill-box");
    pill.getStyleClass().add("pill");
    pillText.setId("link-pill");
    dot.getStyleClass().add("filled");
    separator.getStyleClass().add("separator");
    clock.setId("clock");
    date.setId("date");
    mark.getStyleClass().add("mark");
    getChildren()
        .addAll(
            mark, unit, beds, simulated, pill, dot, triangle, cross, pillText, separator, clock,
            date);
    getChildren().forEach(child -> child.setManaged(false));
  }

  /**
   * Shows what changed.
   *
   * @param simulatedData whether the bar has to say that the data is simulated, because the truth
   *     line cannot
   */
  public void show(TopBarView next, boolean simulatedData) {
    simulated.setVisible(simulatedData);
    if (next.equals(view)) {
      return;
    }
    view = next;
    Texts.set(unit, next.unit().isEmpty() ? "Wardbeat" : next.unit());
    beds.setContent(next.unit().isEmpty() ? "" : next.beds());
    Texts.set(pillText, next.link().text());
    tone(next.link().tone());
    Texts.set(clock, next.clock());
    date.setContent(next.date());
    setAccessibleText(next.unit() + ", " + next.beds() + ", link " + next.link().text());
    requestLayout();
  }

  private void tone(LinkPillView.Tone tone) {
    pseudoClassStateChanged(CAUTION, tone == LinkPillView.Tone.CAUTION);
    pseudoClassStateChanged(BAD, tone == LinkPillView.Tone.BAD);
    dot.setVisible(tone == LinkPillView.Tone.GOOD);
    triangle.setVisible(tone == LinkPillView.Tone.CAUTION);
    cross.setVisible(tone == LinkPillView.Tone.BAD);
  }

  @Override
  protected void layoutChildren() {
    mark.setLayoutX(17);
    mark.setLayoutY(18);
    Texts.place(unit, 54, 38);
    double x = 54 + Texts.width(unit) + 12;
    beds.relocate(x, 36);
    x += beds.fit(200) + 28;
    simulated.resizeRelocate(x, (HEIGHT - SimulatedBadge.HEIGHT) / 2, simulated.width(), 32);
    layoutRight();
  }

  private void layoutRight() {
    double right = getWidth() - CLOCK_RIGHT;
    Texts.place(clock, right - Texts.width(clock), 31);
    double dateWidth = date.fit(220);
    date.relocate(Math.rint(right - dateWidth), 50);
    right -= Math.max(Texts.width(clock), dateWidth) + 16;
    separator.resizeRelocate(Math.rint(right), 14, 1, 28);
    double pillWidth = Math.ceil(Texts.width(pillText)) + 50;
    double left = Math.rint(right - 16 - pillWidth);
    pill.resizeRelocate(left, (HEIGHT - PILL_HEIGHT) / 2, pillWidth, PILL_HEIGHT);
    for (SVGPath icon : new SVGPath[] {dot, triangle, cross}) {
      icon.setLayoutX(left + 11);
      icon.setLayoutY(HEIGHT / 2 - 10);
    }
    Texts.place(pillText, left + 34, HEIGHT / 2 + 6);
  }
}
