package org.wardbeat.simulator.device;

/** What happens to a device over time. */
@FunctionalInterface
public interface Script {
  /** Nothing ever happens. */
  Script NONE = (device, seconds) -> {};

  /**
   * Called before each block, on the device's thread.
   *
   * @param seconds since the device's start
   */
  void apply(Device device, double seconds);
}
