/**
 * The life of every alarm, and what operators do about it: limits, inactivations, observations,
 * acknowledgements. One entry, {@link org.wardbeat.bridge.alarm.AlarmSystem}.
 */
@NullMarked
package org.wardbeat.bridge.alarm;

import org.jspecify.annotations.NullMarked;
