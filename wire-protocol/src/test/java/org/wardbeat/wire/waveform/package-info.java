@NullMarked
package org.wardbeat.wire.waveform;

import org.jspecify.annotations.NullMarked;
