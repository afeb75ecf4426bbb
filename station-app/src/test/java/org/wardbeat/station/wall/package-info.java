@NullMarked
package org.wardbeat.station.wall;

import org.jspecify.annotations.NullMarked;
