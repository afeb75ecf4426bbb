package org.wardbeat.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
final class Ports {
  private Ports() {}

  private static final int FIRST = 21_000;
  private static final int LAST = 32_000;

  /** One that nobody listened on a moment ago, below the range of outgoing connections. */
  static int free() {
    return free(FIRST + (int) (ProcessHandle.current().pid() % 5_000));
  }

  /** The first free one from a port on. */
  static int free(int from) {
    for (int port = from; ; port++) {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        if (port > LAST) {
          throw new UncheckedIOException(taken);
        }
      }
    }
  }

  static ServerSocket occupy() {
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
