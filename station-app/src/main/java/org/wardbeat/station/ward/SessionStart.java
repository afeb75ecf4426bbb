package org.wardbeat.station.ward;

import org.wardbeat.wire.frame.Frame;

/**
 * How a session begins.
 *
 * @param welcome the bridge's first frame
 * @param helloNanos the monotonic time at which the hello it answers was sent
 * @param nowNanos the monotonic time at which it came
 */
public record SessionStart(Frame.Welcome welcome, long helloNanos, long nowNanos) {}
