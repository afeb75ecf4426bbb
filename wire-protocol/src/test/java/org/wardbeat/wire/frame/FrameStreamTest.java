package org.wardbeat.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FrameStreamTest {
  /** One stream and what came out of it. */
  private static final class Reader {
    final List<byte[]> frames = new ArrayList<>();
    final FrameStream stream = new FrameStream();

    void read(byte[] bytes) throws FrameDecodeException {
      stream.read(
          ByteBuffer.wrap(bytes),
          frame -> {
            byte[] copy = new byte[frame.remaining()];
            frame.get(copy);
            frames.add(copy);
          });
    }
  }

  @Provide
  Arbitrary<List<byte[]>> frames() {
    Arbitrary<Integer> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.integers().between(1, 40)),
            Tuple.of(2, Arbitraries.of(127, 128, 129, 16_383, 16_384, 16_385)),
            Tuple.of(1, Arbitraries.of(Frame.MAX_FRAME_BYTES)));
    return lengths.map(FrameStreamTest::frame).list().ofMaxSize(8);
  }

  /** Bytes that differ from one place to the next. */
  private static byte[] frame(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + length);
    }
    return bytes;
  }

  @Property(tries = 300)
  void framesComeOutAsTheyWentInHoweverTheStreamIsSplit(
      @ForAll("frames") List<byte[]> frames,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 5_000) Integer> splits)
      throws FrameDecodeException {
    Reader reader = new Reader();
    byte[] whole = withPadding(frames);
    int at = 0;
    for (int i = 0; at < whole.length; i++) {
      int length = Math.min(splits.get(i % splits.size()), whole.length - at);
      reader.read(Arrays.copyOfRange(whole, at, at + length));
      at += length;
    }
    assertThat(reader.frames).containsExactlyElementsOf(frames);
    assertThat(reader.stream.isBetweenFrames()).isTrue();
  }

  private static byte[] withPadding(List<byte[]> frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    for (byte[] frame : frames) {
      bytes.writeBytes(FrameStream.prefixed(frame));
      bytes.write(0);
    }
    return bytes.toByteArray();
  }

  @Property
  void anyBytesGiveFramesOrANamedError(@ForAll @Size(max = 300) byte[] bytes) {
    Reader reader = new Reader();
    try {
      reader.read(bytes);
    } catch (FrameDecodeException e) {
      assertThat(e.error()).isEqualTo(DecodeError.TOO_LARGE);
      return;
    }
    int taken = reader.frames.stream().mapToInt(frame -> frame.length + 1).sum();
    assertThat(taken).isLessThanOrEqualTo(bytes.length);
  }

  @Property
  void lengthBeyondTheLargestFrameIsRefusedBeforeAnythingIsKept(
      @ForAll @IntRange(min = Frame.MAX_FRAME_BYTES + 1, max = (1 << 21) - 1) int length) {
    byte[] prefix = {(byte) (length | 0x80), (byte) ((length >> 7) | 0x80), (byte) (length >> 14)};
    assertThatThrownBy(() -> new Reader().read(prefix))
        .isInstanceOfSatisfying(
            FrameDecodeException.class,
            e -> assertThat(e.error()).isEqualTo(DecodeError.TOO_LARGE));
  }

  @Example
  void lengthOfMoreThanThreeBytesIsRefused() {
    assertThatThrownBy(() -> new Reader().read(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80}))
        .isInstanceOf(FrameDecodeException.class);
  }

  @Example
  void streamThatStopsWithinALengthOrAFrameIsNotBetweenFrames() throws FrameDecodeException {
    Reader reader = new Reader();
    assertThat(reader.stream.isBetweenFrames()).isTrue();
    reader.read(new byte[] {(byte) 0x80});
    assertThat(reader.stream.isBetweenFrames()).isFalse();
    reader.read(new byte[] {1, 7});
    assertThat(reader.stream.isBetweenFrames()).isFalse();
    reader.read(new byte[127]);
    assertThat(reader.stream.isBetweenFrames()).isTrue();
    assertThat(reader.frames).hasSize(1);
  }
}
