package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.PatientCategory;

/** An alarm system that works when a test says so, without a thread. */
public final class AlarmsByHand {
  /** No limits at all. */
  public static final AlarmLimits NO_LIMITS = new AlarmLimits(PatientCategory.ADULT, List.of());

  private final AlarmSystem system;

  public AlarmsByHand(BridgeClock clock) {
    this(clock, new VolatileStore(), "bridge");
  }

  AlarmsByHand(BridgeClock clock, AlarmStore store, String bridge) {
    system = new AlarmSystem(store, clock, AlarmSettings.of(bridge), bed -> NO_LIMITS);
    try {
      system.restore();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public AlarmSystem system() {
    return system;
  }

  /** Handles all that has come, and what time brings. */
  public void settle() {
    system.turn(null);
  }
}
