package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.wardbeat.benchmarks.fanout.source.Stamps;

/**
 * One WebSocket connection (RFC 6455) as its client, with permessage-deflate (RFC 7692) where the
 * server agrees to it. Confined to the clients' thread once it is registered there.
 */
final class Session implements Dialect.Link {

  private static final int FIN_BINARY = 0x82;
  private static final int FINAL = 0x80;
  private static final int DEFLATED = 0x40;
  private static final int OPCODE_MASK = 0x0F;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int MASKED = 0x80;
  private static final int MOST_SHORT = 125;
  private static final int LENGTH_IN_2 = 126;
  private static final int LENGTH_IN_8 = 127;
  private static final byte[] END_OF_BLOCK = {0, 0, -1, -1};

  private final SocketChannel channel;
  private final Dialect dialect;
  private final Account account;
  private final int[] sources;
  private byte[] rest = {};
  private int restLength;
  private boolean upgraded;
  private @Nullable Inflater inflater;
  private ByteBuffer inflated = ByteBuffer.allocate(1 << 12);

  Session(SocketChannel channel, Dialect dialect, Account account, int[] sources) {
    this.channel = channel;
    this.dialect = dialect;
    this.account = account;
    this.sources = sources;
  }

  SocketChannel channel() {
    return channel;
  }

  /** How many messages of the sources it wants have been published and are not here yet. */
  long missing(Stamps stamps) {
    long missing = 0;
    for (int source : sources) {
      missing += stamps.count(source) - 1 - dialect.ledger()[source];
    }
    return missing;
  }

  boolean isReady() {
    return upgraded && dialect.isReady();
  }

  /** The request that opens a WebSocket; the path with its query as it is to be sent. */
  static byte[] handshake(String path, int port, String subProtocol, boolean deflate) {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
            + "\r\nSec-WebSocket-Key: d2FyZGJlYXQtYmVuY2gtMQ=="
            + (subProtocol.isEmpty() ? "" : "\r\nSec-WebSocket-Protocol: " + subProtocol)
            + (deflate ? "\r\nSec-WebSocket-Extensions: permessage-deflate" : "")
            + "\r\n\r\n";
    return request.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads what has come and handles what is complete of it.
   *
   * @param shared room to read into, which keeps nothing between calls
   * @throws IOException if the connection or the protocol is broken, or the server ends it
   */
  void read(ByteBuffer shared) throws IOException {
    shared.clear().put(rest, 0, restLength);
    int count = channel.read(shared);
    if (count < 0) {
      throw new IOException("the server closed the connection");
    }
    account.read(count);
    take(shared.flip());
    keep(shared);
  }

  /** Handles what is complete of the bytes so far, and leaves the position at the rest. */
  void take(ByteBuffer in) throws IOException {
    if (!upgraded) {
      readResponse(in);
    }
    if (upgraded) {
      boolean complete = true;
      while (complete) {
        complete = readFrame(in);
      }
    }
  }

  private void keep(ByteBuffer in) {
    restLength = in.remaining();
    if (restLength > rest.length) {
      rest = new byte[2 * restLength];
    }
    in.get(rest, 0, restLength);
  }

  private void readResponse(ByteBuffer in) throws IOException {
    int end = endOfHead(in);
    if (end < 0) {
      return;
    }
    byte[] head = new byte[end - in.position()];
    in.get(head);
    String text = new String(head, StandardCharsets.US_ASCII);
    if (!text.startsWith("HTTP/1.1 101")) {
      throw new IOException("the server does not open a WebSocket: " + text.lines().findFirst());
    }
    if (text.contains("permessage-deflate")) {
      inflater = new Inflater(true);
    }
    upgraded = true;
    dialect.opened(this);
  }

  private static int endOfHead(ByteBuffer in) {
    for (int i = in.position() + 3; i < in.limit(); i++) {
      if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean readFrame(ByteBuffer in) throws IOException {
    int begin = in.position();
    int available = in.limit() - begin;
    if (available < 2) {
      return false;
    }
    int shortLength = in.get(begin + 1);
    int header = shortLength == LENGTH_IN_8 ? 10 : shortLength == LENGTH_IN_2 ? 4 : 2;
    if (available < header) {
      return false;
    }
    long length =
        switch (header) {
          case 2 -> shortLength;
          case 4 -> in.getShort(begin + 2) & 0xFFFF;
          default -> in.getLong(begin + 2);
        };
    if (available - header < length) {
      return false;
    }
    int limit = in.limit();
    int end = begin + header + (int) length;
    in.position(begin + header).limit(end);
    handle(in.get(begin) & 0xFF, in);
    in.limit(limit).position(end);
    return true;
  }

  private void handle(int first, ByteBuffer payload) throws IOException {
    int opcode = first & OPCODE_MASK;
    if ((first & FINAL) == 0 || opcode == 0) {
      throw new IOException("expected each WebSocket message in one frame");
    }
    switch (opcode) {
      case CLOSE -> throw new IOException("the server closes the WebSocket");
      case PING -> send(FINAL | PONG, bytes(payload));
      case PONG -> {
        // an answer to nothing
      }
      default ->
          dialect.received((first & DEFLATED) == 0 ? payload : inflate(bytes(payload)), this);
    }
  }

  private static byte[] bytes(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return bytes;
  }

  private ByteBuffer inflate(byte[] deflated) throws IOException {
    if (inflater == null) {
      throw new IOException("the server compresses although that was not agreed");
    }
    inflated.clear();
    try {
      inflater.setInput(deflated);
      inflateAll(inflater);
      inflater.setInput(END_OF_BLOCK);
      inflateAll(inflater);
    } catch (DataFormatException e) {
      throw new IOException(e);
    }
    return inflated.flip();
  }

  private void inflateAll(Inflater from) throws DataFormatException {
    while (from.inflate(inflated) > 0 || !from.needsInput()) {
      if (!inflated.hasRemaining()) {
        inflated = ByteBuffer.allocate(2 * inflated.capacity()).put(inflated.flip());
      }
    }
  }

  @Override
  public void send(byte[] message) throws IOException {
    send(FIN_BINARY, message);
  }

  private void send(int first, byte[] message) throws IOException {
    ByteBuffer frame = frame(first, message);
    while (frame.hasRemaining()) {
      channel.write(frame); // a few bytes a second, which a server that lives always takes
    }
  }

  /** A binary message, masked with zeros. */
  static ByteBuffer binary(byte[] message) {
    return frame(FIN_BINARY, message);
  }

  /** A pong that nobody asked for, which servers ignore. */
  static ByteBuffer pong() {
    return frame(FINAL | PONG, new byte[0]);
  }

  private static ByteBuffer frame(int first, byte[] message) {
    ByteBuffer frame = ByteBuffer.allocate(8 + message.length).put((byte) first);
    if (message.length <= MOST_SHORT) {
      frame.put((byte) (MASKED | message.length));
    } else {
      frame.put((byte) (MASKED | LENGTH_IN_2)).putShort((short) message.length);
    }
    return frame.putInt(0).put(message).flip();
  }
}
