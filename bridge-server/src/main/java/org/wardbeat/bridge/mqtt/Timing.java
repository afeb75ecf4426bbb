package org.wardbeat.bridge.mqtt;

/**
 * How long things may take.
 *
 * @param tcpMillis for the TCP (and TLS) connection
 * @param answerMillis for the answer to CONNECT, and then to SUBSCRIBE; above {@code tcpMillis}
 *     because it counts from the same moment
 * @param keepAliveSeconds of MQTT: a ping follows so much silence
 * @param silentMillis nothing read for so long: the broker is down; leaves the answer to a ping
 *     some time
 * @param tickMillis how often that is looked at
 * @param stableMillis a connection that lasted so long makes the next delay short again
 * @param floorMillis shortest delay between two attempts
 * @param baseMillis bound of the first delay, doubled with each failure
 * @param capMillis bound of all delays
 * @param settleMillis so long after it was subscribed to, a broker may take to send what it retains
 * @param askAgainMillis shortest time between two subscriptions on one connection
 */
record Timing(
    int tcpMillis,
    int answerMillis,
    int keepAliveSeconds,
    int silentMillis,
    int tickMillis,
    int stableMillis,
    int floorMillis,
    int baseMillis,
    int capMillis,
    int settleMillis,
    int askAgainMillis) {
  static final Timing DEFAULT =
      new Timing(3_000, 5_000, 5, 7_000, 250, 10_000, 100, 500, 5_000, 10_000, 60_000);
}
