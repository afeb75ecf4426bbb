package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.ward.AlarmLog;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.AlarmEvent;
import org.wardbeat.wire.frame.Frame.ByeCode;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

class AlarmPullTest {
  private static final long T0 = FakeBed.START_MICROS;

  private final SessionHarness harness = new SessionHarness();
  private final FakeBed bed = harness.admit("4 East", "407", 7);

  private static Alarm alarm(String condition, boolean active, long micros) {
    Alarm raised =
        Alarm.raised(
            condition,
            AlarmKind.PHYSIOLOGICAL,
            AlarmPriority.HIGH,
            null,
            "*** " + condition,
            T0,
            T0);
    return active
        ? raised.as(AlarmPriority.HIGH, raised.text(), micros)
        : raised.ended(false, micros);
  }

  private void happens(FakeBed at, String condition, boolean active) {
    harness.ward.alarms().append(at, at.definition().occupancy(), alarm(condition, active, T0));
  }

  private SessionHarness.Client resuming(Frame.@Nullable AlarmPosition position) {
    SessionHarness.Client client = harness.connect();
    client.receive(new Frame.Hello(1, "station", "test", position, List.of()));
    client.subscribe(0);
    return client;
  }

  private static List<String> conditions(List<AlarmEvent> events) {
    return events.stream()
        .map(event -> event.alarm().condition() + (event.alarm().over() ? "-" : "+"))
        .toList();
  }

  @Test
  void anAlarmIsWrittenAndFlushedThoughTheConnectionTakesNothing() {
    SessionHarness.Client station = harness.station();
    station.outlet.take(0);
    int flushes = station.outlet.flushes();
    happens(bed, "ASYS", true);
    station.session.alarmed();
    assertThat(station.frames()).containsExactly(new AlarmEvent(0, 1, 1, alarm("ASYS", true, T0)));
    assertThat(station.outlet.flushes()).isEqualTo(flushes + 1);
  }

  @Test
  void theBedIsIntroducedBeforeItsAlarm() {
    SessionHarness.Client station = harness.station();
    FakeBed later = harness.ward.admit("4 East", "408", 8); // no burst has told of it
    station.outlet.take(0);
    happens(later, "ASYS", true);
    station.session.alarmed();
    assertThat(station.frames())
        .extracting(frame -> frame.getClass().getSimpleName())
        .containsExactly("Bed", "DeviceState", "AlarmEvent");
  }

  @Test
  void aNewPatientIsIntroducedBeforeTheirAlarmAndTheFormersEndComesBeforeThat() {
    SessionHarness.Client station = harness.station();
    happens(bed, "A", true);
    happens(bed, "A", false);
    bed.admit(null);
    happens(bed, "B", true);
    station.session.alarmed();
    assertThat(station.frames())
        .extracting(frame -> frame.getClass().getSimpleName())
        .containsExactly("AlarmEvent", "AlarmEvent", "Bed", "AlarmEvent");
  }

  @Test
  void aSnapshotHoldsTheAlarmsThatLastAndSaysUpToWhereItIs() {
    happens(bed, "A", true);
    happens(bed, "B", true);
    happens(bed, "A", false);
    SessionHarness.Client station = resuming(null);
    List<Frame> frames = station.frames();
    assertThat(frames).contains(new AlarmEvent(0, 1, 2, alarm("B", true, T0)));
    assertThat(frames.getLast()).isEqualTo(new Frame.EndOfSnapshot(1, 3));
    station.subscribe(0);
    assertThat(station.frames(AlarmEvent.class))
        .containsExactly(new AlarmEvent(0, 2, 2, alarm("B", true, T0)));
  }

  @Test
  void whoResumesOnTheSameBridgeGetsWhatHappenedSince() {
    for (String condition : List.of("A", "B", "C")) {
      happens(bed, condition, true);
      happens(bed, condition, false);
    }
    SessionHarness.Client station = resuming(new Frame.AlarmPosition(harness.instance(), 3, T0));
    assertThat(conditions(station.frames(AlarmEvent.class))).containsExactly("B-", "C+", "C-");
  }

  @Test
  void whoComesFromAnotherBridgeGetsWhatLastsOrChangedAMinuteBeforeOrLater() {
    long then = T0 + 600_000_000;
    AlarmLog log = harness.ward.alarms();
    log.append(bed, 1, alarm("LASTS", true, T0));
    log.append(bed, 1, alarm("OLD", true, T0));
    log.append(bed, 1, alarm("OLD", false, then - 60_000_001));
    log.append(bed, 1, alarm("NEW", true, then - 60_000_000));
    log.append(bed, 1, alarm("NEW", false, then));
    SessionHarness.Client station = resuming(new Frame.AlarmPosition(99, 500, then));
    assertThat(conditions(station.frames(AlarmEvent.class)))
        .containsExactly("LASTS+", "NEW+", "NEW-");
  }

  @Test
  void alarmsThatAreNotWantedAreNotSentAndNotCounted() {
    FakeBed other = harness.admit("4 West", "451", 8);
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(
        0,
        List.of(
            Frame.Selection.ofUnit("4 East", EnumSet.of(Frame.Lane.ALARMS)),
            Frame.Selection.ofUnit("", EnumSet.of(Frame.Lane.NUMERICS))));
    station.frames();
    happens(other, "A", true);
    happens(bed, "B", true);
    station.session.alarmed();
    assertThat(station.frames()).containsExactly(new AlarmEvent(0, 1, 2, alarm("B", true, T0)));
  }

  @Test
  void heartbeatsCountAlarmsAndReceipts() {
    SessionHarness.Client station = harness.station();
    happens(bed, "A", true);
    happens(bed, "B", true);
    station.session.alarmed();
    station.receive(new Frame.AlarmReceipt(1));
    station.frames();
    harness.time.advance(Duration.ofSeconds(1));
    station.session.tick();
    Frame.Heartbeat heartbeat = station.frames(Frame.Heartbeat.class).getFirst();
    assertThat(heartbeat.alarmsSent()).isEqualTo(2);
    assertThat(heartbeat.alarmsConfirmed()).isEqualTo(1);
    assertThat(station.session.figures().alarmsUnconfirmed()).isEqualTo(1);
    station.receive(new Frame.AlarmReceipt(3));
    assertThat(station.frames(Frame.Bye.class).getFirst().code()).isEqualTo(ByeCode.PROTOCOL_ERROR);
  }

  @Test
  void whoConfirmsNothingIsSentAwayRatherThanLeftWithoutAnAlarm() {
    SessionHarness.Client station = harness.station();
    for (int i = 0; i < AlarmPull.MAX_UNCONFIRMED; i++) {
      happens(bed, "C" + i, true);
      station.session.alarmed();
    }
    assertThat(station.frames(AlarmEvent.class)).hasSize(AlarmPull.MAX_UNCONFIRMED);
    assertThat(station.outlet.closed()).isFalse();
    happens(bed, "LAST", true);
    station.session.alarmed();
    assertThat(station.frames(Frame.Bye.class).getFirst().code()).isEqualTo(ByeCode.ALARM_OVERFLOW);
    assertThat(station.outlet.closed()).isTrue();
  }

  @Test
  void whoIsOvertakenByTheLogIsSentAway() {
    SessionHarness.Client station = harness.station();
    for (int i = 0; i <= AlarmLog.CAPACITY; i++) {
      happens(bed, "C", i % 2 == 0);
    }
    station.session.alarmed();
    assertThat(station.frames())
        .singleElement()
        .satisfies(
            frame -> assertThat(((Frame.Bye) frame).code()).isEqualTo(ByeCode.ALARM_OVERFLOW));
  }

  @Test
  void whoWasAwayForLongerThanTheLogReachesGetsAllThatLasts() {
    happens(bed, "ENDED_LONG_AGO", true);
    happens(bed, "LASTS", true);
    long had = harness.ward.alarms().newest();
    happens(bed, "ENDED_LONG_AGO", false);
    for (int i = 0; i < AlarmLog.CAPACITY; i++) {
      happens(bed, "C", i % 2 == 0);
    }
    SessionHarness.Client station =
        resuming(new Frame.AlarmPosition(harness.instance(), had, T0)).answering();
    List<AlarmEvent> told = new ArrayList<>();
    boolean complete = false;
    while (!complete) {
      List<Frame> frames = station.frames();
      frames.stream()
          .filter(AlarmEvent.class::isInstance)
          .map(AlarmEvent.class::cast)
          .forEach(told::add);
      complete = frames.stream().anyMatch(Frame.EndOfSnapshot.class::isInstance);
      station.receive(new Frame.AlarmReceipt(told.size()));
    }
    assertThat(conditions(told)).contains("LASTS+").doesNotContain("ENDED_LONG_AGO+");
  }

  @Test
  void aBridgeWithoutAlarmsEndsItsSessionsAndTakesNoNewOnes() {
    SessionHarness.Client station = harness.station();
    harness.desk.failure = "The alarms' thread died: start the bridge anew.";
    station.session.tick();
    harness.desk.failure = "";
    station.session.tick();
    assertThat(station.outlet.closed()).as("it was only late").isFalse();
    harness.desk.failure = "The alarms' thread died: start the bridge anew.";
    station.session.tick();
    station.session.tick();
    SessionHarness.Client next = harness.connect();
    next.hello(List.of());
    for (SessionHarness.Client each : List.of(station, next)) {
      Frame.Bye bye = each.frames(Frame.Bye.class).getFirst();
      assertThat(bye.code()).isEqualTo(ByeCode.SHUTDOWN);
      assertThat(bye.reason()).isEqualTo(harness.desk.failure);
      assertThat(bye.retryAfterMillis()).isPositive();
      assertThat(each.outlet.closed()).isTrue();
    }
  }

  @Test
  void whatASnapshotRepeatsWaitsForReceiptsAndIsAllOfItBeforeTheEnd() {
    int lasting = AlarmPull.MAX_REPEATED * 3;
    for (int i = 0; i < lasting; i++) {
      happens(bed, "C" + i, true);
    }
    SessionHarness.Client station = resuming(null).answering();
    int received = 0;
    while (received < lasting) {
      List<Frame> frames = new ArrayList<>(station.frames());
      frames.removeIf(Frame.Heartbeat.class::isInstance);
      long events = frames.stream().filter(AlarmEvent.class::isInstance).count();
      assertThat(events).isEqualTo(AlarmPull.MAX_REPEATED);
      received += (int) events;
      assertThat(frames.getLast() instanceof Frame.EndOfSnapshot).isEqualTo(received == lasting);
      station.receive(new Frame.AlarmReceipt(received));
    }
    happens(bed, "LIVE", true);
    station.session.alarmed();
    assertThat(conditions(station.frames(AlarmEvent.class))).containsExactly("LIVE+");
  }

  @Test
  void theEndOfARemovedBedsAlarmComesBeforeItsRemoval() {
    SessionHarness.Client station = harness.station();
    happens(bed, "A", true);
    station.session.alarmed();
    station.frames();
    happens(bed, "A", false);
    bed.remove();
    station.offer(bed);
    assertThat(station.frames())
        .containsExactly(new AlarmEvent(0, 2, 2, alarm("A", false, T0)), new Frame.BedRemoved(0));
  }

  @Test
  void neitherRatesNorLagHoldAlarmsStatesAndHeartbeats() {
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.receive(new Frame.Subscribe(1, Selections.of(), 0, 1, 1));
    station.frames();
    harness.time.advance(Duration.ofSeconds(2)); // and no heartbeat was answered
    bed.send(100);
    bed.admit(null);
    happens(bed, "A", true);
    station.session.alarmed();
    station.offer(bed);
    station.session.tick();
    assertThat(station.frames())
        .extracting(frame -> frame.getClass().getSimpleName())
        .containsExactlyInAnyOrder("Gap", "Bed", "AlarmEvent", "Heartbeat");
  }
}
