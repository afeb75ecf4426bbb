package org.wardbeat.station.pauses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.panel.PanelForm;
import org.wardbeat.station.panel.PanelState;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;

/**
 * What is to be held back of a bed or its unit. As long as nothing is chosen it follows what others
 * hold back; from then on it keeps what was seen, so that the bridge can tell that somebody else
 * was faster. Confined to the thread of the screens.
 */
final class PausesForm extends PanelForm {
  private final Map<PauseKind, Integer> seconds = new EnumMap<>(PauseKind.class);
  private PauseKind kind = PauseKind.STANDBY;
  private boolean wholeUnit;
  private String reason = "";
  private List<InactivationState> seen = List.of();
  private boolean chosen;

  PausesForm(BedSnapshot bed, Submission submission) {
    super(bed, submission);
  }

  @Override
  public void look(PanelState now) {
    super.look(now);
    if (!chosen) {
      seen = now.held();
    }
  }

  private void edited() {
    chosen = true;
    submission.edited();
  }

  void choose(PauseKind wanted) {
    if (wanted != kind) {
      reason = "";
    }
    kind = wanted;
    edited();
  }

  void chooseUnit(boolean whole) {
    wholeUnit = whole;
    edited();
  }

  void chooseSeconds(int wanted) {
    seconds.put(kind, wanted);
    edited();
  }

  void setReason(String why) {
    reason = why;
    edited();
  }

  private int chosenSeconds() {
    return seconds.getOrDefault(kind, kind.usualSeconds());
  }

  /** Nothing is entered that could be given up by mistake. */
  @Override
  public boolean isDirty() {
    return false;
  }

  @Override
  protected void send() {
    String bed = wholeUnit ? "" : subject.bed().bed();
    submission.send(
        new Operation.Inactivate(
            subject.bed().unit(),
            bed,
            kind.inactivation(),
            seenSince(bed),
            chosenSeconds(),
            kind.needsReason() ? reason.strip() : ""),
        words.text("pauses.done", what(), spoken(chosenSeconds())),
        result -> {
          reason = result.isDone() ? "" : reason;
          answered(result);
        });
  }

  /** Since when what is chosen was held back as it was seen; 0 if it was not. */
  private long seenSince(String bed) {
    return seen.stream()
        .filter(each -> each.isOf(subject.bed().unit(), bed, kind.inactivation()))
        .mapToLong(InactivationState::sinceMicros)
        .findFirst()
        .orElse(0);
  }

  /** What has changed is seen now, by whoever did it or was told of it. */
  private void answered(ActResult result) {
    if (result.isDone() || result.status() == ActResult.Status.CONFLICT) {
      chosen = false;
    }
  }

  /** Ends something early. */
  void end(Operation.Inactivate end) {
    String unusable = unusable();
    if (unusable.isEmpty()) {
      String place = end.bed().isEmpty() ? end.unit() : end.bed();
      submission.send(
          end, words.text("pauses.ended", of(PauseKind.of(end.kind()), place)), this::answered);
    } else {
      submission.refuse(unusable);
    }
  }

  @Override
  protected String objection() {
    if (kind.needsReason() && reason.isBlank()) {
      return words.text("panel.reason-missing");
    }
    return reason.strip().length() > Operation.MAX_REASON ? words.text("panel.reason-long") : "";
  }

  private String what() {
    return of(kind, wholeUnit ? subject.bed().unit() : subject.bed().bed());
  }

  private String of(PauseKind what, String place) {
    return switch (what) {
      case AUDIO -> words.text("pauses.audio.of", place);
      case ALARMS -> words.text("pauses.alarms.of", place);
      case STANDBY -> words.text("pauses.standby.of", place);
    };
  }

  /** A time in words: {@code 2 min}, {@code 1 h}. */
  static String spoken(int seconds) {
    return seconds % 3_600 == 0 ? seconds / 3_600 + " h" : seconds / 60 + " min";
  }

  PausesView view() {
    PanelState now = state();
    String confirm =
        switch (kind) {
          case AUDIO -> "pauses.audio.confirm";
          case ALARMS -> "pauses.alarms.confirm";
          case STANDBY -> "pauses.standby.confirm";
        };
    return new PausesView(
        now == null ? List.of() : held(now),
        kind,
        wholeUnit,
        chosenSeconds(),
        reason,
        words.text(
            confirm,
            wholeUnit ? subject.bed().unit() : subject.bed().bed(),
            spoken(chosenSeconds())),
        caution(now));
  }

  private String caution(@Nullable PanelState now) {
    String unusable = unusable();
    boolean cut = unusable.isEmpty() && now != null && !now.linked();
    return cut ? words.text("pauses.no-link") : unusable;
  }

  String unit() {
    return subject.bed().unit();
  }

  String bed() {
    return subject.bed().bed();
  }

  private List<PausesView.Held> held(PanelState now) {
    List<InactivationState> lasting = new ArrayList<>();
    for (InactivationState each : now.held()) {
      boolean ours =
          each.unit().equals(subject.bed().unit())
              && (each.bed().isEmpty() || each.bed().equals(subject.bed().bed()));
      if (ours && each.active() && each.untilMicros() > now.nowMicros()) {
        lasting.add(each);
      }
    }
    lasting.sort(
        Comparator.comparing(InactivationState::kind)
            .reversed()
            .thenComparing(InactivationState::bed));
    return lasting.stream().map(each -> held(each, now)).toList();
  }

  private PausesView.Held held(InactivationState lasts, PanelState now) {
    String place = lasts.bed().isEmpty() ? lasts.unit() : lasts.bed();
    String by = lasts.user().isEmpty() ? "" : " " + words.text("pauses.held-by", lasts.user());
    return new PausesView.Held(
        words.text(
            "pauses.held",
            words.text(PauseKind.of(lasts.kind()).titleKey()),
            place,
            by,
            Formats.clock(lasts.sinceMicros(), now.zone(), words),
            Formats.clock(lasts.untilMicros(), now.zone(), words)),
        Formats.duration(Math.ceilDiv(lasts.untilMicros() - now.nowMicros(), 1_000_000L)),
        new Operation.Inactivate(
            lasts.unit(), lasts.bed(), lasts.kind(), lasts.sinceMicros(), 0, ""));
  }
}
