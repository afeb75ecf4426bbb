package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real ECGs of the MIT-BIH Arrhythmia Database, which are never part of the project. */
final class Records {
  /** Of all its records. */
  static final double FREQUENCY_HZ = 360;

  /** ADC units per mV of all its records. */
  static final double UNITS_PER_MILLIVOLT = 200;

  /** ADC units at 0 mV of all its records. */
  static final int ZERO_UNITS = 1_024;

  private Records() {}

  /**
   * The first lead of a record: of three bytes in format 212, the first and the low half of the
   * second.
   */
  static int[] firstLead(String record, int count) throws IOException {
    byte[] bytes = Files.readAllBytes(directory().resolve("mitdb").resolve(record + ".dat"));
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      int twelveBits = (bytes[3 * i] & 0xff) | ((bytes[3 * i + 1] & 0x0f) << 8);
      samples[i] = (twelveBits << 20) >> 20;
    }
    return samples;
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
