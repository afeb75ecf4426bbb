package org.wardbeat.wire.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
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
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

class FrameCodecTest {
  static final long EPOCH = 1_773_135_600_000_000L;
  static final BedId BED = new BedId("4", "1");
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
    return Stream.concat(wardExamples(), AlarmFrameTables.examples());
  }

  private static Stream<Arguments> wardExamples() {
    return Stream.of(
        arguments(new Frame.EndOfSnapshot(1, 300), "17 01 ac 02"),
        arguments(new Frame.BedRemoved(300), "12 ac 02"),
        arguments(new Frame.HeartbeatEcho(7, 128), "03 07 80 01"),
        arguments(new Frame.AlarmReceipt(300), "04 ac 02"),
        arguments(
            new Frame.Heartbeat(7, EPOCH + 1_000_000, true, false, 130, 3, 2),
            "18 07 80 89 7a 01 82 01 03 02"),
        arguments(
            new Frame.Heartbeat(7, EPOCH + 1_000_000, false, true, 130, 3, 3),
            "18 07 80 89 7a 02 82 01 03 03"),
        arguments(new Frame.Hello(1, "s", "w", null, List.of()), "01 01 01 73 01 77 00 00"),
        arguments(
            new Frame.Hello(
                1,
                "s",
                "w",
                new Frame.AlarmPosition(258, 2, -1),
                List.of(new Frame.Position(BED, 5, 2, 128))),
            "01 01 01 73 01 77 01 00 00 00 00 00 00 01 02 02 01 01 01 34 01 31 05 02 80 01"),
        arguments(
            new Frame.Subscribe(
                1,
                List.of(
                    new Frame.Selection(
                        "4 East",
                        "",
                        Set.of(Frame.Lane.NUMERICS, Frame.Lane.ALARMS),
                        Set.of(VitalSign.HR, VitalSign.SPO2),
                        3)),
                10_000,
                128,
                300),
            "02 01 01 06 34 20 45 61 73 74 00 05 09 03 90 4e 80 01 ac 02"),
        arguments(
            new Frame.Subscribe(
                1,
                List.of(
                    new Frame.Selection(
                        "", "", Set.of(Frame.Lane.INITIALS, Frame.Lane.DIAGNOSTICS), Set.of(), 0)),
                0,
                0,
                0),
            "02 01 01 00 00 30 00 00 00 00 00"),
        arguments(
            new Frame.Welcome(1, "b", "s", -2, -1, 1, 1000, new BrokerState(true, -2)),
            "10 01 01 62 01 73 ff ff ff ff ff ff ff fe 01 04 e8 07 01 01"),
        arguments(
            new Frame.Bed(
                6,
                BED,
                true,
                3,
                new Patient("i", "f", "g"),
                "d",
                9,
                true,
                List.of(
                    new WaveformChannel("II", SignalKind.ECG, 250, 200, -1, "mV")
                        .within(-2048, 2047),
                    new WaveformChannel("P", SignalKind.PACER, 250, 1, 0, ""))),
            "11 06 01 34 01 31 07 03 01 69 01 66 01 67 01 64 09 02"
                + " 02 49 49 00 40 6f 40 00 00 00 00 00 40 69 00 00 00 00 00 00 01 02 6d 56 ff 1f fe 1f"
                + " 01 50 06 40 6f 40 00 00 00 00 00 3f f0 00 00 00 00 00 00 00 00 ff ff ff ff 0f fe ff ff ff 0f"),
        arguments(
            new Frame.Bed(6, BED, true, 128, null, "", 0, false, List.of()),
            "11 06 01 34 01 31 04 80 01 00 00 00"),
        arguments(
            new Frame.Bed(6, BED, false, 0, null, "", 0, false, List.of()),
            "11 06 01 34 01 31 00 00 00 00 00"),
        arguments(
            new Frame.DeviceState(
                6, new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64), EPOCH),
            "13 06 03 05 40 00"),
        arguments(
            new Frame.Numerics(
                6,
                41,
                EPOCH + 64,
                List.of(
                    Reading.of(VitalSign.HR, 74, EPOCH + 64),
                    Reading.unavailable(VitalSign.SPO2, EPOCH + 64),
                    Reading.of(VitalSign.TEMP, 368, EPOCH))),
            "14 06 29 80 01 67 08 10 0b 03 7f"),
        arguments(
            new Frame.NumericsDelta(
                6, 41, 1, 1_000_000, List.of(new Frame.Change(VitalSign.HR, true, 81, 0))),
            "19 06 29 a0 1f 08 02"),
        arguments(
            new Frame.NumericsDelta(
                6, 127, 2, -1, List.of(new Frame.Change(VitalSign.SPO2, false, 0, -5))),
            "19 06 7f 03 47 08 08 02 09"),
        arguments(new Frame.NumericsDelta(6, 0, 1, 0, List.of()), "19 06 00 00 00"),
        arguments(
            new Frame.Waveform(6, 0, 1000, EPOCH, new int[] {5, -3, 260}),
            "15 06 00 e8 07 00 03 0a 07 0f f0 e0"),
        arguments(
            new Frame.WaveformNext(6, 0, 104, -2, new int[] {5, -3, 260}),
            "1a 06 00 68 03 03 0a 07 0f f0 e0"),
        arguments(
            new Frame.Gap(6, 1, 1000, 500, Frame.GapReason.DELIVERY), "16 06 01 e8 07 f4 03 02"),
        arguments(new Frame.Broker(new BrokerState(true, EPOCH - 1)), "1c 01 01"),
        arguments(
            new Frame.BridgeFigures(
                "b",
                5,
                40,
                300,
                List.of(new Frame.HopLatency(Frame.Hop.IN_BRIDGE, 10, -1, 64, 65))),
            "1d 01 62 05 28 ac 02 01 02 0a 01 80 01 82 01"),
        arguments(new Frame.SourceFigures(6, -1, 2, 128, 3), "1e 06 01 02 80 01 03"),
        arguments(new Frame.Bye(Frame.ByeCode.SHUTDOWN, "é", 1500), "7f 01 02 c3 a9 dc 0b"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void framesHaveTheseBytes(Frame frame, String hex) {
    assertThat(HexFormat.ofDelimiter(" ").formatHex(codec.encode(frame))).isEqualTo(hex);
  }

  /** Bytes, the error, and what the message names. */
  private static final String MALFORMED =
      """
                                                        | EMPTY              | frame: expected at least one byte
      00                                                | UNKNOWN_TYPE       | frame: expected a known type, got 0x00
      12                                                | TRUNCATED          | BedRemoved.handle
      12 ac                                             | TRUNCATED          | BedRemoved.handle
      12 01 00                                          | TRAILING_BYTES     | BedRemoved
      12 80 80 04                                       | VALUE_OUT_OF_RANGE | BedRemoved.handle
      12 81 00                                          | VARINT_NOT_SHORTEST | BedRemoved.handle
      12 ff ff ff ff ff ff ff ff ff 02                  | VARINT_TOO_LONG    | BedRemoved.handle
      03 01 ff ff ff ff ff ff ff ff ff 01               | VALUE_OUT_OF_RANGE | framesR
      04 80 80 80 80 80 80 80 80 80 01                  | VALUE_OUT_OF_RANGE | AlarmReceipt.number
      02 80 80 80 80 80 80 80 80 80 01                  | VALUE_OUT_OF_RANGE | Subscribe.number
      02 00 ff 01 00 00                                 | TRUNCATED          | Subscribe.selections
      02 00 81 08                                       | VALUE_OUT_OF_RANGE | Subscribe.selections
      02 00 01 02 c3 28 00 00 00 00 00 00               | MALFORMED_TEXT     | Subscribe.unit
      02 00 01 02 c0 80 00 00 00 00 00 00               | MALFORMED_TEXT     | Subscribe.unit
      02 00 01 03 ed a0 80 00 00 00 00 00               | MALFORMED_TEXT     | Subscribe.unit
      02 00 01 ff 7f 00 00 00 00 00                     | TEXT_TOO_LONG      | Subscribe.unit
      02 00 01 00 ff 7f 00 00 00 00                     | TEXT_TOO_LONG      | Subscribe.bed
      02 00 01 00 00 40 00 00 00 00 00                  | UNKNOWN_BITS       | Subscribe.lanes
      02 00 01 00 00 00 80 20 00 00 00 00               | UNKNOWN_BITS       | Subscribe.signs
      02 00 01 00 00 00 00 80 80 80 80 10 00 00 00      | VALUE_OUT_OF_RANGE | Subscribe.channels
      02 00 00 e1 d4 03 00 00                           | VALUE_OUT_OF_RANGE | Subscribe.backfillMillis
      02 00 00 00 80 80 80 80 10 00                     | VALUE_OUT_OF_RANGE | Subscribe.maxBytesPerSecond
      02 00 00 00 00 80 80 80 80 10                     | VALUE_OUT_OF_RANGE | Subscribe.maxUpdatesPerSecond
      01 00                                             | VALUE_OUT_OF_RANGE | Hello.version
      01 01 00 00 02                                    | UNKNOWN_BITS       | Hello.alarms
      01 01 00 00 01 00 00                              | TRUNCATED          | Hello.alarms.instance
      01 01 00 00 01 00 00 00 00 00 00 00 00 80 80 80 80 80 80 80 80 80 01| VALUE_OUT_OF_RANGE | Hello.alarms.sequence
      01 01 00 00 00 ff 3f                              | TRUNCATED          | Hello.positions
      01 01 00 00 00 81 40                              | VALUE_OUT_OF_RANGE | Hello.positions
      11 00 01 20 01 31                                 | VALUE_OUT_OF_RANGE | Bed.bed
      11 00 01 34 01 31 10                              | UNKNOWN_BITS       | Bed.flags
      11 00 01 34 01 31 08 00 00 00 00                  | VALUE_OUT_OF_RANGE | Bed.flags
      11 00 01 34 01 31 01 00 00 00 00 00 00 00         | VALUE_OUT_OF_RANGE | Bed.flags
      11 00 01 34 01 31 04 80 80 80 80 80 80 80 80 80 01| VALUE_OUT_OF_RANGE | Bed.occupancy
      11 00 01 34 01 31 00 00 00 00 01 01 50 07 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00| VALUE_OUT_OF_RANGE | Bed.channel.kind
      11 00 01 34 01 31 00 00 00 00 01 01 50 06 40 6f 40 00 00 00 00 00 3f f0 00 00 00 00 00 00 00 00 02 02| VALUE_OUT_OF_RANGE | Bed.channels
      11 00 01 34 01 31 00 00 00 00 01 01 50 06 40 6f 40 00 00 00 00 00 3f f0 00 00 00 00 00 00 00 00 80 80 80 80 10 02| VALUE_OUT_OF_RANGE | Bed.channel.lowest
      11 00 01 34 01 31 00 00 00 00 01 01 50 06 40 6f 40 00 00 00 00 00 3f f0 00 00 00 00 00 00 00 00 01 80 80 80 80 10| VALUE_OUT_OF_RANGE | Bed.channel.highest
      13 00 04                                          | UNKNOWN_BITS       | DeviceState.flags
      13 00 00 80 10 00                                 | UNKNOWN_BITS       | DeviceState.leadsOff
      13 00 02 00 65 00                                 | VALUE_OUT_OF_RANGE | DeviceState.battery
      14 00 80 80 80 80 80 80 80 80 80 01               | VALUE_OUT_OF_RANGE | Numerics.version
      14 00 00 00 80 80 01                              | UNKNOWN_BITS       | Numerics.mask
      14 00 00 00 05 02                                 | UNKNOWN_BITS       | Numerics.unavailable
      14 00 00 00 05 00                                 | VALUE_OUT_OF_RANGE | Numerics.unavailable
      14 00 00 00 06 02                                 | UNKNOWN_BITS       | Numerics.ownTimes
      14 00 00 00 06 00                                 | VALUE_OUT_OF_RANGE | Numerics.ownTimes
      14 00 00 00 06 01 00 00                           | VALUE_OUT_OF_RANGE | Numerics.measuredMicros
      14 00 00 00 04 82 89 7a                           | VALUE_OUT_OF_RANGE | Numerics.value
      19 00 80 01                                       | VALUE_OUT_OF_RANGE | NumericsDelta.baseCheck
      19 00 00 01 00                                    | VALUE_OUT_OF_RANGE | NumericsDelta.timeStep
      19 00 00 a1 1f 00                                 | VALUE_OUT_OF_RANGE | NumericsDelta.timeStep
      19 00 00 85 80 80 80 80 80 80 08 00               | VALUE_OUT_OF_RANGE | NumericsDelta.timeStep
      19 00 00 00 80 80 02                              | UNKNOWN_BITS       | NumericsDelta.mask
      19 00 00 00 01 00                                 | VALUE_OUT_OF_RANGE | NumericsDelta.unavailable
      19 00 00 00 09 02                                 | UNKNOWN_BITS       | NumericsDelta.unavailable
      19 00 00 00 0a 02                                 | UNKNOWN_BITS       | NumericsDelta.ownTimes
      19 00 00 00 0a 00                                 | VALUE_OUT_OF_RANGE | NumericsDelta.ownTimes
      19 00 00 00 04 01                                 | VALUE_OUT_OF_RANGE | NumericsDelta.steps
      19 00 00 00 04 80 80 80 80 10                     | VALUE_OUT_OF_RANGE | NumericsDelta.steps
      19 00 00 00 08 82 89 7a                           | VALUE_OUT_OF_RANGE | NumericsDelta.value
      19 00 00 00 0a 01 00 00                           | VALUE_OUT_OF_RANGE | NumericsDelta.measuredMicros
      15 00 20 00 00 01 00 00                           | VALUE_OUT_OF_RANGE | Waveform.channel
      15 00 00 00 00 00 00 00                           | MALFORMED_SAMPLES  | Waveform.samples
      1a 00 20 00 00 01 00 00                           | VALUE_OUT_OF_RANGE | WaveformNext.channel
      1a 00 00 80 01 00                                 | VALUE_OUT_OF_RANGE | WaveformNext.firstCheck
      1a 00 00 00 00 00 00 00                           | MALFORMED_SAMPLES  | WaveformNext.samples
      16 00 00 00 00 00                                 | VALUE_OUT_OF_RANGE | Gap.count
      16 00 00 00 01 04                                 | VALUE_OUT_OF_RANGE | Gap.reason
      17                                                | TRUNCATED          | EndOfSnapshot.number
      17 00                                             | TRUNCATED          | EndOfSnapshot.alarmSequence
      1c 02 00                                          | UNKNOWN_BITS       | Broker.broker.up
      18 01 00 04                                       | UNKNOWN_BITS       | Heartbeat.flags
      18 01 00 00 00 01 02                              | VALUE_OUT_OF_RANGE | Heartbeat.alarmsConfirmed
      1d 00 80 02                                       | VALUE_OUT_OF_RANGE | BridgeFigures.mqttVersion
      1d 00 05 c1 84 3d                                 | VALUE_OUT_OF_RANGE | BridgeFigures.stations
      1d 00 05 00 80 80 80 80 10                        | VALUE_OUT_OF_RANGE | BridgeFigures.messagesPerSecond
      1d 00 05 00 00 04                                 | VALUE_OUT_OF_RANGE | BridgeFigures.hops
      1d 00 05 00 00 01 00                              | TRUNCATED          | BridgeFigures.hops
      1d 00 05 00 00 01 03 00 00 00 00                  | VALUE_OUT_OF_RANGE | BridgeFigures.hop
      1d 00 05 00 00 01 00 80 80 80 80 10 00 00 00      | VALUE_OUT_OF_RANGE | BridgeFigures.count
      1e 00 00 80 80 80 80 80 80 80 80 80 01            | VALUE_OUT_OF_RANGE | SourceFigures.gaps
      1e 00 00 00 80 80 80 80 80 80 80 80 80 01         | VALUE_OUT_OF_RANGE | SourceFigures.lostSamples
      1e 00 00 00 00 80 80 80 80 80 80 80 80 80 01      | VALUE_OUT_OF_RANGE | SourceFigures.lostNumerics
      7f 08 00 00                                       | VALUE_OUT_OF_RANGE | Bye.code
      7f 00 00 c1 cf 24                                 | VALUE_OUT_OF_RANGE | Bye.retryAfterMillis
      """;

  static Stream<Arguments> malformed() {
    return Stream.of(MALFORMED, AlarmFrameTables.MALFORMED)
        .flatMap(String::lines)
        .map(row -> row.split("\\|"))
        .map(row -> arguments(row[0].strip(), DecodeError.valueOf(row[1].strip()), row[2].strip()));
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
    Frame.Selection everything = Frame.Selection.ofUnit("", Set.of());
    Frame.Change change = new Frame.Change(VitalSign.HR, true, 80, 0);
    Frame.HopLatency hop = new Frame.HopLatency(Frame.Hop.IN_BRIDGE, 0, 0, 0, 0);
    List<Frame> wrong = new ArrayList<>(AlarmFrameTables.outOfRange());
    wrong.addAll(
        List.of(
            new Frame.BedRemoved(Frame.MAX_HANDLE + 1),
            new Frame.BedRemoved(-1),
            new Frame.Hello(0, "", "", null, List.of()),
            new Frame.Hello(1, "x".repeat(257), "", null, List.of()),
            new Frame.Hello(1, "", "", new Frame.AlarmPosition(0, -1, 0), List.of()),
            new Frame.Hello(1, "", "", null, List.of(new Frame.Position(BED, 1L << 32, 0, 0))),
            new Frame.AlarmReceipt(-1),
            new Frame.Subscribe(-1, List.of(), 0, 0, 0),
            new Frame.Subscribe(0, Collections.nCopies(1025, everything), 0, 0, 0),
            new Frame.Subscribe(
                0, List.of(Frame.Selection.ofUnit("x".repeat(65), Set.of())), 0, 0, 0),
            new Frame.Subscribe(
                0,
                List.of(new Frame.Selection("", "x".repeat(65), Set.of(), Set.of(), 0)),
                0,
                0,
                0),
            new Frame.Subscribe(
                0, List.of(new Frame.Selection("", "", Set.of(), Set.of(), 1L << 32)), 0, 0, 0),
            new Frame.Subscribe(0, List.of(), 60_001, 0, 0),
            new Frame.Subscribe(0, List.of(), 0, 1L << 32, 0),
            new Frame.Subscribe(0, List.of(), 0, 0, -1),
            new Frame.Bed(0, BED, false, -1, null, "", 0, false, List.of()),
            new Frame.Bed(0, BED, false, 0, new Patient("", "", ""), "", 0, false, List.of()),
            new Frame.Waveform(0, 32, 0, 0, new int[1]),
            new Frame.Waveform(0, 0, 0, 0, new int[0]),
            new Frame.Waveform(0, 0, 0, 0, new int[Frame.MAX_SAMPLES + 1]),
            new Frame.Waveform(0, 0, Long.MAX_VALUE, 0, new int[1]),
            new Frame.WaveformNext(0, 32, 0, 0, new int[1]),
            new Frame.WaveformNext(0, 0, 128, 0, new int[1]),
            new Frame.WaveformNext(0, 0, 0, 0, new int[0]),
            new Frame.WaveformNext(0, 0, 0, 0, new int[Frame.MAX_SAMPLES + 1]),
            new Frame.Gap(0, 0, 0, 0, Frame.GapReason.SOURCE),
            new Frame.Numerics(0, -1, 0, List.of()),
            new Frame.Numerics(
                0, 1, 0, List.of(Reading.of(VitalSign.RR, 1, 0), Reading.of(VitalSign.HR, 1, 0))),
            new Frame.NumericsDelta(0, 128, 1, 0, List.of()),
            new Frame.NumericsDelta(0, 0, 0, 0, List.of()),
            new Frame.NumericsDelta(0, 0, 1L << 32, 0, List.of()),
            new Frame.NumericsDelta(0, 0, 1, 0, List.of(change, change)),
            delta(VitalSign.TEMP, true, VitalSign.MAX_FIXED + 1),
            delta(VitalSign.TEMP, true, Integer.MIN_VALUE),
            delta(VitalSign.HR, false, 1),
            new Frame.EndOfSnapshot(-1, 0),
            new Frame.EndOfSnapshot(0, -1),
            new Frame.Heartbeat(0, 0, true, false, -1, 0, 0),
            new Frame.Heartbeat(0, 0, true, false, 0, 1, 2),
            new Frame.BridgeFigures("x".repeat(257), 5, 0, 0, List.of()),
            new Frame.BridgeFigures("", 256, 0, 0, List.of()),
            new Frame.BridgeFigures("", 5, 1_000_001, 0, List.of()),
            new Frame.BridgeFigures("", 5, 0, 1L << 32, List.of()),
            new Frame.BridgeFigures("", 5, 0, 0, Collections.nCopies(4, hop)),
            new Frame.SourceFigures(0, 0, -1, 0, 0),
            new Frame.SourceFigures(0, 0, 0, -1, 0),
            new Frame.SourceFigures(0, 0, 0, 0, -1),
            new Frame.Bye(Frame.ByeCode.NORMAL, "", 600_001)));
    for (Frame frame : wrong) {
      assertThatIllegalArgumentException()
          .as(frame.toString())
          .isThrownBy(() -> codec.encode(frame))
          .withMessageContaining("expected ");
    }
  }

  private static Frame delta(VitalSign sign, boolean available, int fixed) {
    return new Frame.NumericsDelta(
        0, 0, 1, 0, List.of(new Frame.Change(sign, available, fixed, 0)));
  }

  @Test
  void aFrameHoldsAsManyOfTheLongestRecordsAsItMay() throws FrameDecodeException {
    Frame most = AlarmFrameTables.mostRecords("€".repeat(64), "€".repeat(128));
    assertThat(codec.decode(ByteBuffer.wrap(codec.encode(most)))).isEqualTo(most);
  }

  @Test
  void encodesNoTimeStepBeyondItsLimits() {
    for (long step : new long[] {(1L << 50) + 1, -(1L << 50) - 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> codec.encode(new Frame.NumericsDelta(0, 0, 1, step, List.of())))
          .withMessageContaining("NumericsDelta.timeStepMicros: ");
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
