package org.wardbeat.simulator.device;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * An alarm that a device raises by itself.
 *
 * @param condition the device's code of the condition, fit for a topic
 * @param kind whether it concerns the patient or the device itself; null if the device does not say
 * @param priority how urgent it is
 * @param text what the device shows
 */
public record DeviceAlarm(
    String condition, @Nullable AlarmKind kind, AlarmPriority priority, String text) {}
