@NullMarked
package org.wardbeat.station.wave;

import org.jspecify.annotations.NullMarked;
