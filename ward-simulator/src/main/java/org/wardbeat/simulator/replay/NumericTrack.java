package org.wardbeat.simulator.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wardbeat.simulator.device.Measurement;
import org.wardbeat.simulator.wfdb.AlignedSamples;
import org.wardbeat.simulator.wfdb.BidmcTable;
import org.wardbeat.simulator.wfdb.SignalSpec;
import org.wardbeat.simulator.wfdb.WfdbException;
import org.wardbeat.simulator.wfdb.WfdbRecord;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The vital signs of a record, one row after the other at a fixed distance. Row <i>k</i> holds for
 * the time from <i>k</i> to <i>k</i> + 1 distances. Rows up to 1.5 s apart count as measured when
 * they are published; others carry the time of their row. Immutable.
 */
final class NumericTrack {
  private static final double CONTINUOUS_SECONDS = 1.5;
  private static final int MAX_ROWS = 4_000_000;

  private final List<VitalSign> signs;
  private final double[][] rows;
  private final double rowSeconds;

  private NumericTrack(List<VitalSign> signs, double[][] rows, double rowSeconds) {
    this.signs = signs;
    this.rows = rows;
    this.rowSeconds = rowSeconds;
  }

  static NumericTrack of(BidmcTable table) {
    List<VitalSign> signs = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int column = 1; column < table.columns().size(); column++) {
      Optional<VitalSign> sign = sign(table.columns().get(column));
      if (sign.isPresent()) {
        signs.add(sign.get());
        columns.add(column);
      }
    }
    double[][] rows = new double[table.rows()][signs.size()];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < columns.size(); i++) {
        rows[row][i] = table.value(columns.get(i), row);
      }
    }
    return new NumericTrack(signs, rows, 1);
  }

  static NumericTrack of(WfdbRecord record) throws WfdbException {
    List<VitalSign> signs = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < record.signals().size(); i++) {
      Optional<VitalSign> sign = sign(record.signals().get(i).description());
      if (sign.isPresent() && record.signals().get(i).samplesPerFrame() == 1) {
        signs.add(sign.get());
        columns.add(i);
      }
    }
    double[][] rows = new double[(int) Math.min(MAX_ROWS, record.frames())][signs.size()];
    int[][] frame = new int[record.signals().size()][];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = new int[record.signals().get(i).samplesPerFrame()];
    }
    try (AlignedSamples samples = record.aligned()) {
      for (int row = 0; row < rows.length && samples.read(frame, 1) > 0; row++) {
        for (int i = 0; i < columns.size(); i++) {
          int column = columns.get(i);
          rows[row][i] = physical(samples.spec(column), frame[column][0]);
        }
      }
    }
    return new NumericTrack(signs, rows, 1 / record.header().framesPerSecond());
  }

  private static double physical(SignalSpec spec, int sample) {
    return sample == AlignedSamples.INVALID ? Double.NaN : spec.physical(sample);
  }

  /** The vital sign that monitors of the MIMIC databases call so. */
  private static Optional<VitalSign> sign(String name) {
    return Optional.ofNullable(
        switch (name.strip().toUpperCase(Locale.ROOT)) {
          case "HR" -> VitalSign.HR;
          case "PULSE" -> VitalSign.PULSE;
          case "RESP", "RR" -> VitalSign.RR;
          case "SPO2" -> VitalSign.SPO2;
          case "TEMP" -> VitalSign.TEMP;
          case "NBPSYS" -> VitalSign.NIBP_SYS;
          case "NBPDIAS" -> VitalSign.NIBP_DIA;
          case "NBPMEAN" -> VitalSign.NIBP_MEAN;
          default -> null;
        });
  }

  double seconds() {
    return rows.length * rowSeconds;
  }

  /** What held in the time that ends at {@code seconds}; empty after the last row. */
  List<Measurement> endingAt(double seconds) {
    int row = (int) Math.ceil(seconds / rowSeconds - 1e-6) - 1;
    if (row < 0 || row >= rows.length) {
      return List.of();
    }
    Duration age =
        rowSeconds <= CONTINUOUS_SECONDS
            ? Duration.ZERO
            : Duration.ofMillis(Math.round((seconds - row * rowSeconds) * 1000));
    List<Measurement> measurements = new ArrayList<>(signs.size());
    for (int i = 0; i < signs.size(); i++) {
      measurements.add(new Measurement(signs.get(i), value(rows[row][i]), age));
    }
    return measurements;
  }

  private static Optional<BigDecimal> value(double value) {
    return Double.isNaN(value)
        ? Optional.empty()
        : Optional.of(
            new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()));
  }
}
