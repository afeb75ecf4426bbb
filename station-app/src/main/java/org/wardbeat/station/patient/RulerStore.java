package org.wardbeat.station.patient;

import java.util.OptionalDouble;

/**
 * Keeps what a user measured of the screen. User-interface thread only; must not block for long.
 */
public interface RulerStore {
  /** Logical px per mm; empty as long as nobody has measured. */
  OptionalDouble pxPerMm();

  /**
   * Keeps what was measured.
   *
   * @param pxPerMm logical px per mm, 0.5 to 100
   */
  void keep(double pxPerMm);
}
