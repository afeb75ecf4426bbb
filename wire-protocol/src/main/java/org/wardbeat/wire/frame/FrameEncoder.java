package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
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
  static final int CHECK_FLAG = 8;
  static final int BED_FLAGS = 15;
  static final int BROKER_UP_FLAG = 1;
  static final int CONFLATING_FLAG = 2;
  static final int ONLINE_FLAG = 1;
  static final int BATTERY_FLAG = 2;
  static final int UNAVAILABLE_FLAG = 1;
  static final int OWN_TIMES_FLAG = 2;
  static final int MASK_SHIFT = 2;
  static final int STEPS_FLAG = 4;
  static final int DELTA_MASK_SHIFT = 3;

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
      case Frame.Act f -> AlarmEncoder.act(open(FrameType.ACT), f);
      case Frame.AlarmQuery f -> AlarmEncoder.alarmQuery(open(FrameType.ALARM_QUERY), f);
      case Frame.Welcome f -> welcome(f);
      case Frame.Bed f -> bed(f);
      case Frame.BedRemoved f -> open(FrameType.BED_REMOVED, f.handle()).toBytes();
      case Frame.DeviceState f -> deviceState(f);
      case Frame.Numerics f -> numerics(f);
      case Frame.NumericsDelta f -> numericsDelta(f);
      case Frame.Waveform f -> waveform(f);
      case Frame.WaveformNext f -> waveformNext(f);
      case Frame.Gap f -> gap(f);
      case Frame.AlarmEvent f -> AlarmEncoder.alarmEvent(open(FrameType.ALARM_EVENT), f);
      case Frame.EndOfSnapshot f -> endOfSnapshot(f);
      case Frame.Broker f -> broker(f);
      case Frame.Heartbeat f -> heartbeat(f);
      case Frame.BridgeFigures f -> bridgeFigures(f);
      case Frame.SourceFigures f -> sourceFigures(f);
      case Frame.ActAnswer f -> AlarmEncoder.actAnswer(open(FrameType.ACT_ANSWER), f);
      case Frame.AlarmsHeldBack f ->
          AlarmEncoder.alarmsHeldBack(open(FrameType.ALARMS_HELD_BACK), f);
      case Frame.BedLimits f -> AlarmEncoder.bedLimits(open(FrameType.BED_LIMITS), f);
      case Frame.BedScore f -> AlarmEncoder.bedScore(open(FrameType.BED_SCORE), f);
      case Frame.AlarmRecords f -> AlarmEncoder.alarmRecords(open(FrameType.ALARM_RECORDS), f);
      case Frame.BedStay f -> PeopleEncoder.bedStay(open(FrameType.BED_STAY), f);
      case Frame.Bye f -> bye(f);
    };
  }

  private byte[] hello(Frame.Hello f) {
    FrameWriter out = open(FrameType.HELLO);
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
      out.writeBed(position.bed());
      out.writeNumber("birth", position.birth(), 0, MAX_BIRTH);
      channelIndex(out, position.channel());
      out.writeNumber("nextSample", position.nextSample(), 0, Long.MAX_VALUE);
    }
    return out.toBytes();
  }

  private byte[] subscribe(Frame.Subscribe f) {
    FrameWriter out = open(FrameType.SUBSCRIBE);
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

  private byte[] heartbeatEcho(Frame.HeartbeatEcho f) {
    FrameWriter out = open(FrameType.HEARTBEAT_ECHO);
    out.writeNumber("sequence", f.sequence(), 0, Long.MAX_VALUE);
    out.writeNumber("framesReceived", f.framesReceived(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private byte[] alarmReceipt(Frame.AlarmReceipt f) {
    FrameWriter out = open(FrameType.ALARM_RECEIPT);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private static byte[] welcome(Frame.Welcome f) {
    FrameWriter out = new FrameWriter(FrameType.WELCOME, f.epochMicros());
    out.writeNumber("version", f.version(), 1, MAX_VERSION);
    out.writeText("bridge", f.bridge(), 0, Frame.MAX_TEXT);
    out.writeText("software", f.software(), 0, Frame.MAX_TEXT);
    out.writeLong(f.instance());
    out.writeSigned(f.epochMicros());
    out.writeTime(f.nowMicros());
    out.writeNumber(
        "heartbeatMillis", f.heartbeatMillis(), MIN_HEARTBEAT_MILLIS, MAX_HEARTBEAT_MILLIS);
    broker(out, f.broker());
    return out.toBytes();
  }

  private byte[] bed(Frame.Bed f) {
    FrameWriter out = open(FrameType.BED, f.handle());
    out.writeBed(f.bed());
    Patient patient = f.patient();
    if ((patient != null || f.check()) && !f.occupied()) {
      throw out.outOfRange("patient", "expected nobody in a bed that is not occupied");
    }
    out.writeByte(
        (patient == null ? 0 : PATIENT_FLAG)
            | (f.simulated() ? SIMULATED_FLAG : 0)
            | (f.occupied() ? OCCUPIED_FLAG : 0)
            | (f.check() ? CHECK_FLAG : 0));
    out.writeNumber("occupancy", f.occupancy(), 0, Long.MAX_VALUE);
    if (patient != null) {
      PeopleEncoder.patient(out, patient);
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
    out.writeSigned(channel.lowest());
    out.writeSigned(channel.highest());
  }

  private byte[] deviceState(Frame.DeviceState f) {
    FrameWriter out = open(FrameType.DEVICE_STATE, f.handle());
    DeviceStatus status = f.status();
    boolean battery = status.batteryPercent() != DeviceStatus.BATTERY_UNKNOWN;
    out.writeByte((status.online() ? ONLINE_FLAG : 0) | (battery ? BATTERY_FLAG : 0));
    out.writeSet(status.leadsOff());
    if (battery) {
      out.writeByte(status.batteryPercent());
    }
    out.writeTime(f.sinceMicros());
    return out.toBytes();
  }

  private byte[] numerics(Frame.Numerics f) {
    FrameWriter out = open(FrameType.NUMERICS, f.handle());
    out.writeNumber("version", f.version(), 0, Long.MAX_VALUE);
    out.writeTime(f.timeMicros());
    List<Frame.Change> readings = new ArrayList<>(f.readings().size());
    for (Reading reading : f.readings()) {
      readings.add(Frame.Change.of(reading, f.timeMicros()));
    }
    long present = signs(readings);
    writeMask(out, readings, present << MASK_SHIFT);
    values(out, readings);
    return out.toBytes();
  }

  private byte[] numericsDelta(Frame.NumericsDelta f) {
    FrameWriter out = open(FrameType.NUMERICS_DELTA, f.handle());
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
      value(out, change);
      if (change.measuredAfterMicros() != 0) {
        out.writeSigned(change.measuredAfterMicros());
      }
    }
  }

  private static void value(FrameWriter out, Frame.Change change) {
    int most = change.available() ? VitalSign.MAX_FIXED : 0;
    if (Math.abs((long) change.fixed()) > most) {
      throw out.outOfRange(
          "value", "expected %d to %d, got %d".formatted(-most, most, change.fixed()));
    }
    if (change.available()) {
      out.writeSigned((long) change.fixed() - change.sign().typicalFixed());
    }
  }

  private byte[] waveform(Frame.Waveform f) {
    FrameWriter out = open(FrameType.WAVEFORM, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstSample", f.firstSample(), 0, Long.MAX_VALUE - f.samples().length);
    out.writeTime(f.endMicros());
    out.writeSamples(f.samples());
    return out.toBytes();
  }

  private byte[] waveformNext(Frame.WaveformNext f) {
    FrameWriter out = open(FrameType.WAVEFORM_NEXT, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstCheck", f.firstCheck(), 0, Frame.NumericsDelta.CHECK_MODULUS - 1);
    out.writeSigned(f.endDriftMicros());
    out.writeSamples(f.samples());
    return out.toBytes();
  }

  private byte[] gap(Frame.Gap f) {
    FrameWriter out = open(FrameType.GAP, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstSample", f.firstSample(), 0, Long.MAX_VALUE - 1);
    out.writeNumber("count", f.count(), 1, Long.MAX_VALUE - f.firstSample());
    out.writeConstant(f.reason());
    return out.toBytes();
  }

  private byte[] endOfSnapshot(Frame.EndOfSnapshot f) {
    FrameWriter out = open(FrameType.END_OF_SNAPSHOT);
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeNumber("alarmSequence", f.alarmSequence(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private byte[] broker(Frame.Broker f) {
    FrameWriter out = open(FrameType.BROKER);
    broker(out, f.state());
    return out.toBytes();
  }

  private byte[] heartbeat(Frame.Heartbeat f) {
    FrameWriter out = open(FrameType.HEARTBEAT);
    out.writeNumber("sequence", f.sequence(), 0, Long.MAX_VALUE);
    out.writeTime(f.nowMicros());
    out.writeByte((f.brokerUp() ? BROKER_UP_FLAG : 0) | (f.conflating() ? CONFLATING_FLAG : 0));
    out.writeNumber("framesSent", f.framesSent(), 0, Long.MAX_VALUE);
    out.writeNumber("alarmsSent", f.alarmsSent(), 0, Long.MAX_VALUE);
    out.writeNumber("alarmsConfirmed", f.alarmsConfirmed(), 0, f.alarmsSent());
    return out.toBytes();
  }

  private byte[] bridgeFigures(Frame.BridgeFigures f) {
    FrameWriter out = open(FrameType.BRIDGE_FIGURES);
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

  private byte[] sourceFigures(Frame.SourceFigures f) {
    FrameWriter out = open(FrameType.SOURCE_FIGURES, f.handle());
    out.writeSigned(f.clockOffsetMicros());
    out.writeNumber("gaps", f.gaps(), 0, Long.MAX_VALUE);
    out.writeNumber("lostSamples", f.lostSamples(), 0, Long.MAX_VALUE);
    out.writeNumber("lostNumerics", f.lostNumerics(), 0, Long.MAX_VALUE);
    return out.toBytes();
  }

  private byte[] bye(Frame.Bye f) {
    FrameWriter out = open(FrameType.BYE);
    out.writeConstant(f.code());
    out.writeText("reason", f.reason(), 0, Frame.MAX_TEXT);
    out.writeNumber("retryAfterMillis", f.retryAfterMillis(), 0, MAX_RETRY_MILLIS);
    return out.toBytes();
  }

  private FrameWriter open(FrameType type) {
    return new FrameWriter(type, epochMicros);
  }

  private FrameWriter open(FrameType type, int handle) {
    FrameWriter out = open(type);
    out.writeHandle(handle);
    return out;
  }

  private static void channelIndex(FrameWriter out, int channel) {
    out.writeNumber("channel", channel, 0, WaveformChannel.MAX_CHANNELS - 1);
  }

  private static void broker(FrameWriter out, BrokerState broker) {
    out.writeBoolean(broker.up());
    out.writeTime(broker.sinceMicros());
  }
}
