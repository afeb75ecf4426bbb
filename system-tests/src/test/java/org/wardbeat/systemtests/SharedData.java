package org.wardbeat.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The records that are not part of the project, decoded here by other code than the product's. */
final class SharedData {
  private SharedData() {}

  /** A file or folder of them; where they are missing, the test is skipped. */
  static Path path(String name) {
    String directory = System.getProperty("wardbeat.data", System.getenv("WARDBEAT_DATA"));
    Path data =
        directory == null
            ? Path.of(System.getProperty("wardbeat.root", ".."), "../shared/data")
            : Path.of(directory);
    Path path = data.resolve(name);
    if (!Files.exists(path)) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(path + " is missing");
      }
      Assumptions.abort("no %s: name the data's folder with -Dwardbeat.data".formatted(path));
    }
    return path;
  }

  /** Both signals of an MIT-BIH record: WFDB format 212, two samples of 12 bits in three bytes. */
  static int[][] mitBih(String record) throws IOException {
    byte[] bytes = Files.readAllBytes(path("mitdb/" + record + ".dat"));
    int[][] signals = new int[2][bytes.length / 3];
    for (int i = 0; i < bytes.length / 3; i++) {
      int high = bytes[3 * i + 1];
      signals[0][i] = (high & 0x0F) << 28 >> 20 | (bytes[3 * i] & 0xFF);
      signals[1][i] = (high & 0xF0) << 24 >> 20 | (bytes[3 * i + 2] & 0xFF);
    }
    return signals;
  }

  /** The rows of a BIDMC table of vital signs: HR, PULSE, RESP and SpO2; null where invalid. */
  static List<List<String>> bidmcNumerics(String record) throws IOException {
    try (Stream<String> lines = Files.lines(path("bidmc/" + record + "_Numerics.csv"))) {
      List<List<String>> rows = new ArrayList<>();
      lines.skip(1).forEach(line -> rows.add(List.of(line.split(",")).subList(1, 5)));
      return rows;
    }
  }
}
