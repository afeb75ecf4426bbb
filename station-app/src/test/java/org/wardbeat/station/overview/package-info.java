@NullMarked
package org.wardbeat.station.overview;

import org.jspecify.annotations.NullMarked;
