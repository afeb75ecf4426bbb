/** The line, or the banner, that says whether the screen can be trusted. */
@NullMarked
package org.wardbeat.station.truth;

import org.jspecify.annotations.NullMarked;
