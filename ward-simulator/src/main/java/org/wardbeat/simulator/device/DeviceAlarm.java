package org.wardbeat.simulator.device;

import org.wardbeat.wire.ward.AlarmPriority;

/**
 * An alarm that a device raises by itself.
 *
 * @param condition the device's code of the condition, fit for a topic
 * @param priority how urgent it is
 * @param text what the device shows
 */
public record DeviceAlarm(String condition, AlarmPriority priority, String text) {}
