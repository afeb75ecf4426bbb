/** The ward as the station knows it: immutable snapshots and sample rings, fed by the link. */
@NullMarked
package org.wardbeat.station.ward;

import org.jspecify.annotations.NullMarked;
