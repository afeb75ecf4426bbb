package org.wardbeat.systemtests.network;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a network does to the bytes in it.
 *
 * @param stalled ways on which bytes wait
 * @param muteUpgrades whether nothing follows a {@code 101 Switching Protocols}
 * @param holdsMessages whether the messages of WebSockets wait while their pings are answered
 * @param delay how long each byte takes
 * @param bytesPerSecond how many bytes pass each way of a connection, 0 for no limit
 */
record Conditions(
    Set<Way> stalled,
    boolean muteUpgrades,
    boolean holdsMessages,
    Duration delay,
    long bytesPerSecond) {
  /** The way of bytes. */
  enum Way {
    /** From who connected. */
    UP,
    /** To who connected. */
    DOWN
  }

  static final Conditions GOOD =
      new Conditions(EnumSet.noneOf(Way.class), false, false, Duration.ZERO, 0);

  Conditions withStalled(Set<Way> ways) {
    return new Conditions(ways, muteUpgrades, holdsMessages, delay, bytesPerSecond);
  }

  Conditions withMuteUpgrades() {
    return new Conditions(stalled, true, holdsMessages, delay, bytesPerSecond);
  }

  Conditions withHeldMessages() {
    return new Conditions(stalled, muteUpgrades, true, delay, bytesPerSecond);
  }

  Conditions withDelay(Duration time) {
    return new Conditions(stalled, muteUpgrades, holdsMessages, time, bytesPerSecond);
  }

  Conditions withThrottle(long rate) {
    return new Conditions(stalled, muteUpgrades, holdsMessages, delay, rate);
  }
}
