/**
 * What holds alarms back for a time: pauses of the sound and of alarms, and standby. Each ends by
 * itself, can be ended early, and is shown as long as it lasts.
 */
@NullMarked
package org.wardbeat.station.pauses;

import org.jspecify.annotations.NullMarked;
