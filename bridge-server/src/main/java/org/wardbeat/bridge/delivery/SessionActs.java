package org.wardbeat.bridge.delivery;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ActOutcome;
import org.wardbeat.bridge.alarm.AlarmDesk;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;

/**
 * One session's acts: whether the operator may do it, and on what the station shows; each answered
 * once, as long as the session lasts.
 *
 * <p>Confined to the session's event loop.
 */
final class SessionActs {
  /** Most acts that wait for their answer. */
  static final int MAX_UNANSWERED = 32;

  private final AlarmDesk desk;
  private final Executor eventLoop;
  private final Consumer<Frame.ActAnswer> answers;
  private Subscription shown = Subscription.NOTHING;
  private int unanswered;

  /**
   * @param eventLoop the session's
   * @param answers sends answers, on the event loop
   */
  SessionActs(AlarmDesk desk, Executor eventLoop, Consumer<Frame.ActAnswer> answers) {
    this.desk = desk;
    this.eventLoop = eventLoop;
    this.answers = answers;
  }

  /** Takes note of what the station shows. */
  void subscribe(Subscription subscription) {
    shown = subscription;
  }

  void act(Frame.Act act) {
    String refusal = refusal(act);
    if (refusal != null) {
      answers.accept(new Frame.ActAnswer(act.number(), Frame.Outcome.REFUSED, refusal));
      return;
    }
    unanswered++;
    desk.act(
        act.operator(),
        act.operation(),
        outcome -> eventLoop.execute(() -> answered(act.number(), outcome)));
  }

  private @Nullable String refusal(Frame.Act act) {
    if (unanswered >= MAX_UNANSWERED) {
      return "Too much waits for its answer. Try again.";
    }
    if (!shows(act.operation())) {
      return "This station does not show the alarms of that bed or unit, or no names.";
    }
    return RoleRules.refusal(act.operator(), act.operation());
  }

  /** Nobody acts on what is not before them. */
  private boolean shows(Operation operation) {
    return switch (operation) {
      case Operation.Acknowledge of -> shows(of.bed());
      case Operation.SetLimits of -> shows(of.bed());
      case Operation.EnterObservations of -> shows(of.bed());
      case Operation.Inactivate of -> shown.wantsAlarmsOf(of.unit(), of.bed());
      case Operation.Admit of -> names(of.at());
      case Operation.Confirm of -> names(of.at());
      case Operation.Discharge of -> names(of.at());
      case Operation.Transfer of -> names(of.from()) && names(of.to());
      case Operation.Assign of -> of.beds().stream().allMatch(this::names);
      case Operation.HandOver of -> of.beds().stream().allMatch(this::names);
    };
  }

  /** Nobody says who lies where without seeing who does. */
  private boolean names(Operation.BedVersion at) {
    return shows(at.bed()) && shown.wanted(at.bed()).names();
  }

  private boolean shows(BedId bed) {
    return shown.wanted(bed).alarms();
  }

  private void answered(long number, ActOutcome outcome) {
    unanswered--;
    answers.accept(new Frame.ActAnswer(number, outcome.outcome(), fitting(outcome.reason())));
  }

  private static String fitting(String reason) {
    return reason.substring(0, Math.min(reason.length(), Frame.MAX_TEXT));
  }
}
