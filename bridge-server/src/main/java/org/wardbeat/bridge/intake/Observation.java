package org.wardbeat.bridge.intake;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * What a sound message says. Times are UTC microseconds since the Unix epoch by the
 * <em>device's</em> clock; birth numbers are 1 to 2³²−1.
 */
public sealed interface Observation {
  /** The bed it is about. */
  BedId bed();

  /** What belongs to a birth. */
  sealed interface OfBirth extends Observation
      permits Birth, Status, Numerics, Samples, AlarmChange, Lost {
    /** The birth's number. */
    long birth();
  }

  /**
   * Who and what is at a bed.
   *
   * @param bed the bed
   * @param birth the birth's number
   * @param deviceMicros when the device wrote this
   * @param device the device's identifier, empty if there is none
   * @param patient who lies in the bed, null if nobody
   * @param simulated whether no real patient is behind the data
   * @param channels its waveforms
   */
  record Birth(
      BedId bed,
      long birth,
      long deviceMicros,
      String device,
      @Nullable Patient patient,
      boolean simulated,
      List<WaveformChannel> channels)
      implements OfBirth {
    public Birth {
      channels = List.copyOf(channels);
    }
  }

  /** The bed is taken away. */
  record Removal(BedId bed) implements Observation {}

  /**
   * The device's technical state.
   *
   * @param bed the bed
   * @param birth the birth's number
   * @param deviceMicros when it began; a last will does not say
   * @param status the state
   */
  record Status(BedId bed, long birth, OptionalLong deviceMicros, DeviceStatus status)
      implements OfBirth {}

  /**
   * Vital signs.
   *
   * @param bed the bed
   * @param birth the birth's number
   * @param sequence counts the birth's messages from 0
   * @param deviceMicros when the device wrote this
   * @param values the vital signs that are in the message, each once
   */
  record Numerics(BedId bed, long birth, long sequence, long deviceMicros, List<Value> values)
      implements OfBirth {
    public Numerics {
      values = List.copyOf(values);
    }
  }

  /**
   * One vital sign.
   *
   * @param sign which
   * @param available false if the device has no valid value now
   * @param fixed the value in whole steps of {@link VitalSign#decimals()}; 0 if not available
   * @param deviceMicros when it was measured
   */
  record Value(VitalSign sign, boolean available, int fixed, long deviceMicros) {}

  /**
   * Consecutive samples of one channel.
   *
   * @param bed the bed
   * @param birth the birth's number
   * @param channel index of the channel in the birth
   * @param firstSample index of the first sample, counted from 0 since the birth; the index after
   *     the last is at most 2⁶³−1
   * @param endDeviceMicros end of the last sample
   * @param samples analogue-to-digital values, 1 to 16,384; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, as a copy would be paid per sample
  record Samples(
      BedId bed, long birth, int channel, long firstSample, long endDeviceMicros, int[] samples)
      implements OfBirth {}

  /**
   * An alarm is raised, changes or ends.
   *
   * @param bed the bed
   * @param birth the birth's number
   * @param condition code of the alarm condition, 1 to 64 characters
   * @param kind whether it concerns the patient or the equipment
   * @param deviceMicros when the device wrote this
   * @param priority how urgent it is
   * @param active whether the condition lasts
   * @param text what is shown, at most 128 characters
   * @param onsetDeviceMicros when the condition began, which identifies the alarm
   */
  record AlarmChange(
      BedId bed,
      long birth,
      String condition,
      AlarmKind kind,
      long deviceMicros,
      AlarmPriority priority,
      boolean active,
      String text,
      long onsetDeviceMicros)
      implements OfBirth {}

  /** The device has taken back what it said of an alarm condition, which counts as its end. */
  record AlarmCleared(BedId bed, String condition) implements Observation {}

  /**
   * Samples that came, but that the bridge had to drop unread because more came than it could take.
   *
   * @param bed the bed
   * @param birth the birth's number
   * @param channel index of the channel in the birth
   * @param firstSample index of the first dropped sample
   * @param count from there to the last dropped one, at least 1
   */
  record Lost(BedId bed, long birth, int channel, long firstSample, long count)
      implements OfBirth {}
}
