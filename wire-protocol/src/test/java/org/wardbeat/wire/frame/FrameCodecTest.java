package org.wardbeat.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

class FrameCodecTest {
  private static final long EPOCH = 1_773_135_600_000_000L;
  private final FrameCodec codec = new FrameCodec(EPOCH);

  @Provide
  Arbitrary<Frame> frames() {
    return Frames.any();
  }

  @Property
  void everyFrameSurvivesWhateverTheEpoch(@ForAll("frames") Frame frame, @ForAll long epochMicros)
      throws FrameDecodeException {
    FrameCodec anyEpoch = new FrameCodec(epochMicros);
    assertThat(anyEpoch.decode(ByteBuffer.wrap(anyEpoch.encode(frame)))).isEqualTo(frame);
  }

  @Property
  void welcomeAndStationFramesNeedNoEpoch(@ForAll("frames") Frame frame)
      throws FrameDecodeException {
    if (frame instanceof Frame.FromStation || frame instanceof Frame.Welcome) {
      byte[] bytes = new FrameCodec(0).encode(frame);
      assertThat(codec.decode(ByteBuffer.wrap(bytes))).isEqualTo(frame);
    }
  }

  @Test
  void decodesDirectLittleEndianAndSlicedBuffers() throws FrameDecodeException {
    Frame.Welcome welcome =
        new Frame.Welcome(1, "b", "s", -2, EPOCH, EPOCH + 1, 1000, new BrokerState(true, EPOCH));
    byte[] bytes = codec.encode(welcome);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    direct.put(new byte[] {1, 2}).put(bytes).put(new byte[] {3, 4}).flip();
    ByteBuffer between = direct.position(2).limit(2 + bytes.length);

    assertThat(codec.decode(between)).isEqualTo(welcome);
    assertThat(between.remaining()).isZero();
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        arguments(new Frame.EndOfSnapshot(), "17"),
        arguments(new Frame.BedRemoved(300), "12 ac 02"),
        arguments(new Frame.HeartbeatEcho(7, 128), "03 07 80 01"),
        arguments(
            new Frame.Heartbeat(7, EPOCH + 1_000_000, new BrokerState(true, EPOCH - 1), 130),
            "18 07 80 89 7a 01 01 82 01"),
        arguments(
            new Frame.Subscribe(List.of("4 East"), Set.of(Frame.Lane.NUMERICS), 10_000),
            "02 01 06 34 20 45 61 73 74 01 90 4e"),
        arguments(
            new Frame.DeviceState(
                6, new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64), EPOCH),
            "13 06 03 05 40 00"),
        arguments(
            new Frame.Numerics(
                6,
                41,
                42,
                EPOCH + 64,
                List.of(
                    Reading.of(VitalSign.HR, 74, EPOCH + 64),
                    Reading.unavailable(VitalSign.SPO2, EPOCH + 64),
                    Reading.of(VitalSign.TEMP, 368, EPOCH))),
            "14 06 29 01 80 01 67 08 10 94 01 e0 05 7f"),
        arguments(
            new Frame.Waveform(6, 0, 1000, EPOCH, new int[] {5, -3, 260}),
            "15 06 00 e8 07 00 03 0a 07 0f f0 e0"),
        arguments(
            new Frame.Gap(6, 1, 1000, 500, Frame.GapReason.DELIVERY), "16 06 01 e8 07 f4 03 02"),
        arguments(new Frame.Bye(Frame.ByeCode.SHUTDOWN, "é", 1500), "7f 01 02 c3 a9 dc 0b"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void framesHaveTheseBytes(Frame frame, String hex) {
    assertThat(HexFormat.ofDelimiter(" ").formatHex(codec.encode(frame))).isEqualTo(hex);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        arguments("", DecodeError.EMPTY, "frame: expected at least one byte"),
        arguments("00", DecodeError.UNKNOWN_TYPE, "frame: expected a known type, got 0x00"),
        arguments("12", DecodeError.TRUNCATED, "BedRemoved.handle: "),
        arguments("12 ac", DecodeError.TRUNCATED, "BedRemoved.handle: "),
        arguments("12 01 00", DecodeError.TRAILING_BYTES, "BedRemoved: "),
        arguments("12 80 80 04", DecodeError.VALUE_OUT_OF_RANGE, "BedRemoved.handle: "),
        arguments("12 81 00", DecodeError.VARINT_NOT_SHORTEST, "BedRemoved.handle: "),
        arguments(
            "12 ff ff ff ff ff ff ff ff ff 02", DecodeError.VARINT_TOO_LONG, "BedRemoved.handle: "),
        arguments("03 01 ff ff ff ff ff ff ff ff ff 01", DecodeError.VALUE_OUT_OF_RANGE, "framesR"),
        arguments("02 00 04 00", DecodeError.UNKNOWN_BITS, "Subscribe.lanes: "),
        arguments("02 01 00 00 00", DecodeError.VALUE_OUT_OF_RANGE, "Subscribe.unit: "),
        arguments("02 01 02 c3 28 00 00", DecodeError.MALFORMED_TEXT, "Subscribe.unit: "),
        arguments("02 01 02 c0 80 00 00", DecodeError.MALFORMED_TEXT, "Subscribe.unit: "),
        arguments("02 01 03 ed a0 80 00 00", DecodeError.MALFORMED_TEXT, "Subscribe.unit: "),
        arguments("02 01 ff 7f 00 00", DecodeError.TEXT_TOO_LONG, "Subscribe.unit: "),
        arguments("02 ff 01 00 00", DecodeError.TRUNCATED, "Subscribe.units: "),
        arguments("01 00", DecodeError.VALUE_OUT_OF_RANGE, "Hello.version: "),
        arguments("01 01 00 00 ff 3f", DecodeError.TRUNCATED, "Hello.positions: "),
        arguments("11 00 01 20 01 31", DecodeError.VALUE_OUT_OF_RANGE, "Bed.bed: "),
        arguments("11 00 01 34 01 31 04", DecodeError.UNKNOWN_BITS, "Bed.flags: "),
        arguments("13 00 04", DecodeError.UNKNOWN_BITS, "DeviceState.flags: "),
        arguments("13 00 00 80 10 00", DecodeError.UNKNOWN_BITS, "DeviceState.leadsOff: "),
        arguments("13 00 02 00 65 00", DecodeError.VALUE_OUT_OF_RANGE, "DeviceState.battery"),
        arguments("14 00 00 01 00 80 80 01", DecodeError.UNKNOWN_BITS, "Numerics.mask: "),
        arguments("14 00 00 01 00 05 02", DecodeError.UNKNOWN_BITS, "Numerics.unavailable: "),
        arguments("14 00 00 01 00 05 00", DecodeError.VALUE_OUT_OF_RANGE, "Numerics.unavailable: "),
        arguments("14 00 00 01 00 06 01 00 00", DecodeError.VALUE_OUT_OF_RANGE, "measuredMicros: "),
        arguments("14 00 00 00 00 04 00", DecodeError.VALUE_OUT_OF_RANGE, "Numerics.version: "),
        arguments("14 00 00 01 00 04 82 89 7a", DecodeError.VALUE_OUT_OF_RANGE, "Numerics.value: "),
        arguments("15 00 20 00 00 01 00 00", DecodeError.VALUE_OUT_OF_RANGE, "Waveform.channel: "),
        arguments("15 00 00 00 00 00 00 00", DecodeError.MALFORMED_SAMPLES, "Waveform.samples: "),
        arguments("16 00 00 00 00 00", DecodeError.VALUE_OUT_OF_RANGE, "Gap.count: "),
        arguments("16 00 00 00 01 04", DecodeError.VALUE_OUT_OF_RANGE, "Gap.reason: "),
        arguments("18 01 00 02 00 00", DecodeError.UNKNOWN_BITS, "Heartbeat.broker.up: "),
        arguments("7f 07 00 00", DecodeError.VALUE_OUT_OF_RANGE, "Bye.code: "),
        arguments("7f 00 00 c1 cf 24", DecodeError.VALUE_OUT_OF_RANGE, "Bye.retryAfterMillis: "));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void namesWhatIsWrongWithBytesThatAreNoFrame(String hex, DecodeError error, String place) {
    FrameDecodeException e = decodeFailure(HexFormat.of().parseHex(hex.replace(" ", "")));

    assertThat(e.error()).isEqualTo(error);
    assertThat(e).hasMessageContaining(place);
    assertThat(e).hasMessageContaining("expected ");
    assertThat(e.getMessage()).doesNotContain("\n");
  }

  @Test
  void refusesAFrameOfMoreThanTheLimitUnread() {
    byte[] bytes = new byte[Frame.MAX_FRAME_BYTES + 1];
    assertThat(decodeFailure(bytes).error()).isEqualTo(DecodeError.TOO_LARGE);
  }

  @Test
  void encodesNothingOutOfItsRange() {
    List<Frame> wrong =
        List.of(
            new Frame.BedRemoved(Frame.MAX_HANDLE + 1),
            new Frame.BedRemoved(-1),
            new Frame.Hello(0, "", "", List.of()),
            new Frame.Hello(1, "x".repeat(257), "", List.of()),
            new Frame.Subscribe(List.of(""), Set.of(), 0),
            new Frame.Waveform(0, 32, 0, 0, new int[1]),
            new Frame.Waveform(0, 0, 0, 0, new int[0]),
            new Frame.Waveform(0, 0, 0, 0, new int[Frame.MAX_SAMPLES + 1]),
            new Frame.Waveform(0, 0, Long.MAX_VALUE, 0, new int[1]),
            new Frame.Gap(0, 0, 0, 0, Frame.GapReason.SOURCE),
            new Frame.Numerics(0, 5, 5, 0, List.of(Reading.of(VitalSign.HR, 1, 0))),
            new Frame.Numerics(0, 5, 4, 0, List.of()),
            new Frame.Numerics(
                0,
                0,
                1,
                0,
                List.of(Reading.of(VitalSign.RR, 1, 0), Reading.of(VitalSign.HR, 1, 0))),
            new Frame.Bye(Frame.ByeCode.NORMAL, "", 600_001));
    for (Frame frame : wrong) {
      assertThatIllegalArgumentException()
          .as(frame.toString())
          .isThrownBy(() -> codec.encode(frame))
          .withMessageContaining("expected ");
    }
  }

  @Test
  void sendsTextThatIsNotUnicodeWithAReplacement() throws FrameDecodeException {
    byte[] bytes = codec.encode(new Frame.Bye(Frame.ByeCode.NORMAL, "a\uD800b", 0));
    assertThat(codec.decode(ByteBuffer.wrap(bytes)))
        .isEqualTo(new Frame.Bye(Frame.ByeCode.NORMAL, "a?b", 0));
  }

  private FrameDecodeException decodeFailure(byte[] bytes) {
    try {
      throw new AssertionError("decoded " + codec.decode(ByteBuffer.wrap(bytes)));
    } catch (FrameDecodeException e) {
      return e;
    }
  }
}
