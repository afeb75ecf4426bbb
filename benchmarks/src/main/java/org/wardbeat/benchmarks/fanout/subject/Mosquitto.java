package org.wardbeat.benchmarks.fanout.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mosquitto with two listeners: MQTT for devices and bridges, and MQTT over WebSocket. */
final class Mosquitto implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final int POLLS = 200;
  private static final long POLL_MILLIS = 25;

  private final Child child;
  private final int port;
  private final int webSocketPort;
  private final Path config;

  private Mosquitto(Child child, int port, int webSocketPort, Path config) {
    this.child = child;
    this.port = port;
    this.webSocketPort = webSocketPort;
    this.config = config;
  }

  /**
   * Starts one on free ports.
   *
   * @throws IOException in one sentence, if it is not installed or does not start
   */
  static Mosquitto start() throws IOException, InterruptedException {
    String program =
        find()
            .orElseThrow(
                () ->
                    new IOException(
                        "Mosquitto was not found on the PATH or in /usr/sbin; install it"
                            + " (Debian/Ubuntu: apt install mosquitto)."));
    String said = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Mosquitto mosquitto = launch(program);
      if (mosquitto.isListening()) {
        return mosquitto;
      }
      said = mosquitto.child.said(); // a port may have been taken meanwhile
      mosquitto.close();
    }
    throw new IOException("Mosquitto did not start: " + said);
  }

  static Optional<String> find() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
        .map(directory -> Path.of(directory, "mosquitto"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private static Mosquitto launch(String program) throws IOException {
    int port = freePort();
    int webSocketPort = freePort();
    Path config = Files.createTempFile("wardbeat-bench", ".conf");
    // No limit of messages in flight, and room for bursts: otherwise it drops some for bridges.
    Files.writeString(
        config,
        """
        listener %d 127.0.0.1
        listener %d 127.0.0.1
        protocol websockets
        socket_domain ipv4
        allow_anonymous true
        persistence false
        set_tcp_nodelay true
        max_inflight_messages 0
        max_queued_messages 10000
        max_connections -1
        """
            .formatted(port, webSocketPort));
    List<String> command = List.of(program, "-c", config.toString());
    Child child = Child.start("mosquitto", Path.of("").toAbsolutePath(), command);
    return new Mosquitto(child, port, webSocketPort, config);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private boolean isListening() throws InterruptedException {
    for (int poll = 0; poll < POLLS && child.exitCode().isEmpty(); poll++) {
      if (accepts(port) && accepts(webSocketPort)) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private static boolean accepts(int port) {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException e) {
      return false; // not yet
    }
  }

  int port() {
    return port;
  }

  URI webSocketUri() {
    return URI.create("ws://127.0.0.1:" + webSocketPort + "/mqtt");
  }

  ProcessHandle handle() {
    return child.handle();
  }

  @Override
  public void close() throws IOException {
    child.close();
    Files.deleteIfExists(config);
  }
}
