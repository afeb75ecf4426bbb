package org.wardbeat.bridge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.settings.AlarmDefaults;
import org.wardbeat.bridge.delivery.DeliveryLimits;
import org.wardbeat.bridge.delivery.TlsFiles;
import org.wardbeat.bridge.mqtt.MqttOptions;

/**
 * What a bridge is told at its start.
 *
 * @param mqtt which broker, and as whom
 * @param name the bridge's name, as stations see it
 * @param host address to listen on for stations
 * @param port port to listen on for stations, 0 for any free one
 * @param limits what a session may cost
 * @param tls with what the bridge proves who it is, null to serve stations without TLS
 * @param store the folder where alarms outlive the bridge, of this bridge alone
 * @param alarms what the hospital decides of its alarms
 */
public record BridgeOptions(
    MqttOptions mqtt,
    String name,
    String host,
    int port,
    DeliveryLimits limits,
    @Nullable TlsFiles tls,
    Path store,
    AlarmDefaults alarms) {
  /** Where stations expect a bridge. */
  public static final int DEFAULT_PORT = 8420;

  /** A bridge for this machine only, on any free port, with the usual limits. */
  public static BridgeOptions loopback(MqttOptions mqtt, Path store) {
    return new BridgeOptions(
        mqtt,
        "bridge",
        "127.0.0.1",
        0,
        DeliveryLimits.STANDARD,
        null,
        store,
        AlarmDefaults.STANDARD);
  }
}
