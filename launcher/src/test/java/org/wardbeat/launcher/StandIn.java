package org.wardbeat.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.wardbeat.launcher.program.Program;

/**
 * Stands in for a program: it takes the program's options, holds a port, says that it is ready and
 * ends as the program would, or misbehaves as its first argument says.
 */
final class StandIn {
  private StandIn() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Program program = Program.valueOf(args[0]);
    Behaviour behaviour = Behaviour.valueOf(args[1]);
    List<String> options = Arrays.asList(args).subList(2, args.length);
    System.out.println("arguments " + options);
    if (behaviour != Behaviour.STUBBORN && options.contains("--end-with-stdin")) {
      Thread.ofPlatform().daemon().start(StandIn::endWithStdin);
    }
    behaviour.beforeReady();
    if (program == Program.STATION) {
      System.out.println("ready");
      showWindow(behaviour, options);
    } else {
      serve(program, behaviour, options);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void serve(Program program, Behaviour behaviour, List<String> options)
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + server.getLocalPort();
      if (program == Program.BRIDGE) {
        connect(after("--broker", options));
        System.out.println("ready ws=ws://" + address + "/ws");
      } else {
        System.out.println("ready broker=tcp://" + address + " beds=" + after("--beds", options));
      }
      behaviour.afterReady();
    }
  }

  private static void showWindow(Behaviour behaviour, List<String> options) throws Exception {
    connect(after("--bridge", options));
    if (options.contains("--seconds")) {
      Thread.sleep(Long.parseLong(after("--seconds", options)) * 1000);
      if (options.contains("--report")) {
        Files.writeString(Path.of(after("--report", options)), "{}");
      }
    } else {
      behaviour.afterReady();
    }
  }

  private static void connect(String url) throws IOException {
    URI uri = URI.create(url);
    new Socket(uri.getHost(), uri.getPort()).close();
  }

  private static String after(String option, List<String> options) {
    return options.get(options.indexOf(option) + 1);
  }

  private static void endWithStdin() {
    try {
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException closed) {
      Runtime.getRuntime().halt(1);
    }
    System.exit(0);
  }

  /** How a stand-in behaves. */
  enum Behaviour {
    GOOD,
    /** Ends at once, as if its window were closed. */
    CLOSES,
    CRASHES_AT_START,
    REFUSES_ITS_INPUT,
    NEVER_READY,
    /** Ends neither with its standard input nor when asked to. */
    STUBBORN;

    @SuppressWarnings("SystemOut")
    void beforeReady() throws InterruptedException {
      switch (this) {
        case CRASHES_AT_START -> {
          System.err.println("The sky fell.");
          System.exit(3);
        }
        case REFUSES_ITS_INPUT -> {
          System.err.println("There is no record in /nowhere.");
          System.exit(2);
        }
        case NEVER_READY -> waitForEver();
        case STUBBORN -> Runtime.getRuntime().addShutdownHook(new Thread(Behaviour::waitForEver));
        default -> {}
      }
    }

    void afterReady() {
      if (this != CLOSES) {
        waitForEver();
      }
    }

    private static void waitForEver() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
