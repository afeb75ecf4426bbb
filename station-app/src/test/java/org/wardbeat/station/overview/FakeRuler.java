package org.wardbeat.station.overview;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.wardbeat.station.patient.RulerStore;

/** Remembers what was measured for as long as a test. */
final class FakeRuler implements RulerStore {
  private final Map<String, Double> kept = new ConcurrentHashMap<>();

  @Override
  public OptionalDouble pxPerMm(String display) {
    Double measured = kept.get(display);
    return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured);
  }

  @Override
  public void keep(String display, double pxPerMm) {
    kept.put(display, pxPerMm);
  }

  /** What was measured of whatever displays. */
  Collection<Double> measured() {
    return kept.values();
  }
}
