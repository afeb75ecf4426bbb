package org.wardbeat.systemtests.network;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.wardbeat.systemtests.network.WebSocketFrames.WebSocketFrame;
import org.wardbeat.systemtests.process.Part;

/**
 * The least server that shows what a proxy does: it returns the messages of a WebSocket, and
 * answers any other request with a stream of one byte each {@value #STREAM_MILLIS} ms, {@value
 * #STREAM_BYTES} of them, and with headers that ask proxies not to buffer.
 */
final class EchoServer implements Part {
  static final int STREAM_BYTES = 20;
  static final int STREAM_MILLIS = 100;
  private static final String OLD = "HTTP/1.0";
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket listener;

  EchoServer() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("echo").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private static void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      Map<String, String> headers = readHead(in);
      if (headers.getOrDefault("upgrade", "").equalsIgnoreCase("websocket")) {
        echo(in, client.getOutputStream(), headers.getOrDefault("sec-websocket-key", ""));
      } else {
        stream(client.getOutputStream(), headers.containsKey(OLD));
      }
    } catch (IOException | InterruptedException _) {
      // The client has gone.
    }
  }

  private static Map<String, String> readHead(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    if (readLine(in).endsWith(OLD)) {
      headers.put(OLD, "");
    }
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static void echo(InputStream in, OutputStream out, String key) throws IOException {
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + acceptOf(key)
                + "\r\nSec-WebSocket-Protocol: echo\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    WebSocketFrames frames = new WebSocketFrames();
    byte[] buffer = new byte[4_096];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      frames.add(buffer, length);
      for (WebSocketFrame next = frames.next(); next != null; next = frames.next()) {
        int opcode = next.opcode() == WebSocketFrames.PING ? WebSocketFrames.PONG : next.opcode();
        out.write(WebSocketFrames.encode(opcode, next.payload(), false));
      }
    }
  }

  private static String acceptOf(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(sha1.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stream(OutputStream out, boolean old)
      throws IOException, InterruptedException {
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
                + "Cache-Control: no-store, no-transform\r\nX-Accel-Buffering: no\r\n"
                + (old ? "Connection: close\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n"))
            .getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < STREAM_BYTES; i++) {
      out.write((old ? "." : "1\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(Duration.ofMillis(STREAM_MILLIS));
    }
    out.write((old ? "" : "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
