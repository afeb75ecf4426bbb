package org.wardbeat.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Writes down every set of vital signs a station's ward comes to hold, as the rows of a BIDMC
 * table: HR, PULSE, RESP and SpO2, {@code NaN} where there is no valid value.
 */
final class NumericsRecorder {
  private static final List<VitalSign> COLUMNS =
      List.of(VitalSign.HR, VitalSign.PULSE, VitalSign.RR, VitalSign.SPO2);

  private record Row(long measuredMicros, List<String> values) {}

  private final StationWard ward;
  private final Map<BedId, List<Row>> rows = new ConcurrentHashMap<>();

  private NumericsRecorder(StationWard ward) {
    this.ward = ward;
  }

  /** Takes part in everything the ward tells, on the thread that writes it. */
  static NumericsRecorder of(StationWard ward) {
    NumericsRecorder recorder = new NumericsRecorder(ward);
    ward.setListener(recorder::record);
    return recorder;
  }

  private void record() {
    for (BedSnapshot bed : ward.snapshot().beds()) {
      Row row = rowOf(bed);
      if (row != null) {
        List<Row> known = rows.computeIfAbsent(bed.id(), id -> new CopyOnWriteArrayList<>());
        if (known.isEmpty() || known.getLast().measuredMicros() < row.measuredMicros()) {
          known.add(row);
        }
      }
    }
  }

  private static @Nullable Row rowOf(BedSnapshot bed) {
    List<String> values = new ArrayList<>();
    long measuredMicros = 0;
    for (VitalSign sign : COLUMNS) {
      Reading reading = bed.readings().get(sign);
      if (reading == null) {
        return null;
      }
      values.add(reading.available() ? Integer.toString(reading.fixed()) : "NaN");
      measuredMicros = Math.max(measuredMicros, reading.measuredMicros());
    }
    return new Row(measuredMicros, values);
  }

  /** The rows of a bed until now, in their order. */
  List<List<String>> rows(BedId bed) {
    return rows.getOrDefault(bed, List.of()).stream().map(Row::values).toList();
  }
}
