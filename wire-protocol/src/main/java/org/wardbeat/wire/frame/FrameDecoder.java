package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** Reads each frame field by field, in the order in which {@link FrameEncoder} writes them. */
final class FrameDecoder {
  private static final VitalSign[] SIGNS = VitalSign.values();
  private static final SignalKind[] KINDS = SignalKind.values();
  private static final Frame.GapReason[] GAP_REASONS = Frame.GapReason.values();
  private static final Frame.Hop[] HOPS = Frame.Hop.values();
  private static final Frame.ByeCode[] BYE_CODES = Frame.ByeCode.values();

  /** Two texts of one character, birth, channel and next sample. */
  private static final int MIN_POSITION_BYTES = 7;

  /** Two empty texts, two sets and the channels. */
  private static final int MIN_SELECTION_BYTES = 5;

  /** Its number, the count and three percentiles. */
  private static final int MIN_HOP_BYTES = 5;

  /** Code of one character, kind, two floating-point numbers, baseline, empty unit, two limits. */
  private static final int MIN_CHANNEL_BYTES = 23;

  private final FrameReader in;

  FrameDecoder(FrameReader in) {
    this.in = in;
  }

  Frame decode() throws FrameDecodeException {
    return switch (in.type()) {
      case HELLO -> hello();
      case SUBSCRIBE -> subscribe();
      case HEARTBEAT_ECHO ->
          new Frame.HeartbeatEcho(in.readCounter("sequence"), in.readCounter("framesReceived"));
      case ALARM_RECEIPT -> new Frame.AlarmReceipt(in.readCounter("number"));
      case ACT -> new AlarmDecoder(in).act();
      case ALARM_QUERY -> new AlarmDecoder(in).alarmQuery();
      case WELCOME -> welcome();
      case BED -> bed();
      case BED_REMOVED -> new Frame.BedRemoved(in.readHandle());
      case DEVICE_STATE ->
          new Frame.DeviceState(in.readHandle(), status(), in.readTime("sinceMicros"));
      case NUMERICS -> numerics();
      case NUMERICS_DELTA -> numericsDelta();
      case WAVEFORM -> waveform();
      case WAVEFORM_NEXT ->
          new Frame.WaveformNext(
              in.readHandle(),
              channelIndex(),
              check("firstCheck"),
              in.readSigned("endDriftMicros"),
              in.readSamples("samples"));
      case GAP -> gap();
      case ALARM_EVENT -> new AlarmDecoder(in).alarmEvent();
      case END_OF_SNAPSHOT ->
          new Frame.EndOfSnapshot(in.readCounter("number"), in.readCounter("alarmSequence"));
      case BROKER -> new Frame.Broker(broker());
      case HEARTBEAT -> heartbeat();
      case BRIDGE_FIGURES -> bridgeFigures();
      case SOURCE_FIGURES ->
          new Frame.SourceFigures(
              in.readHandle(),
              in.readSigned("clockOffsetMicros"),
              in.readCounter("gaps"),
              in.readCounter("lostSamples"),
              in.readCounter("lostNumerics"));
      case ACT_ANSWER -> new AlarmDecoder(in).actAnswer();
      case ALARMS_HELD_BACK -> new AlarmDecoder(in).alarmsHeldBack();
      case BED_LIMITS -> new AlarmDecoder(in).bedLimits();
      case BED_SCORE -> new AlarmDecoder(in).bedScore();
      case ALARM_RECORDS -> new AlarmDecoder(in).alarmRecords();
      case BED_STAY -> new PeopleDecoder(in).bedStay();
      case BYE -> bye();
    };
  }

  private Frame.Hello hello() throws FrameDecodeException {
    int version = in.readInt("version", 1, FrameEncoder.MAX_VERSION);
    String station = in.readText("station", 0, Frame.MAX_TEXT);
    String software = in.readText("software", 0, Frame.MAX_TEXT);
    Frame.AlarmPosition alarms =
        in.readFlags("alarms", FrameEncoder.ALARMS_FLAG) == 0
            ? null
            : new Frame.AlarmPosition(
                in.readLong("alarms.instance"),
                in.readCounter("alarms.sequence"),
                in.readSigned("alarms.micros"));
    int count = in.readCount("positions", Frame.MAX_POSITIONS, MIN_POSITION_BYTES);
    List<Frame.Position> positions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      positions.add(
          new Frame.Position(in.readBed(), birth(), channelIndex(), in.readCounter("nextSample")));
    }
    return new Frame.Hello(version, station, software, alarms, positions);
  }

  private Frame.Subscribe subscribe() throws FrameDecodeException {
    long number = in.readCounter("number");
    int count = in.readCount("selections", Frame.MAX_SELECTIONS, MIN_SELECTION_BYTES);
    List<Frame.Selection> selections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      selections.add(
          new Frame.Selection(
              in.readText("unit", 0, BedId.MAX_LENGTH),
              in.readText("bed", 0, BedId.MAX_LENGTH),
              in.readSet("lanes", Frame.Lane.class),
              in.readSet("signs", VitalSign.class),
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
    boolean up = in.readBoolean("broker.up");
    BrokerState broker = new BrokerState(up, epoch + in.readSigned("broker.sinceMicros"));
    return new Frame.Welcome(version, bridge, software, instance, epoch, now, heartbeat, broker);
  }

  private Frame.Bed bed() throws FrameDecodeException {
    int handle = in.readHandle();
    BedId bed = in.readBed();
    int flags = in.readFlags("flags", FrameEncoder.BED_FLAGS);
    long occupancy = in.readCounter("occupancy");
    boolean occupied = (flags & FrameEncoder.OCCUPIED_FLAG) != 0;
    boolean check = (flags & FrameEncoder.CHECK_FLAG) != 0;
    if (!occupied && (check || (flags & FrameEncoder.PATIENT_FLAG) != 0)) {
      throw in.outOfRange("flags", "expected an occupied bed, since it is of a patient");
    }
    Patient patient =
        (flags & FrameEncoder.PATIENT_FLAG) == 0 ? null : new PeopleDecoder(in).patient();
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
        channels,
        check);
  }

  private WaveformChannel channel() throws FrameDecodeException {
    String code = in.readText("channel.code", 1, WaveformChannel.MAX_LENGTH);
    SignalKind kind = in.readConstant("channel.kind", KINDS);
    double frequencyHz = Double.longBitsToDouble(in.readLong("channel.frequencyHz"));
    double adcPerUnit = Double.longBitsToDouble(in.readLong("channel.adcPerUnit"));
    int baseline = in.readSignedInt("channel.baseline", Integer.MIN_VALUE, Integer.MAX_VALUE);
    String unit = in.readText("channel.unit", 0, WaveformChannel.MAX_LENGTH);
    int lowest = in.readSignedInt("channel.lowest", Integer.MIN_VALUE, Integer.MAX_VALUE);
    int highest = in.readSignedInt("channel.highest", Integer.MIN_VALUE, Integer.MAX_VALUE);
    return in.checked(
        "channels",
        () ->
            new WaveformChannel(
                code, kind, frequencyHz, adcPerUnit, baseline, unit, lowest, highest));
  }

  private DeviceStatus status() throws FrameDecodeException {
    int flags = in.readFlags("flags", FrameEncoder.ONLINE_FLAG | FrameEncoder.BATTERY_FLAG);
    Set<Electrode> leadsOff = in.readSet("leadsOff", Electrode.class);
    int battery =
        (flags & FrameEncoder.BATTERY_FLAG) == 0
            ? DeviceStatus.BATTERY_UNKNOWN
            : in.readOrdinal("batteryPercent", 101);
    return new DeviceStatus((flags & FrameEncoder.ONLINE_FLAG) != 0, leadsOff, battery);
  }

  private Frame.Numerics numerics() throws FrameDecodeException {
    int handle = in.readHandle();
    long version = in.readCounter("version");
    long timeMicros = in.readTime("timeMicros");
    long mask = mask(FrameEncoder.MASK_SHIFT);
    List<Reading> readings = new ArrayList<>();
    long present = mask >>> FrameEncoder.MASK_SHIFT;
    for (Frame.Change change : changes(present, marks(mask, present))) {
      readings.add(change.at(timeMicros));
    }
    return new Frame.Numerics(handle, version, timeMicros, readings);
  }

  private Frame.NumericsDelta numericsDelta() throws FrameDecodeException {
    int handle = in.readHandle();
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
    int handle = in.readHandle();
    int channel = channelIndex();
    long firstSample = in.readNumber("firstSample", 0, Long.MAX_VALUE - 1);
    long endMicros = in.readTime("endMicros");
    int[] samples = in.readSamples("samples");
    if (firstSample > Long.MAX_VALUE - samples.length) {
      throw in.outOfRange("firstSample", "expected room to count all samples");
    }
    return new Frame.Waveform(handle, channel, firstSample, endMicros, samples);
  }

  private Frame.Gap gap() throws FrameDecodeException {
    int handle = in.readHandle();
    int channel = channelIndex();
    long firstSample = in.readNumber("firstSample", 0, Long.MAX_VALUE - 1);
    long count = in.readNumber("count", 1, Long.MAX_VALUE - firstSample);
    return new Frame.Gap(
        handle, channel, firstSample, count, in.readConstant("reason", GAP_REASONS));
  }

  private Frame.Heartbeat heartbeat() throws FrameDecodeException {
    long sequence = in.readCounter("sequence");
    long nowMicros = in.readTime("nowMicros");
    int flags = in.readFlags("flags", FrameEncoder.BROKER_UP_FLAG | FrameEncoder.CONFLATING_FLAG);
    long framesSent = in.readCounter("framesSent");
    long alarmsSent = in.readCounter("alarmsSent");
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
              in.readConstant("hop", HOPS),
              in.readNumber("count", 0, FrameEncoder.MAX_RATE),
              in.readSigned("p50Micros"),
              in.readSigned("p95Micros"),
              in.readSigned("p99Micros")));
    }
    return new Frame.BridgeFigures(broker, mqttVersion, stations, messages, hops);
  }

  private Frame.Bye bye() throws FrameDecodeException {
    Frame.ByeCode code = in.readConstant("code", BYE_CODES);
    String reason = in.readText("reason", 0, Frame.MAX_TEXT);
    return new Frame.Bye(
        code, reason, in.readInt("retryAfterMillis", 0, FrameEncoder.MAX_RETRY_MILLIS));
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

  private BrokerState broker() throws FrameDecodeException {
    return new BrokerState(in.readBoolean("broker.up"), in.readTime("broker.sinceMicros"));
  }
}
