package org.wardbeat.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.simulator.device.BedSource;
import org.wardbeat.simulator.wfdb.BidmcTable;
import org.wardbeat.wire.ward.WaveformChannel;

/** The waves of a BIDMC table at 125 Hz. Its five decimals fit steps of 0.00001 exactly. */
final class TableTrack implements WaveTrack {
  private static final double FRAMES_PER_SECOND = 125;
  private static final double ADC_PER_UNIT = 100_000;

  private final BidmcTable table;
  private final List<WaveformChannel> channels = new ArrayList<>();
  private int position;

  TableTrack(BidmcTable table) {
    this.table = table;
    for (String column : table.columns().subList(1, table.columns().size())) {
      boolean relative = column.equals("RESP") || column.equals("PLETH");
      channels.add(
          Channels.channel(column, relative ? "1" : "mV", FRAMES_PER_SECOND, ADC_PER_UNIT, 0));
    }
  }

  @Override
  public List<WaveformChannel> channels() {
    return channels;
  }

  @Override
  public double framesPerSecond() {
    return FRAMES_PER_SECOND;
  }

  @Override
  public long frames() {
    return table.rows();
  }

  @Override
  public int samplesPerFrame(int channel) {
    return 1;
  }

  @Override
  public int read(int[][] into, int maxFrames) {
    if (position == table.rows()) {
      return -1;
    }
    int frames = Math.min(maxFrames, table.rows() - position);
    for (int i = 0; i < channels.size(); i++) {
      for (int n = 0; n < frames; n++) {
        double value = table.value(i + 1, position + n);
        into[i][n] =
            Double.isNaN(value) ? BedSource.INVALID : (int) Math.rint(value * ADC_PER_UNIT);
      }
    }
    position += frames;
    return frames;
  }

  @Override
  public void rewind() {
    position = 0;
  }

  @Override
  public void close() {
    // A table holds nothing open.
  }
}
