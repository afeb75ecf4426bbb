package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** All frames the protocol allows. */
final class Frames {
  private static final int MILLION = VitalSign.MAX_FIXED;
  private static final long MAX_32_BITS = 0xFFFF_FFFFL;
  private static final long MAX_TIME_STEP = 1L << 50;

  private Frames() {}

  static Arbitrary<Frame> any() {
    List<Arbitrary<Frame>> all = new ArrayList<>(AlarmFrames.all());
    all.addAll(
        List.of(
            hello(),
            subscribe(),
            welcome(),
            bed(),
            deviceState(),
            numerics(),
            numericsDelta(),
            waveform(),
            waveformNext(),
            gap(),
            bridgeFigures(),
            sourceFigures(),
            heartbeat(),
            bye(),
            Combinators.combine(counts(), counts()).as(Frame.HeartbeatEcho::new),
            handles().map(Frame.BedRemoved::new),
            counts().map(Frame.AlarmReceipt::new),
            brokers().map(Frame.Broker::new),
            Combinators.combine(counts(), counts()).as(Frame.EndOfSnapshot::new)));
    return Arbitraries.oneOf(all).withoutEdgeCases();
  }

  static Arbitrary<int[]> samples() {
    Arbitrary<Integer> full = Arbitraries.integers();
    Arbitrary<Integer> small = Arbitraries.integers().between(-200, 200);
    Arbitrary<Integer> rough =
        Arbitraries.frequencyOf(
            List.of(net.jqwik.api.Tuple.of(30, small), net.jqwik.api.Tuple.of(1, full)));
    return Arbitraries.oneOf(
        List.of(
            small.array(int[].class).ofMinSize(1).ofMaxSize(300),
            rough.array(int[].class).ofMinSize(1).ofMaxSize(300),
            full.array(int[].class).ofMinSize(1).ofMaxSize(60)));
  }

  private static Arbitrary<Frame> hello() {
    Arbitrary<Frame.AlarmPosition> alarms =
        Combinators.combine(Arbitraries.longs(), counts(), times()).as(Frame.AlarmPosition::new);
    Arbitrary<Frame.Position> position =
        Combinators.combine(beds(), births(), channelIndexes(), counts()).as(Frame.Position::new);
    return Combinators.combine(
            Arbitraries.integers().between(1, 255),
            text(0, Frame.MAX_TEXT),
            text(0, Frame.MAX_TEXT),
            alarms.injectNull(0.3),
            position.list().ofMaxSize(8))
        .as(Frame.Hello::new);
  }

  private static Arbitrary<Frame> subscribe() {
    Arbitrary<Frame.Selection> selection =
        Combinators.combine(
                text(0, BedId.MAX_LENGTH),
                text(0, BedId.MAX_LENGTH),
                Arbitraries.subsetOf(Frame.Lane.values()),
                Arbitraries.subsetOf(VitalSign.values()),
                Arbitraries.longs().between(0, Frame.Selection.ALL_CHANNELS))
            .as(Frame.Selection::new);
    return Combinators.combine(
            counts(),
            selection.list().ofMaxSize(8),
            Arbitraries.integers().between(0, 60_000),
            numbersOf32Bits(),
            numbersOf32Bits())
        .as(Frame.Subscribe::new);
  }

  private static Arbitrary<Frame> welcome() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 255),
            text(0, Frame.MAX_TEXT),
            text(0, Frame.MAX_TEXT),
            Arbitraries.longs(),
            times(),
            times(),
            Arbitraries.integers().between(100, 60_000),
            brokers())
        .as(Frame.Welcome::new);
  }

  private static Arbitrary<Frame> bed() {
    Arbitrary<Patient> patient =
        Combinators.combine(text(0, 128), text(0, 128), text(0, 128)).as(Patient::new);
    Arbitrary<Frame.Bed> empty =
        Combinators.combine(
                handles(),
                beds(),
                counts(),
                text(0, Frame.MAX_TEXT),
                births(),
                Arbitraries.of(true, false),
                channels().list().ofMaxSize(WaveformChannel.MAX_CHANNELS))
            .as(
                (handle, bed, occupancy, device, birth, simulated, channels) ->
                    new Frame.Bed(
                        handle, bed, false, occupancy, null, device, birth, simulated, channels));
    Arbitrary<Frame.Bed> occupied =
        Combinators.combine(empty, patient.injectNull(0.3), Arbitraries.of(true, false))
            .as(
                (bed, who, check) ->
                    new Frame.Bed(
                        bed.handle(),
                        bed.bed(),
                        true,
                        bed.occupancy(),
                        who,
                        bed.device(),
                        bed.birth(),
                        bed.simulated(),
                        bed.channels(),
                        check));
    return Arbitraries.oneOf(List.of(empty, occupied)).map(bed -> bed);
  }

  private static Arbitrary<WaveformChannel> channels() {
    return Combinators.combine(
            label(WaveformChannel.MAX_LENGTH),
            Arbitraries.of(SignalKind.class),
            Arbitraries.integers().between(1, 30_000).map(n -> n / 3.0),
            Arbitraries.longs().between(1, 1L << 50).map(n -> n / 7.0),
            Arbitraries.integers(),
            text(0, WaveformChannel.MAX_LENGTH),
            limits())
        .as(
            (code, kind, frequencyHz, adcPerUnit, baseline, unit, limits) ->
                new WaveformChannel(
                    code,
                    kind,
                    frequencyHz,
                    adcPerUnit,
                    baseline,
                    unit,
                    limits.getFirst(),
                    limits.getLast()));
  }

  /** The lowest and the highest sample of a converter. */
  private static Arbitrary<List<Integer>> limits() {
    return Arbitraries.integers()
        .edgeCases(edges -> edges.add(Integer.MIN_VALUE, Integer.MAX_VALUE, 0))
        .set()
        .ofSize(2)
        .map(two -> two.stream().sorted().toList());
  }

  private static Arbitrary<Frame> deviceState() {
    Arbitrary<DeviceStatus> status =
        Combinators.combine(
                Arbitraries.of(true, false),
                Arbitraries.subsetOf(Electrode.values()),
                Arbitraries.integers().between(-1, 100))
            .as(DeviceStatus::new);
    return Combinators.combine(handles(), status, times()).as(Frame.DeviceState::new);
  }

  private static Arbitrary<Frame> numerics() {
    return Combinators.combine(handles(), counts(), times())
        .flatAs(
            (handle, version, time) ->
                readings(time)
                    .map(readings -> new Frame.Numerics(handle, version, time, readings)));
  }

  private static Arbitrary<Frame> numericsDelta() {
    Arbitrary<Long> steps =
        Arbitraries.oneOf(
            List.of(Arbitraries.just(1L), Arbitraries.longs().between(1, MAX_32_BITS)));
    Arbitrary<List<Frame.Change>> changes =
        readings(0)
            .map(
                readings -> readings.stream().map(reading -> Frame.Change.of(reading, 0)).toList());
    return Combinators.combine(handles(), checks(), steps, timeSteps(), changes)
        .as(Frame.NumericsDelta::new);
  }

  /** Whole milliseconds, which are written in a way of their own, and any others. */
  private static Arbitrary<Long> timeSteps() {
    long millis = MAX_TIME_STEP / 1_000;
    return Arbitraries.oneOf(
        List.of(
            Arbitraries.longs().between(-MAX_TIME_STEP, MAX_TIME_STEP),
            Arbitraries.longs().between(-millis, millis).map(n -> n * 1_000),
            Arbitraries.longs().between(-2_000, 2_000),
            Arbitraries.of(0L, MAX_TIME_STEP, -MAX_TIME_STEP, millis * 1_000, -millis * 1_000)));
  }

  private static Arbitrary<List<Reading>> readings(long time) {
    Arbitrary<EnumSet<VitalSign>> signs =
        Arbitraries.subsetOf(VitalSign.values())
            .map(set -> set.isEmpty() ? EnumSet.noneOf(VitalSign.class) : EnumSet.copyOf(set));
    Arbitrary<Long> measured = Arbitraries.oneOf(List.of(Arbitraries.just(time), times()));
    return signs.flatMap(
        set ->
            Combinators.combine(
                    Arbitraries.integers().between(-MILLION, MILLION).list().ofSize(set.size()),
                    Arbitraries.of(true, true, false).list().ofSize(set.size()),
                    measured.list().ofSize(set.size()))
                .as((values, available, times) -> zip(set, values, available, times)));
  }

  private static List<Reading> zip(
      EnumSet<VitalSign> set, List<Integer> values, List<Boolean> available, List<Long> times) {
    List<Reading> readings = new ArrayList<>();
    for (VitalSign sign : set) {
      int i = readings.size();
      int fixed = available.get(i) ? values.get(i) : 0;
      readings.add(new Reading(sign, available.get(i), fixed, times.get(i)));
    }
    return readings;
  }

  private static Arbitrary<Frame> waveform() {
    return Combinators.combine(
            handles(),
            channelIndexes(),
            Arbitraries.longs().between(0, Long.MAX_VALUE - Frame.MAX_SAMPLES),
            times(),
            samples())
        .as(Frame.Waveform::new);
  }

  private static Arbitrary<Frame> waveformNext() {
    Arbitrary<Long> drifts =
        Arbitraries.oneOf(
            List.of(
                Arbitraries.just(0L),
                Arbitraries.longs().between(-1_000, 1_000),
                Arbitraries.longs()));
    return Combinators.combine(handles(), channelIndexes(), checks(), drifts, samples())
        .as(Frame.WaveformNext::new);
  }

  private static Arbitrary<Frame> gap() {
    return Combinators.combine(
            handles(),
            channelIndexes(),
            Arbitraries.longs().between(0, Long.MAX_VALUE / 2),
            Arbitraries.longs().between(1, Long.MAX_VALUE / 2),
            Arbitraries.of(Frame.GapReason.class))
        .as(Frame.Gap::new);
  }

  private static Arbitrary<Frame> heartbeat() {
    return Combinators.combine(
            counts(),
            times(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            counts(),
            counts(),
            counts())
        .as(
            (sequence, now, up, conflating, frames, one, other) ->
                new Frame.Heartbeat(
                    sequence,
                    now,
                    up,
                    conflating,
                    frames,
                    Math.max(one, other),
                    Math.min(one, other)));
  }

  private static Arbitrary<Frame> bridgeFigures() {
    Arbitrary<Frame.HopLatency> latency =
        Combinators.combine(
                Arbitraries.of(Frame.Hop.class),
                numbersOf32Bits(),
                Arbitraries.longs(),
                Arbitraries.longs(),
                Arbitraries.longs())
            .as(Frame.HopLatency::new);
    return Combinators.combine(
            text(0, Frame.MAX_TEXT),
            Arbitraries.integers().between(0, 255),
            Arbitraries.integers().between(0, 1_000_000),
            numbersOf32Bits(),
            latency.list().ofMaxSize(Frame.Hop.values().length))
        .as(Frame.BridgeFigures::new);
  }

  private static Arbitrary<Frame> sourceFigures() {
    return Combinators.combine(handles(), Arbitraries.longs(), counts(), counts(), counts())
        .as(Frame.SourceFigures::new);
  }

  private static Arbitrary<Frame> bye() {
    return Combinators.combine(
            Arbitraries.of(Frame.ByeCode.class),
            text(0, Frame.MAX_TEXT),
            Arbitraries.integers().between(0, 600_000))
        .as(Frame.Bye::new);
  }

  static Arbitrary<Integer> handles() {
    return Arbitraries.integers().between(0, Frame.MAX_HANDLE);
  }

  private static Arbitrary<Integer> channelIndexes() {
    return Arbitraries.integers().between(0, WaveformChannel.MAX_CHANNELS - 1);
  }

  private static Arbitrary<Long> births() {
    return numbersOf32Bits();
  }

  private static Arbitrary<Long> numbersOf32Bits() {
    return Arbitraries.longs().between(0, MAX_32_BITS);
  }

  private static Arbitrary<Integer> checks() {
    return Arbitraries.integers().between(0, Frame.NumericsDelta.CHECK_MODULUS - 1);
  }

  static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE);
  }

  static Arbitrary<Long> times() {
    return Arbitraries.longs();
  }

  private static Arbitrary<BrokerState> brokers() {
    return Combinators.combine(Arbitraries.of(true, false), times()).as(BrokerState::new);
  }

  static Arbitrary<BedId> beds() {
    return Combinators.combine(label(BedId.MAX_LENGTH), label(BedId.MAX_LENGTH)).as(BedId::new);
  }

  static Arbitrary<String> label(int most) {
    return text(1, most).filter(label -> !label.isBlank());
  }

  /** Well-formed texts of any script, with characters beyond the basic plane. */
  static Arbitrary<String> text(int least, int most) {
    Arbitrary<String> character =
        Arbitraries.oneOf(
            List.of(
                Arbitraries.chars().range(' ', '~').map(Objects::toString),
                Arbitraries.chars().range('\u00A0', '\uD7FF').map(Objects::toString),
                Arbitraries.integers().between(0x1F000, 0x1FAFF).map(Character::toString)));
    return character
        .list()
        .ofMinSize(least)
        .ofMaxSize(Math.max(least, most / 2))
        .map(parts -> String.join("", parts));
  }
}
