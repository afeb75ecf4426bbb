package org.wardbeat.benchmarks.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.fanout.source.Stamps;

class SessionTest {

  private final List<String> received = new ArrayList<>();
  private SocketChannel channel;
  private Session session;

  /** Keeps what it is given. */
  private final class Keeper implements Dialect {
    @Override
    public String subProtocol() {
      return "";
    }

    @Override
    public void opened(Link link) {
      received.add("opened");
    }

    @Override
    public void received(ByteBuffer message, Link link) {
      received.add(StandardCharsets.US_ASCII.decode(message.slice()).toString());
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public long[] ledger() {
      return new long[] {-1};
    }
  }

  @BeforeEach
  void begin() throws IOException {
    channel = SocketChannel.open();
    session = new Session(channel, new Keeper(), new Account(new Stamps(1)), new int[] {0});
  }

  @AfterEach
  void end() throws IOException {
    channel.close();
  }

  private static byte[] upgraded(String headers) {
    String head = "HTTP/1.1 101 Switching Protocols\r\n" + headers + "\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 1 << 16) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) 'x');
    return text;
  }

  @Test
  void takesFramesOfAllLengthsHoweverTheyAreCut() throws IOException {
    byte[] stream =
        joined(
            upgraded(""),
            frame(0x82, text(3)),
            frame(0x82, text(0)),
            frame(0x81, text(300)),
            frame(0x82, text(70_000)));
    for (int piece : new int[] {1, 2, 7, 1_000, stream.length}) {
      begin();
      received.clear();
      ByteBuffer room = ByteBuffer.allocate(stream.length + piece);
      for (int at = 0; at < stream.length; at += piece) {
        room.put(stream, at, Math.min(piece, stream.length - at)).flip();
        session.take(room);
        room.compact();
      }
      assertThat(received)
          .as("in pieces of %d", piece)
          .extracting(String::length)
          .containsExactly(6, 3, 0, 300, 70_000);
      channel.close();
    }
  }

  @Test
  void inflatesWhatWasAgreedToBeCompressed() throws IOException {
    Deflater deflater = new Deflater(9, true);
    byte[] one = deflated(deflater, "{\"bed\":\"0001\",\"seq\":1}");
    byte[] two = deflated(deflater, "{\"bed\":\"0001\",\"seq\":2}");
    deflater.end();
    session.take(
        ByteBuffer.wrap(
            joined(
                upgraded("Sec-WebSocket-Extensions: permessage-deflate\r\n"),
                frame(0xC1, one),
                frame(0xC1, two))));

    assertThat(received)
        .containsExactly("opened", "{\"bed\":\"0001\",\"seq\":1}", "{\"bed\":\"0001\",\"seq\":2}");
    assertThat(two.length).isLessThan(one.length);
  }

  private static byte[] deflated(Deflater deflater, String text) {
    deflater.setInput(text.getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = new byte[200];
    int length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
    return Arrays.copyOf(bytes, length - 4);
  }

  @Test
  void saysWhatIsWrong() {
    assertThatIOException()
        .isThrownBy(
            () ->
                session.take(
                    ByteBuffer.wrap("HTTP/1.1 404 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII))))
        .withMessageContaining("404");
  }

  @Test
  void endsWithTheServersClose() {
    assertThatIOException()
        .isThrownBy(
            () -> session.take(ByteBuffer.wrap(joined(upgraded(""), frame(0x88, text(0))))));
  }

  @Test
  void countsWhatItStillMisses() {
    Stamps stamps = new Stamps(1);
    stamps.publish(0, 0, 1);
    stamps.publish(0, 1, 2);

    assertThat(session.missing(stamps)).isEqualTo(2);
  }

  @Test
  void masksWhatItSends() {
    ByteBuffer frame = Session.binary(new byte[] {1, 2});

    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    assertThat(bytes).containsExactly(0x82, 0x82, 0, 0, 0, 0, 1, 2);
  }
}
