package org.wardbeat.bridge.ward;

import java.util.List;
import org.wardbeat.wire.frame.Frame.HopLatency;

/**
 * How the way from the devices to the bridge does.
 *
 * @param broker address of the broker, without credentials
 * @param mqttVersion 3 or 5
 * @param messagesPerSecond messages from the broker, as of the last seconds
 * @param hops what is known of each part of the way
 */
public record WardFigures(
    String broker, int mqttVersion, long messagesPerSecond, List<HopLatency> hops) {
  public WardFigures {
    hops = List.copyOf(hops);
  }
}
