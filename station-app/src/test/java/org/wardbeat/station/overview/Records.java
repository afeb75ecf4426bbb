package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Real recordings, which are never part of the project. */
final class Records {
  /** A channel of a recording, over and over. */
  static final class Lead {
    private final int[] samples;
    private final double frequencyHz;
    private final double gain;
    private final int zeroUnits;

    /**
     * @param samples in ADC units
     * @param frequencyHz samples a second
     * @param gain ADC units per mV, or per unit of the channel
     * @param zeroUnits ADC units at zero
     */
    Lead(int[] samples, double frequencyHz, double gain, int zeroUnits) {
      this.samples = samples;
      this.frequencyHz = frequencyHz;
      this.gain = gain;
      this.zeroUnits = zeroUnits;
    }

    double frequencyHz() {
      return frequencyHz;
    }

    double gain() {
      return gain;
    }

    int zeroUnits() {
      return zeroUnits;
    }

    /** The sample so many seconds after the beginning. */
    int at(double seconds) {
      return samples[Math.floorMod(Math.round(seconds * frequencyHz), samples.length)];
    }
  }

  private static final double ARRHYTHMIA_HZ = 360;
  private static final double ARRHYTHMIA_GAIN = 200;
  private static final int ARRHYTHMIA_ZERO = 1_024;
  private static final double CHALLENGE_HZ = 250;
  private static final double BIDMC_HZ = 125;
  private static final int CHALLENGE_CHANNELS = 4;
  private static final int CHALLENGE_HEADER_BYTES = 24;

  private Records() {}

  /**
   * The first lead of a record of the MIT-BIH Arrhythmia Database: of three bytes in format 212,
   * the first and the low half of the second.
   *
   * @param from first sample
   */
  static Lead arrhythmia(String record, int from, int count) throws IOException {
    byte[] bytes = Files.readAllBytes(directory().resolve("mitdb").resolve(record + ".dat"));
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      int at = 3 * (from + i);
      int twelveBits = (bytes[at] & 0xff) | ((bytes[at + 1] & 0x0f) << 8);
      samples[i] = (twelveBits << 20) >> 20;
    }
    return new Lead(samples, ARRHYTHMIA_HZ, ARRHYTHMIA_GAIN, ARRHYTHMIA_ZERO);
  }

  /**
   * A channel of a record of the PhysioNet/CinC Challenge 2015: four channels of 16 bits in turn,
   * behind a header of 24 bytes.
   *
   * @param channel 0 and 1 for the ECG, 2 for the pulse wave
   * @param from first sample
   * @param gain units per mV, or per unit, as the record's header says
   * @param zeroUnits baseline, as the record's header says
   */
  static Lead challenge(String record, int channel, int from, int count, double gain, int zeroUnits)
      throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(
                Files.readAllBytes(directory().resolve("challenge2015").resolve(record + ".mat")))
            .order(ByteOrder.LITTLE_ENDIAN);
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      int at = (from + i) * CHALLENGE_CHANNELS + channel;
      samples[i] = bytes.getShort(CHALLENGE_HEADER_BYTES + 2 * at);
    }
    return new Lead(samples, CHALLENGE_HZ, gain, zeroUnits);
  }

  /**
   * A column of the first record of the BIDMC PPG and Respiration Dataset, sampled at 125 Hz.
   *
   * @param column as its head names it: RESP, PLETH, V, AVR or II
   * @param gain units per unit of the channel
   */
  static Lead bidmc(String column, int count, double gain) throws IOException {
    Path file = directory().resolve("bidmc").resolve("bidmc_01_Signals.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      int at = List.of(reader.readLine().split(", *")).indexOf(column);
      int[] samples = new int[count];
      for (int i = 0; i < count; i++) {
        String value = reader.readLine().split(",", -1)[at];
        samples[i] = (int) Math.round(Double.parseDouble(value) * gain);
      }
      return new Lead(samples, BIDMC_HZ, gain, 0);
    }
  }

  private static Path directory() {
    Path directory =
        Optional.ofNullable(System.getProperty("wardbeat.data"))
            .or(() -> Optional.ofNullable(System.getenv("WARDBEAT_DATA")))
            .map(Path::of)
            .orElseGet(
                () -> Path.of(System.getProperty("wardbeat.root", "..")).resolve("../shared/data"));
    boolean present = Files.isDirectory(directory);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(present).as("test data in %s", directory).isTrue();
    }
    assumeTrue(present, "no test data in " + directory + "; set WARDBEAT_DATA");
    return directory;
  }
}
