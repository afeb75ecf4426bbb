/** Notices, from outside its thread, that the screen stands still. No JavaFX. */
@NullMarked
package org.wardbeat.station.standstill;

import org.jspecify.annotations.NullMarked;
