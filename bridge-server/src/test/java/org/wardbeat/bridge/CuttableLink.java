package org.wardbeat.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a broker that a test can cut. */
final class CuttableLink implements AutoCloseable {
  private final URI target;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  CuttableLink(URI target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + door.getLocalPort());
  }

  /** Ends all connections and lets none through. */
  void cut() {
    cut = true;
    open.forEach(CuttableLink::end);
  }

  /** Lets connections through again. */
  void heal() {
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        join(door.accept());
      } catch (IOException _) {
        // Closed, or the broker refuses: who connected sees the end of its connection.
      }
    }
  }

  private void join(Socket client) throws IOException {
    if (cut) {
      end(client);
      return;
    }
    Socket broker;
    try {
      broker = new Socket(target.getHost(), target.getPort());
    } catch (IOException e) {
      end(client);
      throw e;
    }
    client.setTcpNoDelay(true);
    broker.setTcpNoDelay(true);
    open.add(client);
    open.add(broker);
    Thread.ofVirtual().start(() -> pump(client, broker));
    Thread.ofVirtual().start(() -> pump(broker, client));
    if (cut) {
      open.forEach(CuttableLink::end);
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException _) {
      // Either end is gone, and so is the other below.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is as ended as it can be.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
