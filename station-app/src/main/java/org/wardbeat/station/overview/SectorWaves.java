package org.wardbeat.station.overview;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.wardbeat.render.sweep.LaneMode;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.wave.BedWaves;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.SignalKind;

/** The waves of a sector, drawn on the sweep page below, and the words over them. */
final class SectorWaves extends Region {
  private static final double LEFT = 6;
  private static final double LABEL_MARGIN = 36;
  private static final int ONE_LINE = 46;
  private static final double OFFER_HEIGHT = 44;
  private static final double OFFER_PADDING = 20;

  private final BedWaves bedWaves;
  private final Text text = Texts.line("wave-text");
  private final Text detail = Texts.line("wave-detail");
  private List<BedWaves.Wave> waves = List.of();
  private List<Text> labels = List.of();
  private Anatomy anatomy;
  private WaveView view = new WaveView(WaveView.Mode.BLANK, "", "");
  private final Region offer = new Region();
  private boolean offering;

  SectorWaves(BedWaves bedWaves, Anatomy anatomy) {
    this.bedWaves = bedWaves;
    this.anatomy = anatomy;
    getStyleClass().add("waves");
    setManaged(false);
    setMouseTransparent(true);
    offer.getStyleClass().add("sector-button");
    offer.setManaged(false);
  }

  void setIds(String prefix) {
    setId(prefix + "-waves");
    text.setId(prefix + "-wave");
    offer.setId(prefix + "-offer");
    detail.setId(prefix + "-wave-detail");
  }

  /** Whether the text is that of a button. */
  void setOffering(boolean offers) {
    offering = offers;
    pseudoClassStateChanged(States.EMPTY, offers);
    Needed.show(getChildren(), offer, offers);
    offer.toBack();
    requestLayout();
  }

  /** Shows waves of these kinds only; of all if there is none. */
  void set(Anatomy anatomy, List<SignalKind> kinds) {
    this.anatomy = anatomy;
    bedWaves.choose(anatomy.waves(), anatomy.mmPerMillivolt(), kinds);
  }

  void show(WaveView view) {
    this.view = view;
    pseudoClassStateChanged(States.LOST, view.mode() == WaveView.Mode.LOST);
    pseudoClassStateChanged(States.NOT_LIVE, view.mode() == WaveView.Mode.NOT_LIVE);
    pseudoClassStateChanged(States.LEADS_OFF, view.mode() == WaveView.Mode.LEADS_OFF);
    Needed.show(getChildren(), text, !view.text().isEmpty());
    Needed.show(getChildren(), detail, !view.detail().isEmpty());
    requestLayout();
  }

  /** Takes the bed's rings, anew after device or patient changed; returns whether it did. */
  boolean connect(BedSnapshot bed) {
    boolean changed = bedWaves.connect(bed);
    if (changed) {
      getChildren().removeAll(labels);
      waves = bedWaves.waves();
      labels = waves.stream().skip(1).map(SectorWaves::label).toList();
      getChildren().addAll(labels);
      requestLayout();
    }
    return changed;
  }

  private static Text label(BedWaves.Wave wave) {
    return Texts.line("lead", wave.channel().kind().name().toLowerCase(Locale.ROOT));
  }

  /**
   * Places each wave so that what came since the last call lies within its lane.
   *
   * @return whether the ECG is placed otherwise now
   */
  boolean fit(BedSnapshot bed, double pxPerMm) {
    return getHeight() > 0 && bedWaves.fit(bed, laneHeight() / pxPerMm);
  }

  private double laneHeight() {
    return Math.floor(getHeight() / Math.max(1, anatomy.waves()));
  }

  @Override
  protected void layoutChildren() {
    layoutText();
    double height = laneHeight();
    for (int i = 0; i < waves.size(); i++) {
      layoutWave(waves.get(i), i, height);
    }
  }

  private void layoutWave(BedWaves.Wave wave, int row, double height) {
    double x = getParent().getLayoutX() + LEFT;
    double y = getParent().getLayoutY() + getLayoutY() + row * height;
    wave.lane().setBounds(x, y, anatomy.waveWidth(getWidth()), height);
    LaneMode mode = WaveLooks.mode(view.mode(), wave.channel().kind());
    wave.lane().setMode(mode);
    wave.lane().setLabelGap(view.text().isEmpty() ? 0 : Texts.width(text) + 2 * LABEL_MARGIN);
    if (row > 0) {
      Text label = labels.get(row - 1);
      Texts.set(label, mode == LaneMode.BLANK ? "" : WaveLooks.name(wave.channel()));
      Texts.place(label, 14, row * height + 16);
    }
  }

  private void layoutText() {
    double width = anatomy.waveWidth(getWidth());
    boolean oneLine = getHeight() < ONE_LINE;
    Texts.fit(text, anatomy.waves() == 0 ? "" : view.text(), width);
    Texts.fit(detail, oneLine ? "" : view.detail(), width);
    double center = LEFT + width / 2;
    double middle =
        view.mode() == WaveView.Mode.LEADS_OFF && anatomy.waves() > 1
            ? Math.floor(getHeight() / anatomy.waves()) / 2
            : getHeight() / 2;
    double baseline = Math.rint(middle + text.getFont().getSize() * 0.36);
    boolean two = !detail.getText().isEmpty();
    Texts.place(text, center - Texts.width(text) / 2, two ? baseline - 14 : baseline);
    Texts.place(detail, center - Texts.width(detail) / 2, baseline + 14);
    layoutOffer();
  }

  private void layoutOffer() {
    boolean offers = offering && !text.getText().isEmpty();
    offer.setVisible(offers);
    if (offers) {
      double height = Math.min(OFFER_HEIGHT, getHeight());
      double middle = text.getLayoutY() - text.getFont().getSize() * 0.36;
      offer.resizeRelocate(
          Math.rint(text.getLayoutX() - OFFER_PADDING),
          Math.rint(middle - height / 2),
          Math.ceil(Texts.width(text)) + 2 * OFFER_PADDING,
          height);
    }
  }
}
