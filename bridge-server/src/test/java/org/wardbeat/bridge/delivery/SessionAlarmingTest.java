package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Score;

/** What a session is sent of limits, scores and what holds alarms back. */
class SessionAlarmingTest {
  private final SessionHarness harness = new SessionHarness();
  private FakeBed bed;
  private FakeBed other;

  @BeforeEach
  void admit() {
    bed = harness.admit("4 East", "407", 1);
    other = harness.admit("4 West", "451", 1);
  }

  private static Score score(Score.Kind kind, int total) {
    return new Score(kind, "1", total, Score.Band.LOW, 0, total, List.of());
  }

  private static InactivationState held(String unit, String label, boolean active) {
    return new InactivationState(
        unit,
        label,
        Inactivation.AUDIO_PAUSED,
        active,
        FakeBed.START_MICROS,
        FakeBed.START_MICROS + 1,
        "");
  }

  private static List<Selection> alarmsOf(String unit) {
    return List.of(Selection.ofUnit(unit, EnumSet.of(Lane.ALARMS)));
  }

  @Test
  void allComesWithinTheSnapshot() {
    bed.score(score(Score.Kind.NEWS2, 3), score(Score.Kind.MEWS, 1));
    harness.desk.hold(held("4 East", "", true));
    harness.desk.hold(held("4 West", "451", true));
    harness.desk.hold(held("4 West", "452", false));
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(0);
    List<Frame> snapshot = station.frames();
    assertThat(snapshot.getLast()).isInstanceOf(Frame.EndOfSnapshot.class);
    assertThat(snapshot).filteredOn(Frame.BedLimits.class::isInstance).hasSize(2);
    assertThat(snapshot).filteredOn(Frame.BedScore.class::isInstance).hasSize(2);
    assertThat(snapshot)
        .filteredOn(Frame.AlarmsHeldBack.class::isInstance)
        .containsExactly(
            new Frame.AlarmsHeldBack(held("4 East", "", true)),
            new Frame.AlarmsHeldBack(held("4 West", "451", true)));
  }

  @Test
  void changesComeOnceAndOnlyThey() {
    bed.score(score(Score.Kind.NEWS2, 3), score(Score.Kind.MEWS, 1));
    SessionHarness.Client station = harness.station();
    station.frames();
    station.offerAlarming(bed, other);
    assertThat(station.frames()).isEmpty();

    bed.score(score(Score.Kind.NEWS2, 5), score(Score.Kind.MEWS, 1));
    other.limit("R. Okafor");
    harness.desk.hold(held("4 East", "407", true));
    station.offerAlarming(bed, other);
    List<Frame> frames = station.frames();
    assertThat(frames).hasSize(3);
    assertThat(frames.get(0)).isEqualTo(new Frame.AlarmsHeldBack(held("4 East", "407", true)));
    assertThat(frames.get(1))
        .isEqualTo(new Frame.BedScore(bed.index(), score(Score.Kind.NEWS2, 5)));
    assertThat(frames.get(2))
        .isInstanceOfSatisfying(
            Frame.BedLimits.class,
            limits -> {
              assertThat(limits.handle()).isEqualTo(other.index());
              assertThat(limits.user()).isEqualTo("R. Okafor");
            });
    station.offerAlarming(bed, other);
    assertThat(station.frames()).isEmpty();
  }

  @Test
  void whatEndedIsToldToo() {
    harness.desk.hold(held("4 East", "407", true));
    SessionHarness.Client station = harness.station();
    station.frames();
    harness.desk.hold(held("4 East", "407", false));
    station.offerAlarming(bed);
    assertThat(station.frames())
        .containsExactly(new Frame.AlarmsHeldBack(held("4 East", "407", false)));
  }

  @Test
  void onlyWhatIsSelectedWithAlarmsComes() {
    harness.desk.hold(held("4 East", "407", true));
    harness.desk.hold(held("4 West", "", true));
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(0, List.of(Selection.ofUnit("", EnumSet.of(Lane.NUMERICS))));
    other.limit("R. Okafor");
    station.offerAlarming(bed, other);
    assertThat(station.frames())
        .noneMatch(
            frame -> frame instanceof Frame.BedLimits || frame instanceof Frame.AlarmsHeldBack);

    station.subscribe(0, alarmsOf("4 West"));
    List<Frame> frames = station.frames();
    assertThat(frames)
        .filteredOn(Frame.AlarmsHeldBack.class::isInstance)
        .containsExactly(new Frame.AlarmsHeldBack(held("4 West", "", true)));
    assertThat(frames)
        .filteredOn(Frame.BedLimits.class::isInstance)
        .extracting(frame -> ((Frame.BedLimits) frame).handle())
        .containsExactly(other.index());
  }

  @Test
  void aSlowStationGetsTheNewestOfEachAndLosesNone() {
    SessionHarness.Client station = harness.station();
    station.frames();
    station.outlet.take(0);
    for (int i = 0; i < 5; i++) {
      bed.limit("nurse " + i);
      bed.score(score(Score.Kind.NEWS2, i));
      harness.desk.hold(held("4 East", "407", i % 2 == 0));
      harness.desk.hold(held("4 East", "", i % 2 == 1));
      station.offerAlarming(bed);
    }
    assertThat(station.frames()).isEmpty();
    for (int i = 0; i < 10; i++) {
      station.outlet.take(1);
      station.session.drain();
    }
    assertThat(station.frames())
        .containsExactly(
            new Frame.AlarmsHeldBack(held("4 East", "407", true)),
            new Frame.AlarmsHeldBack(held("4 East", "", false)),
            new Frame.BedLimits(
                bed.index(),
                5,
                bed.alarming().limits().limits(),
                "nurse 4",
                FakeBed.START_MICROS + 5,
                "",
                bed.alarming().unitLimits()),
            new Frame.BedScore(bed.index(), score(Score.Kind.NEWS2, 4)));
  }

  @Test
  void theSnapshotEndsOnlyWhenAllIsSent() {
    harness.desk.hold(held("4 East", "407", true));
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.outlet.take(3); // two beds and a state
    station.subscribe(0);
    assertThat(station.frames(Frame.EndOfSnapshot.class)).isEmpty();
    for (int i = 0; i < 20; i++) {
      station.outlet.take(1);
      station.session.drain();
    }
    List<Frame> frames = station.frames();
    assertThat(frames).filteredOn(Frame.BedLimits.class::isInstance).hasSize(2);
    assertThat(frames.getLast()).isInstanceOf(Frame.EndOfSnapshot.class);
  }

  @Test
  void whatEndsWhileASnapshotIsOnItsWayIsToldToo() {
    harness.desk.hold(held("4 East", "407", true));
    harness.desk.hold(held("4 West", "451", true));
    SessionHarness.Client station = harness.connect();
    station.hello(List.of());
    station.subscribe(0);
    station.frames();
    SessionHarness.Client slow = harness.connect();
    slow.hello(List.of());
    slow.outlet.take(5); // beds, states and what holds the first one back
    slow.subscribe(0);
    assertThat(slow.frames(Frame.AlarmsHeldBack.class))
        .containsExactly(new Frame.AlarmsHeldBack(held("4 East", "407", true)));
    harness.desk.hold(held("4 East", "407", false));
    slow.outlet.take(Integer.MAX_VALUE);
    slow.offerAlarming(bed);
    assertThat(slow.frames(Frame.AlarmsHeldBack.class))
        .containsExactly(
            new Frame.AlarmsHeldBack(held("4 West", "451", true)),
            new Frame.AlarmsHeldBack(held("4 East", "407", false)));
  }

  @Test
  void whatEndedBeforeAStationChoseAnewIsToldToo() {
    harness.desk.hold(held("4 East", "407", true));
    SessionHarness.Client station = harness.station();
    station.frames();
    station.outlet.take(0);
    harness.desk.hold(held("4 East", "407", false));
    station.offerAlarming(bed);
    station.subscribe(0);
    station.outlet.take(Integer.MAX_VALUE);
    station.session.drain();
    assertThat(station.frames(Frame.AlarmsHeldBack.class))
        .containsExactly(new Frame.AlarmsHeldBack(held("4 East", "407", false)));
  }
}
