package org.wardbeat.wire.ward;

/**
 * The bridge's connection to the MQTT broker.
 *
 * @param up whether the bridge is connected and subscribed
 * @param sinceMicros UTC microseconds since the Unix epoch at which this began
 */
public record BrokerState(boolean up, long sinceMicros) {}
