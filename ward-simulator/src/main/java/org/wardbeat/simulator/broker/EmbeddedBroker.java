package org.wardbeat.simulator.broker;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An MQTT 3.1.1 broker (Moquette) on the loopback interface: in memory, bounded, and reporting to
 * nobody. Any client of this machine may connect. Safe for several threads.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** The largest message: what the native payloads allow, and their topic. */
  private static final int MAX_MESSAGE_BYTES = (256 << 10) + 1024;

  private static final int MAX_QUEUED_MESSAGES = 4096;
  private static final String LOOPBACK = "127.0.0.1";

  private static final int FREE_PORT_ATTEMPTS = 10;

  private final Server server;
  private final Path folder;
  private final int port;

  private EmbeddedBroker(Server server, Path folder, int port) {
    this.server = server;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a broker.
   *
   * @param port 0 for any free one, otherwise 1–65535
   * @throws BrokerException when the port is in use or the broker cannot start
   */
  public static EmbeddedBroker start(int port) throws BrokerException {
    if (port != 0) {
      return startOn(port);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return startOn(freePort());
      } catch (BrokerException e) {
        // Between the look and the bind another program may take the port.
        if (attempt == FREE_PORT_ATTEMPTS || !(e.getCause() instanceof BindException)) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedBroker startOn(int port) throws BrokerException {
    Path folder = temporaryFolder();
    Server server = new Server();
    try {
      server.startServer(configuration(port, folder));
      return new EmbeddedBroker(server, folder, port);
    } catch (Exception e) { // Netty throws the checked BindException undeclared
      deleteFolder(folder);
      throw new BrokerException(
          "The embedded broker cannot listen on "
              + LOOPBACK
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); choose another port, or 0 for any free one.",
          e);
    }
  }

  /**
   * Chosen here and not by Moquette, whose {@code getPort} races with the thread that notes the
   * port it bound: it may fail or never learn it.
   */
  private static int freePort() throws BrokerException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BrokerException(
          "The embedded broker finds no free port on "
              + LOOPBACK
              + " ("
              + e.getMessage()
              + "); end some programs, or name a port.",
          e);
    }
  }

  private static IConfig configuration(int port, Path folder) {
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, LOOPBACK);
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
    properties.setProperty(IConfig.DATA_PATH_PROPERTY_NAME, folder.toString());
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
    properties.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
    properties.setProperty(IConfig.SESSION_QUEUE_SIZE, Integer.toString(MAX_QUEUED_MESSAGES));
    properties.setProperty(
        IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(MAX_MESSAGE_BYTES));
    return new MemoryConfig(properties);
  }

  private static Path temporaryFolder() throws BrokerException {
    try {
      return Files.createTempDirectory("wardbeat-broker");
    } catch (IOException e) {
      throw new BrokerException(
          "The embedded broker needs a temporary folder, which cannot be created ("
              + e.getMessage()
              + "); free some space or set java.io.tmpdir.",
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Its address for clients, such as {@code tcp://127.0.0.1:1883}. */
  public String url() {
    return "tcp://" + LOOPBACK + ":" + port;
  }

  /** Stops; takes up to about two seconds. */
  @Override
  public void close() {
    deleteFolder(folder);
    server.stopServer();
  }

  private static void deleteFolder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
