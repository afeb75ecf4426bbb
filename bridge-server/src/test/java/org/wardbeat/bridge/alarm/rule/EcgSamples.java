package org.wardbeat.bridge.alarm.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Samples of a record in WFDB format 16 behind a MATLAB header of 24 bytes. */
final class EcgSamples {
  private static final int HEADER = 24;

  private EcgSamples() {}

  /** The samples of one of so many signals. */
  static int[] read(Path file, int signals, int signal) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      ShortBuffer samples =
          ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      int[] one = new int[samples.remaining() / signals];
      for (int i = 0; i < one.length; i++) {
        one[i] = samples.get(i * signals + signal);
      }
      return one;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
