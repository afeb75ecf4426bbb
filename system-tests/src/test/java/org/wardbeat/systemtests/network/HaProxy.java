package org.wardbeat.systemtests.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Tools;

/**
 * A real HAProxy in front of a port: what is idle for 5 s is closed, in WebSockets too, and a
 * request is passed on when it is whole.
 */
public final class HaProxy implements Part {
  @SuppressWarnings("InlineFormatString") // a file is read better by itself
  private static final String CONFIGURATION =
      """
      global
        maxconn 2000
      defaults
        mode http
        timeout connect 5s
        timeout client 5s
        timeout server 5s
        timeout tunnel 5s
        timeout http-request 5s
        option http-buffer-request
      frontend stations
        bind 127.0.0.1:%d
        default_backend bridge
      backend bridge
        server bridge 127.0.0.1:%d
      """;

  private final Child child;
  private final int port;

  private HaProxy(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /** Starts one, or skips the test where HAProxy is not installed. */
  public static HaProxy start(Path folder, int targetPort) {
    String program = Tools.require("haproxy");
    int port = Ports.free();
    Path file = folder.resolve("haproxy-%d.cfg".formatted(port));
    try {
      Files.writeString(file, CONFIGURATION.formatted(port, targetPort));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Child child = Child.start("haproxy", List.of(program, "-db", "-f", file.toString()));
    Ports.awaitListening(port, child);
    return new HaProxy(child, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    child.close();
  }
}
