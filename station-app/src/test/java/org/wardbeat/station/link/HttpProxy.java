package org.wardbeat.station.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy that builds tunnels and forwards requests, for whoever knows its password. */
final class HttpProxy implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final @Nullable String wanted;
  private final int refusal;

  /** Why connections ended before they were let through or while they were. */
  final List<String> broken = new CopyOnWriteArrayList<>();

  /** First lines of the requests that were let through. */
  final List<String> passed = new CopyOnWriteArrayList<>();

  /** How often somebody was asked for a password. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private HttpProxy(@Nullable String userAndPassword, int refusal) throws IOException {
    this.refusal = refusal;
    wanted =
        userAndPassword == null
            ? null
            : "proxy-authorization: basic "
                + Base64.getEncoder()
                    .encodeToString(userAndPassword.getBytes(StandardCharsets.US_ASCII));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static HttpProxy open() throws IOException {
    return new HttpProxy(null, 0);
  }

  static HttpProxy forThose(String userAndPassword) throws IOException {
    return new HttpProxy(userAndPassword, 0);
  }

  static HttpProxy refusing(int status) throws IOException {
    return new HttpProxy(null, status);
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      String head = readHead(in);
      while (!isKnown(head)) {
        asked.add(firstLine(head));
        skipBody(in, head);
        answer(
            client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"w\"");
        head = readHead(in);
      }
      if (refusal != 0) {
        answer(client, refusal + " Refused");
        return;
      }
      passed.add(firstLine(head));
      pass(client, head);
    } catch (IOException ended) {
      broken.add(String.valueOf(ended.getMessage()));
    }
  }

  private static void skipBody(InputStream in, String head) throws IOException {
    String length = "content-length: ";
    for (String line : head.lines().toList()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(length)) {
        in.skipNBytes(Long.parseLong(line.substring(length.length())));
      }
    }
  }

  private boolean isKnown(String head) {
    return wanted == null
        || head.lines()
            .anyMatch(
                line -> line.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
  }

  private static void answer(Socket client, String statusAndHeaders) throws IOException {
    client
        .getOutputStream()
        .write(
            ("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  private void pass(Socket client, String head) throws IOException {
    String target = head.split(" ", 3)[1].replaceFirst("^http://", "").replaceFirst("/.*", "");
    int colon = target.lastIndexOf(':');
    try (Socket bridge =
        new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
      sockets.add(bridge);
      if (head.startsWith("CONNECT ")) {
        client
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } else {
        bridge
            .getOutputStream()
            .write(head.replaceFirst("http://[^/]+", "").getBytes(StandardCharsets.US_ASCII));
      }
      Thread.ofVirtual().start(() -> pump(bridge, client));
      pump(client, bridge);
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to;
        OutputStream out = to.getOutputStream()) {
      from.getInputStream().transferTo(out);
    } catch (IOException ended) {
      Thread.currentThread().interrupt(); // both are closed, which is all there is to do
    }
  }

  private static String firstLine(String head) {
    return head.lines().findFirst().orElse("");
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request ended early");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
