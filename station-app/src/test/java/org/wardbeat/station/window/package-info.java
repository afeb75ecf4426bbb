@NullMarked
package org.wardbeat.station.window;

import org.jspecify.annotations.NullMarked;
