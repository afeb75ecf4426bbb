package org.wardbeat.bridge.alarm;

import java.util.function.Consumer;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/** What stations may want of alarms. Safe for use by any thread. */
public interface AlarmDesk {
  /**
   * Does what an operator wants, if it still fits what it was meant for. Whether the operator may
   * is not asked here.
   *
   * @param answer told once, when it is stored or is not done; maybe on the alarms' thread, so it
   *     must not block
   */
  void act(Operator operator, Operation operation, Consumer<ActOutcome> answer);

  /**
   * Looks up alarms of the past.
   *
   * @param answer told of them in parts, the last of which says so and whether any are missing, on
   *     a thread of its own
   */
  void query(Frame.AlarmQuery query, Consumer<Frame.AlarmRecords> answer);

  /** What holds alarms back now. */
  HeldBack heldBack();

  /** Whether alarms are recorded. */
  Recording recording();

  /**
   * Why no alarm would come from here any more, in one sentence; empty as long as alarms work.
   * Stations must not rely on a bridge of which this says something.
   */
  String failure();
}
