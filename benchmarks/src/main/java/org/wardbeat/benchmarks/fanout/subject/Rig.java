package org.wardbeat.benchmarks.fanout.subject;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.launcher.program.ProgramCommands;

/** A broker and the server under measurement, which may be the same. */
public final class Rig implements AutoCloseable {

  private static final String MOST_SESSIONS = "4096";

  private final Mosquitto broker;
  private final @Nullable Child bridge;
  private final URI server;
  private final Path store;

  private Rig(Mosquitto broker, @Nullable Child bridge, URI server, Path store) {
    this.broker = broker;
    this.bridge = bridge;
    this.server = server;
    this.store = store;
  }

  /**
   * Starts the processes.
   *
   * @param home the folder with Wardbeat's modules
   * @param commands how Wardbeat's programs are started
   * @throws IOException in one sentence, if one does not start
   */
  public static Rig start(Subject subject, Path home, ProgramCommands commands)
      throws IOException, InterruptedException {
    Mosquitto broker = Mosquitto.start();
    Path store = Files.createTempDirectory("wardbeat-bench");
    if (subject == Subject.MOSQUITTO) {
      return new Rig(broker, null, broker.webSocketUri(), store);
    }
    try {
      Child bridge = startBridge(subject, home, commands, broker.port(), store);
      return new Rig(broker, bridge, awaitReady(bridge), store);
    } catch (IOException | InterruptedException e) {
      broker.close();
      throw e;
    }
  }

  private static Child startBridge(
      Subject subject, Path home, ProgramCommands commands, int brokerPort, Path store)
      throws IOException, InterruptedException {
    if (subject != Subject.WARDBEAT) {
      return NodeBridge.start(home, brokerPort, subject == Subject.NODE_DEFLATE);
    }
    List<String> arguments =
        List.of(
            "--end-with-stdin",
            "--broker",
            "tcp://127.0.0.1:" + brokerPort,
            "--port",
            "0",
            "--store",
            store.toString(),
            "--max-sessions",
            MOST_SESSIONS);
    return Child.start("the bridge", home, commands.commandLine(Program.BRIDGE, arguments));
  }

  private static URI awaitReady(Child bridge) throws IOException, InterruptedException {
    try {
      return URI.create(bridge.awaitReady());
    } catch (IOException | InterruptedException e) {
      bridge.close();
      throw e;
    }
  }

  /** Where devices publish, on loopback. */
  public int brokerPort() {
    return broker.port();
  }

  /** Where clients connect. */
  public URI server() {
    return server;
  }

  /** The process that is measured. */
  public ServerUsage usage() {
    return new ServerUsage(bridge == null ? broker.handle() : bridge.handle());
  }

  @Override
  public void close() throws IOException {
    if (bridge != null) {
      bridge.close();
    }
    broker.close();
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
