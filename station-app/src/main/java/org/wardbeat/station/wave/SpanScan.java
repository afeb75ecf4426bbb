package org.wardbeat.station.wave;

import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.sweep.Amplitude;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Looks through what came of a wave without an absolute height, about once a second, so that it
 * fills its lane. User-interface thread only.
 */
public final class SpanScan {
  /** Share of a channel's unit below which an extent is noise. */
  private static final double NOISE = 0.1;

  private final SpanFit fit;
  private final double shownSeconds;
  private int[] recent = new int[0];
  private @Nullable SampleRing scanned;
  private long scannedEnd;

  /**
   * @param shownSeconds how much of the wave a lane can show, in s
   */
  public SpanScan(WaveformChannel channel, double shownSeconds) {
    double unit = channel.adcPerUnit();
    boolean around = channel.kind() == SignalKind.RESP;
    double zero = channel.baseline();
    this.fit = new SpanFit(NOISE * unit, around ? zero - unit : zero, zero + unit);
    this.shownSeconds = shownSeconds;
  }

  /** Whether a wave has no absolute height: pressures and CO₂ have one. */
  public static boolean suits(SignalKind kind) {
    return switch (kind) {
      case PLETH, RESP, OTHER -> true;
      case ECG, ART, CO2 -> false;
    };
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
