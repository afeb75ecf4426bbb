package org.wardbeat.station.settings;

import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.wire.ward.BedId;

/**
 * What was chosen for the sector of a bed.
 *
 * @param bed of which bed
 * @param shows what it shows
 */
public record SectorChoice(BedId bed, BedDisplay shows) {}
