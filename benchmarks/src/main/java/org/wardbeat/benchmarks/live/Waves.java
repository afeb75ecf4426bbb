package org.wardbeat.benchmarks.live;

import java.util.List;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** The waves that all subjects show: made, all of one shape, and the same in each run. */
final class Waves {

  static final int FREQUENCY_HZ = 250;
  static final int UNITS_PER_MILLIVOLT = 200;

  /** Of a bed with as many waves as there can be. */
  static final List<WaveformChannel> CHANNELS =
      List.of(
          channel("II", SignalKind.ECG, UNITS_PER_MILLIVOLT, 0, "mV"),
          channel("PLETH", SignalKind.PLETH, 400, -100, "1"),
          channel("RESP", SignalKind.RESP, 200, 100, "1"),
          channel("V", SignalKind.ECG, UNITS_PER_MILLIVOLT, 0, "mV"),
          channel("ART", SignalKind.ART, 2, -100, "mmHg"),
          channel("CO2", SignalKind.CO2, 5, 0, "mmHg"),
          channel("I", SignalKind.ECG, UNITS_PER_MILLIVOLT, 0, "mV"),
          channel("III", SignalKind.ECG, UNITS_PER_MILLIVOLT, 0, "mV"));

  private Waves() {}

  private static WaveformChannel channel(
      String code, SignalKind kind, double perUnit, int baseline, String unit) {
    return new WaveformChannel(code, kind, FREQUENCY_HZ, perUnit, baseline, unit);
  }

  /** A sample of a wave in ADC units. */
  static int sample(int wave, long index) {
    double beats = index / (double) FREQUENCY_HZ * (1 + wave * 7 % 60 / 60.0) + wave * 0.37;
    double phase = beats - Math.floor(beats);
    double millivolts =
        0.12 * bump(phase, 0.18, 0.025)
            + (0.8 + 0.05 * (wave % 8)) * bump(phase, 0.30, 0.010)
            - 0.2 * bump(phase, 0.33, 0.010)
            + 0.25 * bump(phase, 0.55, 0.04)
            + 0.01 * Math.sin(index * 0.15 + wave);
    return (int) Math.round(millivolts * UNITS_PER_MILLIVOLT);
  }

  private static double bump(double x, double at, double width) {
    double d = (x - at) / width;
    return Math.exp(-d * d / 2);
  }
}
