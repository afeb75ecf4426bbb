/** The look of all screens: colours, type and icons. */
@NullMarked
package org.wardbeat.station.theme;

import org.jspecify.annotations.NullMarked;
