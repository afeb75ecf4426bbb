package org.wardbeat.station.limits;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Limit;

/** The limits a vital sign may have, the lowest first. */
enum Side {
  EXTREME_LOW("limits.side.extreme-low"),
  LOW("limits.side.low"),
  HIGH("limits.side.high"),
  EXTREME_HIGH("limits.side.extreme-high");

  private final String key;

  Side(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  boolean isExtreme() {
    return this == EXTREME_LOW || this == EXTREME_HIGH;
  }

  /** This limit, in whole steps; null if there is none. */
  @Nullable Integer of(@Nullable Limit limit) {
    if (limit == null) {
      return null;
    }
    return switch (this) {
      case EXTREME_LOW -> limit.extremeLow();
      case LOW -> limit.low();
      case HIGH -> limit.high();
      case EXTREME_HIGH -> limit.extremeHigh();
    };
  }
}
