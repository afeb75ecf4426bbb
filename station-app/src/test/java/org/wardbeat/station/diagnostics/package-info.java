@NullMarked
package org.wardbeat.station.diagnostics;

import org.jspecify.annotations.NullMarked;
