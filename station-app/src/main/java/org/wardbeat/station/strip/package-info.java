/** The strip of technical conditions at the bottom. */
@NullMarked
package org.wardbeat.station.strip;

import org.jspecify.annotations.NullMarked;
