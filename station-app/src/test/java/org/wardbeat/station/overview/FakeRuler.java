package org.wardbeat.station.overview;

import java.util.OptionalDouble;
import org.wardbeat.station.patient.RulerStore;

/** Remembers what was measured for as long as a test. */
final class FakeRuler implements RulerStore {
  private volatile OptionalDouble kept = OptionalDouble.empty();

  @Override
  public OptionalDouble pxPerMm() {
    return kept;
  }

  @Override
  public void keep(double pxPerMm) {
    kept = OptionalDouble.of(pxPerMm);
  }
}
