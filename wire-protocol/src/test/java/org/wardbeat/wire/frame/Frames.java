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

  private Frames() {}

  static Arbitrary<Frame> any() {
    return Arbitraries.oneOf(
            List.of(
                hello(),
                subscribe(),
                welcome(),
                bed(),
                deviceState(),
                numerics(),
                waveform(),
                gap(),
                heartbeat(),
                bye(),
                Combinators.combine(counts(), counts()).as(Frame.HeartbeatEcho::new),
                handles().map(Frame.BedRemoved::new),
                Arbitraries.just(new Frame.EndOfSnapshot())))
        .withoutEdgeCases();
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
    Arbitrary<Frame.Position> position =
        Combinators.combine(beds(), births(), channelIndexes(), counts()).as(Frame.Position::new);
    return Combinators.combine(
            Arbitraries.integers().between(1, 255),
            text(0, Frame.MAX_TEXT),
            text(0, Frame.MAX_TEXT),
            position.list().ofMaxSize(8))
        .as(Frame.Hello::new);
  }

  private static Arbitrary<Frame> subscribe() {
    return Combinators.combine(
            text(1, BedId.MAX_LENGTH).list().ofMaxSize(8),
            Arbitraries.subsetOf(Frame.Lane.values()),
            Arbitraries.integers().between(0, 60_000))
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
    return Combinators.combine(
            handles(),
            beds(),
            patient.injectNull(0.3),
            text(0, Frame.MAX_TEXT),
            births(),
            Arbitraries.of(true, false),
            channels().list().ofMaxSize(WaveformChannel.MAX_CHANNELS))
        .as(Frame.Bed::new);
  }

  private static Arbitrary<WaveformChannel> channels() {
    return Combinators.combine(
            label(WaveformChannel.MAX_LENGTH),
            Arbitraries.of(SignalKind.class),
            Arbitraries.integers().between(1, 30_000).map(n -> n / 3.0),
            Arbitraries.longs().between(1, 1L << 50).map(n -> n / 7.0),
            Arbitraries.integers(),
            text(0, WaveformChannel.MAX_LENGTH))
        .as(WaveformChannel::new);
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
    Arbitrary<Long> versions = Arbitraries.longs().between(0, Long.MAX_VALUE / 2);
    return Combinators.combine(handles(), versions, versions, times())
        .flatAs(
            (handle, base, steps, time) ->
                readings(time)
                    .map(
                        readings ->
                            new Frame.Numerics(
                                handle,
                                base,
                                base + (readings.isEmpty() ? steps : Math.max(1, steps)),
                                time,
                                readings)));
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
    return Combinators.combine(counts(), times(), brokers(), counts()).as(Frame.Heartbeat::new);
  }

  private static Arbitrary<Frame> bye() {
    return Combinators.combine(
            Arbitraries.of(Frame.ByeCode.class),
            text(0, Frame.MAX_TEXT),
            Arbitraries.integers().between(0, 600_000))
        .as(Frame.Bye::new);
  }

  private static Arbitrary<Integer> handles() {
    return Arbitraries.integers().between(0, Frame.MAX_HANDLE);
  }

  private static Arbitrary<Integer> channelIndexes() {
    return Arbitraries.integers().between(0, WaveformChannel.MAX_CHANNELS - 1);
  }

  private static Arbitrary<Long> births() {
    return Arbitraries.longs().between(0, 0xFFFF_FFFFL);
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE);
  }

  private static Arbitrary<Long> times() {
    return Arbitraries.longs();
  }

  private static Arbitrary<BrokerState> brokers() {
    return Combinators.combine(Arbitraries.of(true, false), times()).as(BrokerState::new);
  }

  private static Arbitrary<BedId> beds() {
    return Combinators.combine(label(BedId.MAX_LENGTH), label(BedId.MAX_LENGTH)).as(BedId::new);
  }

  private static Arbitrary<String> label(int most) {
    return text(1, most).filter(label -> !label.isBlank());
  }

  /** Well-formed texts of any script, with characters beyond the basic plane. */
  private static Arbitrary<String> text(int least, int most) {
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
