package org.wardbeat.station.presentation;

import org.wardbeat.station.language.Words;

/** A number of a sector. */
public enum Slot {
  HR("HR", "hr"),
  SPO2("SpO₂", "spo2"),
  RR("RR", "rr"),
  TEMP("Temp", "temp"),
  NIBP("NIBP", "nibp"),
  PULSE("Pulse", "pulse"),
  PVC("PVC /min", "pvc"),
  ST("ST II mm", "st");

  private final String label;
  private final String styleClass;

  Slot(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  public String label(Words words) {
    return this == PULSE ? words.text("sign.pulse") : label;
  }

  /** Style class and end of the node's id. */
  public String styleClass() {
    return styleClass;
  }

  public ValueView of(ValuesView values) {
    return switch (this) {
      case HR -> values.hr();
      case SPO2 -> values.spo2();
      case RR -> values.rr();
      case TEMP -> values.temp();
      case NIBP -> values.nibp();
      case PULSE -> values.pulse();
      case PVC -> values.pvc();
      case ST -> values.st();
    };
  }
}
