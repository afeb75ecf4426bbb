package org.wardbeat.systemtests.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.wardbeat.systemtests.network.Conditions.Way;
import org.wardbeat.systemtests.process.Part;

/**
 * A network between a station and a bridge: a TCP proxy on the loopback interface that can do to
 * connections what networks do. Conditions hold for all connections but those that are stranded;
 * for these nothing changes any more. Thread-safe.
 */
public final class FaultProxy implements Part {
  private static final int BACKLOG = 1_024;

  /** How a connection ends for both its ends. */
  public enum Cut {
    /** In order. */
    FIN,
    /** With a reset. */
    RST
  }

  /** Where connections come in, and who lets them in. */
  private record Door(ServerSocket socket, Thread keeper) {
    void close() throws IOException {
      socket.close();
      try {
        keeper.join(); // until then the system goes on to take connections
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final InetSocketAddress target;
  private final Network network = new Network();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final int port;
  private volatile Door door;
  private volatile boolean strandsNew;
  private volatile int receiveBuffer;

  private FaultProxy(int targetPort) throws IOException {
    this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    this.door = openDoor(0);
    this.port = door.socket().getLocalPort();
  }

  /** A good network in front of a port. */
  public static FaultProxy to(int targetPort) {
    try {
      return new FaultProxy(targetPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A good network in front of a server. */
  public static FaultProxy to(URI server) {
    return to(server.getPort());
  }

  private Door openDoor(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
    return new Door(socket, Thread.ofVirtual().name("fault-proxy").start(() -> accept(socket)));
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket client = from.accept();
        accepted.incrementAndGet();
        Connection connection =
            Connection.open(client, target, network, receiveBuffer, connections::remove);
        connections.add(connection);
        if (strandsNew) {
          connection.strand();
        }
        connection.start();
      } catch (IOException _) {
        // Closed, or the server refuses: who connected has been told by the end of its connection.
      }
    }
  }

  public int port() {
    return port;
  }

  /** The address of a server as seen from this side of the network. */
  public URI uri(URI server) {
    return URI.create("%s://127.0.0.1:%d%s".formatted(server.getScheme(), port, server.getPath()));
  }

  /** Connections that were ever accepted. */
  public int accepted() {
    return accepted.get();
  }

  /** How many of the connections there are have become WebSockets. */
  public long upgraded() {
    return connections.stream().filter(Connection::isUpgraded).count();
  }

  /** Ends the connections that have not become WebSockets. */
  public void cutPlainHttp() {
    connections.stream()
        .filter(connection -> !connection.isUpgraded())
        .forEach(connection -> connection.cut(Cut.RST));
  }

  /** Connections that who connected still holds on to, hanging ones included. */
  public long open() {
    return connections.stream().filter(connection -> !connection.isAbandoned()).count();
  }

  /** Bytes that came through to who connected, over all connections. */
  public long bytesDown() {
    return network.bytesDown();
  }

  /** All is well again, but for stranded connections. What waited goes on. */
  public void heal() {
    strandsNew = false;
    network.set(Conditions.GOOD);
  }

  /** Bytes wait on both ways, and nothing is read. */
  public void stall() {
    network.set(network.now().withStalled(EnumSet.allOf(Way.class)));
  }

  /** Nothing reaches who connected any more; what it sends arrives. */
  public void stallDown() {
    network.set(network.now().withStalled(Set.of(Way.DOWN)));
  }

  /** Nothing of who connected arrives any more; what it is sent reaches it. */
  public void stallUp() {
    network.set(network.now().withStalled(Set.of(Way.UP)));
  }

  /**
   * The connections there are hang for ever, and neither end is told; new ones are as any. So it is
   * after a change of address.
   */
  public void strand() {
    connections.forEach(Connection::strand);
  }

  /** Packets are dropped: connections old and new hang, those for ever. */
  public void dropSilently() {
    strandsNew = true;
    strand();
  }

  /** Ends all connections; new ones are as any. */
  public void cut(Cut how) {
    connections.forEach(connection -> connection.cut(how));
  }

  /** Ends all connections, and refuses new ones until {@link #admit()}. */
  public void refuse(Cut how) {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut(how);
  }

  /** Takes connections again. */
  public void admit() {
    try {
      door = openDoor(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each byte takes so long, each way. */
  public void delay(Duration time) {
    network.set(network.now().withDelay(time));
  }

  /** So many bytes a second pass each way of a connection. */
  public void throttle(long bytesPerSecond) {
    network.set(network.now().withThrottle(bytesPerSecond));
  }

  /**
   * Connections from now on buffer so few bytes on their way to who connected, as a modem would.
   */
  public void bufferLittle(int bytes) {
    receiveBuffer = bytes;
  }

  /** WebSockets are opened, and then nothing more comes over them; HTTP is as ever. */
  public void muteUpgrades() {
    network.set(network.now().withMuteUpgrades());
  }

  /** Messages of WebSockets wait, both ways, while pings are answered and sent in time. */
  public void holdMessages() {
    network.set(network.now().withHeldMessages());
  }

  /** The next WebSocket message to who connected whose payload begins with a byte is lost. */
  public void loseNext(int firstByte) {
    network.loseNext(firstByte);
  }

  /** Whether what {@link #loseNext} asked for has happened. */
  public boolean hasLost() {
    return network.hasLost();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      cut(Cut.RST);
    }
  }
}
