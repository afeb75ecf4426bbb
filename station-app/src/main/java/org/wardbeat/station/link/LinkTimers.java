package org.wardbeat.station.link;

import java.time.Duration;

/**
 * How long the link waits for what.
 *
 * @param firstHeartbeat from the start of an attempt to its first heartbeat; then it has failed.
 *     Not to the opening: a proxy may let a connection open and stay mute
 * @param stalled without a heartbeat; then the link counts as stalled. A little less than the 3 s
 *     within which the words have to be on the screen
 * @param reconnect without a heartbeat; then the connection is given up for a new one
 * @param offline without a heartbeat; then the link counts as offline
 * @param steady how long a session has to last after its snapshot to count as a good one
 * @param shortLife sessions that fall silent or break within this time count against their
 *     transport
 * @param climb from one attempt at a better transport or bridge to the next
 * @param earlyClimb the same for the first one, where the network as a whole was down before
 * @param asleep between two looks at the clock; then the computer or this program stood still
 * @param retryFloor least time between two attempts
 * @param retryBase the first attempt's longest delay; each further round's is twice as long
 * @param retryCap longest delay of any attempt
 */
record LinkTimers(
    Duration firstHeartbeat,
    Duration stalled,
    Duration reconnect,
    Duration offline,
    Duration steady,
    Duration shortLife,
    Duration climb,
    Duration earlyClimb,
    Duration asleep,
    Duration retryFloor,
    Duration retryBase,
    Duration retryCap) {
  static final LinkTimers DEFAULT =
      new LinkTimers(
          Duration.ofSeconds(4),
          Duration.ofMillis(2_800),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(5));
}
