package org.wardbeat.wire.ward;

/**
 * One waveform of a device and how its samples are read: {@code value = (sample - baseline) /
 * adcPerUnit}, in {@code unit}.
 *
 * @param code the lead or signal name, 1 to 16 characters, for example {@code II} or {@code PLETH}
 * @param kind what it measures
 * @param frequencyHz samples per second, above 0 and at most 10,000
 * @param adcPerUnit analogue-to-digital steps per unit, above 0
 * @param baseline the sample value of zero
 * @param unit UCUM expression of the physical unit, at most 16 characters, for example {@code mV}
 * @param lowest the least sample of the device's converter, at which it is saturated; {@link
 *     Integer#MIN_VALUE} if there is none
 * @param highest the greatest one, above the lowest; {@link Integer#MAX_VALUE} if there is none
 */
public record WaveformChannel(
    String code,
    SignalKind kind,
    double frequencyHz,
    double adcPerUnit,
    int baseline,
    String unit,
    int lowest,
    int highest) {
  /** Most channels of one device. */
  public static final int MAX_CHANNELS = 32;

  /** Longest code or unit, in characters. */
  public static final int MAX_LENGTH = 16;

  /**
   * @throws IllegalArgumentException if a part is out of its range
   */
  public WaveformChannel {
    if (code.isBlank() || code.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "channel code: expected 1 to %d characters".formatted(MAX_LENGTH));
    }
    if (unit.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "channel %s: unit: expected at most %d characters".formatted(code, MAX_LENGTH));
    }
    if (!(frequencyHz > 0 && frequencyHz <= 10_000)) {
      throw new IllegalArgumentException(
          "channel %s: frequencyHz: expected above 0 and at most 10000".formatted(code));
    }
    if (!(adcPerUnit > 0 && adcPerUnit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "channel %s: adcPerUnit: expected a number above 0".formatted(code));
    }
    if (lowest >= highest) {
      throw new IllegalArgumentException(
          "channel %s: lowest: expected below highest".formatted(code));
    }
  }

  /** A channel whose converter has no known limits. */
  public WaveformChannel(
      String code,
      SignalKind kind,
      double frequencyHz,
      double adcPerUnit,
      int baseline,
      String unit) {
    this(code, kind, frequencyHz, adcPerUnit, baseline, unit, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** The same channel of a converter with these limits. */
  public WaveformChannel within(int leastSample, int greatestSample) {
    return new WaveformChannel(
        code, kind, frequencyHz, adcPerUnit, baseline, unit, leastSample, greatestSample);
  }
}
