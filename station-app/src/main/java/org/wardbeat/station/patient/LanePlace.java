package org.wardbeat.station.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Where a wave lies in the window.
 *
 * @param channel its index among the bed's channels
 * @param of the channel
 * @param top of its lane, in px
 * @param height of its lane, in px
 */
record LanePlace(int channel, WaveformChannel of, double top, double height) {
  /** An ECG gets so much more height than others. */
  private static final double ECG_WEIGHT = 1.2;

  /** All waves of a bed from top to bottom, by what they measure, then as the device has them. */
  static List<LanePlace> of(List<WaveformChannel> channels, double height) {
    List<Integer> order =
        IntStream.range(0, channels.size())
            .boxed()
            .filter(index -> channels.get(index).kind().isWave())
            .sorted(Comparator.comparing(index -> channels.get(index).kind()))
            .toList();
    double weights = order.stream().mapToDouble(index -> weight(channels.get(index))).sum();
    List<LanePlace> places = new ArrayList<>();
    double above = 0;
    for (int index : order) {
      WaveformChannel channel = channels.get(index);
      double top = Math.rint(height * above / weights);
      above += weight(channel);
      places.add(new LanePlace(index, channel, top, Math.rint(height * above / weights) - top));
    }
    return List.copyOf(places);
  }

  private static double weight(WaveformChannel channel) {
    return channel.kind() == SignalKind.ECG ? ECG_WEIGHT : 1;
  }

  boolean isEcg() {
    return of.kind() == SignalKind.ECG;
  }
}
