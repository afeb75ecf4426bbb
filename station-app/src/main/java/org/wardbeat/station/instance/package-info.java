/** One station per user, started again if it does not end on purpose. No JavaFX. */
@NullMarked
package org.wardbeat.station.instance;

import org.jspecify.annotations.NullMarked;
