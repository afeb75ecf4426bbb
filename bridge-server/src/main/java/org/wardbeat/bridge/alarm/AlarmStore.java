package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.wardbeat.wire.frame.Frame;

/**
 * Where alarms outlive the bridge. {@link #open}, {@link #commit}, {@link #prune} and {@link
 * #close} are called on one thread at a time, {@link #query} on another.
 */
public interface AlarmStore {
  /**
   * Opens it and tells what is in it.
   *
   * @throws IOException if it cannot be used, in one sentence that says what to do
   */
  Restored open() throws IOException;

  /**
   * Stores facts: all of them, so that they outlive a power failure, or none.
   *
   * @throws IOException if they are not stored, in one sentence
   */
  void commit(List<AlarmFact> facts) throws IOException;

  /**
   * Looks up alarms, the newest onset first.
   *
   * @param each told of each; answers whether to go on
   * @throws IOException if it cannot be read, in one sentence
   */
  void query(Frame.AlarmQuery query, Predicate<Frame.AlarmRecord> each) throws IOException;

  /**
   * Drops some of what was kept long enough: so little that an alarm which comes meanwhile does not
   * wait any longer than for another one.
   *
   * @return whether there may be more
   * @throws IOException if it cannot be dropped, in one sentence
   */
  boolean prune() throws IOException;

  /** Closes it; what was committed stays. */
  void close();

  /**
   * What was stored.
   *
   * @param facts the alarms that are not over and the newest of each other condition, limits,
   *     holds, entries and occupants; of a bed, the occupant comes first, and of a condition the
   *     alarm that is not over last
   * @param notice what had to be done to open it, in one sentence; empty if it was as it should be
   */
  record Restored(List<AlarmFact> facts, String notice) {
    public Restored {
      facts = List.copyOf(facts);
    }
  }
}
