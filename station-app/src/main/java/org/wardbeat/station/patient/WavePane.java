package org.wardbeat.station.patient;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.playout.PlayoutBuffer;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.render.sweep.Lane;
import org.wardbeat.render.sweep.Sweep;
import org.wardbeat.render.sweep.SweepMotion;
import org.wardbeat.render.sweep.SweepPage;
import org.wardbeat.render.sweep.SweepScale;
import org.wardbeat.render.sweep.SweepStyle;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.wave.Band;
import org.wardbeat.station.wave.Gain;
import org.wardbeat.station.wave.Hum;
import org.wardbeat.station.wave.LaneScan;
import org.wardbeat.station.wave.Pacer;
import org.wardbeat.station.wave.SpanScan;
import org.wardbeat.station.wave.SweepSpeed;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * All waves of a bed on one sweep, and the frozen ones in their place. One clock plays all of them.
 * User-interface thread only.
 */
final class WavePane extends Region {
  private static final double RIGHT = 4;
  private static final double LABEL_MARGIN = 36;
  private static final double LABEL_HEIGHT = 22;

  /** Share of a lane that a label may keep free of its wave. */
  private static final double MOST_HEADROOM = 0.25;

  private static final double ERASE_MM = 7;
  private static final double STROKE = 1.8;

  private static final class Wave {
    final LanePlace place;
    final Lane lane;
    final Text label = Texts.line("lead");
    final Text top = Texts.line("lead-scale");
    final Text zero = Texts.line("lead-scale");
    final LaneScan scan;
    final SpanScan span;
    double gain;
    double level;

    Wave(LanePlace place, Lane lane, LaneScan scan, SpanScan span) {
      this.place = place;
      this.lane = lane;
      this.scan = scan;
      this.span = span;
    }
  }

  private final WardFeed feed;
  private final Words words;
  private final WaveBackdrop backdrop = new WaveBackdrop();
  private final SweepPage page;
  private Sweep sweep;
  private final FrozenWaves frozen;
  private final Text text = Texts.line("wave-text");
  private final Text detail = Texts.line("wave-detail");
  private final Text badge = Texts.line("frozen-badge");
  private final Text badgeNote = Texts.line("frozen-note");
  private final Region badgeBox = new Region();
  private final Region frozenFrame = new Region();
  private final ZoneId zone;
  private List<Wave> waves = List.of();
  private List<WaveformChannel> channels = List.of();
  private WaveView view = new WaveView(WaveView.Mode.BLANK, "", "");
  private SweepSpeed speed = SweepSpeed.MM_25;
  private Gain gain = Gain.AUTOMATIC;
  private Band band = Band.MONITOR;
  private Hum hum = Hum.KEPT;
  private double pxPerMm;
  private boolean grid = true;
  private long drawFromMicros = Long.MIN_VALUE;
  private @Nullable Freeze freeze;

  WavePane(WardFeed feed, Words words, ZoneId zone, double pxPerMm) {
    this.feed = feed;
    this.words = words;
    this.zone = zone;
    this.pxPerMm = pxPerMm;
    page = new SweepPage(scale(), style());
    sweep = newSweep();
    frozen = new FrozenWaves(zone, this::showCalipers);
    setId("patient-waves");
    getStyleClass().addAll("waves", "patient-part");
    text.setId("patient-wave");
    detail.setId("patient-wave-detail");
    badge.setId("frozen-badge");
    badge.setText(words.text("patient.frozen"));
    badgeBox.getStyleClass().add("frozen-box");
    frozenFrame.getStyleClass().add("frozen-frame");
    for (Node node : List.of(badgeBox, frozenFrame, page)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    getChildren().addAll(backdrop, page, frozen, text, detail);
    getChildren().addAll(frozenFrame, badgeBox, badge, badgeNote);
    showFrozen();
  }

  private Sweep newSweep() {
    return page.addSweep(
        new PlayoutClock(feed::bridgeNowMicros, new PlayoutBuffer(PlayoutClock.DEFAULT_BUFFER)));
  }

  private SweepScale scale() {
    return new SweepScale(pxPerMm, speed.mmPerSecond());
  }

  private SweepStyle style() {
    return new SweepStyle(
        STROKE,
        Math.clamp(ERASE_MM * pxPerMm, 1, 200),
        SweepStyle.DESK.leadsOff(),
        SweepStyle.NO_BAR,
        SweepStyle.DESK.clipped(),
        SweepStyle.DESK.pacer());
  }

  SweepSpeed speed() {
    return speed;
  }

  void setSpeed(SweepSpeed next) {
    speed = next;
    page.setScale(scale());
    rebuild();
  }

  Gain gain() {
    return gain;
  }

  void setGain(Gain next) {
    gain = next;
    rebuild();
  }

  /** Sets the band in which ECGs are shown. */
  void setFilter(Band nextBand, Hum nextHum) {
    band = nextBand;
    hum = nextHum;
    rebuild();
  }

  /** Has waves move to the left, or stand while the sweep passes. */
  void setScrolling(boolean scrolls) {
    page.setMotion(scrolls ? SweepMotion.SCROLL : SweepMotion.ERASE_BAR);
  }

  private @Nullable WaveFilter filter(LanePlace place) {
    return place.isEcg() ? WaveFilter.of(band.band(), hum.notch(), place.of().frequencyHz()) : null;
  }

  void setGrid(boolean shown) {
    grid = shown;
    requestLayout();
  }

  double pxPerMm() {
    return pxPerMm;
  }

  /** Takes what was measured of the screen. */
  void setPxPerMm(double measured) {
    if (measured == pxPerMm) {
      return;
    }
    pxPerMm = measured;
    page.setScale(scale());
    page.setSweepStyle(style());
    rebuild();
    showFrozen();
  }

  /** After an outage, what was missed is for the record and not for the screen. */
  void drawFrom(long micros) {
    drawFromMicros = micros;
    waves.forEach(wave -> wave.lane.drawFrom(micros));
  }

  void show(WaveView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    pseudoClassStateChanged(States.LOST, next.mode() == WaveView.Mode.LOST);
    pseudoClassStateChanged(States.NOT_LIVE, next.mode() == WaveView.Mode.NOT_LIVE);
    pseudoClassStateChanged(States.LEADS_OFF, next.mode() == WaveView.Mode.LEADS_OFF);
    requestLayout();
  }

  /** Gives each wave its ring, which is another one after device or patient changed. */
  void connect(BedSnapshot bed) {
    if (!bed.channels().equals(channels)) {
      channels = bed.channels();
      rebuild();
    }
    SampleRing pacer = Pacer.ring(bed, feed);
    for (Wave wave : waves) {
      wave.lane.setRing(feed.ring(bed.id(), wave.place.channel()));
      wave.lane.setPacer(wave.place.isEcg() ? pacer : null);
    }
  }

  /** Shows no wave of any bed; the next bed's has a clock of its own. */
  void disconnect() {
    channels = List.of();
    rebuild();
    page.removeSweep(sweep);
    sweep = newSweep();
  }

  /** Has each wave lie within its lane, and fill it; meant to be called once a second. */
  void fit(BedSnapshot bed) {
    for (Wave wave : waves) {
      SampleRing ring = feed.ring(bed.id(), wave.place.channel());
      if (ring != null && freeze == null && fit(wave, ring)) {
        place(wave);
        requestLayout();
      }
    }
  }

  private boolean fit(Wave wave, SampleRing ring) {
    if (wave.place.isEcg()) {
      double heightMm = wave.place.height() / pxPerMm;
      return wave.scan.scan(ring, wave.place.of(), heightMm, gain.mmPerMillivolt());
    }
    return SpanScan.suits(wave.place.of().kind()) && wave.span.scan(ring);
  }

  void pulse(long pulseNanos) {
    page.pulse(pulseNanos);
  }

  private void place(Wave wave) {
    wave.gain = gain.mmPerMillivolt() / wave.scan.placement().divisor();
    wave.level = wave.scan.placement().levelMillivolts();
    wave.lane.setAmplitude(amplitude(wave));
  }

  private Amplitude amplitude(Wave wave) {
    double heightMm = Math.max(1, wave.place.height() / pxPerMm);
    WaveformChannel channel = wave.place.of();
    return wave.place.isEcg()
        ? WaveLooks.filteredEcg(channel, wave.gain, wave.level, heightMm)
        : wave.span.amplitude(headroom(wave.place));
  }

  /** Share of a lane that its label has for itself. */
  private static double headroom(LanePlace place) {
    return Math.min(MOST_HEADROOM, LABEL_HEIGHT / Math.max(1, place.height()));
  }

  private void rebuild() {
    for (Wave wave : waves) {
      sweep.removeLane(wave.lane);
      getChildren().removeAll(wave.label, wave.top, wave.zero);
    }
    List<Wave> next = new ArrayList<>();
    double shownSeconds = lanesWidth() / (pxPerMm * speed.mmPerSecond());
    for (LanePlace place : LanePlace.of(channels, getHeight())) {
      double seconds = Math.max(1, shownSeconds);
      SpanScan span = new SpanScan(place.of(), seconds);
      Lane lane =
          sweep.addLane(WaveLooks.color(place.of().kind()), span.amplitude(headroom(place)));
      Wave wave = new Wave(place, lane, new LaneScan(gain.fit(), seconds, filter(place)), span);
      if (place.isEcg()) {
        lane.setFilter(band.band(), hum.notch());
      }
      lane.drawFrom(drawFromMicros);
      lane.setConverterLimits(place.of().lowest(), place.of().highest());
      place(wave);
      wave.label.getStyleClass().add(StyleNames.of(place.of().kind()));
      wave.label.setId("patient-lead-" + place.channel());
      wave.top.setId("patient-scale-" + place.channel());
      getChildren().addAll(wave.label, wave.top, wave.zero);
      next.add(wave);
    }
    waves = List.copyOf(next);
    requestLayout();
  }

  private double lanesWidth() {
    return Math.max(1, getWidth() - WaveBackdrop.LANES_LEFT - RIGHT);
  }

  boolean isFrozen() {
    return freeze != null;
  }

  @Nullable Freeze freeze() {
    return freeze;
  }

  /** Holds the waves as they are painted now; what goes on stays out of sight until it is ended. */
  void freeze(BedSnapshot bed) {
    long to = sweep.paintedMicros();
    long from = to - Math.round(lanesWidth() / (pxPerMm * speed.mmPerSecond()) * 1e6);
    List<FrozenLane> lanes = new ArrayList<>();
    for (Wave wave : waves) {
      SampleRing ring = feed.ring(bed.id(), wave.place.channel());
      if (ring != null) {
        lanes.add(
            FrozenLane.of(
                wave.place.of(), ring, filter(wave.place), Math.max(from, drawFromMicros), to));
      }
    }
    freeze =
        lanes.size() == waves.size()
            ? new Freeze(from, to, lanes, frozenPacer(bed, from, to))
            : null;
    showFrozen();
  }

  private @Nullable FrozenLane frozenPacer(BedSnapshot bed, long from, long to) {
    SampleRing ring = Pacer.ring(bed, feed);
    if (ring == null) {
      return null;
    }
    WaveformChannel channel = bed.channels().get(Pacer.channel(bed.channels()));
    return FrozenLane.of(channel, ring, null, Math.max(from, drawFromMicros), to);
  }

  /** Shows the live waves again. */
  void unfreeze() {
    freeze = null;
    showFrozen();
  }

  /** Shows the calipers where they are now. */
  void showCalipers() {
    frozen.refresh();
    Freeze held = freeze;
    Calipers on = held == null ? null : held.calipers();
    if (held != null && on != null) {
      Calipers.Measure measure = on.measure(held.lane(on));
      frozen.setAccessibleText(
          "%s, %s, %s, %s"
              .formatted(
                  words.text("patient.frozen"),
                  measure.interval(),
                  measure.rate(),
                  measure.amplitude(Calipers.unit(held.lane(on)))));
    }
  }

  private void showFrozen() {
    Freeze held = freeze;
    boolean isHeld = held != null;
    for (Node node : List.of(frozenFrame, badgeBox, badge, badgeNote)) {
      node.setVisible(isHeld);
    }
    page.setVisible(!isHeld);
    pseudoClassStateChanged(PatientStates.FROZEN, isHeld);
    if (held == null) {
      frozen.clear();
    } else {
      List<LanePlace> places = waves.stream().map(wave -> wave.place).toList();
      List<Amplitude> drawn = waves.stream().map(this::amplitude).toList();
      frozen.show(held, places, drawn, pxPerMm, speed.mmPerSecond());
      Texts.set(badgeNote, words.text("patient.frozen-at", Formats.clock(held.toMicros(), zone)));
      showCalipers();
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    for (Region layer : List.of(backdrop, page, frozen, frozenFrame)) {
      layer.resizeRelocate(0, 0, width, height);
    }
    boolean placed =
        waves.stream().map(wave -> wave.place).toList().equals(LanePlace.of(channels, height));
    if (!placed) {
      rebuild();
    }
    boolean shown = view.mode() == WaveView.Mode.TRACE || view.mode() == WaveView.Mode.LEADS_OFF;
    boolean held = freeze != null;
    backdrop.show(
        waves.stream().map(wave -> wave.place).toList(),
        waves.stream().map(wave -> wave.gain).toList(),
        pxPerMm,
        grid,
        shown || held);
    for (Wave wave : waves) {
      layoutWave(wave, shown || held);
    }
    layoutText(width, height);
    layoutBadge(width);
  }

  private void layoutWave(Wave wave, boolean shown) {
    LanePlace place = wave.place;
    wave.lane.setBounds(
        WaveBackdrop.LANES_LEFT, place.top(), lanesWidth(), Math.max(1, place.height()));
    wave.lane.setMode(WaveLooks.mode(view.mode(), place.of().kind()));
    wave.lane.setLabelGap(view.text().isEmpty() ? 0 : Texts.width(text) + 2 * LABEL_MARGIN);
    String part = place.isEcg() && gain == Gain.AUTOMATIC ? part(wave.gain) : "";
    String unit = wave.span.top().isPresent() ? "  " + WaveLooks.unit(place.of()) : "";
    Texts.set(wave.label, shown ? WaveLooks.name(place.of()) + unit + part + narrower(place) : "");
    Texts.place(wave.label, WaveBackdrop.LANES_LEFT, place.top() + 20);
    layoutScale(wave, shown);
  }

  /** Between which values a pressure or CO₂ lies, left of its wave. */
  private void layoutScale(Wave wave, boolean shown) {
    LanePlace place = wave.place;
    OptionalDouble top = wave.span.top();
    boolean told = shown && !place.isEcg() && top.isPresent();
    Texts.set(wave.top, told ? Integer.toString((int) top.getAsDouble()) : "");
    Texts.set(wave.zero, told ? "0" : "");
    double right = WaveBackdrop.LANES_LEFT - 6;
    double highest = place.top() + headroom(place) * place.height();
    Texts.place(wave.top, right - Texts.width(wave.top), highest + 5);
    Texts.place(wave.zero, right - Texts.width(wave.zero), place.top() + place.height() - 4);
  }

  /** The band where samples are too far apart for the one that was chosen. */
  private String narrower(LanePlace place) {
    WaveFilter shown = filter(place);
    return shown == null || shown.highHz() == band.band().highHz()
        ? ""
        : "  " + words.text("patient.wave.up-to", Math.round(shown.highHz()));
  }

  private static String part(double gain) {
    String share = WaveLooks.share(gain);
    return share.isEmpty() ? "" : " " + share;
  }

  private void layoutText(double width, double height) {
    boolean held = freeze != null;
    Texts.fit(text, held ? "" : view.text(), width);
    Texts.fit(detail, held ? "" : view.detail(), width);
    double center = WaveBackdrop.LANES_LEFT + lanesWidth() / 2;
    double middle =
        view.mode() == WaveView.Mode.LEADS_OFF && !waves.isEmpty()
            ? waves.getFirst().place.height() / 2
            : height / 2;
    double baseline = middle + text.getFont().getSize() * 0.36;
    boolean two = !detail.getText().isEmpty();
    Texts.place(text, center - Texts.width(text) / 2, two ? baseline - 18 : baseline);
    Texts.place(detail, center - Texts.width(detail) / 2, baseline + 22);
  }

  private void layoutBadge(double width) {
    double said = Texts.width(badge);
    double boxWidth = Math.ceil(said + Texts.width(badgeNote) + 46);
    double left = Math.rint((width - boxWidth) / 2);
    badgeBox.resizeRelocate(left, 0, boxWidth, 36);
    Texts.place(badge, left + 16, 25);
    Texts.place(badgeNote, left + 30 + said, 24);
  }
}
