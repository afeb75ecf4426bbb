package org.wardbeat.station.wall;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a wall display hangs.
 *
 * @param distanceMetres from where it has to be read, {@value #LEAST_METRES} to {@value
 *     #MOST_METRES} m
 * @param displayInches the diagonal of its picture, {@value #LEAST_INCHES} to {@value #MOST_INCHES}
 *     in; empty to believe what the display tells of itself
 * @param beds how many beds there is to be room for, 1 to 64; empty to follow the beds there are
 * @param display which display of its computer it is, from 1, the primary one, which it is if empty
 */
public record WallSettings(
    double distanceMetres, OptionalDouble displayInches, OptionalInt beds, OptionalInt display) {
  /** From where a wall display is read unless told otherwise. */
  public static final double DEFAULT_METRES = 4;

  /** Nearer than this is a desk. */
  public static final double LEAST_METRES = 1;

  /** Farther away no display is large enough. */
  public static final double MOST_METRES = 15;

  /** The smallest display. */
  public static final double LEAST_INCHES = 10;

  /** The largest display. */
  public static final double MOST_INCHES = 300;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public WallSettings {
    if (!(distanceMetres >= LEAST_METRES && distanceMetres <= MOST_METRES)) {
      throw new IllegalArgumentException(
          "A wall display is not read from " + distanceMetres + " m.");
    }
    displayInches.ifPresent(
        inches -> {
          if (!(inches >= LEAST_INCHES && inches <= MOST_INCHES)) {
            throw new IllegalArgumentException("No display measures " + inches + " inches.");
          }
        });
    if (display.orElse(1) < 1) {
      throw new IllegalArgumentException("Displays are counted from 1.");
    }
  }

  /** The same read from another distance. */
  public WallSettings readFrom(double metres) {
    return new WallSettings(metres, displayInches, beds, display);
  }
}
