@NullMarked
package org.wardbeat.station.sound;

import org.jspecify.annotations.NullMarked;
