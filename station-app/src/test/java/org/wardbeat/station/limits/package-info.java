@NullMarked
package org.wardbeat.station.limits;

import org.jspecify.annotations.NullMarked;
