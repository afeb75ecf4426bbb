package org.wardbeat.benchmarks.fanout.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A child process that says when it is ready. It ends with this process. */
final class Child implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("^ready .*ws=(\\S+)");
  private static final long PATIENCE_SECONDS = 30;
  private static final long GRACE_SECONDS = 4;
  private static final int KEPT_LINES = 20;

  private final String name;
  private final Process process;
  private final Thread hook;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.hook = Thread.ofPlatform().unstarted(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    Thread.ofPlatform().daemon().name(name + "-output").start(this::listen);
  }

  /**
   * Starts it.
   *
   * @param folder to run in
   */
  static Child start(String name, Path folder, List<String> command) throws IOException {
    return new Child(
        name,
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(this::heard);
      ready.completeExceptionally(new IOException(name + " ended"));
    } catch (IOException | UncheckedIOException e) {
      ready.completeExceptionally(e);
    }
  }

  private void heard(String line) {
    synchronized (lastLines) {
      lastLines.addLast(line);
      if (lastLines.size() > KEPT_LINES) {
        lastLines.removeFirst();
      }
    }
    Matcher matcher = READY.matcher(line);
    if (matcher.find()) {
      ready.complete(matcher.group(1));
    }
  }

  /**
   * Waits until it says where it listens.
   *
   * @throws IOException if it ends or takes too long, with what it said
   */
  String awaitReady() throws IOException, InterruptedException {
    try {
      return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("%s did not start: %s".formatted(name, said()), e);
    }
  }

  String said() {
    synchronized (lastLines) {
      return String.join(" | ", lastLines);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  Optional<Integer> exitCode() {
    return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
