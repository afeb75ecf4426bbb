package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** What is asked of the bridge, and what is said of it when no answer comes. */
class LinkRequestTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final Operator NURSE = new Operator("Okafor, A", Role.NURSE);
  private static final Operation SEEN = new Operation.Acknowledge(BED, "ASYSTOLE", 1);
  private static final HistoryQuery ALL = new HistoryQuery("", "", 0, 10, 1_000);

  private final FakeBridge bridge = new FakeBridge();

  LinkRequestTest() {
    bridge.supervisor.start();
  }

  private void begin() {
    bridge.open();
    bridge.welcome();
    bridge.heartbeat();
  }

  private CompletableFuture<ActResult> act() {
    CompletableFuture<ActResult> answer = new CompletableFuture<>();
    bridge.supervisor.act(NURSE, SEEN, answer);
    return answer;
  }

  private CompletableFuture<AlarmHistory> query() {
    CompletableFuture<AlarmHistory> answer = new CompletableFuture<>();
    bridge.supervisor.history(ALL, answer);
    return answer;
  }

  private List<Frame.Act> sent() {
    return bridge.last().sent(Frame.Act.class);
  }

  @ParameterizedTest
  @CsvSource({"DONE, ''", "REFUSED, Somebody changed them before", "FAILED, The disk is full"})
  void bridgesAnswerIsTheAnswer(Frame.Outcome outcome, String reason) {
    begin();
    CompletableFuture<ActResult> answer = act();
    assertThat(sent()).hasSize(1);
    assertThat(sent().getFirst().operator()).isEqualTo(NURSE);
    assertThat(sent().getFirst().operation()).isEqualTo(SEEN);
    assertThat(answer).isNotDone();
    bridge.says(new Frame.ActAnswer(sent().getFirst().number(), outcome, reason));
    assertThat(answer)
        .isCompletedWithValue(new ActResult(ActResult.Status.valueOf(outcome.name()), reason));
  }

  @Test
  void answersAreToldApartByTheirNumbers() {
    begin();
    CompletableFuture<ActResult> first = act();
    CompletableFuture<ActResult> second = act();
    bridge.says(new Frame.ActAnswer(sent().get(1).number(), Frame.Outcome.DONE, ""));
    assertThat(first).isNotDone();
    assertThat(second).isDone();
  }

  @Test
  void withoutALinkNothingIsSentAndThatIsSaidAtOnce() {
    CompletableFuture<ActResult> answer = act();
    assertThat(answer.join().status()).isEqualTo(ActResult.Status.NOT_SENT);
    assertThat(query().join().complete()).isFalse();
    begin();
    assertThat(sent()).as("nor later").isEmpty();
  }

  @Test
  void withoutAnAnswerForThreeSecondsItIsNotSaidToBeDone() {
    begin();
    CompletableFuture<ActResult> answer = act();
    bridge.pass(2_900);
    assertThat(answer).isNotDone();
    bridge.heartbeat();
    bridge.pass(200);
    assertThat(answer.join().status()).isEqualTo(ActResult.Status.UNANSWERED);
    bridge.says(new Frame.ActAnswer(sent().getFirst().number(), Frame.Outcome.DONE, ""));
    assertThat(answer.join().isDone()).as("a late answer changes nothing").isFalse();
  }

  @Test
  void endOfTheSessionLeavesItUnansweredAndItIsNotSentAgain() {
    begin();
    CompletableFuture<ActResult> answer = act();
    CompletableFuture<AlarmHistory> history = query();
    bridge.breaks("x", 0);
    assertThat(answer.join().status()).isEqualTo(ActResult.Status.UNANSWERED);
    assertThat(history.join().complete()).isFalse();
    bridge.passUntilAttempt();
    begin();
    assertThat(sent()).isEmpty();
  }

  @Test
  void alarmsOfThePastComeInParts() {
    begin();
    CompletableFuture<AlarmHistory> answer = query();
    Frame.AlarmQuery asked = bridge.last().sent(Frame.AlarmQuery.class).getFirst();
    assertThat(asked).isEqualTo(new Frame.AlarmQuery(asked.number(), "", "", 0, 10, 1_000));
    bridge.says(new Frame.AlarmRecords(asked.number(), false, List.of(record(3))));
    assertThat(answer).isNotDone();
    bridge.says(new Frame.AlarmRecords(asked.number(), true, List.of(record(2))));
    assertThat(answer).isCompletedWithValue(new AlarmHistory("", List.of(record(3), record(2))));
  }

  @Test
  void whyTheAnswerIsNotWholeIsPassedOn() {
    begin();
    CompletableFuture<AlarmHistory> answer = query();
    long number = bridge.last().sent(Frame.AlarmQuery.class).getFirst().number();
    bridge.says(new Frame.AlarmRecords(number, true, "Cannot be read.", List.of(record(3))));
    assertThat(answer.join().complete()).isFalse();
    assertThat(answer)
        .isCompletedWithValue(new AlarmHistory("Cannot be read.", List.of(record(3))));
  }

  private static Frame.AlarmRecord record(long onset) {
    return new Frame.AlarmRecord(
        BED,
        Alarm.raised("VT", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, "VT", onset, onset));
  }
}
