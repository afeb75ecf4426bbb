@NullMarked
package org.wardbeat.station.settings;

import org.jspecify.annotations.NullMarked;
