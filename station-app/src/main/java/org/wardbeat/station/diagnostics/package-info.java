/**
 * The screen for the technician: how long data takes on each part of its way, over which transport
 * it comes and why, what was lost, how each source does. Beds and devices only: no names, values or
 * waves.
 */
@NullMarked
package org.wardbeat.station.diagnostics;

import org.jspecify.annotations.NullMarked;
