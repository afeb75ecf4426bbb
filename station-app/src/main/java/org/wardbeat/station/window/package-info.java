/** Where the window is, remembered for each set of displays. */
@NullMarked
package org.wardbeat.station.window;

import org.jspecify.annotations.NullMarked;
