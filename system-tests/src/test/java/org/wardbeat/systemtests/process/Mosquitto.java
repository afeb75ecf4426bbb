package org.wardbeat.systemtests.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Mosquitto process on a loopback port. */
public final class Mosquitto extends RestartableBroker {
  private Mosquitto(String program, Path config, int port) {
    super(port, () -> launch(program, config, port));
  }

  /** Starts one, or skips the test that needs it where Mosquitto is not installed. */
  public static Mosquitto start(Path directory) throws IOException {
    String program = Tools.require("mosquitto");
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
    return new Mosquitto(program, config, port);
  }

  private static Child launch(String program, Path config, int port) {
    Child started = Child.start("mosquitto", List.of(program, "-c", config.toString()));
    Ports.awaitListening(port, started);
    return started;
  }
}
