package org.wardbeat.station.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.BrokerState;

/** A WebSocket server on a real socket that does to its clients what a test wants done. */
final class ScriptedBridge implements AutoCloseable {
  static final long EPOCH = 1_773_135_600_000_000L;

  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int FIN = 0x80;
  private static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  private static final int CLOSE = 8;

  /** What is done to one client after the handshake. */
  interface Script {
    void play(Client client) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  final List<Frame> received = new CopyOnWriteArrayList<>();

  ScriptedBridge(Script... scripts) throws IOException {
    this.scripts.addAll(Arrays.asList(scripts));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  private static long now() {
    return EPOCH + System.nanoTime() / 1_000;
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ws");
  }

  int connections() {
    return sockets.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        Script script = scripts.poll();
        if (script == null) {
          socket.close();
        } else {
          Thread.ofVirtual().start(() -> serve(socket, script));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket, Script script) {
    try {
      script.play(new Client(socket));
    } catch (IOException | InterruptedException ended) {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      throw new UncheckedIOException(alreadyClosed);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** One connected station. */
  final class Client {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final FrameCodec codec = new FrameCodec(EPOCH);
    private long sequence;
    private long framesSent;

    Client(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /** Reads the request and upgrades. */
    void upgrade() throws IOException {
      String key = keyOf(readHead(in));
      write(
          """
          HTTP/1.1 101 Switching Protocols\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Protocol: wardbeat.v1\r
          Sec-WebSocket-Accept: %s\r
          \r
          """
              .formatted(accept(key)));
    }

    /** Reads the request and answers with a status of its own. */
    void refuse(String statusAndHeaders) throws IOException {
      String head = readHead(in);
      if (!head.isEmpty()) {
        write("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: 0\r\n\r\n");
      }
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    /** Upgrades, waits for hello and subscription, and sends a snapshot with a heartbeat. */
    void stream() throws IOException {
      upgrade();
      read();
      welcome();
      read();
      heartbeat();
      send(new Frame.EndOfSnapshot(1, 0));
    }

    void welcome() throws IOException {
      send(
          new Frame.Welcome(
              1, "scripted", "test", 1, EPOCH, now(), 1_000, new BrokerState(true, EPOCH)));
    }

    void heartbeat() throws IOException {
      send(new Frame.Heartbeat(++sequence, now(), true, false, framesSent, 0, 0));
    }

    /** Heartbeats until the station goes. */
    void heartbeatForEver() throws IOException, InterruptedException {
      while (true) {
        heartbeat();
        Thread.sleep(200);
      }
    }

    void send(Frame frame) throws IOException {
      framesSent++;
      sendPart(BINARY, true, codec.encode(frame));
    }

    /** Sends a frame byte by byte, in as many fragments. */
    void sendInFragments(Frame frame) throws IOException, InterruptedException {
      framesSent++;
      byte[] bytes = codec.encode(frame);
      for (int i = 0; i < bytes.length; i++) {
        sendPart(
            i == 0 ? BINARY : CONTINUATION,
            i == bytes.length - 1,
            Arrays.copyOfRange(bytes, i, i + 1));
        Thread.sleep(1);
      }
    }

    void sendPart(int opcode, boolean last, byte[] payload) throws IOException {
      ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
      frame.put((byte) ((last ? FIN : 0) | opcode));
      if (payload.length < 126) {
        frame.put((byte) payload.length);
      } else if (payload.length < 1 << 16) {
        frame.put((byte) 126).putShort((short) payload.length);
      } else {
        frame.put((byte) 127).putLong(payload.length);
      }
      frame.put(payload).flip();
      synchronized (out) {
        out.write(frame.array(), 0, frame.limit());
        out.flush();
      }
    }

    /** Reads one message; what is a frame is kept. Returns false at a close. */
    boolean read() throws IOException {
      int opcode = in.readUnsignedByte() & 0x0F;
      int length = in.readUnsignedByte() & 0x7F;
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      if (opcode == CLOSE) {
        return false;
      }
      try {
        received.add(codec.decode(ByteBuffer.wrap(payload)));
      } catch (FrameDecodeException e) {
        throw new IOException(e);
      }
      return true;
    }

    void readUntilClosed() throws IOException {
      boolean open = true;
      while (open) {
        open = read();
      }
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The request ended early.");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String keyOf(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
        .map(line -> line.substring(line.indexOf(':') + 1).trim())
        .findFirst()
        .orElseThrow();
  }

  private static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
