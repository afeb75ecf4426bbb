package org.wardbeat.station.wave;

import java.util.List;
import org.wardbeat.station.language.Words;

/** Gains of an ECG. */
public enum Gain {
  /** As great as fits the lane, 10 mm/mV at most. */
  AUTOMATIC(10, ""),
  MM_2_5(2.5, "2.5 mm/mV"),
  MM_5(5, "5 mm/mV"),
  MM_10(10, "10 mm/mV"),
  MM_20(20, "20 mm/mV"),
  MM_40(40, "40 mm/mV");

  private final double mmPerMillivolt;
  private final String label;

  Gain(double mmPerMillivolt, String label) {
    this.mmPerMillivolt = mmPerMillivolt;
    this.label = label;
  }

  /** In mm/mV; of the automatic one the greatest. */
  public double mmPerMillivolt() {
    return mmPerMillivolt;
  }

  /** What finds a wave's place at this gain. */
  public LaneFit fit() {
    return this == AUTOMATIC ? LaneFit.automatic() : LaneFit.atFixedGain();
  }

  /** The next one by so many steps, the last one at the ends. */
  public Gain step(int steps) {
    List<Gain> all = List.of(values());
    return all.get(Math.clamp((long) all.indexOf(this) + steps, 0, all.size() - 1));
  }

  public String label(Words words) {
    return this == AUTOMATIC ? words.text("patient.wave.gain-auto") : label;
  }
}
