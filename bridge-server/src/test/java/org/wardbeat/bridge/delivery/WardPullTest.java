package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.ward.ChunkRing;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.GapReason;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

class WardPullTest {
  private static final long T0 = FakeBed.START_MICROS;
  private static final DeviceStatus ONLINE = new DeviceStatus(true, Set.of(), 80);
  private static final int MORE_THAN_A_RING = FakeBed.FREQUENCY_HZ * (ChunkRing.SECONDS + 10);

  private final SessionHarness harness = new SessionHarness();
  private final FakeBed bed = harness.admit("4 East", "407", 7);

  @Test
  void snapshotSendsStatesThenLimitsThenNumericsThenWaveformsAndSaysWhenItEnds() {
    FakeBed other = harness.admit("4 East", "408", 8);
    bed.report(ONLINE, T0);
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    bed.send(100);
    other.send(100);

    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(10_000);

    assertThat(station.frames())
        .extracting(frame -> frame.getClass().getSimpleName())
        .containsExactly(
            "Welcome",
            "Heartbeat",
            "Bed",
            "DeviceState",
            "Bed",
            "DeviceState",
            "BedLimits",
            "BedLimits",
            "Numerics",
            "Waveform",
            "Waveform",
            "EndOfSnapshot");
  }

  @Test
  void snapshotHoldsNoMoreOfThePastThanWasWanted() {
    for (int i = 0; i < 40; i++) {
      bed.send(FakeBed.FREQUENCY_HZ / 2);
    }
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(2_000);

    List<Frame.Waveform> waves = station.frames(Frame.Waveform.class);
    assertThat(waves).hasSize(4);
    assertThat(waves.getFirst().firstSample()).isEqualTo(18L * FakeBed.FREQUENCY_HZ);
  }

  @Test
  void liveSamplesFollowTheSnapshotOnceEach() {
    bed.send(100);
    SessionHarness.Client station = harness.station();
    bed.send(50);
    bed.lose(25);
    bed.send(50);
    station.offer(bed);
    station.offer(bed);

    assertThat(station.frames())
        .satisfiesExactly(
            frame -> assertThat(((Frame.Waveform) frame).firstSample()).isEqualTo(100),
            frame -> assertThat(frame).isEqualTo(new Frame.Gap(0, 0, 150, 25, GapReason.SOURCE)),
            frame -> assertThat(((Frame.Waveform) frame).firstSample()).isEqualTo(175));
  }

  @Test
  void everythingOfABurstIsFlushedOnce() {
    SessionHarness.Client station = harness.station();
    int flushesBefore = station.outlet.flushes();
    bed.report(ONLINE, T0);
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    bed.send(50);
    bed.send(50);
    station.offer(bed);

    assertThat(station.frames()).hasSize(4);
    assertThat(station.outlet.flushes()).isEqualTo(flushesBefore + 1);
  }

  @Test
  void deltaHoldsOnlyTheReadingsThatChanged() {
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0), Reading.of(VitalSign.SPO2, 97, T0));
    SessionHarness.Client station = harness.station();
    bed.measure(T0 + 1, Reading.of(VitalSign.SPO2, 96, T0 + 1));
    station.offer(bed);

    assertThat(station.frames())
        .containsExactly(
            new Frame.NumericsDelta(
                0, 1, 1, 1, List.of(new Frame.Change(VitalSign.SPO2, true, 96, 0))));
  }

  @Test
  void numericsThatDidNotChangeProveThatTheSourceSpeaks() {
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    SessionHarness.Client station = harness.station();
    bed.measure(T0 + 5);
    station.offer(bed);
    station.offer(bed);

    assertThat(station.frames()).containsExactly(new Frame.NumericsDelta(0, 1, 1, 5, List.of()));
  }

  @Test
  void stationThatWasBehindGetsOneMergedDelta() {
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    SessionHarness.Client station = harness.station();
    station.outlet.take(0);
    bed.measure(T0 + 1, Reading.of(VitalSign.HR, 73, T0 + 1));
    station.offer(bed);
    bed.measure(T0 + 2, Reading.of(VitalSign.HR, 74, T0 + 2));
    station.offer(bed);
    bed.measure(T0 + 3, Reading.of(VitalSign.RR, 16, T0 + 3));
    station.offer(bed);
    assertThat(station.frames()).isEmpty();

    station.outlet.take(100);
    station.session.drain();
    assertThat(station.frames())
        .containsExactly(
            new Frame.NumericsDelta(
                0,
                1,
                3,
                3,
                List.of(
                    new Frame.Change(VitalSign.HR, true, 74, -1),
                    new Frame.Change(VitalSign.RR, true, 16, 0))));
  }

  @Test
  void discardedReadingsAreReplacedAsAWhole() {
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    SessionHarness.Client station = harness.station();
    bed.discardReadings();
    bed.measure(T0 + 9, Reading.of(VitalSign.RR, 12, T0 + 9));
    station.offer(bed);

    assertThat(station.frames())
        .containsExactly(
            new Frame.Numerics(0, 3, T0 + 9, List.of(Reading.of(VitalSign.RR, 12, T0 + 9))));
  }

  @Test
  void sessionsInStepShareTheBytesOfChunksAndDeltas() {
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    SessionHarness.Client one = harness.station();
    SessionHarness.Client two = harness.station();
    bed.measure(T0 + 1, Reading.of(VitalSign.HR, 73, T0 + 1));
    bed.send(50);
    one.offer(bed);
    two.offer(bed);

    List<byte[]> first = one.outlet.bytes();
    List<byte[]> second = two.outlet.bytes();
    assertThat(first).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(second.get(i)).isSameAs(first.get(i));
    }
  }

  @Test
  void statesOvertakeNumericsAndNumericsOvertakeWaveforms() {
    SessionHarness.Client station = harness.station();
    station.outlet.take(0);
    bed.send(50);
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    bed.report(ONLINE, T0);
    station.offer(bed);

    station.outlet.take(1);
    station.session.drain();
    assertThat(station.frames()).hasOnlyElementsOfType(Frame.DeviceState.class);
    station.outlet.take(1);
    station.session.drain();
    assertThat(station.frames()).hasOnlyElementsOfType(Frame.Numerics.class);
    station.outlet.take(1);
    station.session.drain();
    assertThat(station.frames()).hasOnlyElementsOfType(Frame.Waveform.class);
  }

  @Test
  void bedsTakeTurnsOnASlowConnection() {
    FakeBed other = harness.admit("4 East", "408", 8);
    SessionHarness.Client station = harness.station();
    station.outlet.take(0);
    bed.send(10);
    bed.send(10);
    other.send(10);
    other.send(10);
    station.offer(bed, other);

    for (int handle : new int[] {0, 1, 0, 1}) {
      station.outlet.take(1);
      station.session.drain();
      assertThat(station.frames(Frame.Waveform.class))
          .extracting(Frame.Waveform::handle)
          .containsExactly(handle);
    }
  }

  @Test
  void samplesOlderThanTheRingAreAnnouncedAsRetentionGapOnResume() {
    bed.send(100);
    sendInSeconds(MORE_THAN_A_RING);
    SessionHarness.Client station = harness.connect().answering();
    station.hello(List.of(new Frame.Position(bed.id(), 7, 0, 100)));
    station.subscribe(1_000);

    List<Frame> waves = waves(station.frames());
    Frame.Gap gap = (Frame.Gap) waves.getFirst();
    assertThat(gap.firstSample()).isEqualTo(100);
    assertThat(gap.reason()).isEqualTo(GapReason.RETENTION);
    assertThat(((Frame.Waveform) waves.get(1)).firstSample())
        .isEqualTo(gap.firstSample() + gap.count());
    assertThat(waves).hasSize(1 + ChunkRing.SECONDS);
  }

  @Test
  void ringThatOvertakesALiveSessionIsAnnouncedAsDeliveryGap() {
    bed.send(100);
    SessionHarness.Client station = harness.station();
    station.outlet.take(0);
    sendInSeconds(MORE_THAN_A_RING);
    station.offer(bed);
    station.outlet.take(1_000);
    station.session.drain();

    List<Frame> waves = waves(station.frames());
    assertThat(waves.getFirst())
        .isEqualTo(new Frame.Gap(0, 0, 100, 10 * FakeBed.FREQUENCY_HZ, GapReason.DELIVERY));
    assertThat(station.session.figures().samplesDropped()).isZero();
    station.session.tick();
    assertThat(station.session.figures().samplesDropped()).isEqualTo(10 * FakeBed.FREQUENCY_HZ);
  }

  @Test
  void waveformsThatWaitTooLongAreGivenUpButForTheLastSecond() {
    bed.send(100);
    SessionHarness.Client station = harness.station();
    station.outlet.take(0);
    sendInSeconds(20 * FakeBed.FREQUENCY_HZ);
    station.offer(bed);
    harness.time.advance(Duration.ofMillis(5_001));
    station.outlet.take(1_000);
    station.session.drain();

    assertThat(waves(station.frames()))
        .satisfiesExactly(
            gap ->
                assertThat(gap)
                    .isEqualTo(
                        new Frame.Gap(0, 0, 100, 19 * FakeBed.FREQUENCY_HZ, GapReason.DELIVERY)),
            wave ->
                assertThat(((Frame.Waveform) wave).firstSample())
                    .isEqualTo(100 + 19 * FakeBed.FREQUENCY_HZ));
  }

  @Test
  void backlogOfTheSourceIsNotGivenUpWhileTheStationTakesIt() {
    bed.send(100);
    SessionHarness.Client station = harness.station().answering();
    harness.time.advance(Duration.ofMinutes(1));
    sendInSeconds(30 * FakeBed.FREQUENCY_HZ);
    station.offer(bed);

    assertThat(waves(station.frames())).hasSize(30).hasOnlyElementsOfType(Frame.Waveform.class);
  }

  @Test
  void newBirthComesAfterTheLastSamplesOfTheOldOne() {
    bed.send(100);
    SessionHarness.Client station = harness.station();
    bed.send(50);
    bed.rebirth(9);
    bed.send(30);
    station.offer(bed);

    assertThat(station.frames())
        .satisfiesExactly(
            frame -> assertThat(((Frame.Waveform) frame).firstSample()).isEqualTo(100),
            frame -> assertThat(((Frame.Bed) frame).birth()).isEqualTo(9),
            frame -> assertThat(((Frame.Waveform) frame).firstSample()).isZero());
  }

  @Test
  void anotherPatientLeavesTheWaveformsRunning() {
    bed.send(100);
    SessionHarness.Client station = harness.station();
    bed.admit(null);
    bed.send(50);
    station.offer(bed);

    assertThat(station.frames())
        .satisfiesExactly(
            frame -> assertThat(((Frame.Bed) frame).patient()).isNull(),
            frame -> assertThat(((Frame.Waveform) frame).firstSample()).isEqualTo(100));
  }

  @Test
  void subscribingToAnotherUnitRemovesTheBedsOfTheFirst() {
    harness.admit("4 West", "451", 8).send(10);
    bed.send(100);
    SessionHarness.Client station = harness.station();
    station.subscribe(10_000, "4 West");

    assertThat(station.frames())
        .extracting(frame -> frame.getClass().getSimpleName())
        .containsExactly("BedRemoved", "Bed", "DeviceState", "BedLimits", "EndOfSnapshot");
    bed.send(10);
    station.offer(bed);
    assertThat(station.frames()).isEmpty();
  }

  @Test
  void subscribingAnewRepeatsStatesAndNumericsButNoSample() {
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    bed.send(100);
    SessionHarness.Client station = harness.station();
    bed.send(20);
    station.subscribe(10_000);

    assertThat(station.frames())
        .satisfiesExactly(
            frame -> assertThat(frame).isInstanceOf(Frame.Bed.class),
            frame -> assertThat(frame).isInstanceOf(Frame.DeviceState.class),
            frame -> assertThat(frame).isInstanceOf(Frame.BedLimits.class),
            frame -> assertThat(frame).isInstanceOf(Frame.Numerics.class),
            frame -> assertThat(((Frame.Waveform) frame).firstSample()).isEqualTo(100),
            frame -> assertThat(frame).isInstanceOf(Frame.EndOfSnapshot.class));
  }

  @Test
  void lanesThatAreNotWantedStaySilent() {
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(10_000, List.of(Frame.Selection.ofUnit("", EnumSet.of(Frame.Lane.NUMERICS))));
    station.frames();
    bed.send(100);
    bed.measure(T0, Reading.of(VitalSign.HR, 72, T0));
    station.offer(bed);

    assertThat(station.frames()).hasOnlyElementsOfType(Frame.Numerics.class);
  }

  @Test
  void removedBedIsTakenAway() {
    SessionHarness.Client station = harness.station();
    bed.remove();
    station.offer(bed);
    assertThat(station.frames()).containsExactly(new Frame.BedRemoved(0));
  }

  @Test
  void bedThatAppearsLaterIsResumedToo() {
    SessionHarness.Client station = harness.connect();
    FakeBed later = new FakeBed(1, "4 East", "408", 8);
    station.hello(List.of(new Frame.Position(later.id(), 8, 0, 40)));
    station.subscribe(10_000);
    station.frames();
    FakeBed admitted = harness.admit("4 East", "408", 8);
    admitted.send(100);
    station.offer(admitted);

    assertThat(station.frames(Frame.Waveform.class))
        .extracting(Frame.Waveform::firstSample)
        .containsExactly(40L);
  }

  private void sendInSeconds(int samples) {
    for (int i = 0; i < samples / FakeBed.FREQUENCY_HZ; i++) {
      bed.send(FakeBed.FREQUENCY_HZ);
    }
  }

  private static List<Frame> waves(List<Frame> frames) {
    return frames.stream()
        .filter(frame -> frame instanceof Frame.Waveform || frame instanceof Frame.Gap)
        .toList();
  }
}
