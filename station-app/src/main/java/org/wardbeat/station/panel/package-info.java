/**
 * Side panels: frame, fields and what they are told. A panel lies over sectors, never over the
 * truth line, the top bar or the strip.
 */
@NullMarked
package org.wardbeat.station.panel;

import org.jspecify.annotations.NullMarked;
