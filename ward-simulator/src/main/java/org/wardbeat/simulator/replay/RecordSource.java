package org.wardbeat.simulator.replay;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wardbeat.simulator.device.BedSource;
import org.wardbeat.simulator.device.Measurement;
import org.wardbeat.simulator.wfdb.WfdbException;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A record as a device sees it, sample for sample and value for value. It waits for the broker
 * instead of losing something. Sample <i>n</i> of a birth is sample <i>n</i> of the record when the
 * birth begins with it. At its end the record begins again after a pause of a second, a gap in the
 * waves, and the counters go on.
 */
final class RecordSource implements BedSource {
  private static final double PAUSE_SECONDS = 1;
  private static final double BLOCKS_PER_SECOND = 4;
  private static final double MAX_BLOCKS_PER_SECOND = 10;

  private final WaveTrack waves;
  private final Optional<NumericTrack> numerics;
  private final Optional<Patient> patient;
  private final int framesPerBlock;
  private final long endFrame;
  private final int[][] block;
  private final int[][] part;
  private long position;
  private boolean playing = true;

  RecordSource(WaveTrack waves, Optional<NumericTrack> numerics, Patient patient) {
    this.waves = waves;
    this.numerics = numerics;
    this.patient = Optional.of(patient);
    this.framesPerBlock = framesPerBlock(waves.framesPerSecond());
    double seconds = numerics.map(NumericTrack::seconds).orElse(0.0);
    this.endFrame =
        Math.max(waves.frames(), (long) Math.ceil(seconds * waves.framesPerSecond() - 1e-6));
    this.block = new int[waves.channels().size()][];
    this.part = new int[block.length][];
    for (int i = 0; i < block.length; i++) {
      block[i] = new int[framesPerBlock * waves.samplesPerFrame(i)];
      part[i] = new int[block[i].length];
    }
  }

  /** A quarter of a second, or the next shorter time that divides a second evenly. */
  static int framesPerBlock(double framesPerSecond) {
    int wanted = (int) Math.max(1, Math.round(framesPerSecond / BLOCKS_PER_SECOND));
    for (int frames = wanted; frames >= framesPerSecond / MAX_BLOCKS_PER_SECOND; frames--) {
      if (frames > 0 && framesPerSecond % frames == 0) {
        return frames;
      }
    }
    return wanted;
  }

  @Override
  public List<WaveformChannel> channels() {
    return waves.channels();
  }

  @Override
  public Optional<Patient> patient() {
    return patient;
  }

  @Override
  public long blockNanos() {
    return Math.round(framesPerBlock * 1e9 / waves.framesPerSecond());
  }

  @Override
  public boolean isLive() {
    return false;
  }

  @Override
  public void advance() {
    for (int[] samples : block) {
      Arrays.fill(samples, INVALID);
    }
    try {
      if (playing && position >= endFrame) {
        playing = false;
        position = 0;
      } else if (!playing && position >= PAUSE_SECONDS * waves.framesPerSecond()) {
        waves.rewind();
        playing = true;
        position = 0;
      }
      if (playing) {
        readBlock();
      }
    } catch (WfdbException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    position += framesPerBlock;
  }

  private void readBlock() throws WfdbException {
    int filled = 0;
    while (filled < framesPerBlock) {
      int frames = waves.read(part, framesPerBlock - filled);
      if (frames < 0) {
        return;
      }
      for (int i = 0; i < block.length; i++) {
        int perFrame = waves.samplesPerFrame(i);
        System.arraycopy(part[i], 0, block[i], filled * perFrame, frames * perFrame);
      }
      filled += frames;
    }
  }

  @Override
  public int count(int channel) {
    return block[channel].length;
  }

  @Override
  public int[] samples(int channel) {
    return block[channel];
  }

  @Override
  public List<Measurement> measurements() {
    return playing && numerics.isPresent()
        ? numerics.get().endingAt(position / waves.framesPerSecond())
        : List.of();
  }

  @Override
  public void close() {
    try {
      waves.close();
    } catch (WfdbException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
