package org.wardbeat.systemtests.process;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.util.Properties;

/** Moquette as a process of its own, so that a test can kill and freeze it. */
public final class BrokerMain {
  private BrokerMain() {}

  /**
   * Serves until it is killed.
   *
   * @param args the port
   */
  public static void main(String[] args) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("host", "127.0.0.1");
    properties.setProperty("port", args[0]);
    properties.setProperty("allow_anonymous", "true");
    properties.setProperty("persistence_enabled", "false");
    properties.setProperty("telemetry_enabled", "false");
    properties.setProperty("netty.mqtt.message_size", Integer.toString(1 << 24));
    new Server().startServer(new MemoryConfig(properties));
    System.out.println("ready");
  }
}
