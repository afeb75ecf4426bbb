/** The patient window: all that is known of one bed, live. */
@NullMarked
package org.wardbeat.station.patient;

import org.jspecify.annotations.NullMarked;
