package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.render.sweep.Lane;
import org.wardbeat.render.sweep.LaneMode;
import org.wardbeat.render.sweep.SweepPage;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.wave.LaneFit;
import org.wardbeat.station.wave.LaneScan;
import org.wardbeat.station.wave.Pacer;
import org.wardbeat.station.wave.SpanScan;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** The waves of a sector, drawn on the sweep page below, and the words over them. */
final class SectorWaves extends Region {
  private static final double LEFT = 6;
  private static final double LABEL_MARGIN = 36;
  private static final int ONE_LINE = 46;
  private static final double SHOWN_SECONDS = 20;
  private static final double OFFER_HEIGHT = 44;
  private static final double OFFER_PADDING = 20;

  private record Wave(int channel, Lane lane, Text label, WaveformChannel of, SpanScan span) {
    boolean isEcg() {
      return of.kind() == SignalKind.ECG;
    }
  }

  private final SweepPage page;
  private final Text text = Texts.line("wave-text");
  private final Text detail = Texts.line("wave-detail");
  private final List<Wave> waves = new ArrayList<>();
  private List<WaveformChannel> channels = List.of();
  private long birth = -1;
  private long occupancy = -1;
  private boolean complete;
  private List<SignalKind> wanted = List.of();
  private Anatomy anatomy;
  private WaveView view = new WaveView(WaveView.Mode.BLANK, "", "");
  private long drawFromMicros = Long.MIN_VALUE;
  private final Region offer = new Region();
  private boolean offering;
  private LaneScan scan = newScan();

  SectorWaves(SweepPage page, Anatomy anatomy) {
    this.page = page;
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

  void setAnatomy(Anatomy anatomy) {
    if (!anatomy.equals(this.anatomy)) {
      this.anatomy = anatomy;
      removeWaves();
    }
    requestLayout();
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

  /** After an outage, what was missed is for the record and not for the screen. */
  void drawFrom(long micros) {
    drawFromMicros = micros;
    waves.forEach(wave -> wave.lane.drawFrom(micros));
  }

  /** Takes the bed's rings, anew after device or patient changed; returns whether it did. */
  boolean connect(BedSnapshot bed, WardFeed feed) {
    boolean same =
        complete
            && bed.birth() == birth
            && bed.occupancy() == occupancy
            && areChannels(bed)
            && !waves.isEmpty();
    if (same) {
      return false;
    }
    if (!areChannels(bed) || waves.isEmpty()) {
      removeWaves();
      channels = bed.channels();
      addWaves();
    }
    birth = bed.birth();
    occupancy = bed.occupancy();
    complete = true;
    forgetFit();
    SampleRing pacer = Pacer.ring(bed, feed);
    for (Wave wave : waves) {
      wave.lane.setRing(ring(feed, bed.id(), wave));
      wave.lane.setPacer(wave.isEcg() ? pacer : null);
      wave.lane.setAmplitude(amplitude(wave.of, wave.span));
    }
    requestLayout();
    return true;
  }

  /** Nearly always they are the very same, which is all that is looked at in nearly all pulses. */
  @SuppressWarnings("ReferenceEquality")
  private boolean areChannels(BedSnapshot bed) {
    return bed.channels() == channels || bed.channels().equals(channels);
  }

  private @Nullable SampleRing ring(WardFeed feed, BedId bed, Wave wave) {
    SampleRing ring = feed.ring(bed, wave.channel);
    complete &= ring != null;
    return ring;
  }

  /**
   * Places each wave so that what came since the last call lies within its lane.
   *
   * @return whether the ECG is placed otherwise now
   */
  boolean fit(BedSnapshot bed, WardFeed feed) {
    boolean changed = false;
    for (Wave wave : waves) {
      SampleRing ring = getHeight() == 0 ? null : feed.ring(bed.id(), wave.channel);
      if (ring == null) {
        continue;
      }
      if (wave.isEcg()) {
        changed |= wave.lane.equals(waves.getFirst().lane) && fitEcg(wave, ring);
      } else if (SpanScan.suits(wave.of.kind()) && wave.span.scan(ring)) {
        wave.lane.setAmplitude(amplitude(wave.of, wave.span));
      }
    }
    return changed;
  }

  private boolean fitEcg(Wave wave, SampleRing ring) {
    boolean changed =
        scan.scan(ring, wave.of, laneHeight() / BedGrid.PX_PER_MM, anatomy.mmPerMillivolt());
    if (changed) {
      waves.stream()
          .filter(Wave::isEcg)
          .forEach(each -> each.lane.setAmplitude(amplitude(each.of, each.span)));
    }
    return changed;
  }

  private static LaneScan newScan() {
    return new LaneScan(LaneFit.automatic(), SHOWN_SECONDS);
  }

  private void forgetFit() {
    scan = newScan();
  }

  private double laneHeight() {
    return Math.floor(getHeight() / Math.max(1, anatomy.waves()));
  }

  /** Gain of the ECG in mm/mV. */
  double mmPerMillivolt() {
    return anatomy.mmPerMillivolt() / scan.placement().divisor();
  }

  private void addWaves() {
    List<Integer> chosen =
        IntStream.range(0, channels.size())
            .boxed()
            .filter(index -> isWanted(channels.get(index).kind()))
            .sorted(Comparator.comparing(index -> channels.get(index).kind()))
            .limit(anatomy.waves())
            .toList();
    for (int index : chosen) {
      WaveformChannel channel = channels.get(index);
      SpanScan span = new SpanScan(channel, SHOWN_SECONDS);
      Lane lane = page.addLane(WaveLooks.color(channel.kind()), amplitude(channel, span));
      lane.drawFrom(drawFromMicros);
      lane.setConverterLimits(channel.lowest(), channel.highest());
      Text label = Texts.line("lead", channel.kind().name().toLowerCase(Locale.ROOT));
      if (!waves.isEmpty()) {
        getChildren().add(label);
      }
      waves.add(new Wave(index, lane, label, channel, span));
    }
  }

  private boolean isWanted(SignalKind kind) {
    return kind.isWave() && kind != SignalKind.OTHER && (wanted.isEmpty() || wanted.contains(kind));
  }

  /** Shows waves of these kinds only; of all if there is none. */
  void setWanted(List<SignalKind> kinds) {
    if (!kinds.equals(wanted)) {
      wanted = List.copyOf(kinds);
      removeWaves();
    }
  }

  /** Gives the lanes back. */
  void removeWaves() {
    forgetFit();
    for (Wave wave : waves) {
      page.removeLane(wave.lane);
      getChildren().remove(wave.label);
    }
    waves.clear();
    complete = false;
  }

  private Amplitude amplitude(WaveformChannel channel, SpanScan span) {
    return SpanScan.suits(channel.kind())
        ? span.amplitude(0)
        : WaveLooks.ecg(channel, mmPerMillivolt(), scan.placement().levelMillivolts());
  }

  @Override
  protected void layoutChildren() {
    layoutText();
    double height = laneHeight();
    for (int i = 0; i < waves.size(); i++) {
      layoutWave(waves.get(i), i, height);
    }
  }

  private void layoutWave(Wave wave, int row, double height) {
    double x = getParent().getLayoutX() + LEFT;
    double y = getParent().getLayoutY() + getLayoutY() + row * height;
    wave.lane.setBounds(x, y, anatomy.waveWidth(getWidth()), height);
    LaneMode mode = WaveLooks.mode(view.mode(), wave.of.kind());
    wave.lane.setMode(mode);
    wave.lane.setLabelGap(view.text().isEmpty() ? 0 : Texts.width(text) + 2 * LABEL_MARGIN);
    Texts.set(wave.label, row == 0 || mode == LaneMode.BLANK ? "" : WaveLooks.name(wave.of));
    Texts.place(wave.label, 14, row * height + 16);
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
