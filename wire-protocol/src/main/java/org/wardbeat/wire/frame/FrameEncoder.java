package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** Writes each frame field by field, in the order in which {@link FrameDecoder} reads them. */
final class FrameEncoder {
  static final long MAX_BIRTH = 0xFFFF_FFFFL;
  static final int MAX_VERSION = 255;
  static final int MAX_BACKFILL_MILLIS = 60_000;
  static final int MAX_RETRY_MILLIS = 600_000;
  static final int MIN_HEARTBEAT_MILLIS = 100;
  static final int MAX_HEARTBEAT_MILLIS = 60_000;
  static final long MAX_CHANNEL_BITS = Frame.Selection.ALL_CHANNELS;
  static final long MAX_RATE = 0xFFFF_FFFFL;
  static final long MAX_STEPS = 0xFFFF_FFFFL;
  static final long MAX_TIME_STEP = 1L << 50;
  static final int MAX_STATIONS = 1_000_000;
  static final int MICROS_PER_MILLI = 1_000;
  static final int ALARMS_FLAG = 1;
  static final int PATIENT_FLAG = 1;
  static final int SIMULATED_FLAG = 2;
  static final int OCCUPIED_FLAG = 4;
  static final int BROKER_UP_FLAG = 1;
  static final int CONFLATING_FLAG = 2;
  static final int ONLINE_FLAG = 1;
  static final int BATTERY_FLAG = 2;
  static final int UNAVAILABLE_FLAG = 1;
  static final int OWN_TIMES_FLAG = 2;
  static final int MASK_SHIFT = 2;
  static final int STEPS_FLAG = 4;
  static final int DELTA_MASK_SHIFT = 3;
  static final int ACKNOWLEDGED_FLAG = 1;
  static final int ESCALATED_FLAG = 2;
  static final int SIGN_FLAG = 4;
  static final int ACKNOWLEDGE = 0;
  static final int INACTIVATE = 1;
  static final int SET_LIMITS = 2;
  static final int ENTER_OBSERVATIONS = 3;
  static final int OPERATIONS = 4;
  static final int LIMIT_ON_FLAG = 1;
  static final int LOW_FLAG = 2;
  static final int HIGH_FLAG = 4;
  static final int EXTREME_LOW_FLAG = 8;
  static final int EXTREME_HIGH_FLAG = 16;
  static final int LIMIT_FLAGS = 31;
  static final int MAX_SCORE_PARAMETERS = 16;
  static final int MAX_SCORE_VALUE = 1_000;

  private final long epochMicros;

  FrameEncoder(long epochMicros) {
    this.epochMicros = epochMicros;
  }

  byte[] encode(Frame frame) {
    return switch (frame) {
      case Frame.Hello f -> hello(f);
      case Frame.Subscribe f -> subscribe(f);
      case Frame.HeartbeatEcho f -> heartbeatEcho(f);
      case Frame.AlarmReceipt f -> alarmReceipt(f);
      case Frame.Act f -> act(f);
      case Frame.AlarmQuery f -> alarmQuery(f);
      case Frame.Welcome f -> welcome(f);
      case Frame.Bed f -> bed(f);
      case Frame.BedRemoved f -> withHandle(FrameType.BED_REMOVED, f.handle()).toBytes();
      case Frame.DeviceState f -> deviceState(f);
      case Frame.Numerics f -> numerics(f);
      case Frame.NumericsDelta f -> numericsDelta(f);
      case Frame.Waveform f -> waveform(f);
      case Frame.WaveformNext f -> waveformNext(f);
      case Frame.Gap f -> gap(f);
      case Frame.AlarmEvent f -> alarmEvent(f);
      case Frame.EndOfSnapshot f -> endOfSnapshot(f);
      case Frame.Broker f -> broker(f);
      case Frame.Heartbeat f -> heartbeat(f);
      case Frame.BridgeFigures f -> bridgeFigures(f);
      case Frame.SourceFigures f -> sourceFigures(f);
      case Frame.ActAnswer f -> actAnswer(f);
      case Frame.AlarmsHeldBack f -> alarmsHeldBack(f.state());
      case Frame.BedLimits f -> bedLimits(f);
      case Frame.BedScore f -> bedScore(f);
      case Frame.AlarmRecords f -> alarmRecords(f);
      case Frame.Bye f -> bye(f);
    };
  }

  private static byte[] hello(Frame.Hello f) {
    FrameWriter out = new FrameWriter(FrameType.HELLO);
    out.writeNumber("version", f.version(), 1, MAX_VERSION);
    out.writeText("station", f.station(), 0, Frame.MAX_TEXT);
    out.writeText("software", f.software(), 0, Frame.MAX_TEXT);
    Frame.AlarmPosition alarms = f.alarms();
    out.writeByte(alarms == null ? 0 : ALARMS_FLAG);
    if (alarms != null) {
      out.writeLong(alarms.instance());
      out.writeNumber("alarms.sequence", alarms.sequence(), 0, Long.MAX_VALUE);
      out.writeSigned(alarms.micros());
    }
    out.writeNumber("positions", f.positions().size(), 0, Frame.MAX_POSITIONS);
    for (Frame.Position position : f.positions()) {
      bedId(out, position.bed());
      out.writeNumber("birth", position.birth(), 0, MAX_BIRTH);
      channelIndex(out, position.channel());
      out.writeNumber("nextSample", position.nextSample(), 0, Long.MAX_VALUE);
    }
    return out.toBytes();
  }

  private static byte[] subscribe(Frame.Subscribe f) {
    FrameWriter out = new FrameWriter(FrameType.SUBSCRIBE);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeNumber("selections", f.selections().size(), 0, Frame.MAX_SELECTIONS);
    for (Frame.Selection selection : f.selections()) {
      out.writeText("unit", selection.unit(), 0, BedId.MAX_LENGTH);
      out.writeText("bed", selection.bed(), 0, BedId.MAX_LENGTH);
      out.writeSet(selection.lanes());
      out.writeSet(selection.signs());
      out.writeNumber("channels", selection.channels(), 0, MAX_CHANNEL_BITS);
    }
    out.writeNumber("backfillMillis", f.backfillMillis(), 0, MAX_BACKFILL_MILLIS);
    out.writeNumber("maxBytesPerSecond", f.maxBytesPerSecond(), 0, MAX_RATE);
    out.writeNumber("maxUpdatesPerSecond", f.maxUpdatesPerSecond(), 0, MAX_RATE);
    return out.toBytes();
  }

  private static byte[] heartbeatEcho(Frame.HeartbeatEcho f) {
    FrameWriter out = new FrameWriter(FrameType.HEARTBEAT_ECHO);
    out.writeNumber("sequence", f.sequence(), 0, Long.MAX_VALUE);
    out.writeNumber("framesReceived", f.framesReceived(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private static byte[] alarmReceipt(Frame.AlarmReceipt f) {
    FrameWriter out = new FrameWriter(FrameType.ALARM_RECEIPT);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private static byte[] welcome(Frame.Welcome f) {
    FrameWriter out = new FrameWriter(FrameType.WELCOME);
    out.writeNumber("version", f.version(), 1, MAX_VERSION);
    out.writeText("bridge", f.bridge(), 0, Frame.MAX_TEXT);
    out.writeText("software", f.software(), 0, Frame.MAX_TEXT);
    out.writeLong(f.instance());
    out.writeSigned(f.epochMicros());
    out.writeSigned(f.nowMicros() - f.epochMicros());
    out.writeNumber(
        "heartbeatMillis", f.heartbeatMillis(), MIN_HEARTBEAT_MILLIS, MAX_HEARTBEAT_MILLIS);
    broker(out, f.broker(), f.epochMicros());
    return out.toBytes();
  }

  private static byte[] bed(Frame.Bed f) {
    FrameWriter out = withHandle(FrameType.BED, f.handle());
    bedId(out, f.bed());
    Patient patient = f.patient();
    out.writeByte(
        (patient == null ? 0 : PATIENT_FLAG)
            | (f.simulated() ? SIMULATED_FLAG : 0)
            | (f.occupied() ? OCCUPIED_FLAG : 0));
    out.writeNumber("occupancy", f.occupancy(), 0, Long.MAX_VALUE);
    if (patient != null) {
      out.writeText("patient.identifier", patient.identifier(), 0, Patient.MAX_LENGTH);
      out.writeText("patient.familyName", patient.familyName(), 0, Patient.MAX_LENGTH);
      out.writeText("patient.givenName", patient.givenName(), 0, Patient.MAX_LENGTH);
    }
    out.writeText("device", f.device(), 0, Frame.MAX_TEXT);
    out.writeNumber("birth", f.birth(), 0, MAX_BIRTH);
    out.writeNumber("channels", f.channels().size(), 0, WaveformChannel.MAX_CHANNELS);
    for (WaveformChannel channel : f.channels()) {
      channel(out, channel);
    }
    return out.toBytes();
  }

  private static void channel(FrameWriter out, WaveformChannel channel) {
    out.writeText("channel.code", channel.code(), 1, WaveformChannel.MAX_LENGTH);
    out.writeConstant(channel.kind());
    out.writeLong(Double.doubleToLongBits(channel.frequencyHz()));
    out.writeLong(Double.doubleToLongBits(channel.adcPerUnit()));
    out.writeSigned(channel.baseline());
    out.writeText("channel.unit", channel.unit(), 0, WaveformChannel.MAX_LENGTH);
  }

  private byte[] deviceState(Frame.DeviceState f) {
    FrameWriter out = withHandle(FrameType.DEVICE_STATE, f.handle());
    DeviceStatus status = f.status();
    boolean battery = status.batteryPercent() != DeviceStatus.BATTERY_UNKNOWN;
    out.writeByte((status.online() ? ONLINE_FLAG : 0) | (battery ? BATTERY_FLAG : 0));
    out.writeSet(status.leadsOff());
    if (battery) {
      out.writeByte(status.batteryPercent());
    }
    time(out, f.sinceMicros());
    return out.toBytes();
  }

  private byte[] numerics(Frame.Numerics f) {
    FrameWriter out = withHandle(FrameType.NUMERICS, f.handle());
    out.writeNumber("version", f.version(), 0, Long.MAX_VALUE);
    time(out, f.timeMicros());
    List<Frame.Change> readings = new ArrayList<>(f.readings().size());
    for (Reading reading : f.readings()) {
      readings.add(Frame.Change.of(reading, f.timeMicros()));
    }
    long present = signs(readings);
    writeMask(out, readings, present << MASK_SHIFT);
    values(out, readings);
    return out.toBytes();
  }

  private static byte[] numericsDelta(Frame.NumericsDelta f) {
    FrameWriter out = withHandle(FrameType.NUMERICS_DELTA, f.handle());
    out.writeNumber("baseCheck", f.baseCheck(), 0, Frame.NumericsDelta.CHECK_MODULUS - 1);
    timeStep(out, f.timeStepMicros());
    boolean merged = f.steps() != 1;
    writeMask(
        out, f.changes(), (signs(f.changes()) << DELTA_MASK_SHIFT) | (merged ? STEPS_FLAG : 0));
    if (merged) {
      out.writeNumber("steps", f.steps(), 2, MAX_STEPS);
    }
    values(out, f.changes());
    return out.toBytes();
  }

  /** Whole milliseconds, which most devices count in, take a byte or two less. */
  private static void timeStep(FrameWriter out, long micros) {
    if (micros < -MAX_TIME_STEP || micros > MAX_TIME_STEP) {
      throw new IllegalArgumentException(
          "NumericsDelta.timeStepMicros: expected at most 2^50 either way, got " + micros);
    }
    boolean whole = micros % MICROS_PER_MILLI == 0;
    long step = whole ? micros / MICROS_PER_MILLI : micros;
    long zigzag = (step << 1) ^ (step >> 63);
    out.writeVarint((zigzag << 1) | (whole ? 0 : 1));
  }

  private static long signs(List<Frame.Change> changes) {
    long present = 0;
    for (Frame.Change change : changes) {
      long bit = FrameWriter.bit(change.sign());
      if (bit <= present) {
        throw new IllegalArgumentException(
            "readings: expected each vital sign once and in order, got %s out of order"
                .formatted(change.sign()));
      }
      present |= bit;
    }
    return present;
  }

  private static void writeMask(FrameWriter out, List<Frame.Change> changes, long mask) {
    long unavailable = 0;
    long ownTimes = 0;
    for (Frame.Change change : changes) {
      long bit = FrameWriter.bit(change.sign());
      unavailable |= change.available() ? 0 : bit;
      ownTimes |= change.measuredAfterMicros() == 0 ? 0 : bit;
    }
    out.writeVarint(
        mask | (unavailable == 0 ? 0 : UNAVAILABLE_FLAG) | (ownTimes == 0 ? 0 : OWN_TIMES_FLAG));
    if (unavailable != 0) {
      out.writeVarint(unavailable);
    }
    if (ownTimes != 0) {
      out.writeVarint(ownTimes);
    }
  }

  private static void values(FrameWriter out, List<Frame.Change> changes) {
    for (Frame.Change change : changes) {
      if (change.available()) {
        out.writeSigned((long) change.fixed() - change.sign().typicalFixed());
      }
      if (change.measuredAfterMicros() != 0) {
        out.writeSigned(change.measuredAfterMicros());
      }
    }
  }

  private byte[] waveform(Frame.Waveform f) {
    FrameWriter out = withHandle(FrameType.WAVEFORM, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstSample", f.firstSample(), 0, Long.MAX_VALUE - f.samples().length);
    time(out, f.endMicros());
    out.writeSamples(f.samples());
    return out.toBytes();
  }

  private static byte[] waveformNext(Frame.WaveformNext f) {
    FrameWriter out = withHandle(FrameType.WAVEFORM_NEXT, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstCheck", f.firstCheck(), 0, Frame.NumericsDelta.CHECK_MODULUS - 1);
    out.writeSigned(f.endDriftMicros());
    out.writeSamples(f.samples());
    return out.toBytes();
  }

  private static byte[] gap(Frame.Gap f) {
    FrameWriter out = withHandle(FrameType.GAP, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstSample", f.firstSample(), 0, Long.MAX_VALUE - 1);
    out.writeNumber("count", f.count(), 1, Long.MAX_VALUE - f.firstSample());
    out.writeConstant(f.reason());
    return out.toBytes();
  }

  private byte[] alarmEvent(Frame.AlarmEvent f) {
    FrameWriter out = withHandle(FrameType.ALARM_EVENT, f.handle());
    out.writeNumber("number", f.number(), 1, Long.MAX_VALUE);
    out.writeNumber("sequence", f.sequence(), 1, Long.MAX_VALUE);
    alarm(out, f.alarm());
    return out.toBytes();
  }

  private void alarm(FrameWriter out, Alarm alarm) {
    out.writeText("condition", alarm.condition(), 1, Alarm.MAX_CONDITION);
    out.writeConstant(alarm.kind());
    out.writeConstant(alarm.priority());
    out.writeConstant(alarm.state());
    Acknowledgement acknowledgement = alarm.acknowledgement();
    VitalSign sign = alarm.sign();
    out.writeByte(
        (acknowledgement == null ? 0 : ACKNOWLEDGED_FLAG)
            | (alarm.escalated() ? ESCALATED_FLAG : 0)
            | (sign == null ? 0 : SIGN_FLAG));
    if (sign != null) {
      out.writeConstant(sign);
    }
    out.writeText("text", alarm.text(), 0, Alarm.MAX_TEXT);
    time(out, alarm.onsetMicros());
    out.writeSigned(alarm.onsetDeviceMicros() - alarm.onsetMicros());
    time(out, alarm.changedMicros());
    if (!alarm.active()) {
      time(out, alarm.endedMicros());
    }
    if (acknowledgement != null) {
      out.writeText("user", acknowledgement.user(), 1, Operator.MAX_USER);
      time(out, acknowledgement.micros());
    }
  }

  private static byte[] endOfSnapshot(Frame.EndOfSnapshot f) {
    FrameWriter out = new FrameWriter(FrameType.END_OF_SNAPSHOT);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeNumber("alarmSequence", f.alarmSequence(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private byte[] broker(Frame.Broker f) {
    FrameWriter out = new FrameWriter(FrameType.BROKER);
    broker(out, f.state(), epochMicros);
    return out.toBytes();
  }

  private byte[] heartbeat(Frame.Heartbeat f) {
    FrameWriter out = new FrameWriter(FrameType.HEARTBEAT);
    out.writeNumber("sequence", f.sequence(), 0, Long.MAX_VALUE);
    time(out, f.nowMicros());
    out.writeByte((f.brokerUp() ? BROKER_UP_FLAG : 0) | (f.conflating() ? CONFLATING_FLAG : 0));
    out.writeNumber("framesSent", f.framesSent(), 0, Long.MAX_VALUE);
    out.writeNumber("alarmsSent", f.alarmsSent(), 0, Long.MAX_VALUE);
    out.writeNumber("alarmsConfirmed", f.alarmsConfirmed(), 0, f.alarmsSent());
    return out.toBytes();
  }

  private static byte[] bridgeFigures(Frame.BridgeFigures f) {
    FrameWriter out = new FrameWriter(FrameType.BRIDGE_FIGURES);
    out.writeText("broker", f.broker(), 0, Frame.MAX_TEXT);
    out.writeNumber("mqttVersion", f.mqttVersion(), 0, MAX_VERSION);
    out.writeNumber("stations", f.stations(), 0, MAX_STATIONS);
    out.writeNumber("messagesPerSecond", f.messagesPerSecond(), 0, MAX_RATE);
    out.writeNumber("hops", f.hops().size(), 0, Frame.Hop.values().length);
    for (Frame.HopLatency latency : f.hops()) {
      out.writeConstant(latency.hop());
      out.writeNumber("count", latency.count(), 0, MAX_RATE);
      out.writeSigned(latency.p50Micros());
      out.writeSigned(latency.p95Micros());
      out.writeSigned(latency.p99Micros());
    }
    return out.toBytes();
  }

  private static byte[] sourceFigures(Frame.SourceFigures f) {
    FrameWriter out = withHandle(FrameType.SOURCE_FIGURES, f.handle());
    out.writeSigned(f.clockOffsetMicros());
    out.writeNumber("gaps", f.gaps(), 0, Long.MAX_VALUE);
    out.writeNumber("lostSamples", f.lostSamples(), 0, Long.MAX_VALUE);
    out.writeNumber("lostNumerics", f.lostNumerics(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private static byte[] act(Frame.Act f) {
    FrameWriter out = new FrameWriter(FrameType.ACT);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeText("user", f.operator().user(), 1, Operator.MAX_USER);
    out.writeConstant(f.operator().role());
    switch (f.operation()) {
      case Operation.Acknowledge operation -> {
        out.writeByte(ACKNOWLEDGE);
        bedId(out, operation.bed());
        out.writeText("condition", operation.condition(), 1, Alarm.MAX_CONDITION);
        out.writeSigned(operation.onsetDeviceMicros());
      }
      case Operation.Inactivate operation -> {
        out.writeByte(INACTIVATE);
        out.writeText("unit", operation.unit(), 1, BedId.MAX_LENGTH);
        out.writeText("bed", operation.bed(), 0, BedId.MAX_LENGTH);
        out.writeConstant(operation.kind());
        out.writeNumber("seconds", operation.seconds(), 0, Operation.MAX_INACTIVATION_SECONDS);
        out.writeText("reason", operation.reason(), 0, Operation.MAX_REASON);
      }
      case Operation.SetLimits operation -> {
        out.writeByte(SET_LIMITS);
        bedId(out, operation.bed());
        out.writeNumber("baseVersion", operation.baseVersion(), 0, Long.MAX_VALUE);
        limits(out, operation.limits());
        out.writeText("reason", operation.reason(), 0, Operation.MAX_REASON);
      }
      case Operation.EnterObservations operation -> {
        out.writeByte(ENTER_OBSERVATIONS);
        bedId(out, operation.bed());
        out.writeNumber("entries", operation.entries().size(), 0, MAX_SCORE_PARAMETERS);
        for (ScoreEntry entry : operation.entries()) {
          out.writeConstant(entry.parameter());
          out.writeNumber("value", entry.value(), 0, MAX_SCORE_VALUE);
        }
      }
    }
    return out.toBytes();
  }

  private static byte[] alarmQuery(Frame.AlarmQuery f) {
    FrameWriter out = new FrameWriter(FrameType.ALARM_QUERY);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeText("unit", f.unit(), 0, BedId.MAX_LENGTH);
    out.writeText("bed", f.bed(), 0, BedId.MAX_LENGTH);
    out.writeSigned(f.fromMicros());
    out.writeSigned(f.toMicros());
    out.writeNumber("most", f.most(), 1, Frame.AlarmQuery.MAX_RECORDS);
    return out.toBytes();
  }

  private static byte[] actAnswer(Frame.ActAnswer f) {
    FrameWriter out = new FrameWriter(FrameType.ACT_ANSWER);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeConstant(f.outcome());
    out.writeText("reason", f.reason(), 0, Frame.MAX_TEXT);
    return out.toBytes();
  }

  private byte[] alarmsHeldBack(InactivationState state) {
    FrameWriter out = new FrameWriter(FrameType.ALARMS_HELD_BACK);
    out.writeText("unit", state.unit(), 1, BedId.MAX_LENGTH);
    out.writeText("bed", state.bed(), 0, BedId.MAX_LENGTH);
    out.writeConstant(state.kind());
    out.writeByte(state.active() ? 1 : 0);
    time(out, state.sinceMicros());
    time(out, state.untilMicros());
    out.writeText("user", state.user(), 0, Operator.MAX_USER);
    return out.toBytes();
  }

  private byte[] bedLimits(Frame.BedLimits f) {
    FrameWriter out = withHandle(FrameType.BED_LIMITS, f.handle());
    out.writeNumber("version", f.version(), 0, Long.MAX_VALUE);
    limits(out, f.limits());
    out.writeText("user", f.user(), 0, Operator.MAX_USER);
    out.writeSigned(f.setMicros());
    out.writeText("reason", f.reason(), 0, Operation.MAX_REASON);
    return out.toBytes();
  }

  private static void limits(FrameWriter out, AlarmLimits limits) {
    out.writeConstant(limits.profile());
    out.writeNumber("limits", limits.limits().size(), 0, VitalSign.values().length);
    for (Limit limit : limits.limits()) {
      out.writeConstant(limit.sign());
      out.writeByte(
          (limit.on() ? LIMIT_ON_FLAG : 0)
              | (limit.low() == null ? 0 : LOW_FLAG)
              | (limit.high() == null ? 0 : HIGH_FLAG)
              | (limit.extremeLow() == null ? 0 : EXTREME_LOW_FLAG)
              | (limit.extremeHigh() == null ? 0 : EXTREME_HIGH_FLAG));
      limit(out, limit.low());
      limit(out, limit.high());
      limit(out, limit.extremeLow());
      limit(out, limit.extremeHigh());
    }
  }

  private static void limit(FrameWriter out, @Nullable Integer fixed) {
    if (fixed != null) {
      if (Math.abs(fixed) > VitalSign.MAX_FIXED) {
        throw new IllegalArgumentException("limit: value %d out of range".formatted(fixed));
      }
      out.writeSigned(fixed);
    }
  }

  private byte[] bedScore(Frame.BedScore f) {
    FrameWriter out = withHandle(FrameType.BED_SCORE, f.handle());
    Score score = f.score();
    out.writeConstant(score.kind());
    out.writeText("version", score.version(), 0, Score.MAX_VERSION);
    out.writeNumber("total", score.total() + 1L, 0, Score.MAX_TOTAL + 1L);
    out.writeConstant(score.band());
    out.writeSigned(score.trend());
    time(out, score.sinceMicros());
    out.writeNumber("inputs", score.inputs().size(), 0, MAX_SCORE_PARAMETERS);
    for (ScoreInput input : score.inputs()) {
      out.writeConstant(input.parameter());
      out.writeConstant(input.state());
      out.writeConstant(input.source());
      out.writeNumber("value", input.value(), 0, MAX_SCORE_VALUE);
      out.writeNumber("points", input.points(), 0, Score.MAX_TOTAL);
      out.writeSigned(input.measuredMicros());
      out.writeSigned(input.expiresMicros());
      out.writeText("user", input.user(), 0, Operator.MAX_USER);
    }
    return out.toBytes();
  }

  private byte[] alarmRecords(Frame.AlarmRecords f) {
    FrameWriter out = new FrameWriter(FrameType.ALARM_RECORDS);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeByte(f.last() ? 1 : 0);
    out.writeNumber("records", f.records().size(), 0, Frame.AlarmRecords.MAX_RECORDS);
    for (Frame.AlarmRecord each : f.records()) {
      bedId(out, each.bed());
      alarm(out, each.alarm());
    }
    return out.toBytes();
  }

  private static byte[] bye(Frame.Bye f) {
    FrameWriter out = new FrameWriter(FrameType.BYE);
    out.writeConstant(f.code());
    out.writeText("reason", f.reason(), 0, Frame.MAX_TEXT);
    out.writeNumber("retryAfterMillis", f.retryAfterMillis(), 0, MAX_RETRY_MILLIS);
    return out.toBytes();
  }

  private static FrameWriter withHandle(FrameType type, int handle) {
    FrameWriter out = new FrameWriter(type);
    out.writeNumber("handle", handle, 0, Frame.MAX_HANDLE);
    return out;
  }

  private static void channelIndex(FrameWriter out, int channel) {
    out.writeNumber("channel", channel, 0, WaveformChannel.MAX_CHANNELS - 1);
  }

  private static void bedId(FrameWriter out, BedId bed) {
    out.writeText("unit", bed.unit(), 1, BedId.MAX_LENGTH);
    out.writeText("bed", bed.bed(), 1, BedId.MAX_LENGTH);
  }

  private static void broker(FrameWriter out, BrokerState broker, long epochMicros) {
    out.writeByte(broker.up() ? 1 : 0);
    out.writeSigned(broker.sinceMicros() - epochMicros);
  }

  private void time(FrameWriter out, long micros) {
    out.writeSigned(micros - epochMicros);
  }
}
