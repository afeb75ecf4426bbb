/**
 * Devices at the bedside that publish what a source gives them, as {@code docs/MAPPING.md} says.
 */
@NullMarked
package org.wardbeat.simulator.device;

import org.jspecify.annotations.NullMarked;
