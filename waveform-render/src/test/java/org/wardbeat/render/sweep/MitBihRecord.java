package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The first lead of a record of the MIT-BIH Arrhythmia Database with its reference beats: 360 Hz,
 * 200 units per mV, 0 mV at 1024.
 */
final class MitBihRecord {

  static final double FREQUENCY_HZ = 360;

  /** In ADC units. */
  final int[] samples;

  /** Indices of the samples at which a beat is annotated. */
  final int[] beats;

  private MitBihRecord(int[] samples, int[] beats) {
    this.samples = samples;
    this.beats = beats;
  }

  /** Reads a record; the test is skipped where the shared data are not there, but in CI. */
  static MitBihRecord read(int number) throws IOException {
    Path directory = dataDirectory().resolve("mitdb");
    if (!Files.exists(directory)) {
      assertThat(System.getenv("CI")).as("%s is missing", directory).isNotEqualTo("true");
      Assumptions.abort("no %s: give the data's folder with -Dwardbeat.data".formatted(directory));
    }
    return new MitBihRecord(
        firstSignal(Files.readAllBytes(directory.resolve(number + ".dat"))),
        beats(directory.resolve(number + ".annotations.csv")));
  }

  /** Format 212: two samples of 12 bits in three bytes, here one of each signal. */
  private static int[] firstSignal(byte[] data) {
    int[] samples = new int[data.length / 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (data[3 * i + 1] & 0x0F) << 28 >> 20 | (data[3 * i] & 0xFF);
    }
    return samples;
  }

  private static int[] beats(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", 5))
          .filter(cells -> cells[3].equals("1"))
          .mapToInt(cells -> Integer.parseInt(cells[0]))
          .toArray();
    }
  }

  private static Path dataDirectory() {
    String directory = System.getProperty("wardbeat.data", System.getenv("WARDBEAT_DATA"));
    return directory == null
        ? Path.of(System.getProperty("wardbeat.root", ".."), "../shared/data")
        : Path.of(directory);
  }
}
