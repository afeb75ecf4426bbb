/**
 * The languages of the station: every text on its screens comes from here. Names of the field (HR,
 * SpO₂, NEWS2, MQTT), units and what the bridge says in its own words stay as they are. No JavaFX.
 */
@NullMarked
package org.wardbeat.station.language;

import org.jspecify.annotations.NullMarked;
