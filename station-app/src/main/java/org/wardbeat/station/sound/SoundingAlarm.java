package org.wardbeat.station.sound;

import org.wardbeat.wire.ward.AlarmPriority;

/**
 * An alarm that is to be heard. One whose priority rises is another one to be heard.
 *
 * @param id tells it from all others of the station
 * @param priority how urgent it is
 */
public record SoundingAlarm(String id, AlarmPriority priority) {}
