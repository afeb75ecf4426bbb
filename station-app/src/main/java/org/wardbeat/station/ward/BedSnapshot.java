package org.wardbeat.station.ward;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
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
    BedWatch watch) {
  public BedSnapshot {
    channels = List.copyOf(channels);
    readings = Map.copyOf(readings);
    alarms = List.copyOf(alarms);
  }
}
