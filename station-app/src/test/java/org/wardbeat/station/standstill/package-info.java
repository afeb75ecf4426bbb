@NullMarked
package org.wardbeat.station.standstill;

import org.jspecify.annotations.NullMarked;
