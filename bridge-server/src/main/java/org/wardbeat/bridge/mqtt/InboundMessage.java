package org.wardbeat.bridge.mqtt;

/**
 * A message as it came from the broker.
 *
 * @param topic its topic
 * @param payload its bytes, not to be changed
 * @param retained whether the broker had kept it from before the subscription, so that its age is
 *     unknown; some brokers (Moquette 0.17 at QoS 1) do not say so
 * @param duplicate whether the broker marks it as sent again; Paho's client for MQTT 5 keeps that
 *     to itself, so nothing may depend on it
 * @param arrivedNanos when it came, monotonic nanoseconds
 * @param arrivedMicros when it came, UTC microseconds since the Unix epoch
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per message would buy nothing
public record InboundMessage(
    String topic,
    byte[] payload,
    boolean retained,
    boolean duplicate,
    long arrivedNanos,
    long arrivedMicros) {}
