package org.wardbeat.bridge.ward;

import java.util.List;
import org.wardbeat.wire.ward.BrokerState;

/**
 * Is told what changed. Called on ward loops, several at a time; must be quick and never block.
 * What it throws is logged and costs it that one call.
 */
public interface WardListener {
  /**
   * An inbound burst is drained: the moment to flush.
   *
   * @param changed the beds of one ward loop that changed in it, each once, the {@linkplain
   *     PublishedBed#removed() removed} included; immutable
   */
  void onBurst(List<PublishedBed> changed);

  /**
   * {@link Ward#alarms()} has a new entry, of a bed that {@link #onBurst} may not have told yet.
   * Does not wait for the burst to be drained.
   */
  void onAlarm();

  /**
   * By what a bed's alarms are judged, its scores, or what holds alarms back there has changed.
   * Called on the alarms' thread or a ward loop.
   */
  void onAlarming(PublishedBed bed);

  /** The connection to the broker changed. Called on the thread that keeps the connection. */
  void onBroker(BrokerState state);
}
