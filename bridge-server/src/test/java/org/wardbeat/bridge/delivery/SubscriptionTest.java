package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

class SubscriptionTest {
  private static final long T0 = FakeBed.START_MICROS;

  private final SessionHarness harness = new SessionHarness();
  private final FakeBed bed = harness.admit("4 East", "407", 7);

  private static Selection select(String unit, String bed, Lane... lanes) {
    return new Selection(
        unit,
        bed,
        lanes.length == 0 ? Set.of() : EnumSet.copyOf(List.of(lanes)),
        EnumSet.allOf(VitalSign.class),
        Selection.ALL_CHANNELS);
  }

  @ParameterizedTest
  @CsvSource({
    "4 East, 407, NUMERICS",
    "4 East, 408, WAVEFORMS",
    "4 West, 407, ALARMS",
    "ICU, 1, none",
  })
  void theFirstSelectionThatCoversABedCounts(String unit, String label, String lane) {
    Subscription subscription =
        Subscription.of(
            new Frame.Subscribe(
                1,
                List.of(
                    select("4 East", "407", Lane.NUMERICS),
                    select("4 East", "", Lane.WAVEFORMS),
                    select("", "407", Lane.ALARMS)),
                0,
                0,
                0));
    Wanted wanted = subscription.wanted(new BedId(unit, label));
    assertThat(wanted.bed()).isEqualTo(!lane.equals("none"));
    assertThat(wanted.numerics()).isEqualTo(lane.equals("NUMERICS"));
    assertThat(wanted.waveforms()).isEqualTo(lane.equals("WAVEFORMS"));
    assertThat(wanted.alarms()).isEqualTo(lane.equals("ALARMS"));
  }

  @Test
  void withoutAnyLaneABedAndItsStateComeAllTheSame() {
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(0, List.of(select("", "")));
    assertThat(station.frames(Frame.class))
        .extracting(frame -> frame.getClass().getSimpleName())
        .containsExactly("Welcome", "Heartbeat", "Bed", "DeviceState", "EndOfSnapshot");
  }

  @Test
  void withoutSelectionsNothingComesButTheEndOfTheSnapshot() {
    SessionHarness.Client station = harness.station();
    station.subscribe(0, List.of());
    assertThat(station.frames())
        .containsExactly(new Frame.BedRemoved(0), new Frame.EndOfSnapshot(2, 0));
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    station.offer(bed);
    assertThat(station.frames()).isEmpty();
  }

  @Test
  void namesComeOnlyToWhoAskedAndCanBeTakenBack() {
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(0, List.of(select("", "", Lane.NUMERICS)));
    Frame.Bed nameless = station.frames(Frame.Bed.class).getFirst();
    assertThat(nameless.patient()).isNull();
    assertThat(nameless.occupied()).isTrue();
    station.subscribe(0, List.of(select("", "", Lane.NAMES)));
    assertThat(station.frames(Frame.Bed.class).getFirst().patient()).isNotNull();
    station.subscribe(0, List.of(select("", "")));
    assertThat(station.frames(Frame.Bed.class).getFirst().patient()).isNull();
  }

  @Test
  void signsThatAreNotWantedNeverComeThoughOthersShareTheirFrames() {
    Selection oxygen =
        new Selection(
            "", "", EnumSet.of(Lane.NUMERICS), EnumSet.of(VitalSign.SPO2), Selection.ALL_CHANNELS);
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0), Reading.of(VitalSign.SPO2, 97, T0));
    SessionHarness.Client all = harness.station();
    SessionHarness.Client filtered = harness.connect();
    filtered.hello(List.of());
    filtered.subscribe(0, List.of(oxygen));
    assertThat(filtered.frames(Frame.Numerics.class).getFirst().readings())
        .containsExactly(Reading.of(VitalSign.SPO2, 97, T0));

    bed.measure(T0 + 1, Reading.of(VitalSign.HR, 73, T0 + 1));
    all.offer(bed);
    filtered.offer(bed);
    assertThat(all.frames(Frame.NumericsDelta.class).getFirst().changes()).hasSize(1);
    assertThat(filtered.frames(Frame.NumericsDelta.class).getFirst().changes()).isEmpty();

    bed.measure(
        T0 + 2, Reading.of(VitalSign.HR, 74, T0 + 2), Reading.of(VitalSign.SPO2, 96, T0 + 2));
    filtered.offer(bed);
    all.offer(bed);
    assertThat(filtered.frames(Frame.NumericsDelta.class).getFirst().changes())
        .containsExactly(new Frame.Change(VitalSign.SPO2, true, 96, 0));
    assertThat(all.frames(Frame.NumericsDelta.class).getFirst().changes()).hasSize(2);
  }

  @Test
  void withdrawnWaveformsStopThoughTheyWaitAndNewOnesBeginWithTheirPast() {
    SessionHarness.Client station = harness.station();
    bed.send(250);
    station.offer(bed);
    station.frames();
    station.outlet.take(0);
    bed.send(250);
    station.offer(bed);
    station.outlet.take(Integer.MAX_VALUE);
    station.subscribe(1_000, List.of(select("", "", Lane.NUMERICS)));
    assertThat(station.frames(Frame.Waveform.class)).isEmpty();
    bed.send(250);
    station.offer(bed);
    assertThat(station.frames()).isEmpty();
    station.subscribe(1_000, List.of(select("", "", Lane.WAVEFORMS)));
    assertThat(station.frames(Frame.Waveform.class))
        .extracting(Frame.Waveform::firstSample)
        .containsExactly(500L);
  }

  @Test
  void channelsAreChosenByTheirBits() {
    bed.send(100);
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(
        10_000,
        List.of(
            new Selection("", "", EnumSet.of(Lane.WAVEFORMS), EnumSet.noneOf(VitalSign.class), 2)));
    assertThat(station.frames(Frame.Waveform.class)).isEmpty();
    station.subscribe(
        10_000,
        List.of(
            new Selection("", "", EnumSet.of(Lane.WAVEFORMS), EnumSet.noneOf(VitalSign.class), 1)));
    assertThat(station.frames(Frame.Waveform.class)).hasSize(1);
  }

  @Test
  void aNewSubscriptionTakesThePlaceOfOneWhoseSnapshotIsNotComplete() {
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.outlet.take(0);
    station.subscribe(0);
    station.outlet.take(Integer.MAX_VALUE);
    station.subscribe(0);
    assertThat(station.frames(Frame.EndOfSnapshot.class))
        .containsExactly(new Frame.EndOfSnapshot(2, 0));
  }
}
