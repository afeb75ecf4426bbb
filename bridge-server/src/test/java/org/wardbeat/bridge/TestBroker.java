package org.wardbeat.bridge;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Properties;

/** An MQTT 3.1.1 broker in this process, which can be stopped and started again on its port. */
final class TestBroker implements AutoCloseable {
  private final int port;
  private Server server = new Server();
  private boolean running;

  /** A broker that does not run yet. */
  TestBroker() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  void start() throws IOException {
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
    properties.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
    server = new Server();
    server.startServer(new MemoryConfig(properties));
    running = true;
  }

  /** Has it end. Its last seconds of grace, in which nobody is served any more, are not awaited. */
  @Override
  public void close() {
    if (running) {
      running = false;
      Thread.ofPlatform().daemon().name("broker-end").start(server::stopServer);
    }
  }
}
