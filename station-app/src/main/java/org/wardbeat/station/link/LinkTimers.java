package org.wardbeat.station.link;

import java.time.Duration;

/**
 * How long the link waits for what.
 *
 * @param firstHeartbeat from the start of an attempt to its first heartbeat; then it has failed.
 *     Not to the opening: a proxy may let a connection open and stay mute
 * @param stalled without a heartbeat; then the link counts as stalled
 * @param reconnect without a heartbeat; then the connection is given up for a new one
 * @param offline without a heartbeat; then the link counts as offline
 * @param retryFloor least time between two attempts
 * @param retryBase the first attempt's longest delay; each further one's is twice as long
 * @param retryCap longest delay of any attempt
 */
record LinkTimers(
    Duration firstHeartbeat,
    Duration stalled,
    Duration reconnect,
    Duration offline,
    Duration retryFloor,
    Duration retryBase,
    Duration retryCap) {
  static final LinkTimers DEFAULT =
      new LinkTimers(
          Duration.ofSeconds(4),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(5));
}
