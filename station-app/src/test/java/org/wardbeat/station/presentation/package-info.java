@NullMarked
package org.wardbeat.station.presentation;

import org.jspecify.annotations.NullMarked;
