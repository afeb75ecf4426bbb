package org.wardbeat.station.overview;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.wardbeat.station.presentation.CaptionView;
import org.wardbeat.station.presentation.ScoreBadge;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.Score;

/** Lead and speed, electrode and battery. */
final class SectorCaption extends Region {
  private static final double RIGHT = 12;
  private static final double GAP = 8;

  /** Where little room is left, neither electrode nor battery say that all is well. */
  private static final double ICONS = 28;

  private static final double BATTERY_WIDTH = 28;
  private static final double CHARGE_WIDTH = 20;
  private static final double SCORE_WIDTH = 28;
  private static final double SCORE_HEIGHT = 20;
  private static final PseudoClass SINGLE = PseudoClass.getPseudoClass("single");

  private final Text lead = Texts.line("lead");
  private final Text gain = Texts.line("lead");
  private final SVGPath electrode = Icon.ELECTRODE.node();
  private final SVGPath electrodeOff = Icon.ELECTRODE_OFF.node();
  private final SVGPath person = Icon.PERSON.node();
  private final SVGPath battery = new SVGPath();
  private final Rectangle charge = new Rectangle(CHARGE_WIDTH, 8);
  private final Text percent = Texts.line("percent");
  private final Text scoreName = Texts.line("score-name");
  private final Region scoreBox = new Region();
  private final Text score = Texts.line("score");
  private CaptionView view = CaptionView.HIDDEN;
  private Anatomy anatomy;

  SectorCaption(Anatomy anatomy) {
    this.anatomy = anatomy;
    getStyleClass().add("caption");
    setManaged(false);
    setMouseTransparent(true);
    battery.setContent("M1 1h22v11h-22zM25 4v5");
    battery.getStyleClass().addAll("icon", "battery");
    charge.getStyleClass().add("charge");
    electrodeOff.getStyleClass().add("electrode-off");
    scoreName.setText("NEWS2");
    scoreBox.getStyleClass().add("score-box");
    person.getStyleClass().add("mine");
    person.setVisible(false);
    getChildren().addAll(lead, gain, person, electrode, electrodeOff, battery, charge, percent);
    getChildren().addAll(scoreName, scoreBox, score);
    getChildren().forEach(child -> child.setManaged(false));
  }

  void setIds(String prefix) {
    gain.setId(prefix + "-gain");
    percent.setId(prefix + "-battery");
    person.setId(prefix + "-person");
    score.setId(prefix + "-news2");
    scoreBox.setId(prefix + "-news2-box");
  }

  void setAnatomy(Anatomy anatomy) {
    this.anatomy = anatomy;
    requestLayout();
  }

  /** Shows whether the patient is one of the user's. */
  void setMine(boolean mine) {
    person.setVisible(mine);
    requestLayout();
  }

  /** Tells the gain where it is not 10 mm/mV. */
  void setGain(double mmPerMillivolt) {
    Texts.set(gain, WaveLooks.share(mmPerMillivolt));
    requestLayout();
  }

  void show(CaptionView view) {
    this.view = view;
    pseudoClassStateChanged(States.DIM, !view.leadFresh());
    battery.pseudoClassStateChanged(States.MEDIUM, view.battery() == CaptionView.Battery.CAUTION);
    battery.pseudoClassStateChanged(States.LOW, view.battery() == CaptionView.Battery.ALARM);
    charge.pseudoClassStateChanged(States.MEDIUM, view.battery() == CaptionView.Battery.CAUTION);
    charge.pseudoClassStateChanged(States.LOW, view.battery() == CaptionView.Battery.ALARM);
    percent.pseudoClassStateChanged(States.LOW, view.battery() == CaptionView.Battery.ALARM);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    boolean usual = anatomy.mmPerSecond() == 25;
    Texts.set(lead, view.lead().isEmpty() || usual ? view.lead() : view.lead() + " 12.5");
    Texts.place(lead, 14, anatomy.caption() / 2 + 6);
    Texts.place(gain, 14 + Texts.width(lead) + 6, anatomy.caption() / 2 + 6);
    gain.setVisible(!view.lead().isEmpty());
    double middle = Math.rint(anatomy.caption() / 2);
    double right = layoutScore(middle);
    double leadEnd = gain.getLayoutX() + Texts.width(gain) + GAP;
    boolean told = view.battery() != CaptionView.Battery.HIDDEN;
    boolean fine = view.battery() == CaptionView.Battery.GOOD;
    boolean powered = told && (!fine || right - BATTERY_WIDTH - ICONS > leadEnd);
    battery.setVisible(powered);
    charge.setVisible(powered);
    if (powered) {
      right -= BATTERY_WIDTH;
      battery.setLayoutX(right);
      battery.setLayoutY(middle - 6.5);
      charge.setLayoutX(right + 2);
      charge.setLayoutY(middle - 5);
      charge.setWidth(Math.max(1, Math.rint(CHARGE_WIDTH * view.batteryPercent() / 100)));
    }
    Texts.set(percent, powered ? view.batteryText() : "");
    right -= percent.getText().isEmpty() ? 0 : Texts.width(percent) + 7;
    Texts.place(percent, right, middle + 6);
    right -= 28;
    electrode.setVisible(view.electrode() == CaptionView.Electrodes.ON && right > leadEnd);
    electrodeOff.setVisible(view.electrode() == CaptionView.Electrodes.OFF);
    electrode.setLayoutX(right);
    electrode.setLayoutY(middle - 10);
    electrodeOff.setLayoutX(right);
    electrodeOff.setLayoutY(middle - 10);
    right -= electrode.isVisible() || electrodeOff.isVisible() ? 28 : 0;
    person.setLayoutX(right);
    person.setLayoutY(middle - 10);
  }

  /** Returns where what is left of it ends. */
  private double layoutScore(double middle) {
    ScoreBadge badge = view.news2();
    scoreName.setVisible(badge.isShown());
    scoreBox.setVisible(badge.isShown());
    Texts.set(score, badge.text());
    double right = getWidth() - RIGHT;
    if (!badge.isShown()) {
      return right;
    }
    scoreBox.pseudoClassStateChanged(SINGLE, badge.band() == Score.Band.LOW_MEDIUM);
    scoreBox.pseudoClassStateChanged(States.MEDIUM, badge.band() == Score.Band.MEDIUM);
    scoreBox.pseudoClassStateChanged(States.HIGH, badge.band() == Score.Band.HIGH);
    score.pseudoClassStateChanged(States.HIGH, badge.band() == Score.Band.HIGH);
    double width = Math.max(SCORE_WIDTH, Texts.width(score) + 10);
    scoreBox.resizeRelocate(right - width, middle - SCORE_HEIGHT / 2, width, SCORE_HEIGHT);
    Texts.place(score, right - width + (width - Texts.width(score)) / 2, middle + 6);
    double left = right - width - 6 - Texts.width(scoreName);
    Texts.place(scoreName, left, middle + 6);
    return left - 10;
  }
}
