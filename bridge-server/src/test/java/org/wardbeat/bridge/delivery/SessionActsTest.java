package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** How a session deals with what operators want. */
class SessionActsTest {
  private static final Operator NURSE = new Operator("R. Okafor", Role.NURSE);
  private static final Operator CHARGE = new Operator("M. Lindqvist", Role.CHARGE_NURSE);

  private final SessionHarness harness = new SessionHarness();
  private SessionHarness.Client station;

  @BeforeEach
  void open() {
    harness.admit("4 East", "407", 1);
    station = harness.station();
    station.frames();
  }

  private static Operation acknowledge(String unit, String bed) {
    return new Operation.Acknowledge(new BedId(unit, bed), "HR_HIGH", 1);
  }

  private void act(long number, Operator operator, Operation operation) {
    station.receive(new Frame.Act(number, operator, operation));
  }

  private List<Frame.ActAnswer> answers() {
    return station.frames(Frame.ActAnswer.class);
  }

  @Test
  void anActIsAnsweredWhenItIsDoneAndNotBefore() {
    act(7, NURSE, acknowledge("4 East", "407"));
    assertThat(answers()).isEmpty();
    assertThat(harness.desk.wanted.getFirst().operator()).isEqualTo(NURSE);
    harness.desk.wanted.getFirst().done();
    assertThat(answers()).containsExactly(new Frame.ActAnswer(7, Outcome.DONE, ""));
  }

  @Test
  void aRefusalKeepsItsWordsAndItsNumber() {
    act(1, NURSE, acknowledge("4 East", "407"));
    act(2, NURSE, acknowledge("4 East", "407"));
    harness.desk.wanted.get(1).refused("The alarm was over before it was acknowledged.");
    harness.desk.wanted.get(0).done();
    assertThat(answers())
        .containsExactly(
            new Frame.ActAnswer(
                2, Outcome.REFUSED, "The alarm was over before it was acknowledged."),
            new Frame.ActAnswer(1, Outcome.DONE, ""));
  }

  @Test
  void whatARoleMayNotDoIsRefusedWithoutAskingTheAlarms() {
    Operation unit = new Operation.Inactivate("4 East", "", Inactivation.AUDIO_PAUSED, 0, 60, "");
    act(1, NURSE, unit);
    assertThat(harness.desk.wanted).isEmpty();
    assertThat(answers())
        .containsExactly(
            new Frame.ActAnswer(
                1,
                Outcome.REFUSED,
                "A nurse may not pause the sound of a whole unit's alarms. Ask the charge"
                    + " nurse."));
    act(2, CHARGE, unit);
    assertThat(harness.desk.wanted).hasSize(1);
  }

  @Test
  void nobodyActsOnWhatTheStationDoesNotShow() {
    station.subscribe(
        0,
        List.of(
            new Selection(
                "4 East",
                "407",
                EnumSet.of(Lane.NUMERICS),
                EnumSet.noneOf(org.wardbeat.wire.ward.VitalSign.class),
                0),
            Selection.ofUnit("4 West", EnumSet.of(Lane.ALARMS))));
    act(1, NURSE, acknowledge("4 East", "407"));
    act(2, CHARGE, new Operation.Inactivate("4 East", "", Inactivation.AUDIO_PAUSED, 0, 60, ""));
    assertThat(harness.desk.wanted).isEmpty();
    assertThat(answers())
        .extracting(Frame.ActAnswer::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.REFUSED);
    act(3, CHARGE, new Operation.Inactivate("4 West", "", Inactivation.AUDIO_PAUSED, 0, 60, ""));
    act(4, NURSE, acknowledge("4 West", "451"));
    assertThat(harness.desk.wanted).hasSize(2);
  }

  @Test
  void beforeItSubscribedAStationShowsNothing() {
    SessionHarness.Client early = harness.connect();
    early.hello(List.of());
    early.receive(new Frame.Act(1, NURSE, acknowledge("4 East", "407")));
    assertThat(early.frames(Frame.ActAnswer.class))
        .extracting(Frame.ActAnswer::outcome)
        .containsExactly(Outcome.REFUSED);
  }

  @Test
  void anActBeforeHelloEndsTheSession() {
    SessionHarness.Client rude = harness.connect();
    rude.receive(new Frame.Act(1, NURSE, acknowledge("4 East", "407")));
    assertThat(rude.frames(Frame.Bye.class))
        .extracting(Frame.Bye::code)
        .containsExactly(Frame.ByeCode.PROTOCOL_ERROR);
  }

  @Test
  void anActWhoseSessionEndedIsNotAnsweredAnyMore() {
    act(1, NURSE, acknowledge("4 East", "407"));
    station.receive(new Frame.Bye(Frame.ByeCode.NORMAL, "", 0));
    harness.desk.wanted.getFirst().done();
    assertThat(answers()).isEmpty();
  }

  @Test
  void tooManyUnansweredActsAreRefusedAndTheSessionGoesOn() {
    for (int number = 0; number < SessionActs.MAX_UNANSWERED; number++) {
      act(number, NURSE, acknowledge("4 East", "407"));
    }
    act(100, NURSE, acknowledge("4 East", "407"));
    assertThat(answers())
        .containsExactly(
            new Frame.ActAnswer(100, Outcome.REFUSED, "Too much waits for its answer. Try again."));
    harness.desk.wanted.getFirst().done();
    act(101, NURSE, acknowledge("4 East", "407"));
    assertThat(harness.desk.wanted).hasSize(SessionActs.MAX_UNANSWERED + 1);
  }

  @Test
  void anAnswerGoesOutThoughTheConnectionTakesNoMore() {
    act(1, NURSE, acknowledge("4 East", "407"));
    station.outlet.take(0);
    harness.desk.wanted.getFirst().done();
    assertThat(answers()).hasSize(1);
  }
}
