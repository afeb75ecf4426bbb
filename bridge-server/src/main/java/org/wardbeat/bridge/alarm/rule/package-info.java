/** When a condition of a bed begins and ends: limits, delays, and what goes wrong on the way. */
@NullMarked
package org.wardbeat.bridge.alarm.rule;

import org.jspecify.annotations.NullMarked;
