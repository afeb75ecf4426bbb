package org.wardbeat.station.presentation;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BedId;

/**
 * All that a bed's sector shows. Two equal views look the same.
 *
 * @param id the bed
 * @param kind how the sector as a whole looks
 * @param header its header
 * @param caption the line below
 * @param wave its wave area
 * @param values its numbers
 * @param accessibleText the sector in words
 * @param mine whether its patient is one of the user's
 * @param away that the patient is away, null if not
 */
public record SectorView(
    BedId id,
    Kind kind,
    HeaderView header,
    CaptionView caption,
    WaveView wave,
    ValuesView values,
    String accessibleText,
    boolean mine,
    @Nullable AwayView away) {

  SectorView(
      BedId id,
      Kind kind,
      HeaderView header,
      CaptionView caption,
      WaveView wave,
      ValuesView values,
      String accessibleText) {
    this(id, kind, header, caption, wave, values, accessibleText, false, null);
  }

  /** The same as one of the user's. */
  SectorView asMine(String spoken) {
    return new SectorView(
        id, kind, header, caption, wave, values, accessibleText + ", " + spoken, true, away);
  }

  /** The same of a patient who is away. */
  SectorView with(AwayView patientAway) {
    return new SectorView(
        id, kind, header, caption, wave, values, accessibleText, mine, patientAway);
  }

  /** How a sector as a whole looks. */
  public enum Kind {
    /** A bed whose data is judged by its age. */
    MONITORED,
    /** A bed of which nothing is known now. */
    NOT_LIVE,
    /** A bed without a patient. */
    EMPTY
  }
}
