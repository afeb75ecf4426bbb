package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** Reads the frames of alarms, in the order in which {@link AlarmEncoder} writes their fields. */
final class AlarmDecoder {
  private static final VitalSign[] SIGNS = VitalSign.values();
  private static final AlarmPriority[] PRIORITIES = AlarmPriority.values();
  private static final AlarmKind[] ALARM_KINDS = AlarmKind.values();
  private static final AlarmState[] ALARM_STATES = AlarmState.values();
  private static final Role[] ROLES = Role.values();
  private static final Inactivation[] INACTIVATIONS = Inactivation.values();
  private static final PatientCategory[] CATEGORIES = PatientCategory.values();
  private static final Score.Kind[] SCORE_KINDS = Score.Kind.values();
  private static final Score.Band[] BANDS = Score.Band.values();
  private static final ScoreParameter[] PARAMETERS = ScoreParameter.values();
  private static final ScoreInput.State[] INPUT_STATES = ScoreInput.State.values();
  private static final ScoreInput.Source[] INPUT_SOURCES = ScoreInput.Source.values();
  private static final Frame.Outcome[] OUTCOMES = Frame.Outcome.values();

  /** Parameter and value. */
  private static final int MIN_ENTRY_BYTES = 2;

  /** Vital sign and flags. */
  private static final int MIN_LIMIT_BYTES = 2;

  /** Seven numbers and an empty text. */
  private static final int MIN_INPUT_BYTES = 8;

  /** A bed of two characters and an alarm with a code of one and no text. */
  private static final int MIN_RECORD_BYTES = 14;

  private final FrameReader in;

  AlarmDecoder(FrameReader in) {
    this.in = in;
  }

  Frame.AlarmEvent alarmEvent() throws FrameDecodeException {
    int handle = in.readHandle();
    long number = in.readNumber("number", 1, Long.MAX_VALUE);
    long sequence = in.readNumber("sequence", 1, Long.MAX_VALUE);
    return new Frame.AlarmEvent(handle, number, sequence, alarm());
  }

  private Alarm alarm() throws FrameDecodeException {
    String condition = in.readText("condition", 1, Alarm.MAX_CONDITION);
    AlarmKind kind = in.readConstant("kind", ALARM_KINDS);
    AlarmPriority priority = in.readConstant("priority", PRIORITIES);
    AlarmState state = in.readConstant("state", ALARM_STATES);
    int flags = in.readFlags("flags", AlarmEncoder.ALARM_FLAGS);
    VitalSign sign = (flags & AlarmEncoder.SIGN_FLAG) == 0 ? null : sign();
    String text = in.readText("text", 0, Alarm.MAX_TEXT);
    long onset = in.readTime("onsetMicros");
    long deviceOnset = onset + in.readSigned("onsetDeviceMicros");
    long changed = in.readTime("changedMicros");
    long ended = state == AlarmState.ACTIVE ? 0 : in.readTime("endedMicros");
    Acknowledgement acknowledgement =
        (flags & AlarmEncoder.ACKNOWLEDGED_FLAG) == 0 ? null : acknowledgement();
    boolean escalated = (flags & AlarmEncoder.ESCALATED_FLAG) != 0;
    return in.checked(
        "alarm",
        () ->
            new Alarm(
                condition,
                kind,
                priority,
                state,
                sign,
                text,
                onset,
                deviceOnset,
                changed,
                ended,
                acknowledgement,
                escalated));
  }

  private Acknowledgement acknowledgement() throws FrameDecodeException {
    String user = user();
    long micros = in.readTime("acknowledgedMicros");
    return in.checked("user", () -> new Acknowledgement(user, micros));
  }

  Frame.Act act() throws FrameDecodeException {
    long number = in.readCounter("number");
    String user = user();
    Role role = in.readConstant("role", ROLES);
    Operator operator = in.checked("user", () -> new Operator(user, role));
    return new Frame.Act(number, operator, operation());
  }

  private Operation operation() throws FrameDecodeException {
    return switch (in.readOrdinal("operation", AlarmEncoder.OPERATIONS)) {
      case AlarmEncoder.ACKNOWLEDGE -> acknowledge();
      case AlarmEncoder.INACTIVATE -> inactivate();
      case AlarmEncoder.SET_LIMITS ->
          new Operation.SetLimits(in.readBed(), in.readCounter("baseVersion"), limits(), reason());
      case AlarmEncoder.ENTER_OBSERVATIONS -> enterObservations();
      case AlarmEncoder.ADMIT -> new PeopleDecoder(in).admit();
      case AlarmEncoder.CONFIRM -> new PeopleDecoder(in).confirm();
      case AlarmEncoder.DISCHARGE -> new PeopleDecoder(in).discharge();
      case AlarmEncoder.TRANSFER -> new PeopleDecoder(in).transfer();
      case AlarmEncoder.ASSIGN -> new PeopleDecoder(in).assign();
      default -> new PeopleDecoder(in).handOver();
    };
  }

  private Operation acknowledge() throws FrameDecodeException {
    BedId bed = in.readBed();
    String condition = in.readText("condition", 1, Alarm.MAX_CONDITION);
    long onset = in.readSigned("onsetDeviceMicros");
    return in.checked("condition", () -> new Operation.Acknowledge(bed, condition, onset));
  }

  private Operation inactivate() throws FrameDecodeException {
    String unit = in.readText("unit", 1, BedId.MAX_LENGTH);
    String bed = in.readText("bed", 0, BedId.MAX_LENGTH);
    Inactivation kind = in.readConstant("kind", INACTIVATIONS);
    long base = in.readSigned("baseSinceMicros");
    int seconds = in.readInt("seconds", 0, Operation.MAX_INACTIVATION_SECONDS);
    String reason = reason();
    return in.checked(
        "operation", () -> new Operation.Inactivate(unit, bed, kind, base, seconds, reason));
  }

  private Operation enterObservations() throws FrameDecodeException {
    BedId bed = in.readBed();
    int count = in.readCount("entries", PARAMETERS.length, MIN_ENTRY_BYTES);
    List<ScoreEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ScoreParameter parameter = parameter();
      int value = in.readInt("value", parameter.least(), parameter.most());
      entries.add(new ScoreEntry(parameter, value));
    }
    return in.checked("entries", () -> new Operation.EnterObservations(bed, entries));
  }

  Frame.AlarmQuery alarmQuery() throws FrameDecodeException {
    return new Frame.AlarmQuery(
        in.readCounter("number"),
        in.readText("unit", 0, BedId.MAX_LENGTH),
        in.readText("bed", 0, BedId.MAX_LENGTH),
        in.readSigned("fromMicros"),
        in.readSigned("toMicros"),
        in.readInt("most", 1, Frame.AlarmQuery.MAX_RECORDS));
  }

  Frame.ActAnswer actAnswer() throws FrameDecodeException {
    return new Frame.ActAnswer(
        in.readCounter("number"),
        in.readConstant("outcome", OUTCOMES),
        in.readText("reason", 0, Frame.MAX_TEXT));
  }

  Frame.AlarmsHeldBack alarmsHeldBack() throws FrameDecodeException {
    String unit = in.readText("unit", 1, BedId.MAX_LENGTH);
    String bed = in.readText("bed", 0, BedId.MAX_LENGTH);
    Inactivation kind = in.readConstant("kind", INACTIVATIONS);
    boolean active = in.readBoolean("active");
    long since = in.readTime("sinceMicros");
    long until = in.readTime("untilMicros");
    String user = in.readText("user", 0, Operator.MAX_USER);
    String reason = reason();
    return new Frame.AlarmsHeldBack(
        in.checked(
            "state",
            () -> new InactivationState(unit, bed, kind, active, since, until, user, reason)));
  }

  Frame.BedLimits bedLimits() throws FrameDecodeException {
    return new Frame.BedLimits(
        in.readHandle(),
        in.readCounter("version"),
        limits(),
        in.readText("user", 0, Operator.MAX_USER),
        in.readSigned("setMicros"),
        reason(),
        limits());
  }

  private AlarmLimits limits() throws FrameDecodeException {
    PatientCategory profile = in.readConstant("profile", CATEGORIES);
    int count = in.readCount("limits", SIGNS.length, MIN_LIMIT_BYTES);
    List<Limit> limits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      limits.add(limit());
    }
    return in.checked("limits", () -> new AlarmLimits(profile, limits));
  }

  private Limit limit() throws FrameDecodeException {
    VitalSign sign = sign();
    int flags = in.readFlags("limit", AlarmEncoder.LIMIT_FLAGS);
    boolean on = (flags & AlarmEncoder.LIMIT_ON_FLAG) != 0;
    Integer low = limit(flags, AlarmEncoder.LOW_FLAG);
    Integer high = limit(flags, AlarmEncoder.HIGH_FLAG);
    Integer extremeLow = limit(flags, AlarmEncoder.EXTREME_LOW_FLAG);
    Integer extremeHigh = limit(flags, AlarmEncoder.EXTREME_HIGH_FLAG);
    return in.checked("limit", () -> new Limit(sign, on, low, high, extremeLow, extremeHigh));
  }

  private @Nullable Integer limit(int flags, int flag) throws FrameDecodeException {
    return (flags & flag) == 0
        ? null
        : in.readSignedInt("limit", -VitalSign.MAX_FIXED, VitalSign.MAX_FIXED);
  }

  Frame.BedScore bedScore() throws FrameDecodeException {
    return new Frame.BedScore(in.readHandle(), score());
  }

  private Score score() throws FrameDecodeException {
    Score.Kind kind = in.readConstant("kind", SCORE_KINDS);
    String version = in.readText("version", 0, Score.MAX_VERSION);
    int total = in.readInt("total", 0, Score.MAX_TOTAL + 1) - 1;
    Score.Band band = in.readConstant("band", BANDS);
    int trend = in.readSignedInt("trend", -Score.MAX_TOTAL, Score.MAX_TOTAL);
    long since = in.readTime("sinceMicros");
    int count = in.readCount("inputs", PARAMETERS.length, MIN_INPUT_BYTES);
    List<ScoreInput> inputs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      inputs.add(input());
    }
    return in.checked("score", () -> new Score(kind, version, total, band, trend, since, inputs));
  }

  private ScoreInput input() throws FrameDecodeException {
    ScoreParameter parameter = parameter();
    ScoreInput.State state = in.readConstant("state", INPUT_STATES);
    ScoreInput.Source source = in.readConstant("source", INPUT_SOURCES);
    int value = in.readSignedInt("value", -VitalSign.MAX_FIXED, VitalSign.MAX_FIXED);
    int points = in.readInt("points", 0, Score.MAX_TOTAL);
    long measured = in.readSigned("measuredMicros");
    long expires = in.readSigned("expiresMicros");
    String user = in.readText("user", 0, Operator.MAX_USER);
    return in.checked(
        "input",
        () -> new ScoreInput(parameter, state, source, value, points, measured, expires, user));
  }

  Frame.AlarmRecords alarmRecords() throws FrameDecodeException {
    long number = in.readCounter("number");
    boolean last = in.readBoolean("last");
    String missing = in.readText("missing", 0, Frame.MAX_TEXT);
    int count = in.readCount("records", Frame.AlarmRecords.MAX_RECORDS, MIN_RECORD_BYTES);
    List<Frame.AlarmRecord> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(new Frame.AlarmRecord(in.readBed(), alarm()));
    }
    return new Frame.AlarmRecords(number, last, missing, records);
  }

  private VitalSign sign() throws FrameDecodeException {
    return in.readConstant("sign", SIGNS);
  }

  private ScoreParameter parameter() throws FrameDecodeException {
    return in.readConstant("parameter", PARAMETERS);
  }

  private String user() throws FrameDecodeException {
    return in.readText("user", 1, Operator.MAX_USER);
  }

  private String reason() throws FrameDecodeException {
    return in.readText("reason", 0, Operation.MAX_REASON);
  }
}
