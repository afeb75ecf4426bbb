package org.wardbeat.bridge.alarm.rule;

import java.time.Duration;
import java.util.function.Consumer;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.Score.Band;

/**
 * Alarms of an early warning score whose band rises: of each rise anew, until the band is lower
 * again. A band counts once it has settled. Without a total nothing is known, and the next band is
 * a rise again. Used by one thread.
 */
final class BandWatch {
  private final Score.Kind kind;
  private final long settledNanos;
  private final Condition condition;
  private Band band = Band.NONE;
  private Band alarmed = Band.NONE;
  private Band next = Band.NONE;
  private long nextNanos;
  private long nextMicros;
  private long nextDeviceMicros;

  BandWatch(Score.Kind kind, Duration settled, Consumer<ConditionChange> told) {
    this.kind = kind;
    settledNanos = settled.toNanos();
    condition = new Condition(kind.name(), AlarmKind.PHYSIOLOGICAL, null, false, told);
  }

  /** The score is this now. */
  void take(Score score, long nowNanos, long nowMicros, long lastDeviceMicros) {
    if (score.band() != next) {
      next = score.band();
      nextNanos = nowNanos;
      nextMicros = nowMicros;
      nextDeviceMicros = lastDeviceMicros;
    }
    if (nowNanos - nextNanos < settledNanos || next == band) {
      return;
    }
    boolean rises = next.compareTo(band) > 0 && next.compareTo(Band.LOW) > 0;
    band = next;
    if (rises) {
      if (condition.active()) {
        condition.normal(nowMicros);
      }
      alarmed = band;
      condition.raise(AlarmPriority.LOW, text(score), nextDeviceMicros, nextMicros, nowMicros);
    } else if (band.compareTo(alarmed) < 0 || !condition.active()) {
      condition.normal(nowMicros);
      alarmed = Band.NONE;
    }
  }

  private String text(Score score) {
    return "%s %d %s".formatted(kind, score.total(), name(score.band()));
  }

  private static String name(Band band) {
    return switch (band) {
      case NONE -> "UNKNOWN";
      case LOW -> "LOW";
      case LOW_MEDIUM -> "LOW-MEDIUM";
      case MEDIUM -> "MEDIUM";
      case HIGH -> "HIGH";
    };
  }

  /** Evaluates from zero. */
  void reset(long atMicros) {
    condition.normal(atMicros);
    band = Band.NONE;
    alarmed = Band.NONE;
    next = Band.NONE;
  }

  void forget() {
    condition.forget();
  }
}
