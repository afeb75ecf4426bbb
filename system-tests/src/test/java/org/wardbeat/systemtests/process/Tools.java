package org.wardbeat.systemtests.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that a machine may have installed. */
public final class Tools {
  private Tools() {}

  /**
   * Where a program is; where it is not installed, the test that needs it is skipped, and fails
   * with {@code CI=true}.
   */
  public static String require(String name) {
    Optional<String> found = find(name);
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(name + " is not installed, but CI needs it");
    }
    Assumptions.assumeTrue(found.isPresent(), name + " is not installed");
    return found.orElseThrow();
  }

  static Optional<String> find(String name) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")),
            Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/lib/squid", "/usr/lib64/squid"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
