package org.wardbeat.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameFuzzTest {
  private static final FrameCodec CODEC = new FrameCodec(1_773_135_600_000_000L);

  /** Decoded samples take 32 bits where one bit was sent; strings, lists and records are less. */
  private static final int MAX_BYTES_ALLOCATED_PER_BYTE = 64;

  private static final int MAX_BYTES_ALLOCATED_AT_LEAST = 8_192;

  @Provide
  Arbitrary<Frame> frames() {
    return Frames.any();
  }

  @Property(tries = 20_000)
  void randomBytesAreAFrameOrANamedError(
      @ForAll("types") byte type, @ForAll @Size(max = 80) byte[] rest) {
    byte[] bytes = new byte[rest.length + 1];
    bytes[0] = type;
    System.arraycopy(rest, 0, bytes, 1, rest.length);
    decodes(bytes);
    decodes(rest);
  }

  @Provide
  Arbitrary<Byte> types() {
    return net.jqwik.api.Arbitraries.of(FrameType.values()).map(type -> (byte) type.code());
  }

  @Property
  void everyTruncationIsANamedError(@ForAll("frames") Frame frame) {
    byte[] bytes = CODEC.encode(frame);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(decodes(Arrays.copyOf(bytes, length)))
          .as("the first %d of %d bytes of %s", length, bytes.length, frame)
          .isFalse();
    }
  }

  @Property
  void changedBytesAreAFrameOrANamedError(@ForAll("frames") Frame frame, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = CODEC.encode(frame);
    for (int round = 0; round < 50; round++) {
      byte[] changed = bytes.clone();
      int changes = 1 + random.nextInt(3);
      for (int i = 0; i < changes; i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      decodes(changed);
    }
  }

  @Property
  void aByteTooManyIsANamedError(@ForAll("frames") Frame frame) {
    byte[] bytes = CODEC.encode(frame);
    assertThat(decodes(Arrays.copyOf(bytes, bytes.length + 1))).isFalse();
  }

  @Test
  void decodingAllocatesNoMoreThanASmallMultipleOfTheBytes() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(7);
    for (FrameType type : FrameType.values()) {
      for (int round = 0; round < 3_000; round++) {
        byte[] bytes = new byte[1 + random.nextInt(24)];
        random.nextBytes(bytes);
        bytes[0] = (byte) type.code();
        long before = threads.getCurrentThreadAllocatedBytes();
        decodes(bytes);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated)
            .as("bytes allocated for %s", Arrays.toString(bytes))
            .isLessThan(MAX_BYTES_ALLOCATED_AT_LEAST + MAX_BYTES_ALLOCATED_PER_BYTE * bytes.length);
      }
    }
  }

  @Test
  void aFrameOfTheMostAndShortestRecordsCostsNoMoreThanASmallMultipleOfItsBytes() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] bytes = CODEC.encode(AlarmFrameTables.mostRecords("x", ""));
    for (int round = 0; round < 100; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      decode(bytes);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(allocated)
          .isLessThan(MAX_BYTES_ALLOCATED_AT_LEAST + MAX_BYTES_ALLOCATED_PER_BYTE * bytes.length);
    }
  }

  private static void decode(byte[] bytes) {
    try {
      CODEC.decode(ByteBuffer.wrap(bytes));
    } catch (FrameDecodeException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether the bytes are a frame; if so, that they are its only encoding, but for samples. */
  private static boolean decodes(byte[] bytes) {
    Frame frame;
    try {
      frame = CODEC.decode(ByteBuffer.wrap(bytes));
    } catch (FrameDecodeException e) {
      assertThat(e.getMessage()).contains("expected ");
      return false;
    }
    if (!(frame instanceof Frame.Waveform || frame instanceof Frame.WaveformNext)) {
      assertThat(CODEC.encode(frame)).as("%s", frame).isEqualTo(bytes);
    }
    return true;
  }
}
