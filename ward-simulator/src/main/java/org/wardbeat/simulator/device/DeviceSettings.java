package org.wardbeat.simulator.device;

/**
 * How a device behaves.
 *
 * @param speed by how much faster than real time the source runs, 0.1–1000; the device's clock
 *     stays that of the wall
 * @param waveformQos 0, or 1 where no sample may be lost
 * @param phase when in its block the device publishes, from 0 to 1, so that devices take turns
 * @param batteryPercent charge at the start
 * @param seed for the jitter of reconnecting
 */
public record DeviceSettings(
    double speed, int waveformQos, double phase, int batteryPercent, long seed) {
  /** Checks the ranges. */
  public DeviceSettings {
    if (!(speed >= 0.1 && speed <= 1000)) {
      throw new IllegalArgumentException("speed must be from 0.1 to 1000, not " + speed);
    }
    if (waveformQos != 0 && waveformQos != 1) {
      throw new IllegalArgumentException("waveform QoS must be 0 or 1, not " + waveformQos);
    }
    if (!(phase >= 0 && phase <= 1)) {
      throw new IllegalArgumentException("phase must be from 0 to 1, not " + phase);
    }
    if (batteryPercent < 0 || batteryPercent > 100) {
      throw new IllegalArgumentException("battery must be from 0 to 100 %, not " + batteryPercent);
    }
  }
}
