package org.wardbeat.bridge.delivery;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** Which role may do what: the one place that says so. */
final class RoleRules {
  /** What an operation takes, in words that complete "may not". */
  enum Right {
    ACKNOWLEDGE("acknowledge alarms"),
    PAUSE_BED_AUDIO("pause the sound of a bed's alarms"),
    PAUSE_BED_ALARMS("pause a bed's alarms"),
    PAUSE_UNIT_AUDIO("pause the sound of a whole unit's alarms"),
    PAUSE_UNIT_ALARMS("pause a whole unit's alarms"),
    STANDBY("set standby"),
    SET_LIMITS("set alarm limits"),
    ENTER_OBSERVATIONS("enter observations"),
    ADMIT("admit, confirm, transfer or discharge patients"),
    ASSIGN_OWN("take beds over or hand over their own"),
    ASSIGN("assign nurses to beds");

    private final String words;

    Right(String words) {
      this.words = words;
    }
  }

  private static final Map<Role, Set<Right>> RIGHTS =
      new EnumMap<>(
          Map.of(
              Role.NURSE,
              EnumSet.of(
                  Right.ACKNOWLEDGE,
                  Right.PAUSE_BED_AUDIO,
                  Right.PAUSE_BED_ALARMS,
                  Right.SET_LIMITS,
                  Right.ENTER_OBSERVATIONS,
                  Right.ADMIT,
                  Right.ASSIGN_OWN),
              Role.CHARGE_NURSE,
              EnumSet.allOf(Right.class),
              Role.TECHNICIAN,
              EnumSet.noneOf(Right.class)));

  private static final Map<Role, String> NAMES =
      new EnumMap<>(
          Map.of(
              Role.NURSE,
              "A nurse",
              Role.CHARGE_NURSE,
              "A charge nurse",
              Role.TECHNICIAN,
              "A technician"));

  private RoleRules() {}

  /** Why an operator may not do this, in words for the operator; null if it is allowed. */
  static @Nullable String refusal(Operator operator, Operation operation) {
    Right right = right(operator, operation);
    Role role = operator.role();
    if (Objects.requireNonNull(RIGHTS.get(role)).contains(right)) {
      return null;
    }
    return "%s may not %s. %s"
        .formatted(
            NAMES.get(role),
            right.words,
            role == Role.TECHNICIAN ? "Ask a nurse." : "Ask the charge nurse.");
  }

  static Right right(Operator operator, Operation operation) {
    return switch (operation) {
      case Operation.Acknowledge _ -> Right.ACKNOWLEDGE;
      case Operation.SetLimits _ -> Right.SET_LIMITS;
      case Operation.EnterObservations _ -> Right.ENTER_OBSERVATIONS;
      case Operation.Inactivate pause -> right(pause);
      case Operation.Admit _, Operation.Confirm _, Operation.Discharge _, Operation.Transfer _ ->
          Right.ADMIT;
      case Operation.Assign of ->
          of.nurse().equals(operator.user()) ? Right.ASSIGN_OWN : Right.ASSIGN;
      case Operation.HandOver of ->
          of.from().equals(operator.user()) || of.to().equals(operator.user())
              ? Right.ASSIGN_OWN
              : Right.ASSIGN;
    };
  }

  private static Right right(Operation.Inactivate pause) {
    boolean unit = pause.bed().isEmpty();
    return switch (pause.kind()) {
      case AUDIO_PAUSED -> unit ? Right.PAUSE_UNIT_AUDIO : Right.PAUSE_BED_AUDIO;
      case ALARM_PAUSED -> unit ? Right.PAUSE_UNIT_ALARMS : Right.PAUSE_BED_ALARMS;
      case STANDBY -> Right.STANDBY;
    };
  }
}
