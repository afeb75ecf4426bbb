package org.wardbeat.station.wave;

import org.wardbeat.render.filter.Notch;
import org.wardbeat.station.language.Words;

/** What of the mains is taken out of an ECG. */
public enum Hum {
  KEPT(Notch.OFF, "patient.notch.off"),
  HZ_50(Notch.HZ_50, "patient.notch.50"),
  HZ_60(Notch.HZ_60, "patient.notch.60");

  private final Notch notch;
  private final String key;

  Hum(Notch notch, String key) {
    this.notch = notch;
    this.key = key;
  }

  public Notch notch() {
    return notch;
  }

  public String label(Words words) {
    return words.text(key);
  }
}
