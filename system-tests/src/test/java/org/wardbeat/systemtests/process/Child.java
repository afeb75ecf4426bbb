package org.wardbeat.systemtests.process;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of a test: what it says, and what can be done to it. Killed when closed. */
public final class Child implements Part {
  /** How long a program may take to start on a loaded machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long KIB = 1_024;

  private final String name;
  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Thread listener;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.listener = Thread.ofPlatform().daemon().name(name + "-output").unstarted(this::listen);
  }

  public static Child start(String name, List<String> command) {
    try {
      Child child = new Child(name, new ProcessBuilder(command).redirectErrorStream(true).start());
      child.listener.start();
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException e) {
      said.add("(output ends: " + e.getMessage() + ")");
    }
  }

  /** Waits for a line that holds what the expression finds, and returns its first group. */
  public String awaitLine(String expression) {
    Pattern pattern = Pattern.compile(expression);
    await(name + " says " + expression)
        .atMost(PATIENCE)
        .until(() -> find(pattern) != null || !process.isAlive());
    finishListening();
    String found = find(pattern);
    if (found == null) {
      throw new AssertionError("%s ended without saying %s: %s".formatted(name, expression, said));
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable String find(Pattern pattern) {
    for (String line : said) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.groupCount() > 0 ? matcher.group(1) : line;
      }
    }
    return null;
  }

  private void finishListening() {
    if (!process.isAlive()) {
      try {
        listener.join(PATIENCE);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Waits for the end and returns the exit code. */
  public int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("%s does not end: %s".formatted(name, said));
      }
      finishListening();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The memory it has in use, in bytes. */
  public long residentBytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line to what it reads. */
  public void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new AssertionError("%s does not listen any more: %s".formatted(name, said), e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public List<String> said() {
    return List.copyOf(said);
  }

  /** Stops it as {@code kill -9} does, without a chance to say goodbye. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Freezes it with all its sockets open. */
  public void freeze() {
    signal("-STOP");
  }

  /** Lets it run on. */
  public void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("kill %s %s failed".formatted(signal, name));
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
