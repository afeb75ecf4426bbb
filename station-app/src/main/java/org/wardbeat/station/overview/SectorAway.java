package org.wardbeat.station.overview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AwayView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** Why the patient of a sector is away and for how long, in the place of waves and numbers. */
final class SectorAway extends Region {
  private static final double FULL_WIDTH = 440;
  private static final double FULL_HEIGHT = 170;
  private static final double MOST_WIDTH = 560;
  private static final double MEDIUM_HEIGHT = 140;
  private static final double LEAST_HEIGHT = 44;
  private static final double MARGIN = 20;
  private static final double MOON_SCALE = 1.7;
  private static final double BAR_HEIGHT = 4;

  /** For fingers. */
  private static final double BUTTON_HEIGHT = 44;

  private final SVGPath moon = Icon.MOON.node();
  private final Text reason = Texts.line("away-reason");
  private final Text by = Texts.line("away-by");
  private final Text left = Texts.line("away-left");
  private final Region bar = new Region();
  private final Region passed = new Region();
  private final Text until = Texts.line("away-until");
  private final Text then = Texts.line("away-until");
  private final Region button = new Region();
  private final Text resume = Texts.line("away-resume");
  private @Nullable AwayView view;

  SectorAway(Words words) {
    getStyleClass().add("away");
    setManaged(false);
    setMouseTransparent(true);
    bar.getStyleClass().add("away-bar");
    passed.getStyleClass().add("away-passed");
    button.getStyleClass().add("sector-button");
    moon.setScaleX(MOON_SCALE);
    moon.setScaleY(MOON_SCALE);
    resume.setText(words.text("sector.standby.resume"));
    getChildren().addAll(moon, reason, by, left, bar, passed, until, then, button, resume);
    getChildren().forEach(child -> child.setManaged(false));
  }

  void setIds(String prefix) {
    reason.setId(prefix + "-away-reason");
    by.setId(prefix + "-away-by");
    left.setId(prefix + "-away-left");
    until.setId(prefix + "-away-until");
    button.setId(prefix + "-resume");
  }

  /** Whether there is room for anything of it below a header. */
  static boolean fits(double height) {
    return height >= LEAST_HEIGHT;
  }

  void show(@Nullable AwayView next) {
    view = next;
    requestLayout();
  }

  /** Whether a point of it offers to end the standby. */
  boolean offersResume(double x, double y) {
    return button.isVisible() && button.getBoundsInParent().contains(x, y);
  }

  @Override
  protected void layoutChildren() {
    AwayView shown = view;
    if (shown == null) {
      return;
    }
    getChildren().forEach(child -> child.setVisible(true));
    passed.setVisible(!shown.left().isEmpty());
    bar.setVisible(!shown.left().isEmpty());
    button.setVisible(!shown.left().isEmpty());
    resume.setVisible(!shown.left().isEmpty());
    Texts.set(left, shown.left());
    if (getWidth() >= FULL_WIDTH && getHeight() >= FULL_HEIGHT) {
      layoutFull(shown);
    } else if (getHeight() >= MEDIUM_HEIGHT) {
      layoutMedium(shown);
    } else {
      layoutSmall(shown);
    }
  }

  private void layoutFull(AwayView shown) {
    double width = Math.min(getWidth(), MOST_WIDTH);
    double x = Math.rint((getWidth() - width) / 2);
    double y = Math.rint((getHeight() - FULL_HEIGHT - 14) / 2);
    double right = x + width - MARGIN;
    moon.setLayoutX(x + MARGIN + 6);
    moon.setLayoutY(y + 40);
    Texts.place(left, right - Texts.width(left), y + 71);
    double room = width - 2 * MARGIN - 72 - Texts.width(left);
    Texts.fit(reason, shown.reason(), room);
    Texts.fit(by, shown.by(), room);
    Texts.place(reason, x + 82, y + 46);
    Texts.place(by, x + 82, y + 68);
    layoutBar(x + MARGIN, y + 94, width - 2 * MARGIN);
    double buttonWidth = placeButton(right, y + 125, true);
    Texts.fit(until, shown.until(), width - 2 * MARGIN - buttonWidth - 12);
    Texts.fit(then, shown.then(), width - 2 * MARGIN - buttonWidth - 12);
    Texts.place(until, x + MARGIN, y + 143);
    Texts.place(then, x + MARGIN, y + 163);
  }

  private void layoutMedium(AwayView shown) {
    double width = getWidth();
    moon.setVisible(false);
    by.setVisible(false);
    then.setVisible(false);
    Texts.fit(reason, shown.reason(), width - 24);
    Texts.place(reason, (width - Texts.width(reason)) / 2, 20);
    Texts.place(left, (width - Texts.width(left)) / 2, 66);
    layoutBar(14, 78, width - 28);
    Texts.fit(until, shown.until(), width - 16);
    Texts.place(until, (width - Texts.width(until)) / 2, 99);
    placeButton(width / 2, getHeight() - BUTTON_HEIGHT - 4, false);
  }

  /** What there is room for is what is most wanted: how long still, or else until when. */
  private void layoutSmall(AwayView shown) {
    for (Node each : List.of(moon, reason, by, bar, passed, then, button, resume)) {
      each.setVisible(false);
    }
    boolean runs = !shown.left().isEmpty();
    left.setVisible(runs);
    until.setVisible(!runs);
    Texts.fit(until, shown.until(), getWidth() - 16);
    double middle = getHeight() / 2;
    Texts.place(left, (getWidth() - Texts.width(left)) / 2, Math.rint(middle + 14));
    Texts.place(until, (getWidth() - Texts.width(until)) / 2, Math.rint(middle + 6));
  }

  private void layoutBar(double x, double y, double width) {
    AwayView shown = view;
    double share = shown == null ? 0 : shown.passedPermille() / 1_000.0;
    bar.resizeRelocate(x, y, width, BAR_HEIGHT);
    passed.resizeRelocate(x, y, Math.rint(width * share), BAR_HEIGHT);
  }

  /** Returns the button's width; its place is its right edge or its middle. */
  private double placeButton(double at, double y, boolean rightAligned) {
    double width = Math.ceil(Texts.width(resume)) + 32;
    double x = Math.rint(rightAligned ? at - width : at - width / 2);
    button.resizeRelocate(x, y, width, BUTTON_HEIGHT);
    Texts.place(resume, x + 16, y + BUTTON_HEIGHT / 2 + 6);
    return width;
  }
}
