package org.wardbeat.systemtests.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports of the loopback interface. */
public final class Ports {
  private Ports() {}

  private static final int FIRST = 21_000;
  private static final int LAST = 32_000;

  /** Tests that run at the same time must not be given the same one. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(FIRST + (int) (ProcessHandle.current().pid() % 5_000));

  /**
   * One that nobody listened on a moment ago, below the range of outgoing connections; each time
   * another.
   */
  public static int free() {
    return NEXT.updateAndGet(last -> free(last + 1));
  }

  /** Waits until a program that has been started listens on a port. */
  public static void awaitListening(int port, Child program) {
    await("a program listens on " + port)
        .atMost(Child.PATIENCE)
        .until(() -> isListening(port) || !program.isAlive());
    if (!program.isAlive()) {
      throw new AssertionError("ended instead of listening: " + program.said());
    }
  }

  private static boolean isListening(int port) {
    try {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** The first free one from a port on. */
  public static int free(int from) {
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

  public static ServerSocket occupy() {
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
