package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private static final Frame.ByeCode[] BYE_CODES = Frame.ByeCode.values();

  /** Two texts of one character, birth, channel and next sample. */
  private static final int MIN_POSITION_BYTES = 7;

  /** A text of one character. */
  private static final int MIN_UNIT_BYTES = 2;

  /** Code of one character, kind, two floating-point numbers, baseline and an empty unit. */
  private static final int MIN_CHANNEL_BYTES = 21;

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
      case WELCOME -> welcome();
      case BED -> bed();
      case BED_REMOVED -> new Frame.BedRemoved(handle());
      case DEVICE_STATE -> new Frame.DeviceState(handle(), status(), time("sinceMicros"));
      case NUMERICS -> numerics();
      case WAVEFORM -> waveform();
      case GAP -> gap();
      case END_OF_SNAPSHOT -> new Frame.EndOfSnapshot();
      case HEARTBEAT ->
          new Frame.Heartbeat(
              count("sequence"), time("nowMicros"), broker(epochMicros), count("framesSent"));
      case BYE -> bye();
    };
  }

  private Frame.Hello hello() throws FrameDecodeException {
    int version = in.readInt("version", 1, FrameEncoder.MAX_VERSION);
    String station = in.readText("station", 0, Frame.MAX_TEXT);
    String software = in.readText("software", 0, Frame.MAX_TEXT);
    int count = in.readCount("positions", Frame.MAX_POSITIONS, MIN_POSITION_BYTES);
    List<Frame.Position> positions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      positions.add(new Frame.Position(bedId(), birth(), channelIndex(), count("nextSample")));
    }
    return new Frame.Hello(version, station, software, positions);
  }

  private Frame.Subscribe subscribe() throws FrameDecodeException {
    int count = in.readCount("units", Frame.MAX_UNITS, MIN_UNIT_BYTES);
    List<String> units = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      units.add(in.readText("unit", 1, BedId.MAX_LENGTH));
    }
    Set<Frame.Lane> lanes = set("lanes", Frame.Lane.class);
    return new Frame.Subscribe(
        units, lanes, in.readInt("backfillMillis", 0, FrameEncoder.MAX_BACKFILL_MILLIS));
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
    int flags = flags("flags", FrameEncoder.PATIENT_FLAG | FrameEncoder.SIMULATED_FLAG);
    Patient patient = (flags & FrameEncoder.PATIENT_FLAG) == 0 ? null : patient();
    return bed(handle, bed, patient, (flags & FrameEncoder.SIMULATED_FLAG) != 0);
  }

  private Frame.Bed bed(int handle, BedId bed, @Nullable Patient patient, boolean simulated)
      throws FrameDecodeException {
    String device = in.readText("device", 0, Frame.MAX_TEXT);
    long birth = birth();
    int count = in.readCount("channels", WaveformChannel.MAX_CHANNELS, MIN_CHANNEL_BYTES);
    List<WaveformChannel> channels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      channels.add(channel());
    }
    return new Frame.Bed(handle, bed, patient, device, birth, simulated, channels);
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
    long baseVersion = count("baseVersion");
    long steps = in.readNumber("version", 0, Long.MAX_VALUE - baseVersion);
    long timeMicros = time("timeMicros");
    List<Reading> readings = readings(timeMicros);
    if (steps == 0 && !readings.isEmpty()) {
      throw in.outOfRange("version", "expected one above the base, since there are readings");
    }
    return new Frame.Numerics(handle, baseVersion, baseVersion + steps, timeMicros, readings);
  }

  private List<Reading> readings(long timeMicros) throws FrameDecodeException {
    long known = (1L << SIGNS.length) - 1;
    long mask = in.readBits("mask", (known << FrameEncoder.MASK_SHIFT) | 3);
    long present = mask >>> FrameEncoder.MASK_SHIFT;
    long unavailable =
        (mask & FrameEncoder.UNAVAILABLE_FLAG) == 0 ? 0 : subset("unavailable", present);
    long ownTimes = (mask & FrameEncoder.OWN_TIMES_FLAG) == 0 ? 0 : subset("ownTimes", present);
    List<Reading> readings = new ArrayList<>(Long.bitCount(present));
    for (long rest = present; rest != 0; rest &= rest - 1) {
      long bit = rest & -rest;
      readings.add(
          reading(
              SIGNS[Long.numberOfTrailingZeros(bit)],
              (unavailable & bit) == 0,
              (ownTimes & bit) != 0,
              timeMicros));
    }
    return readings;
  }

  private Reading reading(VitalSign sign, boolean available, boolean ownTime, long timeMicros)
      throws FrameDecodeException {
    int fixed =
        available ? in.readSignedInt("value", -VitalSign.MAX_FIXED, VitalSign.MAX_FIXED) : 0;
    long difference = ownTime ? in.readSigned("measuredMicros") : 0;
    if (ownTime && difference == 0) {
      throw in.outOfRange("measuredMicros", "expected a difference other than 0");
    }
    return new Reading(sign, available, fixed, timeMicros + difference);
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
