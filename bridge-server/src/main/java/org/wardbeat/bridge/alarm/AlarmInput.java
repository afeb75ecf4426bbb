package org.wardbeat.bridge.alarm;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;

/** What comes to the alarms' thread. */
sealed interface AlarmInput {
  /** What has happened anyway, and counts even if it cannot be stored. */
  sealed interface Happened extends AlarmInput {}

  /** The parameters are those of {@link BedConditions#occupied}. */
  record Occupied(
      BedId bed,
      long occupancy,
      @Nullable Patient named,
      String device,
      boolean check,
      long stayVersion)
      implements Happened {}

  record Removed(BedId bed) implements Happened {}

  record Report(BedId bed, long occupancy, ConditionSource source, ConditionChange change)
      implements Happened {}

  record Merge(SharedAct act) implements Happened {}

  /** Other bridges may have forgotten what they were told. */
  record TellAll() implements Happened {}

  /** What an operator wants, which is done only if it can be stored. */
  record Wanted(Operator operator, Operation operation, Consumer<ActOutcome> answer)
      implements AlarmInput {}
}
