package org.wardbeat.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real Mosquitto process on a loopback port. */
final class Mosquitto implements Part {
  private final Path config;
  private final int port;
  private final String program;
  private Child child;

  private Mosquitto(String program, Path config, int port) {
    this.program = program;
    this.config = config;
    this.port = port;
    this.child = launch();
  }

  /** Starts one, or skips the test that needs it where Mosquitto is not installed. */
  static Mosquitto start(Path directory) throws IOException {
    Optional<String> program = find();
    if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("mosquitto is not installed, but CI needs it");
    }
    Assumptions.assumeTrue(program.isPresent(), "mosquitto is not installed");
    int port = Ports.free();
    Path config = directory.resolve("mosquitto.conf");
    Files.writeString(
        config,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence false
        set_tcp_nodelay true
        """
            .formatted(port));
    return new Mosquitto(program.get(), config, port);
  }

  private static Optional<String> find() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(directory -> Path.of(directory, "mosquitto"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private Child launch() {
    Child started = Child.start("mosquitto", List.of(program, "-c", config.toString()));
    Awaitility.await("mosquitto listens on " + port)
        .atMost(Child.PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              new Socket(InetAddress.getLoopbackAddress(), port).close();
              return true;
            });
    return started;
  }

  int port() {
    return port;
  }

  void kill() {
    child.kill();
  }

  void restart() {
    child = launch();
  }

  void freeze() {
    child.freeze();
  }

  void thaw() {
    child.thaw();
  }

  @Override
  public void close() {
    child.close();
  }
}
