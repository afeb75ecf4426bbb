package org.wardbeat.systemtests.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.wardbeat.systemtests.network.Conditions.Way;
import org.wardbeat.systemtests.network.FaultProxy.Cut;

/** A connection through a {@link FaultProxy}: two sockets, and what passes between them. */
final class Connection {
  private static final int CONNECT_MILLIS = 5_000;
  private static final Duration PING_INTERVAL = Duration.ofMillis(500);

  private final Socket client;
  private final Socket server;
  private final Network network;
  private final Consumer<Connection> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Pipe up;
  private final Pipe down;
  private final AtomicInteger finishedWays = new AtomicInteger();
  private volatile boolean stranded;
  private volatile boolean closing;
  private volatile boolean abandoned;
  private volatile boolean upgraded;

  private Connection(Socket client, Socket server, Network network, Consumer<Connection> onEnd)
      throws IOException {
    this.client = client;
    this.server = server;
    this.network = network;
    this.onEnd = onEnd;
    this.up = new Pipe(this, Way.UP, client, server, network);
    this.down = new Pipe(this, Way.DOWN, server, client, network);
  }

  /**
   * Connects to the server.
   *
   * @param receiveBuffer bytes the kernel may hold of what the server sends, 0 for its own choice
   * @param onEnd told once, when the connection has ended for both ends
   */
  static Connection open(
      Socket client,
      InetSocketAddress target,
      Network network,
      int receiveBuffer,
      Consumer<Connection> onEnd)
      throws IOException {
    Socket server = new Socket();
    try {
      if (receiveBuffer > 0) {
        server.setReceiveBufferSize(receiveBuffer);
        client.setSendBufferSize(receiveBuffer);
      }
      server.connect(target, CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      return new Connection(client, server, network, onEnd);
    } catch (IOException e) {
      reset(client);
      reset(server);
      throw e;
    }
  }

  void start() {
    up.start();
    down.start();
    Thread.ofVirtual().name("fault-pings").start(this::pingWhileHeld);
  }

  /** Nothing moves on it any more, and its end is not told. */
  void strand() {
    stranded = true;
  }

  boolean isStranded() {
    return stranded;
  }

  /** Whether what is read goes nowhere. */
  boolean discards(Way way) {
    return closing || (stranded && way == Way.UP);
  }

  /** Who connected has let go of its end of a stranded connection. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  boolean isEnded() {
    return ended.get();
  }

  boolean isUpgraded() {
    return upgraded;
  }

  /** From now on both ways carry WebSocket frames. */
  void setUpgraded() {
    upgraded = true;
  }

  Pipe opposite(Pipe pipe) {
    return pipe == up ? down : up;
  }

  /** A proxy that keeps a WebSocket alive by itself also pings. */
  private void pingWhileHeld() {
    byte[] ping = WebSocketFrames.encode(WebSocketFrames.PING, new byte[] {1}, false);
    try {
      while (!ended.get()) {
        Thread.sleep(PING_INTERVAL);
        if (upgraded && !stranded && network.now().holdsMessages()) {
          down.writeNow(ping);
        }
      }
    } catch (InterruptedException | IOException _) {
      cut(Cut.RST);
    }
  }

  /** One way has ended in order; with both, so has the connection. */
  void finishWay() {
    if (finishedWays.incrementAndGet() == Way.values().length) {
      cut(Cut.RST); // of sockets that have nothing left to say
    }
  }

  /** Tells both ends that it ends, and ends it at once or when both have let go. */
  void cut(Cut how) {
    if (how == Cut.FIN && !stranded) {
      closing = true;
      endOutput(client);
      endOutput(server);
      network.wakeAll();
    } else if (ended.compareAndSet(false, true)) {
      reset(client);
      reset(server);
      network.wakeAll();
      onEnd.accept(this);
    }
  }

  private static void endOutput(Socket socket) {
    try {
      socket.shutdownOutput();
    } catch (IOException _) {
      // It had ended already.
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(!socket.isOutputShutdown(), 0);
      socket.close();
    } catch (IOException _) {
      // It had ended already.
    }
  }
}
