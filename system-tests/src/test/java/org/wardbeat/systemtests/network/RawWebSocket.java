package org.wardbeat.systemtests.network;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wardbeat.systemtests.network.WebSocketFrames.WebSocketFrame;
import org.wardbeat.systemtests.process.Part;

/**
 * A WebSocket on a plain socket: it reads when it is asked to and not before. One thread reads, any
 * writes.
 */
public final class RawWebSocket implements Part {
  private static final int BUFFER_BYTES = 8_192;
  private static final String LINE_END = "\r\n";

  private final Socket socket;
  private final InputStream in;
  private final WebSocketFrames frames = new WebSocketFrames();
  private final byte[] buffer = new byte[BUFFER_BYTES];

  private RawWebSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
  }

  /**
   * Connects and shakes hands.
   *
   * @param subProtocol what to speak
   * @param receiveBuffer bytes the kernel may hold unread, 0 for its own choice
   * @throws IOException also if the answer is another than 101
   */
  public static RawWebSocket open(
      URI server, String subProtocol, int receiveBuffer, Duration patience) throws IOException {
    Socket socket = new Socket();
    try {
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(server.getHost(), server.getPort()), (int) patience.toMillis());
      socket.setSoTimeout((int) patience.toMillis());
      RawWebSocket opened = new RawWebSocket(socket);
      opened.shakeHands(server, subProtocol);
      return opened;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void shakeHands(URI server, String subProtocol) throws IOException {
    String request =
        String.join(
            LINE_END,
            "GET " + server.getPath() + " HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: d2FyZGJlYXQgd2FyZGJlYXQ=",
            "Sec-WebSocket-Protocol: " + subProtocol,
            LINE_END);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String status = readLine();
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new IOException("expected 101, got: " + status);
    }
    while (!readLine().isEmpty()) {
      // The other headers do not matter here.
    }
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed within its handshake");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /** Sends a binary message. */
  public void send(byte[] payload) throws IOException {
    sendFrame(WebSocketFrames.BINARY, payload);
  }

  /** Sends any frame. */
  public synchronized void sendFrame(int opcode, byte[] payload) throws IOException {
    socket.getOutputStream().write(WebSocketFrames.encode(opcode, payload, true));
  }

  /**
   * Waits for the next frame.
   *
   * @return null once the server has closed the connection
   * @throws IOException if it was reset, or nothing came for long
   */
  public @Nullable WebSocketFrame receive() throws IOException {
    for (WebSocketFrame next = frames.next(); ; next = frames.next()) {
      if (next != null) {
        return next;
      }
      int length = in.read(buffer);
      if (length < 0) {
        return null;
      }
      frames.add(buffer, length);
    }
  }

  /** How long {@link #receive()} waits, from the next call on. */
  public void setPatience(Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
  }

  /** Ends the connection without a goodbye. */
  public void abort() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // It had ended already.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // It had ended already.
    }
  }
}
