/** The display on the wall: all beds of a ward, to be read from metres away by nobody at a desk. */
@NullMarked
package org.wardbeat.station.wall;

import org.jspecify.annotations.NullMarked;
