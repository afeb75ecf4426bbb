package org.wardbeat.benchmarks.alarms;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.wardbeat.station.sound.SoundDevices;
import org.wardbeat.station.sound.SoundLine;

/**
 * A loudspeaker that plays as fast as time passes and tells when each sound begins: the moment at
 * which its first sample is played, what is written before it included. The delay of a real sound
 * card comes on top.
 */
final class PacedSound implements SoundDevices {
  private static final int RATE = 48_000;
  private static final int ROOM = RATE / 4;
  private static final int LEAST_SILENCE = RATE / 50;

  private final LongSupplier nanoTime;
  private final LongConsumer begins;

  /**
   * @param nanoTime the monotonic clock
   * @param begins told the time at which a sound begins after silence
   */
  PacedSound(LongSupplier nanoTime, LongConsumer begins) {
    this.nanoTime = nanoTime;
    this.begins = begins;
  }

  @Override
  public SoundLine open(Set<String> avoided) {
    return new Line();
  }

  private final class Line implements SoundLine {
    private long beganNanos = nanoTime.getAsLong();
    private long written;
    private long loud = -LEAST_SILENCE;

    @Override
    public String name() {
      return "paced";
    }

    @Override
    public int framesPerSecond() {
      return RATE;
    }

    @Override
    public int writable() {
      return (int) (ROOM - (written - playedFrames()));
    }

    @Override
    public void write(short[] frames, int offset, int length) {
      long silentNanos = nanoTime.getAsLong() - timeOf(written);
      if (silentNanos > 0) {
        beganNanos += silentNanos; // it had nothing to play, and goes on now
      }
      for (int i = 0; i < length; i++) {
        if (frames[offset + i] != 0) {
          if (written + i - loud >= LEAST_SILENCE) {
            begins.accept(timeOf(written + i));
          }
          loud = written + i;
        }
      }
      written += length;
    }

    private long timeOf(long frame) {
      return beganNanos + frame * 1_000_000_000L / RATE;
    }

    @Override
    public long playedFrames() {
      long due = (nanoTime.getAsLong() - beganNanos) * RATE / 1_000_000_000L;
      return Math.min(written, due);
    }

    @Override
    public Optional<String> problem() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
