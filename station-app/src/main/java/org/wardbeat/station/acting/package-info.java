/**
 * What operators want of the bridge, and what they are told about it. Nothing counts as done before
 * the bridge says so. No JavaFX.
 */
@NullMarked
package org.wardbeat.station.acting;

import org.jspecify.annotations.NullMarked;
