/** The last samples of a waveform channel, addressed by their counter, with the time of each. */
@NullMarked
package org.wardbeat.render.ring;

import org.jspecify.annotations.NullMarked;
