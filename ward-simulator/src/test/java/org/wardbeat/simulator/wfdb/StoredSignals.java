package org.wardbeat.simulator.wfdb;

import java.util.ArrayList;
import java.util.List;

/** All stored samples of a record, gathered from reads of uneven length. */
final class StoredSignals {
  private StoredSignals() {}

  static List<int[]> of(WfdbRecord record) throws WfdbException {
    List<int[]> signals = new ArrayList<>();
    int[][] block = new int[record.signals().size()][];
    for (int i = 0; i < block.length; i++) {
      int perFrame = record.signals().get(i).samplesPerFrame();
      signals.add(new int[(int) record.frames() * perFrame]);
      block[i] = new int[777 * perFrame];
    }
    try (StoredSamples samples = record.stored()) {
      int position = 0;
      for (int n = samples.read(block, 333); n >= 0; n = samples.read(block, 777)) {
        for (int i = 0; i < block.length; i++) {
          int perFrame = record.signals().get(i).samplesPerFrame();
          System.arraycopy(block[i], 0, signals.get(i), position * perFrame, n * perFrame);
        }
        position += n;
      }
    }
    return signals;
  }
}
