package org.wardbeat.bridge.alarm.score;

import org.wardbeat.wire.ward.ScoreParameter;

/**
 * What somebody observed at a bed.
 *
 * @param parameter what it is of
 * @param value the number that stands for it
 * @param micros when, UTC microseconds on the bridge's clock
 * @param user who
 */
public record Entered(ScoreParameter parameter, int value, long micros, String user) {}
