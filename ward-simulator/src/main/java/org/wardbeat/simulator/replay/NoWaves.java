package org.wardbeat.simulator.replay;

import java.util.List;
import org.wardbeat.wire.ward.WaveformChannel;

/** In place of the waves of a record that only has vital signs: four empty frames a second. */
final class NoWaves implements WaveTrack {
  @Override
  public List<WaveformChannel> channels() {
    return List.of();
  }

  @Override
  public double framesPerSecond() {
    return 4;
  }

  @Override
  public long frames() {
    return 0;
  }

  @Override
  public int samplesPerFrame(int channel) {
    return 1;
  }

  @Override
  public int read(int[][] into, int maxFrames) {
    return -1;
  }

  @Override
  public void rewind() {
    // Nothing to begin again.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
