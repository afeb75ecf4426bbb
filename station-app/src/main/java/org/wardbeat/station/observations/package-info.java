/**
 * What the early warning score of a bed is made of, and the entry of what no device measures. The
 * bridge computes the score; nothing is computed here.
 */
@NullMarked
package org.wardbeat.station.observations;

import org.jspecify.annotations.NullMarked;
