package org.wardbeat.station.ward;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/**
 * The link to the bridge at one instant. Nanoseconds are those of {@link System#nanoTime()},
 * microseconds UTC on the bridge's clock.
 *
 * @param state the state; a station starts in {@link LinkState#CONNECTING}
 * @param everConnected whether a bridge has answered since the station started
 * @param transport the transport in use or tried last
 * @param bridge the bridge in use or tried last, null before any was
 * @param broker the bridge's connection to the broker as it was last told; down since 0 until then
 * @param attempt number of the connection attempt under way or waited for, from 1; 0 while
 *     connected
 * @param nextAttemptNanos when that attempt starts or started; 0 while connected
 * @param lastHeartbeatNanos when the last heartbeat came, 0 if never
 * @param lastDataMicros the newest time of any sample or numerics received, 0 if none
 * @param latencyMillis median delay of the heartbeats of the last 10 s, the least one-way delay
 *     included; NaN before the third. The screens add what passes from decoding to showing
 * @param conflating whether the bridge sends less than there is, because this station cannot take
 *     more or asked for less
 * @param alarmsUnconfirmedSinceNanos since when the bridge has not confirmed that it knows which
 *     alarms have come; 0 while it has, or has had little time
 * @param reason why the link is not streaming, one sentence without a full stop; empty while it is
 * @param details what else is known
 */
public record LinkSnapshot(
    LinkState state,
    boolean everConnected,
    TransportKind transport,
    @Nullable URI bridge,
    BrokerState broker,
    int attempt,
    long nextAttemptNanos,
    long lastHeartbeatNanos,
    long lastDataMicros,
    double latencyMillis,
    boolean conflating,
    long alarmsUnconfirmedSinceNanos,
    String reason,
    LinkDetails details) {
  /** The same link in another state, for another reason. */
  LinkSnapshot in(LinkState other, String why) {
    return with(other, latencyMillis, why);
  }

  /** The same link with so much more delay, as from its end to the screen. */
  LinkSnapshot delayedBy(double millis) {
    return with(state, latencyMillis + millis, reason);
  }

  private LinkSnapshot with(LinkState otherState, double otherLatencyMillis, String otherReason) {
    return new LinkSnapshot(
        otherState,
        everConnected,
        transport,
        bridge,
        broker,
        attempt,
        nextAttemptNanos,
        lastHeartbeatNanos,
        lastDataMicros,
        otherLatencyMillis,
        conflating,
        alarmsUnconfirmedSinceNanos,
        otherReason,
        details);
  }
}
