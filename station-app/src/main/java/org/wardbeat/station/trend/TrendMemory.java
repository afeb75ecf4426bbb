package org.wardbeat.station.trend;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The trends of all beds over the last {@value #MINUTES} minutes, as far as this station received
 * them: bounded, by the minute in which something was measured, on the bridge's clock. A reading
 * counts once, however often it is seen. With the patient a bed's trends go. While a patient is
 * away nothing is taken, and what an ECG tells is not taken while electrodes are off. Confined to
 * one thread.
 */
public final class TrendMemory {
  /** Length of each trend: 8 h. */
  public static final int MINUTES = 480;

  private static final Set<VitalSign> FROM_ECG =
      EnumSet.of(VitalSign.HR, VitalSign.RR, VitalSign.PVC, VitalSign.ST_I, VitalSign.ST_II);

  private static final Set<VitalSign> KEPT =
      EnumSet.of(
          VitalSign.HR,
          VitalSign.SPO2,
          VitalSign.RR,
          VitalSign.TEMP,
          VitalSign.NIBP_SYS,
          VitalSign.NIBP_DIA);

  private static final class Bed {
    final Map<VitalSign, MinuteSeries> series = new EnumMap<>(VitalSign.class);
    final Map<VitalSign, Long> taken = new EnumMap<>(VitalSign.class);
    Stay stay;

    Bed(Stay stay) {
      this.stay = stay;
    }
  }

  private final Map<BedId, Bed> beds = new HashMap<>();
  private long lookedMicros;

  /**
   * Takes what is new of all beds; meant to be called about once a second.
   *
   * @param nowMicros the bridge's present time; 0 if it is not known, then nothing is taken
   */
  public void look(WardSnapshot ward, long nowMicros) {
    if (nowMicros == 0) {
      return;
    }
    if (nowMicros < lookedMicros) {
      setBack(nowMicros);
    }
    lookedMicros = nowMicros;
    Set<BedId> present = new HashSet<>();
    for (BedSnapshot bed : ward.beds()) {
      present.add(bed.id());
      look(bed, isAway(ward, bed.id(), nowMicros), nowMicros);
    }
    beds.keySet().retainAll(present);
  }

  private void setBack(long nowMicros) {
    for (Bed bed : beds.values()) {
      bed.series.values().forEach(series -> series.forgetAfter(nowMicros));
      bed.taken.values().removeIf(micros -> micros > nowMicros);
    }
  }

  private static boolean isAway(WardSnapshot ward, BedId bed, long nowMicros) {
    for (InactivationState held : ward.heldBack()) {
      boolean here =
          held.unit().equals(bed.unit()) && (held.bed().isEmpty() || held.bed().equals(bed.bed()));
      if (here
          && held.kind() == Inactivation.STANDBY
          && held.active()
          && held.untilMicros() > nowMicros) {
        return true;
      }
    }
    return false;
  }

  private void look(BedSnapshot snapshot, boolean away, long nowMicros) {
    Stay stay = Stay.of(snapshot);
    Bed bed = beds.computeIfAbsent(snapshot.id(), _ -> new Bed(stay));
    if (!stay.isSameAs(bed.stay)) {
      bed.series.clear();
      bed.taken.clear();
    }
    bed.stay = stay;
    if (away || !snapshot.occupied() || snapshot.check()) {
      return;
    }
    boolean leadsOff = !snapshot.status().leadsOff().isEmpty();
    for (Reading reading : snapshot.readings().values()) {
      boolean counts = reading.available() && KEPT.contains(reading.sign());
      if (counts && !(leadsOff && FROM_ECG.contains(reading.sign()))) {
        take(bed, reading, nowMicros);
      }
    }
  }

  private static void take(Bed bed, Reading reading, long nowMicros) {
    long measured = reading.measuredMicros();
    Long before = bed.taken.get(reading.sign());
    if (before != null && before == measured) {
      return;
    }
    bed.taken.put(reading.sign(), measured);
    bed.series
        .computeIfAbsent(reading.sign(), _ -> new MinuteSeries(MINUTES))
        .add(reading.fixed(), Math.min(measured, nowMicros));
  }

  /** The trend of a vital sign of a bed up to now; all of it a gap if nothing is known. */
  public Trend trend(BedId bed, VitalSign sign, long nowMicros) {
    Bed known = beds.get(bed);
    MinuteSeries series = known == null ? null : known.series.get(sign);
    return (series == null ? new MinuteSeries(MINUTES) : series).until(nowMicros);
  }
}
