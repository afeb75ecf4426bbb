package org.wardbeat.station.patient;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.ring.SampleTimeline;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** The samples of one wave at the moment at which it was frozen. Not changed after that. */
final class FrozenLane {
  private final WaveformChannel channel;
  private final int[] raw;
  private final int[] samples;
  private final long[] micros;
  private final boolean[] joined;

  private FrozenLane(
      WaveformChannel channel, int[] raw, int[] samples, long[] micros, boolean[] joined) {
    this.channel = channel;
    this.raw = raw;
    this.samples = samples;
    this.micros = micros;
    this.joined = joined;
  }

  /**
   * Copies what a ring has of a time, as it is shown.
   *
   * @param filter that the wave is shown with, for this copy alone; null if as it was sent
   * @param fromMicros the first moment, on the bridge's clock
   * @param toMicros the moment after the last
   */
  static FrozenLane of(
      WaveformChannel channel,
      SampleRing ring,
      @Nullable WaveFilter filter,
      long fromMicros,
      long toMicros) {
    SampleTimeline timeline = ring.timeline();
    if (timeline.isUnknown()) {
      return new FrozenLane(channel, new int[0], new int[0], new long[0], new boolean[0]);
    }
    long settleMicros = filter == null ? 0 : filter.settling().toNanos() / 1_000;
    long from = Math.max(ring.oldest(), timeline.indexAtOrAfter(fromMicros));
    long to = Math.max(from, Math.min(ring.end(), timeline.indexAtOrAfter(toMicros)));
    long early =
        Math.clamp(timeline.indexAtOrAfter(fromMicros - settleMicros), ring.oldest(), from);
    int[] whole = new int[(int) (to - early)];
    ring.copy(early, to, whole);
    int[] raw = Arrays.copyOfRange(whole, (int) (from - early), whole.length);
    if (filter != null) {
      filter(filter, whole, channel.baseline());
    }
    int[] samples = Arrays.copyOfRange(whole, (int) (from - early), whole.length);
    long[] micros = new long[samples.length];
    boolean[] joined = new boolean[samples.length];
    for (int i = 0; i < samples.length; i++) {
      micros[i] = timeline.timeMicros(from + i);
      joined[i] = timeline.joinsPrevious(from + i);
    }
    return new FrozenLane(channel, raw, samples, micros, joined);
  }

  private static void filter(WaveFilter filter, int[] samples, int zero) {
    boolean running = false;
    for (int i = 0; i < samples.length; i++) {
      if (samples[i] == SampleRing.GAP) {
        running = false;
        continue;
      }
      if (!running) {
        filter.reset(samples[i]);
        running = true;
      }
      double value = filter.next(samples[i]);
      samples[i] = (int) Math.round(filter.removesLevel() ? zero + value : value);
    }
  }

  WaveformChannel channel() {
    return channel;
  }

  int length() {
    return samples.length;
  }

  boolean isKnown(int index) {
    return samples[index] != SampleRing.GAP;
  }

  /** Whether a line joins a sample with the one before. */
  boolean joinsPrevious(int index) {
    return index > 0 && joined[index] && isKnown(index) && isKnown(index - 1);
  }

  /** 1 where the device's converter was at its upper limit, -1 at its lower one, else 0. */
  int saturation(int index) {
    if (!isKnown(index)) {
      return 0;
    }
    return raw[index] >= channel.highest() ? 1 : raw[index] <= channel.lowest() ? -1 : 0;
  }

  int sample(int index) {
    return samples[index];
  }

  /** In µs of the bridge's clock. */
  long micros(int index) {
    return micros[index];
  }

  boolean isEcg() {
    return channel.kind() == SignalKind.ECG;
  }

  /** In mV of an ECG, else in the channel's unit. */
  double value(int index) {
    double perUnit = isEcg() ? WaveLooks.unitsPerMillivolt(channel) : channel.adcPerUnit();
    return (samples[index] - channel.baseline()) / perUnit;
  }

  /** The known sample nearest to a time; -1 if there is none. */
  int nearest(long wantedMicros) {
    int best = -1;
    for (int i = 0; i < samples.length; i++) {
      boolean nearer =
          best < 0 || Math.abs(micros[i] - wantedMicros) < Math.abs(micros[best] - wantedMicros);
      if (isKnown(i) && nearer) {
        best = i;
      }
    }
    return best;
  }

  /** The next known sample in a direction, 1 or -1; the same one if there is none. */
  int next(int index, int direction) {
    for (int i = index + direction; i >= 0 && i < samples.length; i += direction) {
      if (isKnown(i)) {
        return i;
      }
    }
    return index;
  }
}
