package org.wardbeat.wire.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
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

  /** Most units of one {@link Subscribe}. */
  int MAX_UNITS = 256;

  /** Longest text of a name, version or reason, in characters. */
  int MAX_TEXT = 256;

  /** Longest frame, in bytes. */
  int MAX_FRAME_BYTES = 1 << 18;

  /** Frames a station sends. */
  sealed interface FromStation extends Frame permits Hello, Subscribe, HeartbeatEcho, Bye {}

  /** Frames a bridge sends. */
  sealed interface FromBridge extends Frame
      permits Welcome,
          Bed,
          BedRemoved,
          DeviceState,
          Numerics,
          Waveform,
          Gap,
          EndOfSnapshot,
          Heartbeat,
          Bye {}

  /**
   * The station's first frame.
   *
   * @param version highest protocol version it speaks, 1 to 255
   * @param station its name, for the bridge's log
   * @param software name and version of its software
   * @param positions what it already has; empty at its first connection
   */
  record Hello(int version, String station, String software, List<Position> positions)
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

  /** What a station may be sent beside the beds and their states, which always come. */
  enum Lane {
    NUMERICS,
    WAVEFORMS
  }

  /**
   * Chooses what is sent; a later one replaces an earlier one. Answered by a snapshot that ends
   * with {@link EndOfSnapshot}.
   *
   * @param units the units whose beds are wanted; empty for all
   * @param lanes what is wanted of them
   * @param backfillMillis how much of each waveform's past the snapshot should hold, 0 to 60,000
   */
  record Subscribe(List<String> units, Set<Lane> lanes, int backfillMillis) implements FromStation {
    public Subscribe {
      units = List.copyOf(units);
      lanes = Set.copyOf(lanes);
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
   * Introduces a bed or replaces what was said of it. A new birth number starts all its channels
   * anew.
   *
   * @param handle stands for the bed from now on
   * @param bed the bed
   * @param patient who lies in it, null if it is empty
   * @param device the device's identifier, empty if there is none
   * @param birth the device's birth number, 0 to 2³²−1
   * @param simulated whether no real patient is behind the data
   * @param channels its waveforms
   */
  record Bed(
      int handle,
      BedId bed,
      @Nullable Patient patient,
      String device,
      long birth,
      boolean simulated,
      List<WaveformChannel> channels)
      implements FromBridge {
    public Bed {
      channels = List.copyOf(channels);
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
   * Vital signs that changed since this session's last frame for the bed. One without readings says
   * that all are as they were, and proves that the source still speaks.
   *
   * @param handle the bed
   * @param baseVersion the version the readings are applied to; 0 if they are all there are
   * @param version the version after them, above {@code baseVersion} unless there are no readings
   * @param timeMicros when the source spoke last
   * @param readings the changed ones, in the order of {@link org.wardbeat.wire.ward.VitalSign}
   */
  record Numerics(
      int handle, long baseVersion, long version, long timeMicros, List<Reading> readings)
      implements FromBridge {
    public Numerics {
      readings = List.copyOf(readings);
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

  /** All that was known when the station subscribed has been sent. */
  record EndOfSnapshot() implements FromBridge {}

  /**
   * The bridge lives.
   *
   * @param sequence counts up from 1 within the session
   * @param nowMicros the bridge's time as it sent this
   * @param broker its connection to the broker
   * @param framesSent frames sent in this session before this one
   */
  record Heartbeat(long sequence, long nowMicros, BrokerState broker, long framesSent)
      implements FromBridge {}

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
    NO_HEARTBEAT
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
