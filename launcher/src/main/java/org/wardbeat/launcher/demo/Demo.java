package org.wardbeat.launcher.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.launcher.program.ProgramCommands;

/**
 * A simulated ward, a bridge and a station as three processes that live and end together: the demo
 * ends when the station's window closes, when its time is over, when one of them crashes or when
 * {@link #close} is called, and then all of them are gone.
 */
final class Demo implements AutoCloseable {
  /**
   * @param ready until a program must have said that it is ready
   * @param overtime how much longer than its time a station may take to end
   * @param end until a program that was asked to end is killed
   */
  record Patience(Duration ready, Duration overtime, Duration end) {}

  /** An interrupt from the keyboard reaches the programs too: 128 + SIGINT. */
  private static final int INTERRUPTED = 130;

  private static final Duration CLOSING_GRACE = Duration.ofMillis(500);

  private final ProgramCommands commands;
  private final DemoOptions options;
  private final Patience patience;
  private final Path logs;
  private final PrintWriter out;
  private final List<Child> children = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  Demo(
      ProgramCommands commands,
      DemoOptions options,
      Patience patience,
      Path logs,
      PrintWriter out) {
    this.commands = commands;
    this.options = options;
    this.patience = patience;
    this.logs = logs;
    this.out = out;
  }

  /** Where the demo's bridge keeps its alarms, for as long as the demo lasts. */
  static Path store(Path logs) {
    return logs.resolve("store");
  }

  /** Runs the demo to its end. */
  void run() throws DemoFailure, InterruptedException {
    try {
      Child simulator = start("simulated ward", Program.SIMULATOR, simulatorArguments());
      Map<String, String> ward = simulator.awaitReady(patience.ready());
      String own = value(ward, "broker", "simulated ward");
      String beds = value(ward, "beds", "simulated ward");
      String broker = options.broker() == null ? own : options.broker();
      say("Simulated ward: " + beds + " beds at " + broker);
      Child bridge =
          start(
              "bridge",
              Program.BRIDGE,
              List.of("--broker", broker, "--port", "0", "--store", store(logs).toString()));
      String url = value(bridge.awaitReady(patience.ready()), "ws", "bridge");
      say("Bridge: " + url);
      Child station = start("station", Program.STATION, stationArguments(url, beds));
      station.awaitReady(patience.ready());
      say("Station: ready. " + howItEnds());
      awaitEnd(station);
    } finally {
      close();
    }
  }

  /** Ends all programs; returns when they are gone. May be called from any thread, repeatedly. */
  @Override
  public void close() {
    closing.countDown();
    List<Child> running;
    synchronized (children) {
      running = List.copyOf(children).reversed();
    }
    running.forEach(Child::askToEnd);
    try {
      for (Child child : running) {
        child.awaitEnd(patience.end());
      }
    } catch (InterruptedException e) {
      running.forEach(child -> child.handle().destroyForcibly());
      Thread.currentThread().interrupt();
    }
  }

  private Child start(String name, Program program, List<String> arguments) throws DemoFailure {
    List<String> all = new ArrayList<>(arguments);
    all.add("--end-with-stdin");
    Path log = logs.resolve(program.command() + ".log");
    synchronized (children) {
      if (closing.getCount() == 0) {
        throw new DemoFailure(INTERRUPTED, "The demo was ended while it started.");
      }
      Child child = Child.start(name, commands.commandLine(program, all), log);
      children.add(child);
      return child;
    }
  }

  private List<String> simulatorArguments() {
    List<String> arguments = new ArrayList<>();
    if (options.beds() != null) {
      arguments.addAll(List.of("--beds", options.beds().toString()));
    }
    if (options.broker() == null) {
      arguments.addAll(List.of("--embedded-broker", "0"));
    } else {
      arguments.addAll(List.of("--broker", options.broker()));
    }
    if (options.records() != null) {
      arguments.addAll(List.of("--records", options.records().toString()));
    }
    return arguments;
  }

  private List<String> stationArguments(String bridge, String beds) {
    List<String> arguments =
        new ArrayList<>(List.of("--new-instance", "--bridge", bridge, "--beds", beds));
    arguments.addAll(List.of("--operator", "Okafor, A"));
    if (options.seconds() != null) {
      arguments.addAll(List.of("--seconds", options.seconds().toString()));
    }
    if (options.report() != null) {
      arguments.addAll(List.of("--report", options.report().toString()));
    }
    if (options.snapshots() != null) {
      arguments.addAll(List.of("--snapshots", options.snapshots().toString()));
    }
    if (options.headless()) {
      arguments.add("--headless");
    }
    return arguments;
  }

  private void awaitEnd(Child station) throws DemoFailure, InterruptedException {
    Child first = firstToEnd();
    boolean orderly =
        closing.await(first == station ? 0 : CLOSING_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    int code = first.onExit().join().exitValue();
    if (orderly || code == INTERRUPTED) {
      return;
    }
    if (first != station || code != 0) {
      throw first.endedEarly();
    }
  }

  private Child firstToEnd() throws DemoFailure, InterruptedException {
    List<CompletableFuture<Child>> ends =
        children.stream().map(child -> child.onExit().thenApply(ended -> child)).toList();
    CompletableFuture<Object> first =
        CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new));
    try {
      Integer seconds = options.seconds();
      return (Child)
          (seconds == null
              ? first.get()
              : first.get(seconds + patience.overtime().toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      throw new DemoFailure(
          1, "The station did not end after its %d s.".formatted(options.seconds()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private String howItEnds() {
    if (options.seconds() != null) {
      return "The demo ends after " + options.seconds() + " s.";
    }
    return options.headless()
        ? "Ctrl-C ends the demo."
        : "Close its window or press Ctrl-C to end the demo.";
  }

  private static String value(Map<String, String> words, String key, String name)
      throws DemoFailure {
    String value = words.get(key);
    if (value == null) {
      throw new DemoFailure(
          1, "The ready line of the %s lacks %s=…, so nothing can connect.".formatted(name, key));
    }
    return value;
  }

  private void say(String sentence) {
    out.println(sentence);
    out.flush();
  }
}
