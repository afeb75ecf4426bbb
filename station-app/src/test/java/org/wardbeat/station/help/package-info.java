@NullMarked
package org.wardbeat.station.help;

import org.jspecify.annotations.NullMarked;
