/** The overview: all beds of a unit on one screen. */
@NullMarked
package org.wardbeat.station.overview;

import org.jspecify.annotations.NullMarked;
