package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real data, which is not part of the project. */
final class SharedData {
  private SharedData() {}

  /** A file of it; without it the test is skipped, on a build server it fails. */
  static Path file(String name) {
    String root = System.getProperty("wardbeat.root", ".");
    Path file =
        Optional.ofNullable(System.getProperty("wardbeat.data"))
            .or(() -> Optional.ofNullable(System.getenv("WARDBEAT_DATA")))
            .map(Path::of)
            .orElse(Path.of(root).resolve("../shared/data"))
            .resolve(name);
    if (!Files.exists(file)) {
      String sentence = "No %s: give the data's folder with -Dwardbeat.data.".formatted(file);
      if ("true".equals(System.getenv("CI"))) {
        fail(sentence);
      }
      abort(sentence);
    }
    return file;
  }
}
