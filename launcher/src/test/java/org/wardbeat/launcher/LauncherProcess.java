package org.wardbeat.launcher;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wardbeat.launcher.program.Program;

/** A launcher over stand-ins, as a process of its own. */
final class LauncherProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern PORT = Pattern.compile("\\w+://127\\.0\\.0\\.1:\\d+");

  /** A JVM ignores what its parent ignores, as a shell does for what it runs in the background. */
  private static final List<String> HEEDING_SIGNALS =
      System.getProperty("os.name").equals("Linux")
          ? List.of("env", "--default-signal=INT,HUP")
          : List.of();

  private final Process process;
  private final Path output;
  private List<ProcessHandle> children = List.of();

  private LauncherProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static LauncherProcess start(
      Path folder, Map<Program, StandIn.Behaviour> behaviours, String... arguments)
      throws IOException {
    List<String> options = new ArrayList<>();
    options.add("-Djava.io.tmpdir=" + folder);
    behaviours.forEach(
        (program, behaviour) ->
            options.add("-D" + StandInCommands.property(program) + "=" + behaviour));
    Path output = folder.resolve("launcher.out");
    List<String> command = new ArrayList<>(HEEDING_SIGNALS);
    command.addAll(StandInCommands.java(options, StandInLauncher.class, List.of(arguments)));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new LauncherProcess(process, output);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has said something. */
  void awaitOutput(String words) {
    await().atMost(PATIENCE).until(() -> output().contains(words));
    children = process.descendants().toList();
  }

  List<ProcessHandle> children() {
    return children;
  }

  /** The child that runs a program's stand-in. */
  ProcessHandle child(Program program) {
    return children.stream()
        .filter(child -> List.of(child.info().arguments().orElseThrow()).contains(program.name()))
        .findFirst()
        .orElseThrow();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The launcher did not end; it said: " + output());
    }
    return process.exitValue();
  }

  /** The logs that are kept. */
  List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(output.getParent())) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  /** Waits until no child lives and no port they named is held. */
  void awaitNothingLeft() {
    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    PORT.matcher(output()).results().forEach(match -> awaitFree(URI.create(match.group())));
  }

  private static void awaitFree(URI address) {
    await().atMost(PATIENCE).until(() -> isFree(address.getPort()));
  }

  private static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return free.isBound();
    } catch (IOException held) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
