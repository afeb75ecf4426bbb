/** Unit, link and clock. */
@NullMarked
package org.wardbeat.station.topbar;

import org.jspecify.annotations.NullMarked;
