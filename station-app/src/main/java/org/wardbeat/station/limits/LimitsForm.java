package org.wardbeat.station.limits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.panel.PanelForm;
import org.wardbeat.station.panel.PanelState;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LimitSetting;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The limits of a bed as they are being edited, beside those that hold. It begins with what holds;
 * what somebody else sets meanwhile is taken over where nothing was changed here, or else stands
 * beside it until the operator has decided. Confined to the thread of the screens.
 */
final class LimitsForm extends PanelForm {
  private final Map<VitalSign, SignDraft> drafts = new EnumMap<>(VitalSign.class);
  private @Nullable LimitSetting base;
  private @Nullable LimitSetting theirs;
  private @Nullable AlarmLimits sent;
  private String reason = "";

  LimitsForm(BedSnapshot bed, Submission submission) {
    super(bed, submission);
    for (VitalSign sign : VitalSign.values()) {
      drafts.put(sign, new SignDraft(words, sign, null));
    }
  }

  @Override
  public void look(PanelState now) {
    super.look(now);
    BedSnapshot bed = now.bed();
    LimitSetting told = bed == null ? null : bed.watch().limits();
    if (told == null || !subject.is(bed)) {
      return;
    }
    LimitSetting before = base;
    if (before == null || before.version() == told.version()) {
      base = told;
      if (before == null) {
        takeOver(told);
      }
      return;
    }
    if (isOurs(told)) {
      sent = null;
      base = told;
      theirs = null;
      reason = "";
      submission.confirm(words.text("limits.set"));
    } else if (isDirty() || submission.isWaiting()) {
      theirs = told;
    } else {
      takeOver(told);
    }
  }

  /** Whether what holds now is what was sent from here; that is so even if no answer came. */
  private boolean isOurs(LimitSetting told) {
    return told.limits().equals(sent);
  }

  private void takeOver(LimitSetting told) {
    base = told;
    theirs = null;
    drafts.forEach((sign, draft) -> draft.set(limit(told.limits(), sign)));
  }

  private static @Nullable Limit limit(AlarmLimits limits, VitalSign sign) {
    return limits.limits().stream().filter(each -> each.sign() == sign).findFirst().orElse(null);
  }

  private @Nullable Limit held(VitalSign sign) {
    LimitSetting setting = base;
    return setting == null ? null : limit(setting.limits(), sign);
  }

  private @Nullable Limit ofUnit(VitalSign sign) {
    LimitSetting setting = base;
    return setting == null ? null : limit(setting.unitLimits(), sign);
  }

  private SignDraft draft(VitalSign sign) {
    return Objects.requireNonNull(drafts.get(sign));
  }

  void type(VitalSign sign, Side side, String text) {
    draft(sign).type(side, text);
    submission.edited();
  }

  @Override
  protected List<String> keep() {
    List<String> kept = new ArrayList<>();
    for (SignDraft draft : drafts.values()) {
      for (Side side : Side.values()) {
        draft.keep(side).ifPresent(kept::add);
      }
    }
    return kept;
  }

  /** Moves a limit; one that is not there begins at the unit's, or else at the present value. */
  void step(VitalSign sign, Side side, int steps) {
    Integer start = side.of(ofUnit(sign));
    PanelState now = state();
    Reading reading = now == null ? null : now.reading(sign);
    int value = reading == null ? sign.typicalFixed() : reading.fixed();
    draft(sign).step(side, steps, start == null ? value : start);
    submission.edited();
  }

  void setOn(VitalSign sign, boolean on) {
    draft(sign).setOn(on);
    submission.edited();
  }

  String reason() {
    return reason;
  }

  void setReason(String why) {
    reason = why;
    submission.edited();
  }

  /** Puts the unit's limits into all fields; they hold once they are set. */
  void backToUnit() {
    LimitSetting setting = base;
    if (setting != null) {
      drafts.forEach((sign, draft) -> draft.set(limit(setting.unitLimits(), sign)));
      reason = reason.isBlank() ? words.text("limits.back-reason") : reason;
      submission.edited();
    }
  }

  /** Gives up what was changed here. */
  void takeTheirs() {
    LimitSetting told = theirs;
    if (told != null) {
      takeOver(told);
      submission.edited();
    }
  }

  /** Keeps what was changed here, on top of what the other set. */
  void keepOurs() {
    LimitSetting told = theirs;
    LimitSetting before = base;
    if (told != null && before != null) {
      drafts.forEach(
          (sign, draft) -> draft.follow(limit(before.limits(), sign), limit(told.limits(), sign)));
      base = told;
      theirs = null;
      submission.edited();
    }
  }

  /** Whether anything differs from what holds. */
  @Override
  public boolean isDirty() {
    return base != null
        && drafts.entrySet().stream().anyMatch(e -> e.getValue().differsFrom(held(e.getKey())));
  }

  @Override
  protected void send() {
    LimitSetting from = Objects.requireNonNull(base);
    List<Limit> limits = new ArrayList<>();
    for (SignDraft draft : drafts.values()) {
      Limit limit = draft.limit();
      if (limit != null) {
        limits.add(limit);
      }
    }
    AlarmLimits wanted = new AlarmLimits(from.limits().profile(), limits);
    sent = wanted;
    submission.send(
        new Operation.SetLimits(subject.bed(), from.version(), wanted, reason.strip()),
        words.text("limits.set"),
        this::told);
  }

  private void told(ActResult result) {
    boolean never =
        result.status() != ActResult.Status.DONE && result.status() != ActResult.Status.UNANSWERED;
    if (never) {
      sent = null;
    }
    if (result.isDone()) {
      reason = "";
    }
  }

  @Override
  protected String objection() {
    if (base == null) {
      return words.text("limits.untold");
    }
    LimitSetting other = theirs;
    if (other != null) {
      return words.text("limits.decide-first", by(other));
    }
    for (Map.Entry<VitalSign, SignDraft> each : drafts.entrySet()) {
      if (!each.getValue().isSound()) {
        return words.text("limits.look-at", words.text(SignName.of(each.getKey())));
      }
    }
    if (!isDirty()) {
      return words.text("limits.unchanged");
    }
    if (reason.isBlank()) {
      return words.text("panel.reason-missing");
    }
    return reason.strip().length() > Operation.MAX_REASON ? words.text("panel.reason-long") : "";
  }

  private String by(LimitSetting setting) {
    return setting.isDefault() ? words.text("limits.the-unit") : setting.user();
  }

  LimitsView view() {
    PanelState now = state();
    LimitSetting setting = base;
    String unusable = unusable();
    if (now == null || setting == null || !unusable.isEmpty()) {
      return new LimitsView(
          unusable.isEmpty() ? words.text("limits.untold") : unusable, List.of(), "", false);
    }
    List<LimitsView.Row> rows = new ArrayList<>();
    for (VitalSign sign : VitalSign.values()) {
      rows.add(row(sign, false, now));
      if (hasExtremes(sign)) {
        rows.add(row(sign, true, now));
      }
    }
    return new LimitsView(history(setting, now), rows, conflict(now), true);
  }

  /** Heart rate and saturation have them by their nature, others if somebody set some. */
  private boolean hasExtremes(VitalSign sign) {
    SignDraft draft = draft(sign);
    boolean any = sign == VitalSign.HR || sign == VitalSign.SPO2;
    for (Side side : Side.values()) {
      boolean there =
          !draft.text(side).isBlank()
              || side.of(held(sign)) != null
              || side.of(ofUnit(sign)) != null;
      any |= side.isExtreme() && there;
    }
    return any;
  }

  private LimitsView.Row row(VitalSign sign, boolean extreme, PanelState now) {
    SignDraft draft = draft(sign);
    Reading reading = now.reading(sign);
    Note note = note(sign, extreme, reading);
    return new LimitsView.Row(
        sign,
        extreme,
        extreme ? "" : value(reading),
        field(sign, extreme ? Side.EXTREME_LOW : Side.LOW),
        field(sign, extreme ? Side.EXTREME_HIGH : Side.HIGH),
        draft.isOn(),
        note.text(),
        note.tone());
  }

  private String value(@Nullable Reading reading) {
    return reading == null || !reading.available()
        ? Formats.INVALID
        : Formats.value(reading.sign(), reading.fixed(), words);
  }

  private LimitsView.Field field(VitalSign sign, Side side) {
    SignDraft draft = draft(sign);
    return new LimitsView.Field(draft.text(side), draft.differsFrom(held(sign), side));
  }

  private record Note(String text, LimitsView.Tone tone) {}

  private Note note(VitalSign sign, boolean extreme, @Nullable Reading reading) {
    SignDraft draft = draft(sign);
    String fault = draft.fault(extreme);
    if (!fault.isEmpty()) {
      return new Note(fault, LimitsView.Tone.FAULT);
    }
    String other = theirNote(sign, extreme);
    if (!other.isEmpty()) {
      return new Note(other, LimitsView.Tone.WARNING);
    }
    if (reading != null && draft.isSound()) {
      String effect = Effect.of(words, sign, extreme, reading.fixed(), held(sign), draft.limit());
      if (!effect.isEmpty()) {
        return new Note(effect, LimitsView.Tone.WARNING);
      }
    }
    return new Note(unitNote(sign, extreme), LimitsView.Tone.PLAIN);
  }

  private String theirNote(VitalSign sign, boolean extreme) {
    LimitSetting other = theirs;
    if (other == null) {
      return "";
    }
    Limit limit = limit(other.limits(), sign);
    boolean same = true;
    for (Side side : Side.values()) {
      boolean equal = Objects.equals(side.of(limit), side.of(held(sign)));
      same &= equal || side.isExtreme() != extreme;
    }
    boolean switched = !extreme && isOn(limit) != isOn(held(sign));
    return same && !switched ? "" : by(other) + ": " + range(sign, extreme, limit);
  }

  private String unitNote(VitalSign sign, boolean extreme) {
    Limit unit = ofUnit(sign);
    boolean same = draft(sign).isOn() == isOn(unit);
    for (Side side : Side.values()) {
      same &= side.isExtreme() != extreme || !draft(sign).differsFrom(unit, side);
    }
    return same
        ? words.text("limits.as-unit")
        : words.text("limits.unit-range", range(sign, extreme, unit));
  }

  private static boolean isOn(@Nullable Limit limit) {
    return limit != null && limit.on();
  }

  private String range(VitalSign sign, boolean extreme, @Nullable Limit limit) {
    Integer low = (extreme ? Side.EXTREME_LOW : Side.LOW).of(limit);
    Integer high = (extreme ? Side.EXTREME_HIGH : Side.HIGH).of(limit);
    if (low == null && high == null) {
      return words.text("limits.none");
    }
    String range =
        low == null
            ? words.text("limits.up-to", draft(sign).written(high))
            : high == null
                ? words.text("limits.from", draft(sign).written(low))
                : words.text("limits.from-to", draft(sign).written(low), draft(sign).written(high));
    return isOn(limit) ? range : words.text("limits.range-off", range);
  }

  private String history(LimitSetting setting, PanelState now) {
    String told = now.linked() ? "" : words.text("limits.no-link") + " ";
    if (setting.isDefault()) {
      return told + words.text("limits.default");
    }
    String why = setting.reason().isBlank() ? words.text("limits.no-reason") : setting.reason();
    return told + words.text("limits.set-by", setting.user(), when(setting, now), why);
  }

  private String when(LimitSetting setting, PanelState now) {
    return Formats.date(setting.setMicros(), now.zone(), words)
        + " "
        + Formats.clock(setting.setMicros(), now.zone(), words);
  }

  private String conflict(PanelState now) {
    LimitSetting other = theirs;
    if (other == null) {
      return "";
    }
    if (other.isDefault()) {
      return words.text("limits.became-unit");
    }
    return words.text(
        "limits.changed-by",
        other.user(),
        Formats.clock(other.setMicros(), now.zone(), words),
        other.reason().isBlank() ? words.text("limits.no-reason") : other.reason());
  }
}
