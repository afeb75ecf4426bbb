package org.wardbeat.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of the demo. All it says goes to its log; its standard input is a pipe that closes with
 * this process, at which the program ends. Thread-safe.
 */
final class Child {
  private static final String READY = "ready";
  private static final int TAIL_LINES = 15;
  private static final Duration LOG_GRACE = Duration.ofSeconds(1);

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread pump;
  private final CompletableFuture<Map<String, String>> ready = new CompletableFuture<>();

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pump = Thread.ofPlatform().daemon().name(name + "-log").unstarted(this::pump);
  }

  static Child start(String name, List<String> commandLine, Path log) throws DemoFailure {
    try {
      Process process = new ProcessBuilder(commandLine).redirectErrorStream(true).start();
      Child child = new Child(name, process, log);
      child.pump.start();
      return child;
    } catch (IOException e) {
      throw new DemoFailure(1, "The " + name + " could not be started: " + e.getMessage());
    }
  }

  String name() {
    return name;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Completes when the program has ended. */
  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /**
   * Waits for the program's ready line.
   *
   * @return the {@code key=value} words of the line
   */
  Map<String, String> awaitReady(Duration patience) throws DemoFailure, InterruptedException {
    try {
      CompletableFuture.anyOf(ready, process.onExit())
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new DemoFailure(
          1,
          "The %s was not ready after %d s.%s"
              .formatted(name, patience.toSeconds(), whereItsLogIs()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    if (!ready.isDone()) {
      throw endedEarly();
    }
    return ready.join();
  }

  /** What to say of a program that ended when it should not have. */
  DemoFailure endedEarly() throws InterruptedException {
    int code = process.waitFor();
    List<String> said = tail();
    if (code == 2 && !said.isEmpty()) {
      return new DemoFailure(code, "The %s says: %s".formatted(name, said.getLast()));
    }
    String how = code == 0 ? "ended by itself" : "crashed";
    return new DemoFailure(
        1, "The %s %s (exit code %d).%s".formatted(name, how, code, whereItsLogIs()));
  }

  /** Asks the program to end: by closing its input and, where there is one, by a signal. */
  void askToEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      ready.completeExceptionally(alreadyClosed);
    }
    if (process.supportsNormalTermination()) {
      process.destroy();
    }
  }

  /** Returns once the program is gone; it is killed if it does not end in time. */
  void awaitEnd(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    pump.join(LOG_GRACE);
  }

  private String whereItsLogIs() throws InterruptedException {
    List<String> said = tail();
    String ending =
        said.isEmpty()
            ? " It said nothing."
            : said.stream()
                .map(line -> "  | " + line)
                .collect(Collectors.joining("\n", " It said last:\n", ""));
    return " Its log is " + log + "." + ending;
  }

  private List<String> tail() throws InterruptedException {
    if (!process.isAlive()) {
      pump.join(LOG_GRACE);
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      List<String> all = lines.filter(line -> !line.isBlank()).toList();
      return all.subList(Math.max(0, all.size() - TAIL_LINES), all.size());
    } catch (IOException | UncheckedIOException e) {
      return List.of("(the log cannot be read: " + e.getMessage() + ")");
    }
  }

  private void pump() {
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Writer writer = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        writer.write(line);
        writer.write('\n');
        writer.flush();
        if (line.equals(READY) || line.startsWith(READY + " ")) {
          ready.complete(words(line));
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private static Map<String, String> words(String line) {
    return Stream.of(line.split(" "))
        .filter(word -> word.indexOf('=') > 0)
        .collect(
            Collectors.toUnmodifiableMap(
                word -> word.substring(0, word.indexOf('=')),
                word -> word.substring(word.indexOf('=') + 1),
                (first, second) -> second));
  }
}
