package org.wardbeat.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real records that tests are checked against; they are never part of the project. */
public final class SharedData {
  private SharedData() {}

  /** The directory; the test is skipped where there is none, but fails where {@code CI=true}. */
  public static Path directory() {
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
    return directory.normalize();
  }

  /** All files below the directory whose name ends in {@code suffix}, sorted. */
  public static List<Path> filesEndingIn(String suffix) {
    try (Stream<Path> files = Files.walk(directory())) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
