/** The lossless codec of waveform samples. */
@NullMarked
package org.wardbeat.wire.waveform;

import org.jspecify.annotations.NullMarked;
