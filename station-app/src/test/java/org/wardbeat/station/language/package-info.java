@NullMarked
package org.wardbeat.station.language;

import org.jspecify.annotations.NullMarked;
