package org.wardbeat.station.wave;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Looks through what came of a wave, about once a second, to find its scale: a pressure or CO₂ gets
 * one from zero that can be read, and a wave without an absolute height fills its lane.
 * User-interface thread only.
 */
public final class SpanScan {
  /** Share of a channel's unit below which an extent is noise. */
  private static final double NOISE = 0.1;

  /** Until something came, in mmHg; what comes in another unit changes it at once. */
  private static final double ART_TOP = 200;

  private static final double CO2_TOP = 60;

  private final WaveFit fit;
  private final double shownSeconds;
  private int[] recent = new int[0];
  private @Nullable SampleRing scanned;
  private long scannedEnd;

  /**
   * @param shownSeconds how much of the wave a lane can show, in s
   */
  public SpanScan(WaveformChannel channel, double shownSeconds) {
    this.fit = fit(channel);
    this.shownSeconds = shownSeconds;
  }

  private static WaveFit fit(WaveformChannel channel) {
    double unit = channel.adcPerUnit();
    double zero = channel.baseline();
    return switch (channel.kind()) {
      case ART -> new ScaleFit(zero, unit, ART_TOP);
      case CO2 -> new ScaleFit(zero, unit, CO2_TOP);
      case RESP -> new SpanFit(NOISE * unit, zero - unit, zero + unit);
      case ECG, PLETH, OTHER, PACER -> new SpanFit(NOISE * unit, zero, zero + unit);
    };
  }

  /** Whether a wave is scaled so: an ECG has its gain. */
  public static boolean suits(SignalKind kind) {
    return kind != SignalKind.ECG;
  }

  /** What lies at the top of the scale, in the channel's unit; empty if the wave has no height. */
  public OptionalDouble top() {
    return fit instanceof ScaleFit scale ? OptionalDouble.of(scale.top()) : OptionalDouble.empty();
  }

  /**
   * How samples become a height now.
   *
   * @param headroom share of the lane that is left free at its top, 0 to less than 1
   */
  public Amplitude amplitude(double headroom) {
    double extent = fit.high() - fit.low();
    return new Amplitude.FullScale(fit.low(), fit.low() + extent / (1 - headroom));
  }

  /**
   * Takes what came since the last call; at first as much as a lane can show.
   *
   * @return whether the scale changed
   */
  public boolean scan(SampleRing ring) {
    if (!ring.equals(scanned)) {
      scanned = ring;
      scannedEnd = 0;
    }
    long end = ring.end();
    long shown = (long) Math.ceil(ring.frequencyHz() * shownSeconds);
    long from = Math.max(Math.max(scannedEnd, ring.oldest()), end - shown);
    int count = (int) Math.max(0, end - from);
    if (recent.length < count) {
      recent = new int[count];
    }
    ring.copy(from, from + count, recent);
    scannedEnd = end;
    return count > 0 && fit.scan(recent, count);
  }
}
