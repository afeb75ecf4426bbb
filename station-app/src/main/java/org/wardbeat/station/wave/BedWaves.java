package org.wardbeat.station.wave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wardbeat.render.playout.PlayoutBuffer;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.render.sweep.Lane;
import org.wardbeat.render.sweep.Sweep;
import org.wardbeat.render.sweep.SweepPage;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The waves of one bed among those of others on a page: which of its channels, from which rings,
 * played by a clock of its own, and each placed within its lane. User-interface thread only.
 */
public final class BedWaves {
  private static final double SHOWN_SECONDS = 20;

  /**
   * One of them.
   *
   * @param channel of the bed's device
   * @param lane where it is drawn, which has no bounds and is blank at first
   */
  public record Wave(WaveformChannel channel, Lane lane) {}

  private record Source(int channel, Wave wave, SpanScan span) {
    boolean isEcg() {
      return wave.channel.kind() == SignalKind.ECG;
    }
  }

  private final WardFeed feed;
  private final SweepPage page;
  private final Sweep sweep;
  private List<Source> sources = List.of();
  private List<WaveformChannel> channels = List.of();
  private List<Optional<SampleRing>> rings = List.of();
  private boolean chosen;
  private int most = 1;
  private double usualMmPerMillivolt = 10;
  private List<SignalKind> wanted = List.of();
  private long drawFromMicros = Long.MIN_VALUE;
  private LaneScan scan = newScan();

  /** No waves yet, on a page. */
  public BedWaves(SweepPage page, WardFeed feed) {
    this.page = page;
    this.feed = feed;
    this.sweep =
        page.addSweep(
            new PlayoutClock(
                feed::bridgeNowMicros, new PlayoutBuffer(PlayoutClock.DEFAULT_BUFFER)));
  }

  private static LaneScan newScan() {
    return new LaneScan(LaneFit.automatic(), SHOWN_SECONDS);
  }

  /**
   * States what of the bed's waves is shown; where that changes there are none until {@link
   * #connect}.
   *
   * @param waves at most so many, ECGs first
   * @param mmPerMillivolt gain of ECGs that fit their lanes with it
   * @param kinds only these; all if there is none
   */
  public void choose(int waves, double mmPerMillivolt, List<SignalKind> kinds) {
    if (waves != most || mmPerMillivolt != usualMmPerMillivolt || !kinds.equals(wanted)) {
      most = waves;
      usualMmPerMillivolt = mmPerMillivolt;
      wanted = List.copyOf(kinds);
      clear();
    }
  }

  /** Which are shown, from the top. */
  public List<Wave> waves() {
    return sources.stream().map(Source::wave).toList();
  }

  /** After an outage, what was missed is for the record and not for the screen. */
  public void drawFrom(long micros) {
    drawFromMicros = micros;
    sources.forEach(source -> source.wave.lane.drawFrom(micros));
  }

  /**
   * Takes the bed's rings, anew after device or patient changed.
   *
   * @return whether it did, and {@link #waves} may be others
   */
  public boolean connect(BedSnapshot bed) {
    boolean known = chosen && areChannels(bed);
    if (known && haveTheirRings(bed)) {
      return false;
    }
    if (!known) {
      clear();
      chosen = true;
      channels = bed.channels();
      sources =
          IntStream.range(0, channels.size())
              .boxed()
              .filter(index -> isWanted(channels.get(index).kind()))
              .sorted(Comparator.comparing(index -> channels.get(index).kind()))
              .limit(most)
              .map(this::source)
              .toList();
    }
    scan = newScan();
    connectRings(bed);
    return true;
  }

  /** The ward has other rings for another patient and for another device. */
  @SuppressWarnings("ReferenceEquality")
  private boolean haveTheirRings(BedSnapshot bed) {
    for (int i = 0; i < sources.size(); i++) {
      if (feed.ring(bed.id(), sources.get(i).channel) != rings.get(i).orElse(null)) {
        return false;
      }
    }
    return true;
  }

  private void connectRings(BedSnapshot bed) {
    List<Optional<SampleRing>> next = new ArrayList<>();
    SampleRing pacer = Pacer.ring(bed, feed);
    for (Source source : sources) {
      SampleRing ring = feed.ring(bed.id(), source.channel);
      next.add(Optional.ofNullable(ring));
      Lane lane = source.wave.lane;
      lane.setRing(ring);
      lane.setPacer(source.isEcg() ? pacer : null);
      lane.setAmplitude(amplitude(source.wave.channel, source.span));
    }
    rings = next;
  }

  /** Nearly always they are the very same, which is all that is looked at in nearly all pulses. */
  @SuppressWarnings("ReferenceEquality")
  private boolean areChannels(BedSnapshot bed) {
    return bed.channels() == channels || bed.channels().equals(channels);
  }

  private Source source(int index) {
    WaveformChannel channel = channels.get(index);
    SpanScan span = new SpanScan(channel, SHOWN_SECONDS);
    Lane lane = sweep.addLane(WaveLooks.color(channel.kind()), amplitude(channel, span));
    lane.drawFrom(drawFromMicros);
    lane.setConverterLimits(channel.lowest(), channel.highest());
    return new Source(index, new Wave(channel, lane), span);
  }

  private boolean isWanted(SignalKind kind) {
    return kind.isWave() && kind != SignalKind.OTHER && (wanted.isEmpty() || wanted.contains(kind));
  }

  /**
   * Places each wave so that what came since the last call lies within its lane; meant to be called
   * once a second.
   *
   * @param laneHeightMm above 0
   * @return whether the ECG has another gain now
   */
  public boolean fit(BedSnapshot bed, double laneHeightMm) {
    boolean changed = false;
    for (Source source : sources) {
      SampleRing ring = feed.ring(bed.id(), source.channel);
      if (ring == null) {
        continue;
      }
      if (source.isEcg()) {
        changed |= source.equals(sources.getFirst()) && fitEcg(source, ring, laneHeightMm);
      } else if (SpanScan.suits(source.wave.channel.kind()) && source.span.scan(ring)) {
        source.wave.lane.setAmplitude(amplitude(source.wave.channel, source.span));
      }
    }
    return changed;
  }

  private boolean fitEcg(Source first, SampleRing ring, double laneHeightMm) {
    boolean changed = scan.scan(ring, first.wave.channel, laneHeightMm, usualMmPerMillivolt);
    if (changed) {
      sources.stream()
          .filter(Source::isEcg)
          .forEach(each -> each.wave.lane.setAmplitude(amplitude(each.wave.channel, each.span)));
    }
    return changed;
  }

  /** Gain of the ECGs in mm/mV. */
  public double mmPerMillivolt() {
    return usualMmPerMillivolt / scan.placement().divisor();
  }

  private Amplitude amplitude(WaveformChannel channel, SpanScan span) {
    return SpanScan.suits(channel.kind())
        ? span.amplitude(0)
        : WaveLooks.ecg(channel, mmPerMillivolt(), scan.placement().levelMillivolts());
  }

  /** Shows none until {@link #connect}. */
  public void clear() {
    scan = newScan();
    sources.forEach(source -> sweep.removeLane(source.wave.lane));
    sources = List.of();
    rings = List.of();
    chosen = false;
  }

  /** Gives back what it holds of the page; not to be used after that. */
  public void dispose() {
    clear();
    page.removeSweep(sweep);
  }
}
