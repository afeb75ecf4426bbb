package org.wardbeat.station.sound;

import java.util.Optional;
import javax.sound.sampled.SourceDataLine;

/**
 * A line of the JDK's sound. It is never drained, which may wait for ever, and never written more
 * than it takes.
 */
final class JavaSoundLine implements SoundLine {
  private final String name;
  private final SourceDataLine line;
  private final int channels;
  private byte[] bytes = new byte[0];

  JavaSoundLine(String name, SourceDataLine line) {
    this.name = name;
    this.line = line;
    this.channels = line.getFormat().getChannels();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int framesPerSecond() {
    return (int) line.getFormat().getFrameRate();
  }

  @Override
  public int writable() throws SoundFailure {
    requireOpen();
    return line.available() / line.getFormat().getFrameSize();
  }

  @Override
  public void write(short[] frames, int offset, int length) throws SoundFailure {
    requireOpen();
    int size = length * channels * Short.BYTES;
    if (bytes.length < size) {
      bytes = new byte[size];
    }
    int at = 0;
    for (int i = offset; i < offset + length; i++) {
      for (int channel = 0; channel < channels; channel++) {
        bytes[at++] = (byte) frames[i];
        bytes[at++] = (byte) (frames[i] >> 8);
      }
    }
    if (line.write(bytes, 0, size) != size) {
      throw new SoundFailure("The device " + name + " takes no more sound");
    }
  }

  @Override
  public long playedFrames() throws SoundFailure {
    requireOpen();
    return line.getLongFramePosition();
  }

  private void requireOpen() throws SoundFailure {
    if (!line.isOpen()) {
      throw new SoundFailure("The device " + name + " is gone");
    }
  }

  @Override
  public Optional<String> problem() {
    return SystemVolume.problem();
  }

  @Override
  public void close() {
    line.close();
  }
}
