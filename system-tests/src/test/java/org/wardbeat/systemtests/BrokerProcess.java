package org.wardbeat.systemtests;

import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own that needs nothing installed. */
final class BrokerProcess implements Part {
  private final int port;
  private Child child;

  private BrokerProcess(int port) {
    this.port = port;
    this.child = launch();
  }

  static BrokerProcess start(int port) {
    return new BrokerProcess(port);
  }

  private Child launch() {
    Child started =
        Child.start(
            "broker",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--class-path",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                Integer.toString(port)));
    started.awaitLine("^ready$");
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
