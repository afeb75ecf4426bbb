package org.wardbeat.station.wall;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.wardbeat.render.sweep.LaneMode;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.wave.BedWaves;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.SignalKind;

/** A bed's ECG, drawn on the page over all sectors, or why there is none. */
final class SectorWave extends Region {
  private static final double USUAL_MM_PER_MILLIVOLT = 10;
  private static final double INSET = 12;
  private static final double LABEL_MARGIN = 24;
  private static final double MOST_WORDS = 52;

  private final Words words;
  private final BedWaves waves;
  private final Text why = Texts.line("why");
  private final Text gain = Texts.line("gain");
  private WallScale scale = WallScale.DESIGN;
  private double fittedHeight;
  private WaveView view = new WaveView(WaveView.Mode.BLANK, "", "");

  SectorWave(Words words, BedWaves waves) {
    this.words = words;
    this.waves = waves;
    waves.choose(1, USUAL_MM_PER_MILLIVOLT, List.of(SignalKind.ECG));
    getStyleClass().add("wall-wave");
    setManaged(false);
    getChildren().addAll(why, gain);
  }

  void setIds(String id) {
    why.setId(id + "-wave");
    gain.setId(id + "-gain");
  }

  void setScale(WallScale scale) {
    this.scale = scale;
    requestLayout();
  }

  void show(WaveView next) {
    view = next;
    pseudoClassStateChanged(States.LEADS_OFF, next.mode() == WaveView.Mode.LEADS_OFF);
    requestLayout();
  }

  /** Shows it, or leaves its place to others. */
  void setShown(boolean shown) {
    if (shown != isVisible()) {
      setVisible(shown);
      requestLayout();
    }
  }

  /**
   * Takes the bed's ring, and places the wave so that it lies within its lane: once a second, and
   * at once where ring or lane are others.
   */
  void follow(BedSnapshot bed, boolean second) {
    boolean other = waves.connect(bed) || getHeight() != fittedHeight;
    if (other || second) {
      fittedHeight = getHeight();
      boolean placed = fittedHeight > 0 && waves.fit(bed, fittedHeight / scale.pxPerMm());
      if (other || placed) {
        requestLayout();
      }
    }
  }

  void drawFrom(long micros) {
    waves.drawFrom(micros);
  }

  void dispose() {
    waves.dispose();
  }

  private double px(double design) {
    return design * scale.unit();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - 2 * px(INSET);
    Lines.fit(why, isVisible() ? said() : "", Type.DETAIL, px(MOST_WORDS), 0.5, room * 0.8);
    Lines.placeMiddle(why, getWidth() / 2, Lines.baseline(why, getHeight() / 2));
    boolean traced = isVisible() && view.mode() == WaveView.Mode.TRACE && !waves.waves().isEmpty();
    Lines.size(gain, Type.LABEL, scale);
    Texts.set(gain, traced ? WaveLooks.share(waves.mmPerMillivolt()) : "");
    Texts.place(gain, px(INSET), px(22));
    waves.waves().forEach(this::place);
  }

  private String said() {
    return view.mode() == WaveView.Mode.LEADS_OFF
        ? words.text("wall.electrodes-off", Wording.electrodes(view.text()))
        : view.text();
  }

  private void place(BedWaves.Wave wave) {
    LaneMode mode = WaveLooks.mode(view.mode(), wave.channel().kind());
    wave.lane().setMode(isVisible() ? mode : LaneMode.BLANK);
    wave.lane().setLabelGap(why.getText().isEmpty() ? 0 : Texts.width(why) + 2 * px(LABEL_MARGIN));
    double x = getParent().getLayoutX() + getLayoutX() + px(INSET);
    double y = getParent().getLayoutY() + getLayoutY();
    wave.lane().setBounds(x, y, Math.max(0, getWidth() - 2 * px(INSET)), getHeight());
  }
}
