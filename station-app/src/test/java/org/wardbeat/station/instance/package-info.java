@NullMarked
package org.wardbeat.station.instance;

import org.jspecify.annotations.NullMarked;
