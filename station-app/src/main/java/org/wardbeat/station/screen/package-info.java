/** What every screen of the station can do for its window. */
@NullMarked
package org.wardbeat.station.screen;

import org.jspecify.annotations.NullMarked;
