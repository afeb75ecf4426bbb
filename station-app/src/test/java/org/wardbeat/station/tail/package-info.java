@NullMarked
package org.wardbeat.station.tail;

import org.jspecify.annotations.NullMarked;
