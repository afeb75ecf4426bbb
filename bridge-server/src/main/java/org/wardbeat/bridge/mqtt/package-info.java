/**
 * Messages from an MQTT broker: one source over both Eclipse Paho clients, which keeps its own
 * connection, reconnects with jitter, and says at all times whether the broker can be heard.
 */
@NullMarked
package org.wardbeat.bridge.mqtt;

import org.jspecify.annotations.NullMarked;
