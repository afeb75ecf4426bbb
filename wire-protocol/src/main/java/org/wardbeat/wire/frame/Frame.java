package org.wardbeat.wire.frame;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;
import org.wardbeat.wire.waveform.WaveformCodec;

/**
 * A message of {@code wardbeat.v1}. One WebSocket binary message carries exactly one frame; {@code
 * docs/PROTOCOL.md} describes each byte by byte.
 *
 * <p>All times are UTC microseconds since the Unix epoch on the bridge's clock. A <em>handle</em>
 * (0 to {@value #MAX_HANDLE}) stands for a bed within one session; {@link Bed} introduces it.
 */
public sealed interface Frame {
  /** Largest bed handle. */
  int MAX_HANDLE = 65_535;

  /** Most samples of one {@link Waveform}. */
  int MAX_SAMPLES = WaveformCodec.MAX_SAMPLES;

  /** Most positions of one {@link Hello}. */
  int MAX_POSITIONS = 8_192;

  /** Most selections of one {@link Subscribe}. */
  int MAX_SELECTIONS = 1_024;

  /** Longest text of a name, version or reason, in characters. */
  int MAX_TEXT = 256;

  /** Longest frame, in bytes. */
  int MAX_FRAME_BYTES = 1 << 18;

  /** Frames a station sends. */
  sealed interface FromStation extends Frame
      permits Hello, Subscribe, HeartbeatEcho, AlarmReceipt, Act, AlarmQuery, Bye {}

  /** Frames a bridge sends. */
  sealed interface FromBridge extends Frame
      permits Welcome,
          Bed,
          BedRemoved,
          DeviceState,
          Numerics,
          NumericsDelta,
          Waveform,
          WaveformNext,
          Gap,
          AlarmEvent,
          EndOfSnapshot,
          Broker,
          Heartbeat,
          BridgeFigures,
          SourceFigures,
          ActAnswer,
          AlarmsHeldBack,
          BedLimits,
          BedScore,
          AlarmRecords,
          BedStay,
          Bye {}

  /**
   * The station's first frame.
   *
   * @param version highest protocol version it speaks, 1 to 255
   * @param station its name, for the bridge's log
   * @param software name and version of its software
   * @param alarms up to where it has the alarms, null at its first connection
   * @param positions which samples it already has; empty at its first connection
   */
  record Hello(
      int version,
      String station,
      String software,
      @Nullable AlarmPosition alarms,
      List<Position> positions)
      implements FromStation {
    public Hello {
      positions = List.copyOf(positions);
    }
  }

  /**
   * Up to where a station has a waveform, so that any bridge can send the rest.
   *
   * @param bed the bed
   * @param birth the device's birth number the samples belong to, 0 to 2³²−1
   * @param channel index of the channel in {@link Bed#channels()}
   * @param nextSample index of the first sample it does not have, counted by the device
   */
  record Position(BedId bed, long birth, int channel, long nextSample) {}

  /**
   * Up to where a station has the alarms, so that any bridge can send the rest.
   *
   * @param instance the bridge that sent them, as its {@link Welcome} named it
   * @param sequence the newest that station has from that bridge, with all before it
   * @param micros that bridge's time as the station heard of it last, for bridges that do not know
   *     the sequence
   */
  record AlarmPosition(long instance, long sequence, long micros) {}

  /**
   * What a station may be sent of a bed, beside the bed itself and its device's state, which always
   * come. The ordinal is its number on the wire.
   */
  enum Lane {
    /** Vital signs: conflated if the station is slow. */
    NUMERICS,
    /** Samples: contiguous; if the station is slow, whole chunks are left out and announced. */
    WAVEFORMS,
    /** Alarms: ordered, confirmed, never left out. */
    ALARMS,
    /** Who lies in the bed. */
    NAMES,
    /**
     * The initials of who lies in the bed, and nothing else of them; with NAMES it adds nothing.
     */
    INITIALS,
    /** {@link BridgeFigures} and {@link SourceFigures}. */
    DIAGNOSTICS
  }

  /**
   * What is wanted of some beds.
   *
   * @param unit whose beds are meant; empty for all units
   * @param bed which bed of the unit is meant; empty for all of them
   * @param lanes what is wanted of them
   * @param signs the vital signs wanted
   * @param channels the waveforms wanted: bit <i>i</i> stands for channel <i>i</i> of the bed, 0 to
   *     2³²−1
   */
  record Selection(String unit, String bed, Set<Lane> lanes, Set<VitalSign> signs, long channels) {
    /** All channels a bed may have. */
    public static final long ALL_CHANNELS = (1L << WaveformChannel.MAX_CHANNELS) - 1;

    public Selection {
      lanes = Set.copyOf(lanes);
      signs = Set.copyOf(signs);
    }

    /** All vital signs and channels of a unit's beds; of all units if it is empty. */
    public static Selection ofUnit(String unit, Set<Lane> lanes) {
      return new Selection(unit, "", lanes, EnumSet.allOf(VitalSign.class), ALL_CHANNELS);
    }

    /** Whether it speaks of this bed. */
    public boolean covers(BedId id) {
      return (unit.isEmpty() || unit.equals(id.unit())) && (bed.isEmpty() || bed.equals(id.bed()));
    }
  }

  /**
   * Chooses what is sent; a later one replaces an earlier one. Answered by a snapshot that ends
   * with {@link EndOfSnapshot}.
   *
   * @param number the station's own, 0 to 2⁶³−1; the end of the snapshot repeats it
   * @param selections for each bed the first that covers it counts; a bed that none covers is not
   *     sent
   * @param backfillMillis how much of a waveform's past comes with it when it is sent for the first
   *     time, 0 to 60,000
   * @param maxBytesPerSecond most bytes of frames a second, 0 for no limit. States, alarms and
   *     heartbeats come in any case, but count
   * @param maxUpdatesPerSecond most frames of vital signs and samples a second, 0 for no limit
   */
  record Subscribe(
      long number,
      List<Selection> selections,
      int backfillMillis,
      long maxBytesPerSecond,
      long maxUpdatesPerSecond)
      implements FromStation {
    public Subscribe {
      selections = List.copyOf(selections);
    }
  }

  /**
   * The station's answer to each {@link Heartbeat}, from which the bridge knows its lag.
   *
   * @param sequence the heartbeat's sequence
   * @param framesReceived frames the station had received in this session before it answered
   */
  record HeartbeatEcho(long sequence, long framesReceived) implements FromStation {}

  /**
   * The station's answer to alarms, at once.
   *
   * @param number {@link AlarmEvent#number()} of the newest it has taken in, with all before it
   */
  record AlarmReceipt(long number) implements FromStation {}

  /**
   * An operator wants something done. Answered by {@link ActAnswer}; one that is not answered may
   * or may not have been done.
   *
   * @param number the station's own, 0 to 2⁶³−1; the answer repeats it
   * @param operator who wants it
   * @param operation what is wanted
   */
  record Act(long number, Operator operator, Operation operation) implements FromStation {}

  /**
   * Asks for alarms of the past. Answered by {@link AlarmRecords}.
   *
   * @param number the station's own, 0 to 2⁶³−1; the answer repeats it
   * @param unit whose beds are meant; empty for all units
   * @param bed which bed of the unit is meant; empty for all of them
   * @param fromMicros alarms that had not ended before this
   * @param toMicros alarms that began before this
   * @param most the newest so many, 1 to {@value #MAX_RECORDS}
   */
  record AlarmQuery(long number, String unit, String bed, long fromMicros, long toMicros, int most)
      implements FromStation {
    /** Most alarms of one answer. */
    public static final int MAX_RECORDS = 100_000;
  }

  /**
   * The bridge's first frame.
   *
   * @param version the protocol version of this session, 1 to 255
   * @param bridge the bridge's name
   * @param software name and version of its software
   * @param instance changes whenever the bridge starts anew
   * @param epochMicros the instant to which the session's frames count their times
   * @param nowMicros the bridge's time as it sent this
   * @param heartbeatMillis interval of its heartbeats, 100 to 60,000
   * @param broker its connection to the broker
   */
  record Welcome(
      int version,
      String bridge,
      String software,
      long instance,
      long epochMicros,
      long nowMicros,
      int heartbeatMillis,
      BrokerState broker)
      implements FromBridge {}

  /**
   * Introduces a bed or replaces what was said of it. A new birth number or another occupancy
   * starts all its channels anew.
   *
   * @param handle stands for the bed from now on
   * @param bed the bed
   * @param occupied whether somebody lies in it
   * @param occupancy changes with whoever lies in the bed and with the device; means something only
   *     beside others of the same bridge instance
   * @param patient who lies in it, null if nobody does or names were not asked for
   * @param device the device's identifier, empty if there is none
   * @param birth the device's birth number, 0 to 2³²−1
   * @param simulated whether no real patient is behind the data
   * @param channels its waveforms, the ones not asked for included
   * @param check whether it has to be checked who lies in it; no value is shown until somebody has
   */
  record Bed(
      int handle,
      BedId bed,
      boolean occupied,
      long occupancy,
      @Nullable Patient patient,
      String device,
      long birth,
      boolean simulated,
      List<WaveformChannel> channels,
      boolean check)
      implements FromBridge {
    public Bed {
      channels = List.copyOf(channels);
    }

    /** A bed of which it is certain who lies in it. */
    public Bed(
        int handle,
        BedId bed,
        boolean occupied,
        long occupancy,
        @Nullable Patient patient,
        String device,
        long birth,
        boolean simulated,
        List<WaveformChannel> channels) {
      this(handle, bed, occupied, occupancy, patient, device, birth, simulated, channels, false);
    }
  }

  /** The bed is gone: from the bridge, or from what the station subscribed to. */
  record BedRemoved(int handle) implements FromBridge {}

  /**
   * The device's technical state.
   *
   * @param handle the bed
   * @param status the state
   * @param sinceMicros when it began
   */
  record DeviceState(int handle, DeviceStatus status, long sinceMicros) implements FromBridge {}

  /**
   * All vital signs there are of a bed, of those that were asked for.
   *
   * @param handle the bed
   * @param version grows with each message of the source
   * @param timeMicros when the source spoke last
   * @param readings in the order of {@link VitalSign}
   */
  record Numerics(int handle, long version, long timeMicros, List<Reading> readings)
      implements FromBridge {
    public Numerics {
      readings = List.copyOf(readings);
    }
  }

  /**
   * Vital signs that changed since this session's last frame for the bed, of those that were asked
   * for. One without changes says that all are as they were, and that the source still speaks.
   *
   * @param handle the bed
   * @param baseCheck the last seven bits of the version it applies to, which is that of this
   *     session's last frame for the bed
   * @param steps by how much the version grows, 1 to 2³²−1; above 1 if messages were merged
   * @param timeStepMicros by how much the time at which the source spoke last grows, −2⁵⁰ to 2⁵⁰
   * @param changes in the order of {@link VitalSign}
   */
  record NumericsDelta(
      int handle, int baseCheck, long steps, long timeStepMicros, List<Change> changes)
      implements FromBridge {
    /** Versions are checked by their remainder of this. */
    public static final int CHECK_MODULUS = 128;

    public NumericsDelta {
      changes = List.copyOf(changes);
    }

    /** What {@link #baseCheck()} has to be for a version. */
    public static int check(long version) {
      return (int) (version & (CHECK_MODULUS - 1));
    }
  }

  /**
   * A changed vital sign.
   *
   * @param sign which
   * @param available false if the device has no valid value now
   * @param fixed the value in whole steps of {@link VitalSign#decimals()}; 0 if not available
   * @param measuredAfterMicros when it was measured, less the time at which the source spoke; 0 or
   *     negative but for a source whose clock errs
   */
  record Change(VitalSign sign, boolean available, int fixed, long measuredAfterMicros) {
    /** The change from a reading that is sent at a time of the source. */
    public static Change of(Reading reading, long timeMicros) {
      return new Change(
          reading.sign(),
          reading.available(),
          reading.fixed(),
          reading.measuredMicros() - timeMicros);
    }

    /** The reading, for the time at which the source spoke. */
    public Reading at(long timeMicros) {
      return new Reading(sign, available, fixed, timeMicros + measuredAfterMicros);
    }
  }

  /**
   * Consecutive samples of one channel.
   *
   * @param handle the bed
   * @param channel index in {@link Bed#channels()}
   * @param firstSample index of the first, counted by the device since its birth
   * @param endMicros time of the end of the last
   * @param samples analogue-to-digital values, 1 to {@value #MAX_SAMPLES}; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy per chunk and session would be paid per sample
  record Waveform(int handle, int channel, long firstSample, long endMicros, int[] samples)
      implements FromBridge {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Waveform that
          && handle == that.handle
          && channel == that.channel
          && firstSample == that.firstSample
          && endMicros == that.endMicros
          && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
      return Objects.hash(handle, channel, firstSample, endMicros, Arrays.hashCode(samples));
    }
  }

  /**
   * The samples that follow the last of this session's last {@link Waveform} or WaveformNext of the
   * channel.
   *
   * @param handle the bed
   * @param channel index in {@link Bed#channels()}
   * @param firstCheck the last seven bits of the index of the first
   * @param endDriftMicros time of the end of the last, less what {@link #expectedEndMicros} says
   * @param samples analogue-to-digital values, 1 to {@value #MAX_SAMPLES}; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy per chunk and session would be paid per sample
  record WaveformNext(int handle, int channel, int firstCheck, long endDriftMicros, int[] samples)
      implements FromBridge {
    /** What {@link #firstCheck()} has to be for the index of a first sample. */
    public static int check(long firstSample) {
      return (int) (firstSample & (NumericsDelta.CHECK_MODULUS - 1));
    }

    /**
     * When samples end that follow others without a drift of the source's clock.
     *
     * @param beforeMicros end of the last sample before them
     * @param count how many they are
     * @param frequencyHz samples per second
     */
    public static long expectedEndMicros(long beforeMicros, int count, double frequencyHz) {
      return beforeMicros + Math.round(count * 1_000_000.0 / frequencyHz);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof WaveformNext that
          && handle == that.handle
          && channel == that.channel
          && firstCheck == that.firstCheck
          && endDriftMicros == that.endDriftMicros
          && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
      return Objects.hash(handle, channel, firstCheck, endDriftMicros, Arrays.hashCode(samples));
    }
  }

  /** Why samples are missing. The ordinal is its number on the wire. */
  enum GapReason {
    /** The device sent none, or its message was lost before it reached the bridge. */
    SOURCE,
    /** The bridge was handed more than it could take. */
    INTAKE,
    /** This session could not take more. */
    DELIVERY,
    /** They are older than what the bridge keeps. */
    RETENTION
  }

  /**
   * Samples that will never come in this session.
   *
   * @param handle the bed
   * @param channel index in {@link Bed#channels()}
   * @param firstSample index of the first missing one
   * @param count how many are missing, at least 1
   * @param reason why
   */
  record Gap(int handle, int channel, long firstSample, long count, GapReason reason)
      implements FromBridge {}

  /**
   * An alarm is raised, changes or ends. Of one bed they come in the order in which they happened,
   * and none is left out; the station answers with {@link AlarmReceipt}. After resuming, a station
   * may be sent what it has already, which it knows by bed, condition, onset and state.
   *
   * @param handle the bed
   * @param number counts up from 1 within the session
   * @param sequence counts up with all alarms of this instance of the bridge
   * @param alarm what it is and whether it lasts
   */
  record AlarmEvent(int handle, long number, long sequence, Alarm alarm) implements FromBridge {}

  /**
   * All that was known when the station subscribed has been sent.
   *
   * @param number {@link Subscribe#number()} of the subscription it answers
   * @param alarmSequence the station has all alarms up to this one that it asked for
   */
  record EndOfSnapshot(long number, long alarmSequence) implements FromBridge {}

  /**
   * The bridge's connection to the broker changed.
   *
   * @param state its new state
   */
  record Broker(BrokerState state) implements FromBridge {}

  /**
   * The bridge lives.
   *
   * @param sequence counts up from 1 within the session
   * @param nowMicros the bridge's time as it sent this
   * @param brokerUp whether it is connected to its broker and subscribed
   * @param conflating whether this session gets less than there is, because its station cannot take
   *     more or asked for less
   * @param framesSent frames sent in this session before this one
   * @param alarmsSent of these, alarms
   * @param alarmsConfirmed of these, the ones whose receipt has come
   */
  record Heartbeat(
      long sequence,
      long nowMicros,
      boolean brokerUp,
      boolean conflating,
      long framesSent,
      long alarmsSent,
      long alarmsConfirmed)
      implements FromBridge {}

  /** A part of the way from a device to the bridge's door. The ordinal is its wire number. */
  enum Hop {
    /** From the device's time stamp to the broker. */
    DEVICE_TO_BROKER,
    /** From the broker to the bridge. */
    BROKER_TO_BRIDGE,
    /** From the message's arrival to its being ready for the stations. */
    IN_BRIDGE
  }

  /**
   * How long messages took on a part of their way, within the last minute.
   *
   * @param hop which part
   * @param count how many were measured, 0 to 2³²−1
   * @param p50Micros the median, negative if a device's clock is ahead
   * @param p95Micros the 95th percentile
   * @param p99Micros the 99th percentile
   */
  record HopLatency(Hop hop, long count, long p50Micros, long p95Micros, long p99Micros) {}

  /**
   * How the bridge does. Comes every few seconds to who asked for diagnostics of any bed.
   *
   * @param broker address of the broker, without credentials
   * @param mqttVersion 3 or 5
   * @param stations sessions the bridge serves
   * @param messagesPerSecond messages from the broker, as of the last seconds
   * @param hops what is known of each part of the way
   */
  record BridgeFigures(
      String broker, int mqttVersion, int stations, long messagesPerSecond, List<HopLatency> hops)
      implements FromBridge {
    public BridgeFigures {
      hops = List.copyOf(hops);
    }
  }

  /**
   * How a source does. Comes every few seconds for the beds whose diagnostics were asked for.
   *
   * @param handle the bed
   * @param clockOffsetMicros how far the device's clock is ahead of the bridge's
   * @param gaps gaps in its waveforms within the last hour
   * @param lostSamples samples lost in these
   * @param lostNumerics messages with vital signs lost since its birth
   */
  record SourceFigures(
      int handle, long clockOffsetMicros, long gaps, long lostSamples, long lostNumerics)
      implements FromBridge {}

  /** What became of an act. The ordinal is its number on the wire. */
  enum Outcome {
    /** It is done and stored. */
    DONE,
    /** It is not allowed, or no longer fits what it was meant for. */
    REFUSED,
    /** It is not done, because the bridge could not store it. */
    FAILED,
    /** It was made on what somebody else has changed meanwhile, and is not done. */
    CONFLICT
  }

  /**
   * What became of an act.
   *
   * @param number {@link Act#number()}
   * @param outcome whether it is done
   * @param reason why not, in words for the operator; empty if it is done
   */
  record ActAnswer(long number, Outcome outcome, String reason) implements FromBridge {}

  /**
   * Alarms of a bed or a unit are held back, or no longer are.
   *
   * @param state what is, as of now
   */
  record AlarmsHeldBack(InactivationState state) implements FromBridge {}

  /**
   * The alarm limits of a bed.
   *
   * @param handle the bed
   * @param version counts up with each change of them
   * @param limits what they are
   * @param user who set them, at most {@link Operator#MAX_USER} characters; empty for the unit's
   *     defaults
   * @param setMicros when; 0 for the unit's defaults
   * @param reason why
   * @param unitLimits what they would be if nobody had set any
   */
  record BedLimits(
      int handle,
      long version,
      AlarmLimits limits,
      String user,
      long setMicros,
      String reason,
      AlarmLimits unitLimits)
      implements FromBridge {}

  /**
   * An early warning score of a bed.
   *
   * @param handle the bed
   * @param score what it is
   */
  record BedScore(int handle, Score score) implements FromBridge {}

  /**
   * Alarms of the past.
   *
   * @param number {@link AlarmQuery#number()}
   * @param last whether these are the last of the answer
   * @param missing why the whole answer lacks alarms that were asked for, in words for the
   *     operator; empty if it lacks none, and in all parts but the last
   * @param records what they came to, the newest onset first
   */
  record AlarmRecords(long number, boolean last, String missing, List<AlarmRecord> records)
      implements FromBridge {
    /** Most records of one frame, so that the longest ones fit it. */
    public static final int MAX_RECORDS = 200;

    public AlarmRecords {
      records = List.copyOf(records);
    }

    /** A part of an answer that lacks nothing. */
    public AlarmRecords(long number, boolean last, List<AlarmRecord> records) {
      this(number, last, "", records);
    }
  }

  /**
   * What became of an alarm.
   *
   * @param bed whose it was
   * @param alarm its newest state
   */
  record AlarmRecord(BedId bed, Alarm alarm) {}

  /**
   * What people have said of who lies in a bed and who sees to it. Comes with the lanes NAMES and
   * ALARMS only.
   *
   * @param handle the bed
   * @param stay what they said
   */
  record BedStay(int handle, Stay stay) implements FromBridge {}

  /** Why a session ends. The ordinal is its number on the wire. */
  enum ByeCode {
    /** It is no longer needed. */
    NORMAL,
    /** The bridge stops. */
    SHUTDOWN,
    /** A frame could not be decoded, or came when it must not. */
    PROTOCOL_ERROR,
    /** No common protocol version. */
    VERSION_UNSUPPORTED,
    /** The peer read too slowly for too long. */
    SLOW_CONSUMER,
    /** The bridge has as many sessions as it takes. */
    OVERLOADED,
    /** Nothing was heard from the peer for too long. */
    NO_HEARTBEAT,
    /** Alarms could not be delivered in time; none is left out, so the session ends. */
    ALARM_OVERFLOW
  }

  /**
   * The session's last frame.
   *
   * @param code why
   * @param reason the same in words, for a log
   * @param retryAfterMillis how long to wait before connecting again, 0 to 600,000
   */
  record Bye(ByeCode code, String reason, int retryAfterMillis)
      implements FromStation, FromBridge {}
}
