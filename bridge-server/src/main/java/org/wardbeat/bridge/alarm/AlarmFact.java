package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/** What is stored. Of facts about the same, the last one counts. */
public sealed interface AlarmFact {
  /**
   * What an alarm is.
   *
   * @param bed whose
   * @param alarm its newest state
   * @param latching whether it is too grave to go unseen
   * @param sources the {@linkplain ConditionSource sources} that say that it lasts, as bits
   * @param risenMicros when it became as urgent as it is; what was acknowledged before does not
   *     count
   */
  record OfAlarm(BedId bed, Alarm alarm, boolean latching, int sources, long risenMicros)
      implements AlarmFact {}

  /** The limits somebody set, or that there are none any more. */
  record OfLimits(BedId bed, LimitsInForce limits) implements AlarmFact {}

  /** What holds alarms back, or no longer. */
  record OfHold(Hold hold) implements AlarmFact {}

  /** What somebody observed. */
  record OfEntry(BedId bed, Observed observed) implements AlarmFact {}

  /** Who and what is at a bed; with another patient, what was observed before is forgotten. */
  record OfOccupant(BedId bed, String patient, String device, boolean otherPatient)
      implements AlarmFact {}

  /** What people said of who lies in a bed, and whether that has to be checked. */
  record OfStay(BedId bed, StayInForce stay, boolean check) implements AlarmFact {}

  /** What an operator did. */
  record OfAct(long micros, Operator operator, Operation operation) implements AlarmFact {}
}
