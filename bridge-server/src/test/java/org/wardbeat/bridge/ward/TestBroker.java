package org.wardbeat.bridge.ward;

import com.hivemq.embedded.EmbeddedHiveMQ;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.wardbeat.bridge.mqtt.MqttVersion;

/** A real broker on loopback, in this process. */
public interface TestBroker extends AutoCloseable {
  int MAX_MESSAGE_BYTES = 16 << 20;

  URI uri();

  /** Has it end. Its last seconds of grace, in which nobody is served any more, are not awaited. */
  @Override
  void close();

  /** Moquette for MQTT 3.1.1, HiveMQ CE for MQTT 5. */
  static TestBroker start(MqttVersion version) throws Exception {
    return switch (version) {
      case V3 -> moquette();
      case V5 -> hiveMq();
    };
  }

  private static TestBroker moquette() throws IOException {
    int port = freePort(); // Moquette's own getPort races with the thread that notes the port
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    properties.setProperty(
        IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(MAX_MESSAGE_BYTES));
    Server server = new Server();
    server.startServer(new MemoryConfig(properties));
    URI uri = URI.create("tcp://127.0.0.1:" + port);
    return of(uri, server::stopServer);
  }

  private static TestBroker hiveMq() throws Exception {
    int port = freePort();
    // Not a test's own folder, which would be deleted while the broker still ends.
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broker-");
    Path config = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        config.resolve("config.xml"),
        """
        <?xml version="1.0"?>
        <hivemq>
          <listeners>
            <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
          </listeners>
          <persistence><mode>in-memory</mode></persistence>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
            .formatted(port));
    EmbeddedHiveMQ server =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(config)
            .withDataFolder(Files.createDirectories(folder.resolve("data")))
            .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
            .withoutLoggingBootstrap()
            .build();
    server.start().get();
    URI uri = URI.create("tcp://127.0.0.1:" + port);
    return of(uri, () -> stop(server));
  }

  private static void stop(EmbeddedHiveMQ server) {
    try {
      server.close();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("HiveMQ did not end", e);
    }
  }

  private static TestBroker of(URI uri, Runnable end) {
    return new TestBroker() {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public void close() {
        Thread.ofPlatform().daemon().name("broker-end").start(end);
      }
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
