package org.wardbeat.station.sound;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * Decides which burst sounds when; there is one for a station. Durations are told by the caller's
 * monotonic clock in nanoseconds. Used by one thread.
 *
 * <p>The highest priority sounds, at once, and interrupts a lower one. It is repeated while it
 * lasts. Another alarm of the same priority is next, as soon as IEC 60601-1-8 lets a burst follow
 * the one before; if nothing lasts that the one before told of, no pause is owed. Whoever
 * acknowledges the last alarm has silence within a moment.
 *
 * <p>When no alarm can reach the station, it sounds with high priority by itself. For the first
 * {@value #CUT_OFF_SECONDS} s no pause holds that back: whoever asked for the pause could not know
 * of it.
 */
final class SoundArbiter {
  static final int CUT_OFF_SECONDS = 120;
  private static final SoundingAlarm CUT_OFF = new SoundingAlarm("", AlarmPriority.HIGH);

  private final Set<SoundingAlarm> sounded = new HashSet<>();
  private final Map<AlarmPriority, Long> repeats = new EnumMap<>(AlarmPriority.class);
  private @Nullable AlarmPriority last;
  private long lastEndNanos;
  private boolean playing;
  private boolean testing;
  private boolean cutOff;
  private long cutOffNanos;

  /** What the output does next. */
  enum Step {
    /** It goes on, or stays silent. */
    GO_ON,
    /** It falls silent. */
    FALL_SILENT,
    /** It plays {@link Burst#HIGH}, in place of what it plays. */
    PLAY_HIGH,
    /** It plays {@link Burst#MEDIUM}, in place of what it plays. */
    PLAY_MEDIUM,
    /** It plays {@link Burst#LOW}, in place of what it plays. */
    PLAY_LOW;

    static Step play(AlarmPriority priority) {
      return switch (priority) {
        case HIGH -> PLAY_HIGH;
        case MEDIUM -> PLAY_MEDIUM;
        case LOW -> PLAY_LOW;
      };
    }
  }

  /**
   * Decides. What it says is done by the caller.
   *
   * @param test whether a test tone is wanted; {@link #isTesting()} tells that it began
   */
  Step decide(SoundDemand demand, boolean test, long nowNanos) {
    Set<SoundingAlarm> heard = audible(demand, nowNanos);
    sounded.retainAll(heard);
    AlarmPriority top = top(heard);
    if (top == null) {
      return withoutAlarm(test, nowNanos);
    }
    if (playing && !testing && last != null && !top.isAbove(last)) {
      return last == top ? Step.GO_ON : fallSilent(nowNanos);
    }
    if (isDue(top, heard, nowNanos)) {
      heard.stream().filter(alarm -> alarm.priority() == top).forEach(sounded::add);
      return play(top, nowNanos);
    }
    return test ? test() : Step.GO_ON;
  }

  /** The burst was played to its end. */
  void ended(long nowNanos) {
    if (!testing) {
      lastEndNanos = nowNanos;
    }
    playing = false;
    testing = false;
  }

  /** What was played so far may not have been heard: everything sounds anew. */
  void startAnew() {
    playing = false;
    testing = false;
    forget();
  }

  boolean isTesting() {
    return testing;
  }

  private Set<SoundingAlarm> audible(SoundDemand demand, long nowNanos) {
    if (demand.cutOff() && !cutOff) {
      cutOffNanos = nowNanos;
    }
    cutOff = demand.cutOff();
    boolean paused = demand.isPaused(nowNanos);
    Set<SoundingAlarm> heard = new HashSet<>(paused ? Set.of() : demand.alarms());
    if (cutOff && (!paused || nowNanos - cutOffNanos < CUT_OFF_SECONDS * 1_000_000_000L)) {
      heard.add(CUT_OFF);
    }
    return heard;
  }

  private static @Nullable AlarmPriority top(Set<SoundingAlarm> heard) {
    AlarmPriority top = null;
    for (SoundingAlarm alarm : heard) {
      if (top == null || alarm.priority().isAbove(top)) {
        top = alarm.priority();
      }
    }
    return top;
  }

  private Step withoutAlarm(boolean test, long nowNanos) {
    if (playing && !testing) {
      Step silence = fallSilent(nowNanos);
      forget();
      return silence;
    }
    forget();
    return test ? test() : Step.GO_ON;
  }

  private void forget() {
    sounded.clear();
    repeats.clear();
    last = null;
  }

  private boolean isDue(AlarmPriority top, Set<SoundingAlarm> heard, long nowNanos) {
    boolean another =
        heard.stream().anyMatch(alarm -> alarm.priority() == top && !sounded.contains(alarm));
    Long repeat = repeats.get(top);
    if (!another && repeat != null && nowNanos - repeat < 0) {
      return false;
    }
    boolean first = sounded.stream().noneMatch(alarm -> alarm.priority() == top);
    return first || nowNanos - lastEndNanos >= Burst.of(top).leastPauseNanos();
  }

  private Step play(AlarmPriority priority, long nowNanos) {
    playing = true;
    testing = false;
    last = priority;
    repeats.put(priority, nowNanos + Burst.of(priority).repeatNanos());
    return Step.play(priority);
  }

  private Step fallSilent(long nowNanos) {
    ended(nowNanos);
    return Step.FALL_SILENT;
  }

  private Step test() {
    if (playing) {
      return Step.GO_ON;
    }
    playing = true;
    testing = true;
    return Step.PLAY_MEDIUM;
  }
}
