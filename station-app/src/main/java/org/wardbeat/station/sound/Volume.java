package org.wardbeat.station.sound;

/**
 * How loud bursts are: their peak as a part of full scale. Never below {@value #FLOOR_PERCENT} %,
 * about 10 dB under the loudest, so that no setting silences an alarm.
 *
 * @param percent {@value #FLOOR_PERCENT} to 100
 */
public record Volume(int percent) {
  /** The least there is. */
  public static final int FLOOR_PERCENT = 30;

  /** The loudest, unless another is asked for. */
  public static final Volume DEFAULT = new Volume(90);

  /** Takes the nearest that there is. */
  public Volume {
    percent = Math.clamp(percent, FLOOR_PERCENT, 100);
  }

  /** The peak of a burst, of a full scale of 1. */
  double peak() {
    return percent / 100.0;
  }
}
