package org.wardbeat.systemtests.process;

import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own that needs nothing installed. */
public final class BrokerProcess implements Part {
  private final int port;
  private Child child;

  private BrokerProcess(int port) {
    this.port = port;
    this.child = launch();
  }

  public static BrokerProcess start(int port) {
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

  public int port() {
    return port;
  }

  public void kill() {
    child.kill();
  }

  public void restart() {
    child = launch();
  }

  public void freeze() {
    child.freeze();
  }

  public void thaw() {
    child.thaw();
  }

  @Override
  public void close() {
    child.close();
  }
}
