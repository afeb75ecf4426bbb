package org.wardbeat.wire.frame;

import java.util.List;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.WaveformChannel;

/** Writes each frame field by field, in the order in which {@link FrameDecoder} reads them. */
final class FrameEncoder {
  static final long MAX_BIRTH = 0xFFFF_FFFFL;
  static final int MAX_VERSION = 255;
  static final int MAX_BACKFILL_MILLIS = 60_000;
  static final int MAX_RETRY_MILLIS = 600_000;
  static final int MIN_HEARTBEAT_MILLIS = 100;
  static final int MAX_HEARTBEAT_MILLIS = 60_000;
  static final int PATIENT_FLAG = 1;
  static final int SIMULATED_FLAG = 2;
  static final int ONLINE_FLAG = 1;
  static final int BATTERY_FLAG = 2;
  static final int UNAVAILABLE_FLAG = 1;
  static final int OWN_TIMES_FLAG = 2;
  static final int MASK_SHIFT = 2;

  private final long epochMicros;

  FrameEncoder(long epochMicros) {
    this.epochMicros = epochMicros;
  }

  byte[] encode(Frame frame) {
    return switch (frame) {
      case Frame.Hello f -> hello(f);
      case Frame.Subscribe f -> subscribe(f);
      case Frame.HeartbeatEcho f -> heartbeatEcho(f);
      case Frame.Welcome f -> welcome(f);
      case Frame.Bed f -> bed(f);
      case Frame.BedRemoved f -> withHandle(FrameType.BED_REMOVED, f.handle()).toBytes();
      case Frame.DeviceState f -> deviceState(f);
      case Frame.Numerics f -> numerics(f);
      case Frame.Waveform f -> waveform(f);
      case Frame.Gap f -> gap(f);
      case Frame.EndOfSnapshot _ -> new FrameWriter(FrameType.END_OF_SNAPSHOT).toBytes();
      case Frame.Heartbeat f -> heartbeat(f);
      case Frame.Bye f -> bye(f);
    };
  }

  private static byte[] hello(Frame.Hello f) {
    FrameWriter out = new FrameWriter(FrameType.HELLO);
    out.writeNumber("version", f.version(), 1, MAX_VERSION);
    out.writeText("station", f.station(), 0, Frame.MAX_TEXT);
    out.writeText("software", f.software(), 0, Frame.MAX_TEXT);
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
    out.writeNumber("units", f.units().size(), 0, Frame.MAX_UNITS);
    for (String unit : f.units()) {
      out.writeText("unit", unit, 1, BedId.MAX_LENGTH);
    }
    out.writeSet(f.lanes());
    out.writeNumber("backfillMillis", f.backfillMillis(), 0, MAX_BACKFILL_MILLIS);
    return out.toBytes();
  }

  private static byte[] heartbeatEcho(Frame.HeartbeatEcho f) {
    FrameWriter out = new FrameWriter(FrameType.HEARTBEAT_ECHO);
    out.writeNumber("sequence", f.sequence(), 0, Long.MAX_VALUE);
    out.writeNumber("framesReceived", f.framesReceived(), 0, Long.MAX_VALUE);
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
    out.writeByte((patient == null ? 0 : PATIENT_FLAG) | (f.simulated() ? SIMULATED_FLAG : 0));
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
    out.writeNumber("baseVersion", f.baseVersion(), 0, Long.MAX_VALUE);
    out.writeNumber(
        "version",
        f.version() - f.baseVersion(),
        f.readings().isEmpty() ? 0 : 1,
        Long.MAX_VALUE - f.baseVersion());
    time(out, f.timeMicros());
    readings(out, f.readings(), f.timeMicros());
    return out.toBytes();
  }

  private static void readings(FrameWriter out, List<Reading> readings, long timeMicros) {
    long present = 0;
    long unavailable = 0;
    long ownTimes = 0;
    for (Reading reading : readings) {
      long bit = FrameWriter.bit(reading.sign());
      if (bit <= present) {
        throw new IllegalArgumentException(
            "Numerics.readings: expected each vital sign once and in order, got %s out of order"
                .formatted(reading.sign()));
      }
      present |= bit;
      unavailable |= reading.available() ? 0 : bit;
      ownTimes |= reading.measuredMicros() == timeMicros ? 0 : bit;
    }
    out.writeVarint(
        (present << MASK_SHIFT)
            | (unavailable == 0 ? 0 : UNAVAILABLE_FLAG)
            | (ownTimes == 0 ? 0 : OWN_TIMES_FLAG));
    if (unavailable != 0) {
      out.writeVarint(unavailable);
    }
    if (ownTimes != 0) {
      out.writeVarint(ownTimes);
    }
    for (Reading reading : readings) {
      if (reading.available()) {
        out.writeSigned(reading.fixed());
      }
      if (reading.measuredMicros() != timeMicros) {
        out.writeSigned(reading.measuredMicros() - timeMicros);
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

  private static byte[] gap(Frame.Gap f) {
    FrameWriter out = withHandle(FrameType.GAP, f.handle());
    channelIndex(out, f.channel());
    out.writeNumber("firstSample", f.firstSample(), 0, Long.MAX_VALUE - 1);
    out.writeNumber("count", f.count(), 1, Long.MAX_VALUE - f.firstSample());
    out.writeConstant(f.reason());
    return out.toBytes();
  }

  private byte[] heartbeat(Frame.Heartbeat f) {
    FrameWriter out = new FrameWriter(FrameType.HEARTBEAT);
    out.writeNumber("sequence", f.sequence(), 0, Long.MAX_VALUE);
    time(out, f.nowMicros());
    broker(out, f.broker(), epochMicros);
    out.writeNumber("framesSent", f.framesSent(), 0, Long.MAX_VALUE);
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
