package org.wardbeat.station.ward;

/**
 * Which alarms of the past are wanted.
 *
 * @param unit whose beds are meant; empty for all units
 * @param bed which bed of the unit is meant; empty for all of them
 * @param fromMicros alarms that had not ended before this, UTC microseconds on the bridge's clock
 * @param toMicros alarms that began before this, on the same clock
 * @param most the newest so many, 1 to 100,000
 */
public record HistoryQuery(String unit, String bed, long fromMicros, long toMicros, int most) {}
