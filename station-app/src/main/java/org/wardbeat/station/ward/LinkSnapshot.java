package org.wardbeat.station.ward;

import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/**
 * The link to the bridge at one instant. Nanoseconds are those of {@link System#nanoTime()},
 * microseconds UTC on the bridge's clock.
 *
 * @param state the state; a station starts in {@link LinkState#CONNECTING}
 * @param everConnected whether a bridge has answered since the station started
 * @param transport name of the transport in use or tried last, for example {@code WebSocket}
 * @param broker the bridge's connection to the broker as it was last told; down since 0 until then
 * @param attempt number of the connection attempt under way or waited for, from 1; 0 while
 *     connected
 * @param nextAttemptNanos when that attempt starts or started; 0 while connected
 * @param lastHeartbeatNanos when the last heartbeat came, 0 if never
 * @param lastDataMicros the newest time of any sample or numerics received, 0 if none
 * @param latencyMillis median delay of the heartbeats of the last 10 s; NaN before the third. The
 *     screens add what passes from decoding to showing
 * @param reason why the link is not streaming, one sentence without a full stop; empty while it is
 */
public record LinkSnapshot(
    LinkState state,
    boolean everConnected,
    String transport,
    BrokerState broker,
    int attempt,
    long nextAttemptNanos,
    long lastHeartbeatNanos,
    long lastDataMicros,
    double latencyMillis,
    String reason) {
  /** The same link in another state, for another reason. */
  LinkSnapshot in(LinkState other, String why) {
    return new LinkSnapshot(
        other,
        everConnected,
        transport,
        broker,
        attempt,
        nextAttemptNanos,
        lastHeartbeatNanos,
        lastDataMicros,
        latencyMillis,
        why);
  }

  /** The same link with so much more delay, as from its end to the screen. */
  LinkSnapshot delayedBy(double millis) {
    return new LinkSnapshot(
        state,
        everConnected,
        transport,
        broker,
        attempt,
        nextAttemptNanos,
        lastHeartbeatNanos,
        lastDataMicros,
        latencyMillis + millis,
        reason);
  }
}
