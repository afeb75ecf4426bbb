package org.wardbeat.station.patient;

import java.util.OptionalDouble;

/**
 * Keeps what a user measured of each display. User-interface thread only; must not block for long.
 */
public interface RulerStore {
  /**
   * What was measured.
   *
   * @param display which one, its scale included, as {@link
   *     org.wardbeat.station.window.WindowDisplay} names it
   * @return logical px per mm; empty as long as nobody has measured
   */
  OptionalDouble pxPerMm(String display);

  /**
   * Keeps what was measured.
   *
   * @param pxPerMm logical px per mm, 0.5 to 100
   */
  void keep(String display, double pxPerMm);
}
