/** What the station remembers of each bed by itself: trends by the minute, and the last events. */
@NullMarked
package org.wardbeat.station.trend;

import org.jspecify.annotations.NullMarked;
