package org.wardbeat.systemtests.process;

import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own that needs nothing installed. */
public final class BrokerProcess extends RestartableBroker {
  private BrokerProcess(int port) {
    super(port, () -> launch(port));
  }

  public static BrokerProcess start(int port) {
    return new BrokerProcess(port);
  }

  private static Child launch(int port) {
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
}
