package org.wardbeat.station.ward;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * What is known of a bed at one instant. Times are UTC microseconds on the bridge's clock.
 *
 * @param id the bed
 * @param occupied whether somebody lies in it
 * @param occupancy changes with whoever lies in the bed and with the device; means something only
 *     beside others of the same instance of a bridge
 * @param patient who lies in it, null if nobody does or names are not shown
 * @param device the device's identifier, empty if there is none
 * @param birth the device's birth number; the bed's rings belong to it
 * @param simulated whether no real patient is behind the data
 * @param channels its waveforms; the index is the one {@link WardFeed#ring} takes
 * @param status the device's technical state
 * @param statusSinceMicros when that state began, 0 if none was ever told
 * @param readings the last reading of each vital sign that was ever sent
 * @param sourceMicros when the source spoke last, by its own timestamp; 0 if never
 * @param freshSinceResume false until the first sample or numerics measured after the link came
 *     (back) up
 * @param alarms its alarms that are not over, in the order in which they came
 * @param watch its limits, scores and past alarms
 * @param check whether it has to be checked who lies in it; no value of it may be shown
 * @param stay what people have said of who lies in it and who sees to it; {@link Stay#UNSAID} where
 *     names are not shown
 */
public record BedSnapshot(
    BedId id,
    boolean occupied,
    long occupancy,
    @Nullable Patient patient,
    String device,
    long birth,
    boolean simulated,
    List<WaveformChannel> channels,
    DeviceStatus status,
    long statusSinceMicros,
    Map<VitalSign, Reading> readings,
    long sourceMicros,
    boolean freshSinceResume,
    List<Alarm> alarms,
    BedWatch watch,
    boolean check,
    Stay stay) {
  /** A bed of which people have said nothing, and of which it is certain who lies in it. */
  public BedSnapshot(
      BedId id,
      boolean occupied,
      long occupancy,
      @Nullable Patient patient,
      String device,
      long birth,
      boolean simulated,
      List<WaveformChannel> channels,
      DeviceStatus status,
      long statusSinceMicros,
      Map<VitalSign, Reading> readings,
      long sourceMicros,
      boolean freshSinceResume,
      List<Alarm> alarms,
      BedWatch watch) {
    this(
        id,
        occupied,
        occupancy,
        patient,
        device,
        birth,
        simulated,
        channels,
        status,
        statusSinceMicros,
        readings,
        sourceMicros,
        freshSinceResume,
        alarms,
        watch,
        false,
        Stay.UNSAID);
  }

  public BedSnapshot {
    channels = List.copyOf(channels);
    readings = Map.copyOf(readings);
    alarms = List.copyOf(alarms);
  }
}
