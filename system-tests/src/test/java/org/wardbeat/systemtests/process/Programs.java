package org.wardbeat.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wardbeat.launcher.program.Installation;
import org.wardbeat.launcher.program.Program;

/** Wardbeat's programs as processes, from the jars the build has just made. */
public final class Programs {
  private static final Installation INSTALLATION =
      new Installation(
          Path.of(System.getProperty("wardbeat.root", "..")).toAbsolutePath().normalize(),
          Path.of(System.getProperty("java.home")));

  private static final Map<String, Path> STORES = new ConcurrentHashMap<>();

  private Programs() {}

  public static Child start(Program program, String... arguments) {
    return Child.start(program.command(), INSTALLATION.commandLine(program, List.of(arguments)));
  }

  /**
   * A bridge that reads from a broker; its port is free unless given. One at a port where another
   * was before goes on with the store of that.
   */
  public static Child startBridge(int brokerPort, int port) {
    return start(
        Program.BRIDGE,
        "--broker",
        "tcp://127.0.0.1:" + brokerPort,
        "--port",
        Integer.toString(port),
        "--store",
        (port == 0 ? newStore() : STORES.computeIfAbsent(brokerPort + "-" + port, at -> newStore()))
            .toString());
  }

  /** A folder for the store of one bridge. */
  public static Path newStore() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "store-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bridge with these arguments, a store among them. */
  public static Child startBridge(String... arguments) {
    return start(Program.BRIDGE, arguments);
  }

  /** Where a bridge that has started listens. */
  public static URI webSocketOf(Child bridge) {
    return URI.create(bridge.awaitLine("^ready .*ws=(\\S+)"));
  }
}
