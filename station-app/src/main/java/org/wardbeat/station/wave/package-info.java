/** How waves of beds are drawn: colours, scales, and where an ECG lies in its lane. */
@NullMarked
package org.wardbeat.station.wave;

import org.jspecify.annotations.NullMarked;
