package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** Reads each frame field by field, in the order in which {@link FrameEncoder} writes them. */
final class FrameDecoder {
  private static final VitalSign[] SIGNS = VitalSign.values();
  private static final SignalKind[] KINDS = SignalKind.values();
  private static final Frame.GapReason[] GAP_REASONS = Frame.GapReason.values();
  private static final Frame.Hop[] HOPS = Frame.Hop.values();
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
  private static final Frame.ByeCode[] BYE_CODES = Frame.ByeCode.values();

  /** Two texts of one character, birth, channel and next sample. */
  private static final int MIN_POSITION_BYTES = 7;

  /** Two empty texts, two sets and the channels. */
  private static final int MIN_SELECTION_BYTES = 5;

  /** Its number, the count and three percentiles. */
  private static final int MIN_HOP_BYTES = 5;

  /** Code of one character, kind, two floating-point numbers, baseline and an empty unit. */
  private static final int MIN_CHANNEL_BYTES = 21;

  /** Parameter and value. */
  private static final int MIN_ENTRY_BYTES = 2;

  /** Vital sign and flags. */
  private static final int MIN_LIMIT_BYTES = 2;

  /** Seven numbers and an empty text. */
  private static final int MIN_INPUT_BYTES = 8;

  /** A bed of two characters and an alarm with a code of one and no text. */
  private static final int MIN_RECORD_BYTES = 14;

  private final long epochMicros;
  private final FrameReader in;

  FrameDecoder(long epochMicros, FrameReader in) {
    this.epochMicros = epochMicros;
    this.in = in;
  }

  Frame decode() throws FrameDecodeException {
    return switch (in.type()) {
      case HELLO -> hello();
      case SUBSCRIBE -> subscribe();
      case HEARTBEAT_ECHO -> new Frame.HeartbeatEcho(count("sequence"), count("framesReceived"));
      case ALARM_RECEIPT -> new Frame.AlarmReceipt(count("number"));
      case ACT -> act();
      case ALARM_QUERY ->
          new Frame.AlarmQuery(
              count("number"),
              in.readText("unit", 0, BedId.MAX_LENGTH),
              in.readText("bed", 0, BedId.MAX_LENGTH),
              in.readSigned("fromMicros"),
              in.readSigned("toMicros"),
              in.readInt("most", 1, Frame.AlarmQuery.MAX_RECORDS));
      case WELCOME -> welcome();
      case BED -> bed();
      case BED_REMOVED -> new Frame.BedRemoved(handle());
      case DEVICE_STATE -> new Frame.DeviceState(handle(), status(), time("sinceMicros"));
      case NUMERICS -> numerics();
      case NUMERICS_DELTA -> numericsDelta();
      case WAVEFORM -> waveform();
      case WAVEFORM_NEXT ->
          new Frame.WaveformNext(
              handle(),
              channelIndex(),
              check("firstCheck"),
              in.readSigned("endDriftMicros"),
              in.readSamples("samples"));
      case GAP -> gap();
      case ALARM_EVENT -> alarmEvent();
      case END_OF_SNAPSHOT -> new Frame.EndOfSnapshot(count("number"), count("alarmSequence"));
      case BROKER -> new Frame.Broker(broker(epochMicros));
      case HEARTBEAT -> heartbeat();
      case BRIDGE_FIGURES -> bridgeFigures();
      case SOURCE_FIGURES ->
          new Frame.SourceFigures(
              handle(),
              in.readSigned("clockOffsetMicros"),
              count("gaps"),
              count("lostSamples"),
              count("lostNumerics"));
      case ACT_ANSWER ->
          new Frame.ActAnswer(
              count("number"),
              OUTCOMES[ordinal("outcome", OUTCOMES.length)],
              in.readText("reason", 0, Frame.MAX_TEXT));
      case ALARMS_HELD_BACK -> new Frame.AlarmsHeldBack(inactivationState());
      case BED_LIMITS ->
          new Frame.BedLimits(
              handle(),
              count("version"),
              limits(),
              in.readText("user", 0, Operator.MAX_USER),
              in.readSigned("setMicros"),
              in.readText("reason", 0, Operation.MAX_REASON));
      case BED_SCORE -> new Frame.BedScore(handle(), score());
      case ALARM_RECORDS -> alarmRecords();
      case BYE -> bye();
    };
  }

  private Frame.Hello hello() throws FrameDecodeException {
    int version = in.readInt("version", 1, FrameEncoder.MAX_VERSION);
    String station = in.readText("station", 0, Frame.MAX_TEXT);
    String software = in.readText("software", 0, Frame.MAX_TEXT);
    Frame.AlarmPosition alarms =
        flags("alarms", FrameEncoder.ALARMS_FLAG) == 0
            ? null
            : new Frame.AlarmPosition(
                in.readLong("alarms.instance"),
                count("alarms.sequence"),
                in.readSigned("alarms.micros"));
    int count = in.readCount("positions", Frame.MAX_POSITIONS, MIN_POSITION_BYTES);
    List<Frame.Position> positions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      positions.add(new Frame.Position(bedId(), birth(), channelIndex(), count("nextSample")));
    }
    return new Frame.Hello(version, station, software, alarms, positions);
  }

  private Frame.Subscribe subscribe() throws FrameDecodeException {
    long number = count("number");
    int count = in.readCount("selections", Frame.MAX_SELECTIONS, MIN_SELECTION_BYTES);
    List<Frame.Selection> selections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      selections.add(
          new Frame.Selection(
              in.readText("unit", 0, BedId.MAX_LENGTH),
              in.readText("bed", 0, BedId.MAX_LENGTH),
              set("lanes", Frame.Lane.class),
              set("signs", VitalSign.class),
              in.readNumber("channels", 0, FrameEncoder.MAX_CHANNEL_BITS)));
    }
    return new Frame.Subscribe(
        number,
        selections,
        in.readInt("backfillMillis", 0, FrameEncoder.MAX_BACKFILL_MILLIS),
        in.readNumber("maxBytesPerSecond", 0, FrameEncoder.MAX_RATE),
        in.readNumber("maxUpdatesPerSecond", 0, FrameEncoder.MAX_RATE));
  }

  private Frame.Welcome welcome() throws FrameDecodeException {
    int version = in.readInt("version", 1, FrameEncoder.MAX_VERSION);
    String bridge = in.readText("bridge", 0, Frame.MAX_TEXT);
    String software = in.readText("software", 0, Frame.MAX_TEXT);
    long instance = in.readLong("instance");
    long epoch = in.readSigned("epochMicros");
    long now = epoch + in.readSigned("nowMicros");
    int heartbeat =
        in.readInt(
            "heartbeatMillis",
            FrameEncoder.MIN_HEARTBEAT_MILLIS,
            FrameEncoder.MAX_HEARTBEAT_MILLIS);
    return new Frame.Welcome(
        version, bridge, software, instance, epoch, now, heartbeat, broker(epoch));
  }

  private Frame.Bed bed() throws FrameDecodeException {
    int handle = handle();
    BedId bed = bedId();
    int flags =
        flags(
            "flags",
            FrameEncoder.PATIENT_FLAG | FrameEncoder.SIMULATED_FLAG | FrameEncoder.OCCUPIED_FLAG);
    long occupancy = count("occupancy");
    boolean occupied = (flags & FrameEncoder.OCCUPIED_FLAG) != 0;
    if (!occupied && (flags & FrameEncoder.PATIENT_FLAG) != 0) {
      throw in.outOfRange("flags", "expected an occupied bed, since a patient follows");
    }
    Patient patient = (flags & FrameEncoder.PATIENT_FLAG) == 0 ? null : patient();
    String device = in.readText("device", 0, Frame.MAX_TEXT);
    long birth = birth();
    int count = in.readCount("channels", WaveformChannel.MAX_CHANNELS, MIN_CHANNEL_BYTES);
    List<WaveformChannel> channels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      channels.add(channel());
    }
    return new Frame.Bed(
        handle,
        bed,
        occupied,
        occupancy,
        patient,
        device,
        birth,
        (flags & FrameEncoder.SIMULATED_FLAG) != 0,
        channels);
  }

  private Patient patient() throws FrameDecodeException {
    return new Patient(
        in.readText("patient.identifier", 0, Patient.MAX_LENGTH),
        in.readText("patient.familyName", 0, Patient.MAX_LENGTH),
        in.readText("patient.givenName", 0, Patient.MAX_LENGTH));
  }

  private WaveformChannel channel() throws FrameDecodeException {
    String code = in.readText("channel.code", 1, WaveformChannel.MAX_LENGTH);
    SignalKind kind = KINDS[ordinal("channel.kind", KINDS.length)];
    double frequencyHz = Double.longBitsToDouble(in.readLong("channel.frequencyHz"));
    double adcPerUnit = Double.longBitsToDouble(in.readLong("channel.adcPerUnit"));
    int baseline = in.readSignedInt("channel.baseline", Integer.MIN_VALUE, Integer.MAX_VALUE);
    String unit = in.readText("channel.unit", 0, WaveformChannel.MAX_LENGTH);
    try {
      return new WaveformChannel(code, kind, frequencyHz, adcPerUnit, baseline, unit);
    } catch (IllegalArgumentException e) {
      throw in.outOfRange("channels", String.valueOf(e.getMessage()));
    }
  }

  private DeviceStatus status() throws FrameDecodeException {
    int flags = flags("flags", FrameEncoder.ONLINE_FLAG | FrameEncoder.BATTERY_FLAG);
    Set<Electrode> leadsOff = set("leadsOff", Electrode.class);
    int battery =
        (flags & FrameEncoder.BATTERY_FLAG) == 0
            ? DeviceStatus.BATTERY_UNKNOWN
            : ordinal("batteryPercent", 101);
    return new DeviceStatus((flags & FrameEncoder.ONLINE_FLAG) != 0, leadsOff, battery);
  }

  private Frame.Numerics numerics() throws FrameDecodeException {
    int handle = handle();
    long version = count("version");
    long timeMicros = time("timeMicros");
    long mask = mask(FrameEncoder.MASK_SHIFT);
    List<Reading> readings = new ArrayList<>();
    long present = mask >>> FrameEncoder.MASK_SHIFT;
    for (Frame.Change change : changes(present, marks(mask, present))) {
      readings.add(change.at(timeMicros));
    }
    return new Frame.Numerics(handle, version, timeMicros, readings);
  }

  private Frame.NumericsDelta numericsDelta() throws FrameDecodeException {
    int handle = handle();
    int check = check("baseCheck");
    long timeStepMicros = timeStep();
    long mask = mask(FrameEncoder.DELTA_MASK_SHIFT);
    long present = mask >>> FrameEncoder.DELTA_MASK_SHIFT;
    Marks marks = marks(mask, present);
    long steps =
        (mask & FrameEncoder.STEPS_FLAG) == 0
            ? 1
            : in.readNumber("steps", 2, FrameEncoder.MAX_STEPS);
    return new Frame.NumericsDelta(handle, check, steps, timeStepMicros, changes(present, marks));
  }

  private long timeStep() throws FrameDecodeException {
    long coded = in.readVarint("timeStep");
    long zigzag = coded >>> 1;
    long step = (zigzag >>> 1) ^ -(zigzag & 1);
    boolean whole = (coded & 1) == 0;
    if (Math.abs(step) > FrameEncoder.MAX_TIME_STEP / (whole ? FrameEncoder.MICROS_PER_MILLI : 1)) {
      throw in.outOfRange("timeStep", "expected at most 2^50 microseconds");
    }
    if (!whole && step % FrameEncoder.MICROS_PER_MILLI == 0) {
      throw in.outOfRange("timeStep", "expected whole milliseconds to be written as such");
    }
    return whole ? step * FrameEncoder.MICROS_PER_MILLI : step;
  }

  private long mask(int shift) throws FrameDecodeException {
    long known = (1L << SIGNS.length) - 1;
    return in.readBits("mask", (known << shift) | ((1L << shift) - 1));
  }

  /** Of the vital signs in a frame, which have no value, and which a time of their own. */
  private record Marks(long unavailable, long ownTimes) {}

  private Marks marks(long mask, long present) throws FrameDecodeException {
    return new Marks(
        (mask & FrameEncoder.UNAVAILABLE_FLAG) == 0 ? 0 : subset("unavailable", present),
        (mask & FrameEncoder.OWN_TIMES_FLAG) == 0 ? 0 : subset("ownTimes", present));
  }

  private List<Frame.Change> changes(long present, Marks marks) throws FrameDecodeException {
    List<Frame.Change> changes = new ArrayList<>(Long.bitCount(present));
    for (long rest = present; rest != 0; rest &= rest - 1) {
      long bit = rest & -rest;
      changes.add(
          change(
              SIGNS[Long.numberOfTrailingZeros(bit)],
              (marks.unavailable & bit) == 0,
              (marks.ownTimes & bit) != 0));
    }
    return changes;
  }

  private Frame.Change change(VitalSign sign, boolean available, boolean ownTime)
      throws FrameDecodeException {
    int typical = sign.typicalFixed();
    int fixed =
        available
            ? in.readSignedInt(
                    "value", -VitalSign.MAX_FIXED - typical, VitalSign.MAX_FIXED - typical)
                + typical
            : 0;
    long after = ownTime ? in.readSigned("measuredMicros") : 0;
    if (ownTime && after == 0) {
      throw in.outOfRange("measuredMicros", "expected a difference other than 0");
    }
    return new Frame.Change(sign, available, fixed, after);
  }

  private long subset(String field, long of) throws FrameDecodeException {
    long bits = in.readBits(field, of);
    if (bits == 0) {
      throw in.outOfRange(field, "expected at least one bit, since its flag is set");
    }
    return bits;
  }

  private Frame.Waveform waveform() throws FrameDecodeException {
    int handle = handle();
    int channel = channelIndex();
    long firstSample = in.readNumber("firstSample", 0, Long.MAX_VALUE - 1);
    long endMicros = time("endMicros");
    int[] samples = in.readSamples("samples");
    if (firstSample > Long.MAX_VALUE - samples.length) {
      throw in.outOfRange("firstSample", "expected room to count all samples");
    }
    return new Frame.Waveform(handle, channel, firstSample, endMicros, samples);
  }

  private Frame.Gap gap() throws FrameDecodeException {
    int handle = handle();
    int channel = channelIndex();
    long firstSample = in.readNumber("firstSample", 0, Long.MAX_VALUE - 1);
    long count = in.readNumber("count", 1, Long.MAX_VALUE - firstSample);
    return new Frame.Gap(
        handle, channel, firstSample, count, GAP_REASONS[ordinal("reason", GAP_REASONS.length)]);
  }

  private Frame.AlarmEvent alarmEvent() throws FrameDecodeException {
    int handle = handle();
    long number = in.readNumber("number", 1, Long.MAX_VALUE);
    long sequence = in.readNumber("sequence", 1, Long.MAX_VALUE);
    return new Frame.AlarmEvent(handle, number, sequence, alarm());
  }

  private Alarm alarm() throws FrameDecodeException {
    String condition = in.readText("condition", 1, Alarm.MAX_CONDITION);
    AlarmKind kind = ALARM_KINDS[ordinal("kind", ALARM_KINDS.length)];
    AlarmPriority priority = PRIORITIES[ordinal("priority", PRIORITIES.length)];
    AlarmState state = ALARM_STATES[ordinal("state", ALARM_STATES.length)];
    int flags =
        flags(
            "flags",
            FrameEncoder.ACKNOWLEDGED_FLAG | FrameEncoder.ESCALATED_FLAG | FrameEncoder.SIGN_FLAG);
    VitalSign sign = (flags & FrameEncoder.SIGN_FLAG) == 0 ? null : sign();
    String text = in.readText("text", 0, Alarm.MAX_TEXT);
    long onset = time("onsetMicros");
    long deviceOnset = onset + in.readSigned("onsetDeviceMicros");
    long changed = time("changedMicros");
    long ended = state == AlarmState.ACTIVE ? 0 : time("endedMicros");
    boolean escalated = (flags & FrameEncoder.ESCALATED_FLAG) != 0;
    try {
      Acknowledgement acknowledgement =
          (flags & FrameEncoder.ACKNOWLEDGED_FLAG) == 0
              ? null
              : new Acknowledgement(user(), time("acknowledgedMicros"));
      return new Alarm(
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
          escalated);
    } catch (IllegalArgumentException e) {
      throw in.outOfRange("alarm", String.valueOf(e.getMessage()));
    }
  }

  private Frame.Act act() throws FrameDecodeException {
    long number = count("number");
    String user = user();
    Role role = ROLES[ordinal("role", ROLES.length)];
    try {
      return new Frame.Act(number, new Operator(user, role), operation());
    } catch (IllegalArgumentException e) {
      throw in.outOfRange("operation", String.valueOf(e.getMessage()));
    }
  }

  private Operation operation() throws FrameDecodeException {
    return switch (ordinal("operation", FrameEncoder.OPERATIONS)) {
      case FrameEncoder.ACKNOWLEDGE ->
          new Operation.Acknowledge(
              bedId(),
              in.readText("condition", 1, Alarm.MAX_CONDITION),
              in.readSigned("onsetDeviceMicros"));
      case FrameEncoder.INACTIVATE ->
          new Operation.Inactivate(
              in.readText("unit", 1, BedId.MAX_LENGTH),
              in.readText("bed", 0, BedId.MAX_LENGTH),
              INACTIVATIONS[ordinal("kind", INACTIVATIONS.length)],
              in.readInt("seconds", 0, Operation.MAX_INACTIVATION_SECONDS),
              in.readText("reason", 0, Operation.MAX_REASON));
      case FrameEncoder.SET_LIMITS ->
          new Operation.SetLimits(
              bedId(),
              count("baseVersion"),
              limits(),
              in.readText("reason", 0, Operation.MAX_REASON));
      default -> new Operation.EnterObservations(bedId(), entries());
    };
  }

  private List<ScoreEntry> entries() throws FrameDecodeException {
    int count = in.readCount("entries", FrameEncoder.MAX_SCORE_PARAMETERS, MIN_ENTRY_BYTES);
    List<ScoreEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new ScoreEntry(parameter(), scoreValue()));
    }
    return entries;
  }

  private InactivationState inactivationState() throws FrameDecodeException {
    return new InactivationState(
        in.readText("unit", 1, BedId.MAX_LENGTH),
        in.readText("bed", 0, BedId.MAX_LENGTH),
        INACTIVATIONS[ordinal("kind", INACTIVATIONS.length)],
        flags("active", 1) == 1,
        time("sinceMicros"),
        time("untilMicros"),
        in.readText("user", 0, Operator.MAX_USER));
  }

  private AlarmLimits limits() throws FrameDecodeException {
    PatientCategory profile = CATEGORIES[ordinal("profile", CATEGORIES.length)];
    int count = in.readCount("limits", SIGNS.length, MIN_LIMIT_BYTES);
    List<Limit> limits = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      limits.add(limit());
    }
    try {
      return new AlarmLimits(profile, limits);
    } catch (IllegalArgumentException e) {
      throw in.outOfRange("limits", String.valueOf(e.getMessage()));
    }
  }

  private Limit limit() throws FrameDecodeException {
    VitalSign sign = sign();
    int flags = flags("limit", FrameEncoder.LIMIT_FLAGS);
    Integer low = limit(flags, FrameEncoder.LOW_FLAG);
    Integer high = limit(flags, FrameEncoder.HIGH_FLAG);
    Integer extremeLow = limit(flags, FrameEncoder.EXTREME_LOW_FLAG);
    Integer extremeHigh = limit(flags, FrameEncoder.EXTREME_HIGH_FLAG);
    boolean on = (flags & FrameEncoder.LIMIT_ON_FLAG) != 0;
    try {
      return new Limit(sign, on, low, high, extremeLow, extremeHigh);
    } catch (IllegalArgumentException e) {
      throw in.outOfRange("limit", String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Integer limit(int flags, int flag) throws FrameDecodeException {
    return (flags & flag) == 0
        ? null
        : in.readSignedInt("limit", -VitalSign.MAX_FIXED, VitalSign.MAX_FIXED);
  }

  private Score score() throws FrameDecodeException {
    Score.Kind kind = SCORE_KINDS[ordinal("kind", SCORE_KINDS.length)];
    String version = in.readText("version", 0, Score.MAX_VERSION);
    int total = in.readInt("total", 0, Score.MAX_TOTAL + 1) - 1;
    Score.Band band = BANDS[ordinal("band", BANDS.length)];
    int trend = in.readSignedInt("trend", -Score.MAX_TOTAL, Score.MAX_TOTAL);
    long since = time("sinceMicros");
    int count = in.readCount("inputs", FrameEncoder.MAX_SCORE_PARAMETERS, MIN_INPUT_BYTES);
    List<ScoreInput> inputs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      inputs.add(
          new ScoreInput(
              parameter(),
              INPUT_STATES[ordinal("state", INPUT_STATES.length)],
              INPUT_SOURCES[ordinal("source", INPUT_SOURCES.length)],
              scoreValue(),
              in.readInt("points", 0, Score.MAX_TOTAL),
              in.readSigned("measuredMicros"),
              in.readSigned("expiresMicros"),
              in.readText("user", 0, Operator.MAX_USER)));
    }
    return new Score(kind, version, total, band, trend, since, inputs);
  }

  private Frame.AlarmRecords alarmRecords() throws FrameDecodeException {
    long number = count("number");
    boolean last = flags("last", 1) == 1;
    int count = in.readCount("records", Frame.AlarmRecords.MAX_RECORDS, MIN_RECORD_BYTES);
    List<Frame.AlarmRecord> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(new Frame.AlarmRecord(bedId(), alarm()));
    }
    return new Frame.AlarmRecords(number, last, records);
  }

  private VitalSign sign() throws FrameDecodeException {
    return SIGNS[ordinal("sign", SIGNS.length)];
  }

  private ScoreParameter parameter() throws FrameDecodeException {
    return PARAMETERS[ordinal("parameter", PARAMETERS.length)];
  }

  private int scoreValue() throws FrameDecodeException {
    return in.readInt("value", 0, FrameEncoder.MAX_SCORE_VALUE);
  }

  private String user() throws FrameDecodeException {
    return in.readText("user", 1, Operator.MAX_USER);
  }

  private Frame.Heartbeat heartbeat() throws FrameDecodeException {
    long sequence = count("sequence");
    long nowMicros = time("nowMicros");
    int flags = flags("flags", FrameEncoder.BROKER_UP_FLAG | FrameEncoder.CONFLATING_FLAG);
    long framesSent = count("framesSent");
    long alarmsSent = count("alarmsSent");
    return new Frame.Heartbeat(
        sequence,
        nowMicros,
        (flags & FrameEncoder.BROKER_UP_FLAG) != 0,
        (flags & FrameEncoder.CONFLATING_FLAG) != 0,
        framesSent,
        alarmsSent,
        in.readNumber("alarmsConfirmed", 0, alarmsSent));
  }

  private Frame.BridgeFigures bridgeFigures() throws FrameDecodeException {
    String broker = in.readText("broker", 0, Frame.MAX_TEXT);
    int mqttVersion = in.readInt("mqttVersion", 0, FrameEncoder.MAX_VERSION);
    int stations = in.readInt("stations", 0, FrameEncoder.MAX_STATIONS);
    long messages = in.readNumber("messagesPerSecond", 0, FrameEncoder.MAX_RATE);
    int count = in.readCount("hops", HOPS.length, MIN_HOP_BYTES);
    List<Frame.HopLatency> hops = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hops.add(
          new Frame.HopLatency(
              HOPS[ordinal("hop", HOPS.length)],
              in.readNumber("count", 0, FrameEncoder.MAX_RATE),
              in.readSigned("p50Micros"),
              in.readSigned("p95Micros"),
              in.readSigned("p99Micros")));
    }
    return new Frame.BridgeFigures(broker, mqttVersion, stations, messages, hops);
  }

  private Frame.Bye bye() throws FrameDecodeException {
    Frame.ByeCode code = BYE_CODES[ordinal("code", BYE_CODES.length)];
    String reason = in.readText("reason", 0, Frame.MAX_TEXT);
    return new Frame.Bye(
        code, reason, in.readInt("retryAfterMillis", 0, FrameEncoder.MAX_RETRY_MILLIS));
  }

  private int handle() throws FrameDecodeException {
    return in.readInt("handle", 0, Frame.MAX_HANDLE);
  }

  private int channelIndex() throws FrameDecodeException {
    return in.readInt("channel", 0, WaveformChannel.MAX_CHANNELS - 1);
  }

  private int check(String field) throws FrameDecodeException {
    return in.readInt(field, 0, Frame.NumericsDelta.CHECK_MODULUS - 1);
  }

  private long birth() throws FrameDecodeException {
    return in.readNumber("birth", 0, FrameEncoder.MAX_BIRTH);
  }

  private long count(String field) throws FrameDecodeException {
    return in.readNumber(field, 0, Long.MAX_VALUE);
  }

  private long time(String field) throws FrameDecodeException {
    return epochMicros + in.readSigned(field);
  }

  private BedId bedId() throws FrameDecodeException {
    String unit = in.readText("unit", 1, BedId.MAX_LENGTH);
    String bed = in.readText("bed", 1, BedId.MAX_LENGTH);
    try {
      return new BedId(unit, bed);
    } catch (IllegalArgumentException e) {
      throw in.outOfRange("bed", String.valueOf(e.getMessage()));
    }
  }

  private BrokerState broker(long epoch) throws FrameDecodeException {
    boolean up = flags("broker.up", 1) == 1;
    return new BrokerState(up, epoch + in.readSigned("broker.sinceMicros"));
  }

  private <E extends Enum<E>> Set<E> set(String field, Class<E> type) throws FrameDecodeException {
    E[] all = type.getEnumConstants();
    long bits = in.readBits(field, (1L << all.length) - 1);
    EnumSet<E> set = EnumSet.noneOf(type);
    for (int bit = 0; bit < all.length; bit++) {
      if ((bits >>> bit & 1) != 0) {
        set.add(all[bit]);
      }
    }
    return set;
  }

  private int flags(String field, int known) throws FrameDecodeException {
    int flags = in.readByte(field);
    if ((flags & ~known) != 0) {
      throw new FrameDecodeException(
          DecodeError.UNKNOWN_BITS,
          "%s.%s: expected only bits of 0x%X, got 0x%X"
              .formatted(in.type().label(), field, known, flags));
    }
    return flags;
  }

  /** One byte that is smaller than {@code bound}. */
  private int ordinal(String field, int bound) throws FrameDecodeException {
    int value = in.readByte(field);
    if (value >= bound) {
      throw in.outOfRange(field, "expected 0 to %d, got %d".formatted(bound - 1, value));
    }
    return value;
  }
}
