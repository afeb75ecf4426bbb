package org.wardbeat.bridge.alarm;

/** Who says that a condition lasts. One that several say lasts until the last of them says not. */
public enum ConditionSource {
  /** The bed's device. */
  DEVICE(1),
  /** The bridge's own rules. */
  RULES(2);

  private final int bit;

  ConditionSource(int bit) {
    this.bit = bit;
  }

  /** The bit that stands for it in a set of sources. */
  int bit() {
    return bit;
  }
}
