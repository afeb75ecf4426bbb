package org.wardbeat.benchmarks.alarms;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A screen's process and what it has told. */
final class ScreenProcess implements AutoCloseable {
  private static final long GRACE_SECONDS = 4;

  /** What a text said last, and since when. */
  private record Seen(long nanos, String text) {}

  private final Process process;
  private final Thread hook;
  private final File errors;
  private final Map<Integer, Seen> seen = new HashMap<>();
  private final List<Long> heard = new ArrayList<>();
  private boolean ready;

  private ScreenProcess(Process process, File errors) {
    this.process = process;
    this.errors = errors;
    this.hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    Thread.ofPlatform().daemon().name("bench-screen").start(this::listen);
  }

  /** Starts it without a display, on the software pipeline. */
  static ScreenProcess start(AlarmPath path, URI server, List<String> units) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms128m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            ScreenMain.class.getName(),
            path.label(),
            server.toString()));
    command.addAll(units);
    File errors = File.createTempFile("wardbeat-bench", ".log");
    return new ScreenProcess(new ProcessBuilder(command).redirectError(errors).start(), errors);
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(this::told);
    } catch (UncheckedIOException | IOException e) {
      process.destroy();
    }
  }

  private synchronized void told(String line) {
    String[] words = line.split(" ", 4);
    switch (words[0]) {
      case Sightings.READY -> ready = true;
      case Sightings.HEARD -> heard.add(Long.parseLong(words[1]));
      case Sightings.PAINTED ->
          seen.put(Integer.parseInt(words[2]), new Seen(Long.parseLong(words[1]), words[3]));
      default -> {}
    }
    notifyAll();
  }

  /**
   * Waits until it shows all beds.
   *
   * @throws IOException if it does not
   */
  void awaitReady(Duration patience) throws IOException, InterruptedException {
    OptionalLong now = await(patience, () -> ready ? OptionalLong.of(0) : OptionalLong.empty());
    if (now.isEmpty()) {
      throw new IOException("the screen did not show all beds; see " + errors);
    }
  }

  /**
   * When a bed's text came to end so, in nanoseconds of the monotonic clock; empty if not in time.
   */
  OptionalLong awaitText(int bed, String end, Duration patience) throws InterruptedException {
    return await(
        patience,
        () -> {
          Seen last = seen.get(bed);
          return last != null && last.text.endsWith(end)
              ? OptionalLong.of(last.nanos)
              : OptionalLong.empty();
        });
  }

  /** Waits until a bed's text does not end so. */
  boolean awaitOtherText(int bed, String end, Duration patience) throws InterruptedException {
    return await(
            patience,
            () -> {
              Seen last = seen.get(bed);
              return last == null || !last.text.endsWith(end)
                  ? OptionalLong.of(0)
                  : OptionalLong.empty();
            })
        .isPresent();
  }

  /** When the first sound after a time began; empty if not in time. */
  OptionalLong awaitSound(long afterNanos, Duration patience) throws InterruptedException {
    return await(
        patience,
        () -> heard.stream().mapToLong(nanos -> nanos).filter(n -> n - afterNanos > 0).findFirst());
  }

  private synchronized OptionalLong await(Duration patience, Supplier<OptionalLong> look)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    OptionalLong found = look.get();
    while (found.isEmpty() && process.isAlive() && deadline - System.nanoTime() > 0) {
      wait(1 + (deadline - System.nanoTime()) / 1_000_000);
      found = look.get();
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).close();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    if (errors.length() == 0 && !errors.delete()) {
      errors.deleteOnExit();
    }
  }
}
