/** Beds that replay records instead of simulated patients. */
@NullMarked
package org.wardbeat.simulator.replay;

import org.jspecify.annotations.NullMarked;
