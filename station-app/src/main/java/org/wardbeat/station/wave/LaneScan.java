package org.wardbeat.station.wave;

import org.jspecify.annotations.Nullable;
import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Looks through what came of an ECG, about once a second, so that it is placed within its lane.
 * User-interface thread only.
 */
public final class LaneScan {
  private final LaneFit fit;
  private final @Nullable WaveFilter filter;
  private final double shownSeconds;
  private int[] recent = new int[0];
  private @Nullable SampleRing scanned;
  private long scannedEnd;
  private boolean running;

  /**
   * @param fit what finds the place
   * @param shownSeconds how much of the wave a lane can show, in s
   */
  public LaneScan(LaneFit fit, double shownSeconds) {
    this(fit, shownSeconds, null);
  }

  /**
   * @param fit what finds the place
   * @param shownSeconds how much of the wave a lane can show, in s
   * @param filter that the wave is shown with, for this scan alone; null if as it was sent
   */
  public LaneScan(LaneFit fit, double shownSeconds, @Nullable WaveFilter filter) {
    this.fit = fit;
    this.filter = filter;
    this.shownSeconds = shownSeconds;
  }

  /** How the wave is drawn now. */
  public LaneFit.Placement placement() {
    return fit.placement();
  }

  /**
   * Takes what came since the last call; at first as much as a lane can show.
   *
   * @param heightMm the lane's height
   * @param mmPerMillivolt the usual gain
   * @return whether the wave is placed otherwise now
   */
  public boolean scan(
      SampleRing ring, WaveformChannel channel, double heightMm, double mmPerMillivolt) {
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
    filter(count, channel.baseline());
    scannedEnd = end;
    return count > 0
        && fit.scan(
            recent,
            count,
            channel.baseline(),
            WaveLooks.unitsPerMillivolt(channel),
            heightMm,
            mmPerMillivolt);
  }

  /** As it is drawn: around zero where the filter takes the level out; anew after each gap. */
  private void filter(int count, int zero) {
    WaveFilter shown = filter;
    if (shown == null) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (recent[i] == SampleRing.GAP) {
        running = false;
        continue;
      }
      if (!running) {
        shown.reset(recent[i]);
        running = true;
      }
      double value = shown.next(recent[i]);
      recent[i] = (int) Math.round(shown.removesLevel() ? zero + value : value);
    }
  }
}
