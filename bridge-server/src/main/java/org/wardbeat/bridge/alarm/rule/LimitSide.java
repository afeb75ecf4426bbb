package org.wardbeat.bridge.alarm.rule;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The low or the high limit of a vital sign, with the extreme one behind it. A value beyond a limit
 * for as long as the delay is an alarm, which ends as soon as a value is inside by the hysteresis.
 * Of the two conditions the graver one counts: it takes the place of the other, and the other its
 * place when it ends. Used by one thread.
 *
 * <p>Values are compared as {@code direction × value}, so that beyond is always above.
 */
final class LimitSide {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int FULL_SATURATION = 100;

  private final int direction;
  private final VitalSign sign;
  private final long delayMicros;
  private final int hysteresis;
  private final AlarmPriority priority;
  private final Level plain;
  private final Level extreme;

  LimitSide(boolean low, VitalSign sign, SignRule rule, Consumer<ConditionChange> told) {
    direction = low ? -1 : 1;
    this.sign = sign;
    delayMicros = (low ? rule.lowDelay() : rule.highDelay()).toMillis() * 1_000;
    hysteresis = rule.hysteresis();
    priority = rule.priority();
    boolean lethal = sign == VitalSign.HR;
    plain = new Level(new Condition(Wording.code(sign, low), patient(), sign, false, told));
    extreme =
        new Level(new Condition(Wording.extremeCode(sign, low), patient(), sign, lethal, told));
  }

  private static AlarmKind patient() {
    return AlarmKind.PHYSIOLOGICAL;
  }

  /** One of the two limits, and since when values are beyond it. */
  private static final class Level {
    private final Condition condition;
    private int limit = NEVER;
    private int inside = NEVER;
    private boolean beyond;
    private long sinceDeviceMicros;
    private long sinceElapsedMicros;

    private Level(Condition condition) {
      this.condition = condition;
    }

    private void watch(int newLimit, int newInside) {
      limit = newLimit;
      inside = newInside;
    }

    private void take(int value, long measuredMicros, long elapsedMicros) {
      if (value > limit) {
        if (!beyond) {
          begin(measuredMicros, elapsedMicros);
        }
      } else if (!condition.active() || value <= inside) {
        beyond = false;
      }
    }

    private void begin(long measuredMicros, long elapsedMicros) {
      beyond = true;
      sinceDeviceMicros = measuredMicros;
      sinceElapsedMicros = elapsedMicros;
    }

    private boolean isDue(int value, long elapsedMicros, long delayMicros) {
      return !condition.active()
          && value > limit
          && elapsedMicros - sinceElapsedMicros >= delayMicros;
    }
  }

  /** Watches these limits from now on; nothing if there are none. */
  void watch(@Nullable Limit limit) {
    Integer first = limit == null || !limit.on() ? null : own(limit.low(), limit.high());
    Integer second =
        limit == null || !limit.on() ? null : own(limit.extremeLow(), limit.extremeHigh());
    Integer opposite = limit == null ? null : own(limit.high(), limit.low());
    watch(plain, first, opposite);
    watch(extreme, second, opposite);
  }

  private @Nullable Integer own(@Nullable Integer low, @Nullable Integer high) {
    return direction < 0 ? low : high;
  }

  private void watch(Level level, @Nullable Integer limit, @Nullable Integer opposite) {
    if (limit == null) {
      level.watch(NEVER, NEVER);
      return;
    }
    int inside = Math.max(direction * limit - hysteresis, best());
    level.watch(
        direction * limit, opposite == null ? inside : Math.max(inside, direction * opposite));
  }

  /**
   * The value farthest inside that there is: it ends an alarm even where the hysteresis asks for
   * more, as below no rate or pressure and above 100 % no saturation can be.
   */
  private int best() {
    return switch (sign) {
      case ST_I, ST_II -> -VitalSign.MAX_FIXED;
      case SPO2 -> direction < 0 ? -FULL_SATURATION : 0;
      case HR, PULSE, RR, TEMP, NIBP_SYS, NIBP_DIA, NIBP_MEAN, ETCO2, PVC ->
          direction < 0 ? -VitalSign.MAX_FIXED : 0;
    };
  }

  /** A value came, or is told again by the newest message. */
  void take(int value, long measuredMicros, SourceTime time) {
    int directed = direction * value;
    plain.take(directed, measuredMicros, time.elapsedMicros());
    extreme.take(directed, measuredMicros, time.elapsedMicros());
  }

  /** Tells what is to be told, now that the newest message is taken in. */
  void settle(int value, long measuredMicros, SourceTime time, DeviceTimes times) {
    int directed = direction * value;
    long elapsed = time.elapsedMicros();
    if (extreme.isDue(directed, elapsed, delayMicros)) {
      raise(extreme, AlarmPriority.HIGH, value, time, times);
    } else if (extreme.condition.active() && !extreme.beyond && directed > plain.limit) {
      plain.begin(measuredMicros, elapsed); // what follows the graver one is another alarm
      raise(plain, priority, value, time, times);
    }
    if (!extreme.beyond) {
      normal(extreme, time, times);
    }
    if (extreme.condition.active()) {
      normal(plain, time, times);
    } else if (plain.isDue(directed, elapsed, delayMicros)) {
      raise(plain, priority, value, time, times);
    } else if (!plain.beyond) {
      normal(plain, time, times);
    }
  }

  private void raise(
      Level level, AlarmPriority asUrgent, int value, SourceTime time, DeviceTimes times) {
    level.condition.raise(
        asUrgent,
        level == plain
            ? Wording.text(sign, direction < 0, value, direction * level.limit)
            : Wording.extremeText(sign, direction < 0, value, direction * level.limit),
        level.sinceDeviceMicros,
        times.toBridge(level.sinceDeviceMicros),
        times.toBridge(time.deviceMicros()));
  }

  private static void normal(Level level, SourceTime time, DeviceTimes times) {
    if (!level.condition.isNormal()) {
      level.condition.normal(times.toBridge(time.deviceMicros()));
    }
  }

  /** Evaluates from zero: whatever lasts, ends. */
  void reset(long atMicros) {
    plain.beyond = false;
    extreme.beyond = false;
    plain.condition.normal(atMicros);
    extreme.condition.normal(atMicros);
  }

  /** Says again what is normal. */
  void forget() {
    plain.condition.forget();
    extreme.condition.forget();
  }
}
