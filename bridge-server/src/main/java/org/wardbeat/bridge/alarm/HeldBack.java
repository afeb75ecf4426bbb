package org.wardbeat.bridge.alarm;

import java.util.List;
import org.wardbeat.wire.ward.InactivationState;

/**
 * What holds alarms back anywhere, at one moment. Immutable.
 *
 * @param version grows with each change of any, as long as the bridge runs
 * @param all the newest of each bed or unit and kind, the ended included, in no order
 */
public record HeldBack(long version, List<Versioned> all) {
  /** Nothing ever was. */
  static final HeldBack NOTHING = new HeldBack(0, List.of());

  /**
   * What holds alarms back, or no longer does.
   *
   * @param version {@link HeldBack#version()} since which this is so
   * @param state what is
   */
  public record Versioned(long version, InactivationState state) {}

  public HeldBack {
    all = List.copyOf(all);
  }
}
