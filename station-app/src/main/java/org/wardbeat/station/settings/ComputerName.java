package org.wardbeat.station.settings;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What this computer is called, so that one home on several computers does not mix what belongs to
 * each, and the bridge can tell them apart.
 *
 * @param value the name as the system has it
 */
public record ComputerName(String value) {
  /** That of a computer that does not tell its name. */
  static final ComputerName UNKNOWN = new ComputerName("station");

  private static final int MAX_LENGTH = 64;
  private static final long ANSWER_SECONDS = 2;

  /** What systems call a computer that nobody named. */
  private static final Set<String> NO_NAMES =
      Set.of("", "localhost", "localhost.localdomain", "(none)");

  /** As this computer's system tells; waits for it for at most {@value #ANSWER_SECONDS} s. */
  public static ComputerName ofSystem() {
    return of(
        System.getenv(),
        List.of(
            () -> firstLine(Path.of("/proc/sys/kernel/hostname")),
            () -> answer(new ProcessBuilder("hostname"))));
  }

  /**
   * The first usable name.
   *
   * @param sources are asked in their order, if the environment has no name
   */
  static ComputerName of(
      Map<String, String> environment, List<Supplier<Optional<String>>> sources) {
    return Stream.concat(
            Stream.of("HOSTNAME", "COMPUTERNAME").map(environment::get).filter(Objects::nonNull),
            sources.stream().map(Supplier::get).flatMap(Optional::stream))
        .map(String::strip)
        .filter(name -> !NO_NAMES.contains(name) && name.length() <= MAX_LENGTH)
        .findFirst()
        .map(ComputerName::new)
        .orElse(UNKNOWN);
  }

  static Optional<String> firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // no such file, or no text in it: others may know
    }
  }

  /** What a program prints first; it asks no name service, which may take long. */
  static Optional<String> answer(ProcessBuilder program) {
    try {
      Process process = program.redirectError(Redirect.DISCARD).start();
      if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.inputReader().lines().findFirst();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * A file that belongs to this computer.
   *
   * @param kind what it is about, such as {@code station}
   * @param ending such as {@code .json}
   */
  public Path file(Path folder, String kind, String ending) {
    return folder.resolve(name(kind) + ending);
  }

  /** The name of what this computer has one of, for names of files: {@code station-at-desk-4}. */
  public String name(String kind) {
    return kind + "-at-" + value.replaceAll("[^A-Za-z0-9-]+", "-");
  }
}
