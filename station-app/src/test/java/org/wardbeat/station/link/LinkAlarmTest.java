package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.link.FakeBridge.FakeTransport;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/** The alarm lane from a bridge to the ward, over drops, resumes and restarts. */
class LinkAlarmTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final long T = FakeBridge.EPOCH;

  private final FakeBridge bridge = new FakeBridge();
  private long number;

  LinkAlarmTest() {
    bridge.supervisor.start();
  }

  private void begin() {
    number = 0;
    bridge.open();
    bridge.welcome();
    bridge.heartbeat();
    bridge.says(new Frame.Bed(0, BED, true, 1, null, "p", 7, true, List.of()));
  }

  private void resume() {
    bridge.breaks("x", 0);
    bridge.passUntilAttempt();
    begin();
  }

  private static Alarm alarm(String condition, boolean active) {
    Alarm alarm =
        Alarm.raised(condition, AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, condition, T, T);
    return active ? alarm : alarm.ended(false, T + 1);
  }

  private void says(long sequence, Alarm alarm) {
    bridge.says(new Frame.AlarmEvent(0, ++number, sequence, alarm));
  }

  private List<Alarm> shown() {
    return bridge.ward.snapshot().beds().getFirst().alarms();
  }

  private Frame.@Nullable AlarmPosition told() {
    return bridge.last().sent(Frame.Hello.class).getFirst().alarms();
  }

  private List<Long> receipts() {
    return bridge.last().sent(Frame.AlarmReceipt.class).stream()
        .map(Frame.AlarmReceipt::number)
        .toList();
  }

  @Test
  void alarmsAreConfirmedAtOnceWithWhatCameBefore() {
    begin();
    FakeTransport on = bridge.last();
    bridge.arrives(on, new Frame.AlarmEvent(0, 1, 10, alarm("ASYSTOLE", true)));
    bridge.arrives(on, new Frame.AlarmEvent(0, 2, 11, alarm("VTACH", true)));
    bridge.run();
    assertThat(receipts()).containsExactly(2L);
    assertThat(shown()).containsExactly(alarm("ASYSTOLE", true), alarm("VTACH", true));
    bridge.says(new Frame.AlarmEvent(0, 3, 12, alarm("ASYSTOLE", false)));
    assertThat(receipts()).containsExactly(2L, 3L);
    assertThat(shown()).containsExactly(alarm("VTACH", true));
  }

  @Test
  void nextBridgeIsToldUpToWhereTheAlarmsAre() {
    begin();
    assertThat(told()).isNull();
    says(10, alarm("ASYSTOLE", true));
    resume();
    assertThat(told()).isNull();
    says(10, alarm("ASYSTOLE", true));
    bridge.endOfSnapshot(20);
    bridge.heartbeat();
    long heard = bridge.bridgeMicros();
    says(21, alarm("VTACH", true));
    resume();
    assertThat(told()).isEqualTo(new Frame.AlarmPosition(1, 21, heard));
    says(22, alarm("VTACH", false));
    resume();
    assertThat(told()).isNotNull().extracting(Frame.AlarmPosition::sequence).isEqualTo(21L);
  }

  @Test
  void alarmSentAgainIsNeitherNewNorLost() {
    begin();
    says(10, alarm("ASYSTOLE", true));
    bridge.endOfSnapshot(10);
    resume();
    says(10, alarm("ASYSTOLE", true));
    bridge.endOfSnapshot(10);
    assertThat(shown()).containsExactly(alarm("ASYSTOLE", true));
    bridge.pass(1_000);
    bridge.heartbeat();
    assertThat(bridge.link().details().counters().alarms().resent()).isOne();
    assertThat(bridge.link().details().counters().alarms().shown()).isOne();
  }

  @Test
  void alarmRaisedAgainAfterItsEndIsNew() {
    Alarm again =
        Alarm.raised(
            "ASYSTOLE", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, "", T + 1, T + 1);
    begin();
    says(10, alarm("ASYSTOLE", true));
    says(11, alarm("ASYSTOLE", false));
    says(12, again);
    assertThat(shown()).containsExactly(again);
    bridge.pass(1_000);
    assertThat(bridge.link().details().counters().alarms().shown()).isEqualTo(3);
  }

  @Test
  void alarmThatHasEndedIsNotRaisedByABridgeThatTellsOfItsPast() {
    begin();
    says(10, alarm("ASYSTOLE", true));
    says(11, alarm("ASYSTOLE", false));
    bridge.endOfSnapshot(11);
    bridge.restart();
    resume();
    says(1, alarm("ASYSTOLE", true));
    assertThat(shown()).isEmpty();
    says(2, alarm("ASYSTOLE", false));
    bridge.endOfSnapshot(2);
    assertThat(shown()).isEmpty();
  }

  @Test
  void alarmsOutliveTheSessionUntilTheSameBridgeNoLongerRepeatsThem() {
    begin();
    says(10, alarm("ASYSTOLE", true));
    says(11, alarm("VTACH", true));
    bridge.endOfSnapshot(11);
    resume();
    assertThat(shown()).hasSize(2);
    says(10, alarm("ASYSTOLE", true)); // the other's end is no longer in the bridge's log
    bridge.endOfSnapshot(9_000);
    assertThat(shown()).containsExactly(alarm("ASYSTOLE", true));
    bridge.passWithHeartbeats(10);
    assertThat(shown()).containsExactly(alarm("ASYSTOLE", true));
  }

  @Test
  void whatABridgeSaysToLastAtTheEndOfItsSnapshotIsBelievedThoughAnotherHadEndedIt() {
    begin();
    says(10, alarm("ASYSTOLE", true));
    says(11, alarm("ASYSTOLE", false));
    bridge.endOfSnapshot(11);
    bridge.restart();
    resume();
    says(1, alarm("ASYSTOLE", true));
    assertThat(shown()).isEmpty();
    bridge.endOfSnapshot(1);
    assertThat(shown()).containsExactly(alarm("ASYSTOLE", true));
    says(2, alarm("ASYSTOLE", false));
    assertThat(shown()).isEmpty();
  }

  @Test
  void bridgeThatStartedAnewEndsByItsSilenceWhatItNoLongerKnows() {
    begin();
    says(10, alarm("ASYSTOLE", true));
    says(11, alarm("VTACH", true));
    bridge.endOfSnapshot(11);
    bridge.restart();
    resume();
    says(1, alarm("VTACH", true));
    assertThat(shown()).hasSize(2);
    bridge.endOfSnapshot(1);
    assertThat(shown()).containsExactly(alarm("VTACH", true));
  }

  @Test
  void overflowLosesNothingTheBridgeStillHas() {
    begin();
    bridge.endOfSnapshot(10);
    bridge.says(new Frame.Bye(Frame.ByeCode.ALARM_OVERFLOW, "too many", 0));
    bridge.passUntilAttempt();
    bridge.open();
    assertThat(told()).isNotNull().extracting(Frame.AlarmPosition::sequence).isEqualTo(10L);
  }

  @Test
  void alarmThatTheBridgeDoesNotKnowToHaveComeIsToldAfterThreeSeconds() {
    begin();
    bridge.endOfSnapshot(0);
    long came = bridge.nanos();
    says(10, alarm("ASYSTOLE", true));
    FakeTransport on = bridge.last();
    for (int second = 1; second <= 5; second++) {
      bridge.pass(1_000);
      bridge.says(on, bridge.nextHeartbeat(on, 0, true, false, 0));
      assertThat(bridge.link().alarmsUnconfirmedSinceNanos()).isEqualTo(second < 3 ? 0 : came);
    }
    bridge.heartbeat();
    assertThat(bridge.link().alarmsUnconfirmedSinceNanos()).isZero();
  }

  @Test
  void anotherSelectionIsAskedForWithoutConnectingAnew() {
    begin();
    bridge.endOfSnapshot(0);
    bridge.supervisor.diagnostics(true);
    Frame.Subscribe asked = bridge.last().sent(Frame.Subscribe.class).getLast();
    assertThat(asked.number()).isEqualTo(2);
    assertThat(asked.selections().getFirst().lanes()).contains(Frame.Lane.DIAGNOSTICS);
    bridge.supervisor.diagnostics(false);
    assertThat(bridge.last().sent(Frame.Subscribe.class).getLast().selections().getFirst().lanes())
        .doesNotContain(Frame.Lane.DIAGNOSTICS);
    assertThat(bridge.transports).hasSize(1);
  }
}
