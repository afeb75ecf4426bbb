package org.wardbeat.station.wave;

import java.util.List;

/** Speeds of the sweep (IEC 60601-2-27 asks for 12.5 and 25 mm/s at least). */
public enum SweepSpeed {
  MM_6_25(6.25, "6.25 mm/s"),
  MM_12_5(12.5, "12.5 mm/s"),
  MM_25(25, "25 mm/s"),
  MM_50(50, "50 mm/s");

  private final double mmPerSecond;
  private final String label;

  SweepSpeed(double mmPerSecond, String label) {
    this.mmPerSecond = mmPerSecond;
    this.label = label;
  }

  public double mmPerSecond() {
    return mmPerSecond;
  }

  /** The next one by so many steps, the last one at the ends. */
  public SweepSpeed step(int steps) {
    List<SweepSpeed> all = List.of(values());
    return all.get(Math.clamp((long) all.indexOf(this) + steps, 0, all.size() - 1));
  }

  public String label() {
    return label;
  }
}
