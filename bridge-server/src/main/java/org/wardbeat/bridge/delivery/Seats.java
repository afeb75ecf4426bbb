package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one loop, and which beds are nothing to which of them: so that a bed's change
 * costs a session that does not want it nothing. Confined to the loop's thread.
 */
final class Seats {
  private final List<@Nullable DeliverySession> sessions = new ArrayList<>();
  private final BitSet reserved = new BitSet();

  /** Sessions for which something waits that time alone may let go. */
  private final BitSet holding = new BitSet();

  /** By bed, the sessions that do not want it. */
  private final List<BitSet> declined = new ArrayList<>();

  private final BitSet concerned = new BitSet();
  private final BitSet wanting = new BitSet();

  /** Where a session will be; until it says otherwise, it wants all beds. */
  Seat reserve() {
    int index = reserved.nextClearBit(0);
    reserved.set(index);
    if (index == sessions.size()) {
      sessions.add(null);
    }
    Seat seat = new Seat(index);
    seat.hold(false);
    seat.wantAll(); // whatever the last one said, be it after it had left
    return seat;
  }

  /** One more than the last seat there is. */
  int size() {
    return sessions.size();
  }

  /** The session in a seat, null if it is empty. */
  @Nullable DeliverySession get(int index) {
    return sessions.get(index);
  }

  /** The seats of whom a change of these beds concerns; valid until this is asked again. */
  BitSet concernedBy(BitSet beds) {
    concerned.clear();
    concerned.or(holding);
    for (int bed = beds.nextSetBit(0); bed >= 0; bed = beds.nextSetBit(bed + 1)) {
      wanting.clear();
      wanting.or(reserved);
      if (bed < declined.size()) {
        wanting.andNot(declined.get(bed));
      }
      concerned.or(wanting);
    }
    return concerned;
  }

  /** One session's. */
  final class Seat {
    private final int index;
    private boolean left;

    private Seat(int index) {
      this.index = index;
    }

    /** The session is open. */
    void take(DeliverySession session) {
      sessions.set(index, session);
    }

    /** The session is over, and the seat another's. */
    void leave() {
      if (!left) {
        hold(false);
        sessions.set(index, null);
        reserved.clear(index);
        left = true;
      }
    }

    /** From now on the session wants all beds until it says otherwise. */
    void wantAll() {
      declined.forEach(sessionsOfBed -> sessionsOfBed.clear(index));
    }

    /** Whether changes of a bed are nothing to the session. */
    void decline(int bed, boolean declines) {
      while (declined.size() <= bed) {
        declined.add(new BitSet());
      }
      declined.get(bed).set(index, declines);
    }

    boolean declines(int bed) {
      return bed < declined.size() && declined.get(bed).get(index);
    }

    /** Whether the session is to be looked at whatever changes. */
    void hold(boolean holds) {
      holding.set(index, holds);
    }
  }
}
