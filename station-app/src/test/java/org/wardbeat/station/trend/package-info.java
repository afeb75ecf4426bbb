@NullMarked
package org.wardbeat.station.trend;

import org.jspecify.annotations.NullMarked;
