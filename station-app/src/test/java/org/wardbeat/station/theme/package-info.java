/** Tests of the theme. */
@NullMarked
package org.wardbeat.station.theme;

import org.jspecify.annotations.NullMarked;
