package org.wardbeat.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.wardbeat.simulator.device.BrokerAddress;
import org.wardbeat.simulator.scenario.Scenario;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The program {@code simulate}. Prints {@code ready broker=URL beds=N} on the standard output when
 * all devices publish; exits with 0, or with 2 and one sentence on the standard error when it
 * cannot do what was asked.
 */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    version = "wardbeat 0.1.0",
    description = "A simulated ward: devices that publish patients or records over MQTT.",
    sortOptions = false)
public final class SimulatorMain implements Callable<Integer> {
  private static final String LOGGING = "logback.configurationFile";
  private static final int CLOSE_SECONDS = 2;

  @Option(
      names = "--beds",
      paramLabel = "N",
      description = "Beds, 1-64 (default: 16, or the records).")
  private @Nullable Integer beds;

  @Option(
      names = "--unit",
      paramLabel = "NAME",
      defaultValue = "4 East",
      description = "Name of the unit (default: ${DEFAULT-VALUE}).")
  private String unit;

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "Replay the WFDB records and BIDMC tables of this folder, one a bed.")
  private @Nullable Path records;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description = "Replay records so many times as fast, 0.1-1000 (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "What happens, as a YAML file (default: a calm ward).")
  private @Nullable Path scenario;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Target target;

  @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds.")
  private @Nullable Integer seconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same ward (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--end-with-stdin", description = "End when standard input ends.")
  private boolean endWithStdin;

  @Spec private CommandSpec spec;

  /** Where to publish. */
  static final class Target {
    @Option(
        names = "--broker",
        paramLabel = "URL",
        description = "Publish there, such as tcp://127.0.0.1:1883.")
    private @Nullable String broker;

    @Option(
        names = "--embedded-broker",
        paramLabel = "PORT",
        description =
            "Start a broker on this port of the loopback interface; 0 for any free one, which is the default.")
    private @Nullable Integer embeddedPort;
  }

  /** Runs the program. */
  public static void main(String[] args) {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "org/wardbeat/simulator/logback.xml");
    }
    System.exit(commandLine().execute(args));
  }

  /** The command, for this program and for others that contain it. */
  public static CommandLine commandLine() {
    return new CommandLine(new SimulatorMain())
        .setParameterExceptionHandler(
            (e, args) -> {
              e.getCommandLine().getErr().println(sentence(e) + " Try --help.");
              return CommandLine.ExitCode.USAGE;
            })
        .setExecutionExceptionHandler(
            (e, commandLine, result) -> {
              commandLine.getErr().println(sentence(e));
              return CommandLine.ExitCode.USAGE;
            });
  }

  private static String sentence(Throwable problem) {
    String message = String.valueOf(problem.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  @Override
  public Integer call() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread hook = new Thread(() -> endWard(end, closed), "ward-end");
    try (WardSimulator ward = WardSimulator.start(plan())) {
      Runtime.getRuntime().addShutdownHook(hook);
      CompletableFuture<Void> _ = ward.publishing().thenRun(() -> announce(ward));
      if (endWithStdin) {
        Thread.ofPlatform().name("ward-stdin").daemon().start(() -> awaitEndOfInput(end));
      }
      if (seconds == null) {
        end.await();
      } else {
        end.await(seconds, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // asked to end, as by a signal
    } finally {
      closed.countDown();
      forget(hook);
    }
    return CommandLine.ExitCode.OK;
  }

  private void announce(WardSimulator ward) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("ready broker=" + ward.broker() + " beds=" + ward.beds());
    out.flush();
  }

  /** Ends the ward when the program is told to end, and waits until its devices have gone. */
  private static void endWard(CountDownLatch end, CountDownLatch closed) {
    end.countDown();
    try {
      closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LoggerFactory.getLogger(SimulatorMain.class).debug("The program is ending already.");
    }
  }

  private static void awaitEndOfInput(CountDownLatch end) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LoggerFactory.getLogger(SimulatorMain.class)
          .info("standard input broke, the ward ends: {}", e.toString());
    }
    end.countDown();
  }

  private WardPlan plan() throws IOException {
    Target to = target == null ? new Target() : target;
    try {
      return new WardPlan(
          beds == null ? OptionalInt.empty() : OptionalInt.of(beds),
          unit,
          Optional.ofNullable(records),
          speed,
          chosenScenario(),
          Optional.ofNullable(to.broker).map(BrokerAddress::parse),
          to.embeddedPort == null ? 0 : to.embeddedPort,
          seed);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Scenario chosenScenario() throws IOException {
    if (scenario != null) {
      return Scenario.load(scenario);
    }
    boolean calmFits = records == null && (beds == null || beds >= Scenario.CALM_BEDS);
    return calmFits ? Scenario.calm() : Scenario.none();
  }
}
