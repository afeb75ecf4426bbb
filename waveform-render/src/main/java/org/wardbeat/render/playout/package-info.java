/** The clock at which waveforms are shown. */
@NullMarked
package org.wardbeat.render.playout;

import org.jspecify.annotations.NullMarked;
