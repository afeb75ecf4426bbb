package org.wardbeat.bridge;

import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.alarm.AlarmSettings;
import org.wardbeat.bridge.alarm.AlarmSystem;
import org.wardbeat.bridge.alarm.share.AlarmShare;
import org.wardbeat.bridge.alarm.store.SqliteAlarmStore;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.delivery.DeliveryOptions;
import org.wardbeat.bridge.delivery.DeliveryServer;
import org.wardbeat.bridge.health.HealthPage;
import org.wardbeat.bridge.mqtt.MqttSource;
import org.wardbeat.bridge.ward.Ward;

/**
 * A bridge: MQTT in, ward state, delivery to stations. All its parts are wired here.
 *
 * <p>Safe for use by any thread. Started and closed once; several may run in one process.
 */
public final class BridgeServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BridgeServer.class);

  private final BridgeOptions options;
  private final AlarmSystem alarms;
  private final AlarmShare share;
  private final Ward ward;
  private final DeliveryServer delivery;
  private final HealthPage health;

  /** Wires a bridge that reads its broker over the network, with the system's clocks. */
  public BridgeServer(BridgeOptions options) {
    this(options, BridgeClock.system());
  }

  private BridgeServer(BridgeOptions options, BridgeClock clock) {
    this(options, alarms(options, clock), MqttSource.of(options.mqtt(), clock), clock);
  }

  private static AlarmSystem alarms(BridgeOptions options, BridgeClock clock) {
    return new AlarmSystem(
        new SqliteAlarmStore(options.store(), clock.utc()),
        clock,
        new AlarmSettings(options.mqtt().clientId(), options.alarms().escalation()),
        options.alarms());
  }

  private BridgeServer(
      BridgeOptions options, AlarmSystem alarms, MqttSource source, BridgeClock clock) {
    this.options = options;
    this.alarms = alarms;
    this.share = new AlarmShare(source, alarms, options.mqtt().clientId(), clock);
    // Half of the processors decode, encode and send; the others are left to the broker's side.
    // A bed is written where it is sent from: waking another thread costs more than a message.
    EventLoopGroup loops =
        DeliveryServer.eventLoops(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    List<ScheduledExecutorService> threads = new ArrayList<>();
    loops.forEach(threads::add);
    this.ward = Ward.over(source, clock, alarms, options.alarms().rules(), threads);
    this.delivery =
        new DeliveryServer(
            new DeliveryOptions(
                options.host(),
                options.port(),
                options.name(),
                "Wardbeat bridge " + version(),
                options.limits(),
                options.tls()),
            loops,
            ward,
            alarms,
            clock);
    this.health =
        new HealthPage(
            version(),
            options.limits().maxSessions(),
            clock,
            ward,
            delivery::sessions,
            this::faults,
            () -> alarms.notice().isEmpty() ? List.of() : List.of(alarms.notice()));
  }

  /**
   * Listens for stations, then begins to connect to the broker, and goes on trying for ever.
   *
   * @throws IOException if it cannot listen or its store cannot be used, in one sentence that says
   *     what to do; nothing runs then
   */
  public void start() throws IOException {
    alarms.start();
    try {
      delivery.start(health);
    } catch (IOException e) {
      delivery.close();
      alarms.close();
      throw e;
    }
    share.start();
    ward.start();
    LOG.info("bridge '{}' {} started", options.name(), version());
  }

  /** Where stations connect. Only after {@link #start}. */
  public URI webSocketUri() {
    return URI.create(
        "%s://%s:%d/ws"
            .formatted(options.tls() == null ? "ws" : "wss", uriHost(), delivery.port()));
  }

  /** Where its health can be read. Only after {@link #start}. */
  public URI healthUri() {
    return URI.create(
        "%s://%s:%d/health"
            .formatted(options.tls() == null ? "http" : "https", uriHost(), delivery.port()));
  }

  private String uriHost() {
    return options.host().contains(":") ? "[" + options.host() + "]" : options.host();
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>(ward.faults());
    faults.addAll(alarms.faults());
    faults.addAll(delivery.faults());
    return List.copyOf(faults);
  }

  /** The version of this software, {@code development} if it does not run from its jar. */
  public static String version() {
    String version = BridgeServer.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "development");
  }

  /** Says goodbye to the stations, then ends everything it started. Within two seconds. */
  @Override
  public void close() {
    delivery.farewell();
    ward.close();
    share.close();
    alarms.close();
    delivery.close();
    LOG.info("bridge '{}' stopped", options.name());
  }
}
