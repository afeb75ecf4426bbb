/**
 * The alarm review: the alarms not over and those of a period, with filters and details, and what
 * they burden the ward with. What is computed and decided here needs no JavaFX; only screen, panes,
 * cards and tables do.
 */
@NullMarked
package org.wardbeat.station.review;

import org.jspecify.annotations.NullMarked;
