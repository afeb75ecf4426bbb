package org.wardbeat.wire.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaveformCodecTest {
  @Provide
  Arbitrary<int[]> samples() {
    Arbitrary<Integer> full = Arbitraries.integers();
    Arbitrary<Integer> small = Arbitraries.integers().between(-200, 200);
    Arbitrary<Integer> rough =
        Arbitraries.frequencyOf(List.of(Tuple.of(30, small), Tuple.of(1, full)));
    Arbitrary<Integer> extremes =
        Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1, 1 << 30);
    return Arbitraries.oneOf(
        Stream.of(full, small, rough, extremes)
            .map(values -> values.array(int[].class).ofMinSize(1).ofMaxSize(500))
            .toList());
  }

  @Property
  void anySamplesSurvive(@ForAll("samples") int[] samples) throws MalformedSamplesException {
    ByteBuffer block = ByteBuffer.wrap(WaveformCodec.encode(samples));
    assertThat(WaveformCodec.decode(block)).isEqualTo(samples);
    assertThat(block.hasRemaining()).isFalse();
  }

  @Property
  void noCodingWouldTakeFewerBytes(@ForAll("samples") int[] samples) {
    int taken = WaveformCodec.encode(samples).length;
    for (int k = 0; k <= WaveformCodec.MAX_PARAMETER; k++) {
      assertThat(taken).as("Rice parameter %d", k).isLessThanOrEqualTo(riceBytes(samples, k));
    }
    assertThat(taken).isLessThanOrEqualTo(WaveformCodec.maxEncodedBytes(samples.length));
  }

  @Property(tries = 5_000)
  void randomBytesAreABlockOrANamedError(@ForAll @Size(max = 60) byte[] bytes) {
    try {
      assertThat(WaveformCodec.decode(ByteBuffer.wrap(bytes))).isNotEmpty();
    } catch (MalformedSamplesException e) {
      assertThat(e.getMessage()).startsWith("expected ");
    }
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        arguments(new int[] {0}, "01 00 00"),
        arguments(new int[] {-1}, "01 01 00"),
        arguments(new int[] {7, 7, 7, 7, 7, 7, 7, 7, 7}, "09 0e 00 00"),
        arguments(new int[] {100, 0, 100}, "03 c8 01 28 c7 c8"),
        arguments(new int[] {10, 11, 10, 12, 12}, "05 14 00 d7 80"),
        arguments(new int[] {5, -3, 260}, "03 0a 07 0f f0 e0"),
        arguments(
            new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 0},
            "03 fe ff ff ff 0f 00 df ff ff ff ff ff ff e0"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void blocksHaveTheseBytes(int[] samples, String hex) throws MalformedSamplesException {
    assertThat(HexFormat.ofDelimiter(" ").formatHex(WaveformCodec.encode(samples))).isEqualTo(hex);
    assertThat(WaveformCodec.decode(block(hex))).isEqualTo(samples);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("", "number of samples"),
        arguments("00 00 00", "1 to 16384 samples"),
        arguments("81 80 01 00 00", "1 to 16384 samples"),
        arguments("ff ff ff ff 0f 00 00", "got 4294967295"),
        arguments("81 00 00 00", "shortest varint"),
        arguments("01 ff ff ff ff 1f 00", "shortest varint"),
        arguments("01 80", "first sample"),
        arguments("01 00", "coding byte"),
        arguments("01 00 19", "coding of 0 to 24"),
        arguments("01 00 20", "coding of 0 to 24"),
        arguments("01 00 41", "coding of 0 to 24"),
        arguments("80 80 01 00 00 00", "at least 1 bits for each of 16383"),
        arguments("03 00 00 ff", "more bits"),
        arguments("02 00 00 01", "zeros after"),
        arguments("02 00 00 ff ff ff 00 00 00 05", "escape only where"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void saysWhatIsWrongWithBytesThatAreNoBlock(String hex, String message) {
    assertThatExceptionOfType(MalformedSamplesException.class)
        .isThrownBy(() -> WaveformCodec.decode(block(hex)))
        .withMessageContaining(message)
        .withMessageStartingWith("expected ");
  }

  @Test
  void anOutlierCostsABoundedNumberOfBits() {
    int[] calm = new int[90];
    int[] spiked = calm.clone();
    spiked[45] = Integer.MIN_VALUE;
    int extraBits = 8 * (WaveformCodec.encode(spiked).length - WaveformCodec.encode(calm).length);
    assertThat(extraBits).isLessThanOrEqualTo(2 * (WaveformCodec.ESCAPE + Integer.SIZE));
  }

  /** 200 ms at 250 Hz, of which nearly all say that no pacemaker fired. */
  @Test
  void aChannelOfPacemakerPulsesCostsLittleMoreThanABitASample() {
    int[] none = new int[50];
    int[] one = new int[50];
    one[20] = 1;

    assertThat(WaveformCodec.encode(none)).hasSize(10);
    assertThat(WaveformCodec.encode(one)).hasSize(10);
  }

  @Test
  void encodesBehindWhatIsThere() throws MalformedSamplesException {
    int[] samples = IntStream.range(0, 100).map(i -> i * i).toArray();
    byte[] target = new byte[3 + WaveformCodec.maxEncodedBytes(100)];
    Arrays.fill(target, (byte) 0x55);
    int end = WaveformCodec.encode(samples, target, 3);
    assertThat(Arrays.copyOf(target, 3)).containsOnly(0x55);
    assertThat(WaveformCodec.decode(ByteBuffer.wrap(target, 3, end - 3))).isEqualTo(samples);
  }

  @Test
  void takesTheLongestBlockOfTheWorstSamples() throws MalformedSamplesException {
    int[] samples = new Random(3).ints(WaveformCodec.MAX_SAMPLES).toArray();
    byte[] block = WaveformCodec.encode(samples);
    assertThat(block.length)
        .isLessThanOrEqualTo(WaveformCodec.maxEncodedBytes(WaveformCodec.MAX_SAMPLES));
    assertThat(WaveformCodec.decode(ByteBuffer.wrap(block))).isEqualTo(samples);
  }

  @Test
  void refusesNoSamplesAndTooMany() {
    assertThatIllegalArgumentException().isThrownBy(() -> WaveformCodec.encode(new int[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaveformCodec.encode(new int[WaveformCodec.MAX_SAMPLES + 1]));
  }

  private static ByteBuffer block(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  /** The definition, written once more with strings of bits. */
  private static int riceBytes(int[] samples, int k) {
    long bits = 0;
    for (int i = 1; i < samples.length; i++) {
      int difference = samples[i] - samples[i - 1];
      long unsigned = ((long) (difference << 1) ^ (difference >> 31)) & 0xFFFF_FFFFL;
      bits += (unsigned >> k) < 24 ? (unsigned >> k) + 1 + k : 24 + 32;
    }
    int header = samples.length < 128 ? 1 : 2;
    long first = ((long) samples[0] << 1 ^ samples[0] >> 31) & 0xFFFF_FFFFL;
    int firstBytes = Math.max(1, (64 - Long.numberOfLeadingZeros(first) + 6) / 7);
    return header + firstBytes + 1 + (int) ((bits + 7) / 8);
  }
}
