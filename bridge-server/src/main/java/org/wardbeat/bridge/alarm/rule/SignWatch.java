package org.wardbeat.bridge.alarm.rule;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Watches the limits of one vital sign. Where the device has no valid value for less than a
 * dropout, nothing begins or ends; after that all is evaluated from zero. A value that messages
 * leave out lasts. Used by one thread.
 */
final class SignWatch {
  private final long gapMicros;
  private final boolean spot;
  private final LimitSide low;
  private final LimitSide high;
  private @Nullable Limit limit;
  private boolean watched;

  /** Whether the device says that it has a valid value. */
  private boolean available;

  private int value;
  private long measuredMicros;
  private long missingSinceMicros;

  /** Whether the value was missing for so long that all was reset. */
  private boolean lost;

  /** Whether the value is older than the last reset: what it is part of begins anew after it. */
  private boolean older;

  private long resetDeviceMicros;

  SignWatch(VitalSign sign, RuleSettings settings, Consumer<ConditionChange> told) {
    SignRule rule = settings.sign(sign);
    gapMicros = settings.technical().silence().toMillis() * 1_000;
    spot =
        switch (sign) {
          case NIBP_SYS, NIBP_DIA, NIBP_MEAN -> true;
          default -> false;
        };
    low = new LimitSide(true, sign, rule, told);
    high = new LimitSide(false, sign, rule, told);
  }

  /** Watches another limit; if it differs, from zero. */
  void watch(@Nullable Limit newLimit, SourceTime time, long atMicros) {
    if (watched && Objects.equals(limit, newLimit)) {
      return;
    }
    limit = newLimit;
    low.watch(newLimit);
    high.watch(newLimit);
    if (watched) {
      reset(time, atMicros);
    }
    watched = true;
  }

  /** What the newest message says of the sign. */
  void take(boolean valid, int newValue, long deviceMicros, SourceTime time) {
    if (valid) {
      older &= deviceMicros <= resetDeviceMicros;
      available = true;
      lost = false;
      value = newValue;
      measuredMicros = deviceMicros;
    } else if (available) {
      available = false;
      missingSinceMicros = time.elapsedMicros();
    }
  }

  /** The newest message is taken in. */
  void settle(SourceTime time, DeviceTimes times) {
    if (available) {
      long since = older ? time.deviceMicros() : measuredMicros;
      low.take(value, since, time);
      high.take(value, since, time);
      low.settle(value, since, time, times);
      high.settle(value, since, time, times);
    } else if (!lost && time.elapsedMicros() - missingSinceMicros >= gapMicros) {
      lost = true;
      reset(time, times.toBridge(time.deviceMicros()));
    }
  }

  /** Evaluates from zero, with the value that is known. */
  void reset(SourceTime time, long atMicros) {
    low.reset(atMicros);
    high.reset(atMicros);
    restart(time);
  }

  /** What the value that is known is part of begins with the next message. */
  void restart(SourceTime time) {
    older = time.begun();
    resetDeviceMicros = time.deviceMicros();
  }

  /** Evaluates from zero after a dropout: only what is measured at times is still known. */
  void dropOut(SourceTime time, long atMicros) {
    reset(time, atMicros);
    if (!spot) {
      available = false;
      missingSinceMicros = time.elapsedMicros();
    }
  }

  /** Ends all and forgets all: another patient or device is there. */
  void forget(SourceTime time, long atMicros) {
    dropOut(time, atMicros);
    low.forget();
    high.forget();
    available = false;
    lost = false;
    missingSinceMicros = time.elapsedMicros();
    older = false;
  }
}
