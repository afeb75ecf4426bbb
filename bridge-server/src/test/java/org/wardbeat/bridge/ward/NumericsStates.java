package org.wardbeat.bridge.ward;

import java.util.List;
import org.wardbeat.wire.ward.Reading;

/** Makes states of vital signs for tests of other features, as a ward loop would. */
public final class NumericsStates {
  private NumericsStates() {}

  /** No readings. */
  public static NumericsState empty(long version) {
    return NumericsState.empty(version);
  }

  /** The state after a message. */
  public static NumericsState after(NumericsState state, long micros, List<Reading> changed) {
    return state.with(micros, changed);
  }
}
