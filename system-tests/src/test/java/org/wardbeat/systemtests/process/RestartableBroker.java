package org.wardbeat.systemtests.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A broker's process, which can be killed and frozen, and started again on its port. */
public abstract class RestartableBroker implements Part {
  private final int port;
  private final Supplier<Child> launch;
  private Child child;

  /**
   * Starts it.
   *
   * @param launch starts a process that listens on the port before it returns
   */
  RestartableBroker(int port, Supplier<Child> launch) {
    this.port = port;
    this.launch = launch;
    this.child = launch.get();
  }

  /** Mosquitto where it is installed, otherwise one that needs nothing installed. */
  public static RestartableBroker any(Path folder) throws IOException {
    return Tools.find("mosquitto").isPresent()
        ? Mosquitto.start(folder)
        : BrokerProcess.start(Ports.free());
  }

  public int port() {
    return port;
  }

  public void kill() {
    child.kill();
  }

  public void restart() {
    child = launch.get();
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
