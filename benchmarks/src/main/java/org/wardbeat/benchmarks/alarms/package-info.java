/**
 * How long an alarm takes from its device to a nurse's eye and ear: over broker, bridge and a whole
 * station, beside a window that takes alarms from the broker directly.
 */
@NullMarked
package org.wardbeat.benchmarks.alarms;

import org.jspecify.annotations.NullMarked;
