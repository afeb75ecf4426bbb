package org.wardbeat.bridge.alarm;

import org.wardbeat.wire.ward.Stay;

/**
 * What people have said of who lies in a bed and who sees to it, and where they said so.
 *
 * @param stay what they said
 * @param user who said something last; empty if nobody has
 * @param bridge the bridge that took it; empty if nobody has
 */
public record StayInForce(Stay stay, String user, String bridge) {
  /** Nobody has said anything. */
  static final StayInForce UNSAID = new StayInForce(Stay.UNSAID, "", "");

  /** Whether this came after something else, on whichever bridge. */
  boolean isAfter(StayInForce other) {
    long mine = stay.version();
    long theirs = other.stay.version();
    return mine != theirs ? mine > theirs : bridge.compareTo(other.bridge) > 0;
  }
}
