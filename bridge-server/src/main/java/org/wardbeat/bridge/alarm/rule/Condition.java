package org.wardbeat.bridge.alarm.rule;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.VitalSign;

/** What was told last of one condition of a bed. Used by one thread. */
final class Condition {
  private enum Told {
    NOTHING,
    NORMAL,
    ACTIVE
  }

  private final String code;
  private final AlarmKind kind;
  private final @Nullable VitalSign sign;
  private final boolean latching;
  private final Consumer<ConditionChange> told;
  private Told state = Told.NOTHING;
  private AlarmPriority priority = AlarmPriority.LOW;
  private String text = "";
  private long onsetMicros;
  private long onsetDeviceMicros;

  Condition(
      String code,
      AlarmKind kind,
      @Nullable VitalSign sign,
      boolean latching,
      Consumer<ConditionChange> told) {
    this.code = code;
    this.kind = kind;
    this.sign = sign;
    this.latching = latching;
    this.told = told;
  }

  static Condition technical(String code, Consumer<ConditionChange> told) {
    return new Condition(code, AlarmKind.TECHNICAL, null, false, told);
  }

  boolean active() {
    return state == Told.ACTIVE;
  }

  /** Whether it was said that it does not last. */
  boolean isNormal() {
    return state == Told.NORMAL;
  }

  /** It begins. */
  void raise(
      AlarmPriority asUrgent,
      String shown,
      long sinceDeviceMicros,
      long sinceMicros,
      long atMicros) {
    state = Told.ACTIVE;
    priority = asUrgent;
    text = shown;
    onsetDeviceMicros = sinceDeviceMicros;
    onsetMicros = sinceMicros;
    tell(true, atMicros);
  }

  /** It lasts, and is now so urgent and shown so; says nothing that was said before. */
  void update(AlarmPriority asUrgent, String shown, long atMicros) {
    if (asUrgent != priority || !shown.equals(text)) {
      priority = asUrgent;
      text = shown;
      tell(true, atMicros);
    }
  }

  /** It lasts, and has become so urgent. */
  void escalate(AlarmPriority asUrgent, long atMicros) {
    if (asUrgent.isAbove(priority)) {
      update(asUrgent, text, atMicros);
    }
  }

  /** It does not last; said once, even if it never did. */
  void normal(long atMicros) {
    if (state == Told.ACTIVE) {
      state = Told.NORMAL;
      tell(false, atMicros);
    } else if (state == Told.NOTHING) {
      state = Told.NORMAL;
      told.accept(ConditionChange.normal(code, kind, atMicros));
    }
  }

  /** Others lie in the bed: what is normal is to be said again. */
  void forget() {
    state = Told.NOTHING;
  }

  private void tell(boolean lasts, long atMicros) {
    told.accept(
        new ConditionChange(
            code,
            kind,
            priority,
            sign,
            text,
            lasts,
            latching,
            onsetMicros,
            onsetDeviceMicros,
            atMicros));
  }
}
