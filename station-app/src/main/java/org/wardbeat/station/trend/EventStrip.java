package org.wardbeat.station.trend;

import java.util.List;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Waves around the onset of an alarm.
 *
 * @param onsetMicros the onset, UTC microseconds on the bridge's clock
 * @param waves at most {@link EventMemory#STRIP_WAVES}
 */
public record EventStrip(long onsetMicros, List<Wave> waves) {
  public EventStrip {
    waves = List.copyOf(waves);
  }

  /** A strip without a wave. */
  static EventStrip none(long onsetMicros) {
    return new EventStrip(onsetMicros, List.of());
  }

  /** One of its waves: its samples in equal steps. Not to be changed. */
  public static final class Wave {
    private final WaveformChannel channel;
    private final long firstMicros;
    private final int[] samples;

    /** The array becomes its own. */
    Wave(WaveformChannel channel, long firstMicros, int[] samples) {
      this.channel = channel;
      this.firstMicros = firstMicros;
      this.samples = samples;
    }

    /** Which wave it is. */
    public WaveformChannel channel() {
      return channel;
    }

    /** How many samples it has. */
    public int length() {
      return samples.length;
    }

    /** A sample in ADC units, or {@link org.wardbeat.render.ring.SampleRing#GAP}. */
    public int sample(int index) {
      return samples[index];
    }

    /** The time of a sample, in µs of the bridge's clock. */
    public long micros(int index) {
      return firstMicros + Math.round(index * 1e6 / channel.frequencyHz());
    }
  }
}
