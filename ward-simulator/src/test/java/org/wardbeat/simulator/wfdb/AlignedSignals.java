package org.wardbeat.simulator.wfdb;

import java.util.ArrayList;
import java.util.List;

/** All aligned samples of a record, gathered from reads of uneven length. */
final class AlignedSignals {
  private AlignedSignals() {}

  static List<int[]> of(WfdbRecord record) throws WfdbException {
    List<int[]> signals = new ArrayList<>();
    int[][] block = block(record);
    for (SignalSpec signal : record.signals()) {
      signals.add(new int[(int) record.frames() * signal.samplesPerFrame()]);
    }
    try (AlignedSamples samples = record.aligned()) {
      int position = 0;
      for (int n = samples.read(block, 1); n >= 0; n = samples.read(block, 777)) {
        for (int i = 0; i < block.length; i++) {
          int perFrame = record.signals().get(i).samplesPerFrame();
          System.arraycopy(block[i], 0, signals.get(i), position * perFrame, n * perFrame);
        }
        position += n;
      }
    }
    return signals;
  }

  /** One signal in physical units, NaN where there is no sample. */
  static double[] physical(WfdbRecord record, int index) throws WfdbException {
    int perFrame = record.signals().get(index).samplesPerFrame();
    double[] values = new double[(int) record.frames() * perFrame];
    int[][] block = block(record);
    try (AlignedSamples samples = record.aligned()) {
      int position = 0;
      for (int n = samples.read(block, 500); n >= 0; n = samples.read(block, 500)) {
        for (int i = 0; i < n * perFrame; i++) {
          int sample = block[index][i];
          values[position++] =
              sample == AlignedSamples.INVALID ? Double.NaN : samples.spec(index).physical(sample);
        }
      }
    }
    return values;
  }

  private static int[][] block(WfdbRecord record) {
    int[][] block = new int[record.signals().size()][];
    for (int i = 0; i < block.length; i++) {
      block[i] = new int[777 * record.signals().get(i).samplesPerFrame()];
    }
    return block;
  }
}
