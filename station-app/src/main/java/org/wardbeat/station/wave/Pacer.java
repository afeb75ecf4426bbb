package org.wardbeat.station.wave;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** Where a bed's pacemaker fired, which is drawn on its ECGs. Stateless. */
public final class Pacer {
  private Pacer() {}

  /** Index of the first channel that tells it; -1 if there is none. */
  public static int channel(List<WaveformChannel> channels) {
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).kind() == SignalKind.PACER) {
        return i;
      }
    }
    return -1;
  }

  /** Whose samples are 0 but where it fired; null if the bed's device does not tell. */
  public static @Nullable SampleRing ring(BedSnapshot bed, WardFeed feed) {
    int channel = channel(bed.channels());
    return channel < 0 ? null : feed.ring(bed.id(), channel);
  }
}
