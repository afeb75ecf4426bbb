package org.wardbeat.simulator.device;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * A device's way to its broker: connects, and connects again after a capped, jittered pause. Used
 * by one thread at a time; never blocks.
 */
final class BrokerLink {
  private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long MUTE_NANOS = TimeUnit.SECONDS.toNanos(6);

  private final BrokerWatch watch;
  private final String clientId;
  private final String willTopic;
  private final Backoff backoff;
  private @Nullable Connection connection;
  private boolean planned;
  private long retryNanos;
  private long begunNanos;

  BrokerLink(BrokerWatch watch, String clientId, String willTopic, RandomGenerator random) {
    this.watch = watch;
    this.clientId = clientId;
    this.willTopic = willTopic;
    this.backoff = new Backoff(random);
  }

  /** The open connection, or {@code null}. */
  @Nullable Connection open() {
    Connection current = connection;
    return current != null && current.isOpen() ? current : null;
  }

  /**
   * Connects when there is no connection and the time has come.
   *
   * @param birth the birth number for a new connection
   */
  void maintain(long nowNanos, long birth) {
    Connection current = connection;
    if (current != null && current.isConnecting() && nowNanos - begunNanos > MUTE_NANOS) {
      cut();
      plan(nowNanos);
    } else if (current != null && !current.isConnecting() && !current.isOpen()) {
      if (nowNanos - begunNanos > STABLE_NANOS) {
        backoff.reset();
      }
      cut();
      plan(nowNanos);
    } else if (current == null && (!planned || nowNanos - retryNanos >= 0)) {
      connect(nowNanos, birth);
    }
  }

  private void plan(long nowNanos) {
    planned = true;
    retryNanos = nowNanos + backoff.nextNanos();
  }

  private void connect(long nowNanos, long birth) {
    begunNanos = nowNanos;
    try {
      connection = Connection.begin(watch, clientId, birth, willTopic);
    } catch (MqttException e) {
      watch.failed(e);
      plan(nowNanos);
    }
  }

  /** Cuts the connection without a word; the broker then publishes the last will. */
  void cut() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      current.cut();
    }
  }
}
