package org.wardbeat.bridge.alarm;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.AlarmBook.TimedHold;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * What operators hold back, written into a draft. Each act names what was held back when it was
 * decided; where somebody has set or ended that meanwhile, nothing is done.
 *
 * <p>The sound alone is never a matter of conflict, as it is paused in haste: who wants it back
 * gets it back, and of two who pause it at once the pause that ends later counts, so that neither
 * takes anything from the other.
 */
final class HoldActs {
  /** Longest pause of the sound, in seconds. */
  private static final int MAX_AUDIO_PAUSE_SECONDS = 180;

  /** Longest pause of alarms, in seconds. */
  private static final int MAX_ALARM_PAUSE_SECONDS = 900;

  private final AlarmDraft draft;
  private final Operator operator;

  HoldActs(AlarmDraft draft, Operator operator) {
    this.draft = draft;
    this.operator = operator;
  }

  ActOutcome inactivate(Operation.Inactivate of) {
    HoldKey key = new HoldKey(of.unit(), of.bed(), of.kind());
    if (draft.bedIds().stream().noneMatch(key::covers)) {
      return ActOutcome.refused("This bridge knows no such bed or unit.");
    }
    int most = longest(of.kind());
    if (of.seconds() < 0 || of.seconds() > most) {
      return ActOutcome.refused("Expected at most %d s, got %d s.".formatted(most, of.seconds()));
    }
    TimedHold before = draft.hold(key);
    if (isSo(before, of)) {
      return ActOutcome.DONE;
    }
    String stale = before == null ? "" : whyStale(before.hold(), of);
    if (!stale.isEmpty()) {
      return ActOutcome.conflict(stale);
    }
    hold(before, of);
    return ActOutcome.DONE;
  }

  /** Whether all that is wanted is so already. */
  private boolean isSo(@Nullable TimedHold before, Operation.Inactivate of) {
    if (before == null || !before.hold().state().active()) {
      return of.seconds() == 0;
    }
    InactivationState now = before.hold().state();
    if (of.seconds() == 0 || now.sinceMicros() == of.baseSinceMicros()) {
      return false;
    }
    return of.kind() == Inactivation.AUDIO_PAUSED
        ? before.endNanos() - endNanos(of) >= 0
        : isMadeBy(of, now);
  }

  /** Whether it is this very act that was done before, and whose answer was lost. */
  private boolean isMadeBy(Operation.Inactivate of, InactivationState now) {
    return now.user().equals(operator.user())
        && now.reason().equals(of.reason())
        && now.untilMicros() - now.sinceMicros() == TimeUnit.SECONDS.toMicros(of.seconds());
  }

  /** Who has changed what an act was made on; empty if nobody has. What ends by itself is none. */
  private String whyStale(Hold before, Operation.Inactivate of) {
    InactivationState now = before.state();
    boolean asSeen = of.baseSinceMicros() == (now.active() ? now.sinceMicros() : 0);
    if (asSeen || of.kind() == Inactivation.AUDIO_PAUSED) {
      return "";
    }
    if (!now.active() && !before.patient().equals(patient(of))) {
      return "The patient of bed %s changed meanwhile.".formatted(of.bed());
    }
    return !now.active() && now.user().isEmpty() ? "" : whatWasDone(now);
  }

  private static String whatWasDone(InactivationState now) {
    boolean standby = now.kind() == Inactivation.STANDBY;
    String begun =
        standby ? "%s set standby of %s meanwhile." : "%s paused the alarms of %s meanwhile.";
    String ended =
        standby
            ? "%s ended the standby of %s meanwhile."
            : "%s ended the alarm pause of %s meanwhile.";
    return (now.active() ? begun : ended)
        .formatted(
            now.user().isEmpty() ? "Somebody" : now.user(),
            now.bed().isEmpty() ? now.unit() : now.bed());
  }

  private void hold(@Nullable TimedHold before, Operation.Inactivate of) {
    Moment now = draft.now();
    boolean active = of.seconds() > 0;
    InactivationState state =
        new InactivationState(
            of.unit(),
            of.bed(),
            of.kind(),
            active,
            active || before == null ? now.micros() : before.hold().state().sinceMicros(),
            now.micros() + TimeUnit.SECONDS.toMicros(of.seconds()),
            operator.user(),
            of.reason());
    long version =
        before == null ? now.micros() : Math.max(now.micros(), before.hold().version() + 1);
    Hold hold = new Hold(state, version, draft.book().settings().bridge(), patient(of));
    draft.setHold(new TimedHold(hold, endNanos(of)), now.micros());
    draft.share(new SharedAct.Held(hold));
  }

  /** When what is wanted now would end, monotonic. */
  private long endNanos(Operation.Inactivate of) {
    return draft.now().nanos() + TimeUnit.SECONDS.toNanos(of.seconds());
  }

  private String patient(Operation.Inactivate of) {
    return of.bed().isEmpty() ? "" : Acts.patient(draft.look(new BedId(of.unit(), of.bed())));
  }

  private static int longest(Inactivation kind) {
    return switch (kind) {
      case AUDIO_PAUSED -> MAX_AUDIO_PAUSE_SECONDS;
      case ALARM_PAUSED -> MAX_ALARM_PAUSE_SECONDS;
      case STANDBY -> Operation.MAX_INACTIVATION_SECONDS;
    };
  }
}
