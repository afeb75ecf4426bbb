@NullMarked
package org.wardbeat.station.patient;

import org.jspecify.annotations.NullMarked;
