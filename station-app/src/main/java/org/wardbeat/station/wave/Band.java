package org.wardbeat.station.wave;

import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.station.language.Words;

/** Bands in which an ECG is shown. */
public enum Band {
  MONITOR(FilterBand.MONITOR, "patient.band.monitor", "0.5–40 Hz"),
  ST(FilterBand.ST, "patient.band.st", "0.05–40 Hz"),
  DIAGNOSTIC(FilterBand.DIAGNOSTIC, "patient.band.diagnostic", "0.05–150 Hz");

  private final FilterBand band;
  private final String key;
  private final String range;

  Band(FilterBand band, String key, String range) {
    this.band = band;
    this.key = key;
    this.range = range;
  }

  public FilterBand band() {
    return band;
  }

  /** From where to where it reaches. */
  public String range() {
    return range;
  }

  public String label(Words words) {
    return words.text(key);
  }
}
