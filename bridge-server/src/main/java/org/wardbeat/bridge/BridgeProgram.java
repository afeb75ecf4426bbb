package org.wardbeat.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads the command line, runs a bridge, and ends it. An option that is not on the command line is
 * taken from the environment: {@code --mqtt-version} from {@code WARDBEAT_MQTT_VERSION}.
 */
final class BridgeProgram {
  static final int OK = 0;
  static final int WRONG_USE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(BridgeProgram.class);

  private final Map<String, String> environment;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  BridgeProgram(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** Runs until told to end; the exit code. */
  int run(String... args) {
    BridgeCommand command = new BridgeCommand();
    CommandLine commandLine = new CommandLine(command);
    commandLine.setDefaultValueProvider(this::fromEnvironment);
    try {
      commandLine.parseArgs(args);
      if (commandLine.isUsageHelpRequested()) {
        commandLine.usage(out);
        return OK;
      }
      if (commandLine.isVersionHelpRequested()) {
        out.println("Wardbeat bridge " + BridgeServer.version());
        return OK;
      }
      return serve(command.options(environment), command.endsWithStdin());
    } catch (ParameterException e) {
      return wrongUse(e.getMessage() + origin(e, args));
    } catch (IllegalArgumentException | IOException e) {
      return wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private int wrongUse(String sentence) {
    err.println("wardbeat bridge: " + sentence.lines().findFirst().orElse(sentence));
    return WRONG_USE;
  }

  private int serve(BridgeOptions options, boolean endsWithStdin) throws IOException {
    BridgeServer server = new BridgeServer(options);
    server.start();
    AtomicBoolean closed = new AtomicBoolean();
    Runnable close =
        () -> {
          if (closed.compareAndSet(false, true)) {
            server.close();
          }
        };
    Thread hook = Thread.ofPlatform().name("shutdown").unstarted(close);
    Runtime.getRuntime().addShutdownHook(hook);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, cause) -> LOG.error("thread {} died", thread.getName(), cause));
    out.println("ready ws=" + server.webSocketUri());
    out.flush();
    awaitEnd(endsWithStdin);
    close.run();
    Runtime.getRuntime().removeShutdownHook(hook);
    return OK;
  }

  /** Returns when standard input ends, or never if that means nothing. */
  private void awaitEnd(boolean endsWithStdin) throws IOException {
    if (endsWithStdin) {
      in.transferTo(OutputStream.nullOutputStream());
      return;
    }
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable String fromEnvironment(ArgSpec argument) {
    return argument instanceof OptionSpec option ? environment.get(variable(option)) : null;
  }

  private static String variable(OptionSpec option) {
    return "WARDBEAT"
        + option.longestName().substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Says so if a wrong value came from the environment. */
  private String origin(ParameterException e, String... args) {
    if (e.getArgSpec() instanceof OptionSpec option
        && environment.containsKey(variable(option))
        && Arrays.stream(args).noneMatch(arg -> arg.startsWith(option.longestName()))) {
      return " (from the environment: %s)".formatted(variable(option));
    }
    return "";
  }
}
