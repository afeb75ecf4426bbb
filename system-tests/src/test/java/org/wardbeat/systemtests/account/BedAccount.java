package org.wardbeat.systemtests.account;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.VitalSign;

/**
 * What a station was given of a bed.
 *
 * @param birth the device's newest birth
 * @param channels its waves, by index
 * @param readings its vital signs as of now, in whole steps
 * @param updates each set of vital signs, in order
 * @param alarms each state of each alarm once, in order
 */
public record BedAccount(
    long birth,
    Map<Integer, Wave> channels,
    Map<VitalSign, Integer> readings,
    List<Update> updates,
    List<AlarmState> alarms)
    implements Serializable {
  public BedAccount {
    channels = Map.copyOf(channels);
    readings = Map.copyOf(readings);
    updates = List.copyOf(updates);
    alarms = List.copyOf(alarms);
  }

  /** The wave of a channel, of which something has to have come. */
  public Wave wave(int channel) {
    Wave wave = channels.get(channel);
    if (wave == null) {
      throw new AssertionError("nothing came of channel " + channel);
    }
    return wave;
  }

  /** Samples that came, or that will not. */
  public sealed interface Run extends Serializable {
    /** The first. */
    long from();

    /** The one after the last. */
    long to();

    /** They came. */
    record Delivered(long from, long to) implements Run {}

    /** They were announced as missing. */
    record Missing(long from, long to, Frame.GapReason reason) implements Run {}
  }

  /**
   * One channel since the birth.
   *
   * @param runs without a hole between them
   * @param resent samples that came more than once
   */
  public record Wave(List<Run> runs, long resent) implements Serializable {
    public Wave {
      runs = List.copyOf(runs);
    }

    /** The sample after the last. */
    public long end() {
      return runs.isEmpty() ? 0 : runs.getLast().to();
    }

    /** How many samples came. */
    public long delivered() {
      return runs.stream()
          .filter(Run.Delivered.class::isInstance)
          .mapToLong(run -> run.to() - run.from())
          .sum();
    }

    /** How many will not come. */
    public long missing() {
      return runs.stream().mapToLong(run -> run.to() - run.from()).sum() - delivered();
    }

    /** How many will not come for a reason. */
    public long missing(Frame.GapReason reason) {
      return runs.stream()
          .filter(run -> run instanceof Run.Missing missing && missing.reason() == reason)
          .mapToLong(run -> run.to() - run.from())
          .sum();
    }
  }

  /** The heart rate as of a message of the source, and when it was stated to be measured. */
  public record Update(int heartRate, long measuredMicros, long receivedMicros)
      implements Serializable {
    /** How long after it was measured it came. */
    public long delayMicros() {
      return receivedMicros - measuredMicros;
    }
  }

  /** One state of an alarm. */
  public record AlarmState(
      String condition, long onsetDeviceMicros, boolean active, long receivedMicros)
      implements Serializable {}
}
