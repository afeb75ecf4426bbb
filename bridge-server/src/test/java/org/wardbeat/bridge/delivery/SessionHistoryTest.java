package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/** How a session answers questions for alarms of the past. */
class SessionHistoryTest {
  private static final BedId BED = new BedId("4 East", "407");

  private final SessionHarness harness = new SessionHarness();
  private FakeBed bed;
  private SessionHarness.Client station;

  @BeforeEach
  void open() {
    bed = harness.admit("4 East", "407", 1);
    station = harness.station().answering();
    station.frames();
  }

  private static Alarm alarm(String condition, long micros) {
    return Alarm.raised(
            condition, AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, condition, micros, micros)
        .ended(false, micros + 1);
  }

  /**
   * So many alarms, some of which began at the same time.
   *
   * @param together how many
   */
  private void past(int count, int together) {
    for (int i = 0; i < count; i++) {
      long micros = FakeBed.START_MICROS + i / together;
      harness.desk.past.add(new Frame.AlarmRecord(BED, alarm("C" + i, micros)));
    }
  }

  private void ask(long number, int most) {
    station.receive(new Frame.AlarmQuery(number, "", "", 0, Long.MAX_VALUE, most));
  }

  private List<Frame.AlarmRecords> answer() {
    List<Frame.AlarmRecords> parts = new ArrayList<>();
    for (int round = 0; round < 500; round++) {
      harness.desk.answerQueries();
      station.session.drain();
      parts.addAll(station.frames(Frame.AlarmRecords.class));
    }
    return parts;
  }

  private static List<String> conditions(List<Frame.AlarmRecords> parts) {
    return parts.stream()
        .flatMap(part -> part.records().stream())
        .map(each -> each.alarm().condition())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 100", "1, 1, 100", "30, 1, 100", "3000, 1, 100000", "3000, 1, 2048",
    "3000, 1000, 100000", "3000, 3000, 100000", "5000, 700, 2500", "1024, 1, 1024", "2048, 3, 5000"
  })
  void eachAlarmComesOnceHoweverManyBeganTogether(int count, int together, int most) {
    past(count, together);
    ask(9, most);
    List<Frame.AlarmRecords> parts = answer();

    assertThat(conditions(parts)).hasSize(Math.min(count, most)).doesNotHaveDuplicates();
    assertThat(parts.stream().flatMap(part -> part.records().stream()))
        .extracting(each -> -each.alarm().onsetMicros())
        .isSorted();
    assertThat(parts).extracting(Frame.AlarmRecords::number).containsOnly(9L);
    assertThat(parts.subList(0, parts.size() - 1)).noneMatch(Frame.AlarmRecords::last);
    assertThat(parts.getLast().last()).isTrue();
    assertThat(parts).allMatch(part -> part.records().size() <= Frame.AlarmRecords.MAX_RECORDS);
  }

  @ParameterizedTest
  @CsvSource({"0", "30", "3000"})
  void whatIsMissingIsSaidByTheLastPartAlone(int count) {
    past(count, 1);
    harness.desk.missing = "The bridge cannot read its store of alarms.";
    ask(9, 100_000);
    List<Frame.AlarmRecords> parts = answer();

    assertThat(conditions(parts)).hasSize(count);
    assertThat(parts.getLast().missing()).isEqualTo(harness.desk.missing);
    assertThat(parts.subList(0, parts.size() - 1)).allMatch(part -> part.missing().isEmpty());
  }

  @Test
  void questionsAreAnsweredOneAfterTheOther() {
    past(100, 1);
    ask(1, 100);
    ask(2, 100);
    assertThat(harness.desk.queries).hasSize(1);
    assertThat(answer().stream().map(Frame.AlarmRecords::number).distinct())
        .containsExactly(1L, 2L);
  }

  @Test
  void anAlarmIsNotDelayedByAnAnswerThatIsUnderWay() {
    past(2_000, 1);
    ask(1, 2_000);
    for (int i = 0; i < 20; i++) {
      harness.desk.answerQueries();
      station.session.drain();
      station.frames();
    }
    harness.desk.answerQueries();
    station.session.drain();
    station.session.drain();
    List<byte[]> underWay = station.outlet.bytes();
    harness.ward.alarms().append(bed, 1, alarm("ASYSTOLE", FakeBed.START_MICROS));
    station.session.alarmed();
    assertThat(station.outlet.frames(harness.codec))
        .singleElement()
        .isInstanceOf(Frame.AlarmEvent.class);
    assertThat(underWay).allMatch(frame -> frame.length < 2_048);
  }

  @Test
  void aStationThatAnswersNothingGetsNoMoreThanASecondOfTheSlowestLine() {
    SessionHarness.Client mute = harness.station();
    mute.frames();
    past(2_000, 1);
    mute.receive(new Frame.AlarmQuery(1, "", "", 0, Long.MAX_VALUE, 2_000));
    harness.desk.answerQueries();
    for (int i = 0; i < 10; i++) {
      mute.session.drain();
    }
    int bytes = mute.outlet.bytes().stream().mapToInt(frame -> frame.length).sum();
    assertThat(bytes).isBetween(1, 2 * 2_048);
  }

  @Test
  void vitalSignsGoBeforeAlarmsOfThePast() {
    past(2_000, 1);
    ask(1, 2_000);
    station.outlet.take(0);
    harness.desk.answerQueries();
    bed.measure(
        FakeBed.START_MICROS + 1,
        org.wardbeat.wire.ward.Reading.of(org.wardbeat.wire.ward.VitalSign.HR, 72, 1));
    station.offer(bed);
    station.outlet.take(Integer.MAX_VALUE);
    station.session.drain();
    assertThat(station.frames().getFirst()).isInstanceOf(Frame.Numerics.class);
  }

  @Test
  void littleIsLookedUpBeforeTheStationTakesIt() {
    past(10_000, 1);
    ask(1, 10_000);
    station.outlet.take(1);
    for (int round = 0; round < 100; round++) {
      harness.desk.answerQueries();
      station.session.drain();
    }
    assertThat(harness.desk.queries).hasSize(1);
    assertThat(harness.desk.queries.getFirst().most()).isEqualTo(HistoryPull.PAGE);
  }

  @Test
  void tooManyQuestionsEndTheSession() {
    for (int number = 0; number <= HistoryPull.MAX_WAITING; number++) {
      ask(number, 10);
    }
    assertThat(station.outlet.closed()).isFalse();
    ask(100, 10);
    assertThat(station.outlet.closed()).isTrue();
  }

  @Test
  void anAnswerThatComesAfterTheSessionEndedIsForgotten() {
    past(10, 1);
    ask(1, 10);
    station.receive(new Frame.Bye(Frame.ByeCode.NORMAL, "", 0));
    assertThat(answer()).isEmpty();
  }
}
