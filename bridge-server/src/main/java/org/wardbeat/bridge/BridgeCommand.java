package org.wardbeat.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.settings.AlarmDefaults;
import org.wardbeat.bridge.alarm.settings.AlarmDefaultsFile;
import org.wardbeat.bridge.delivery.DeliveryLimits;
import org.wardbeat.bridge.delivery.TlsFiles;
import org.wardbeat.bridge.mqtt.MqttOptions;
import org.wardbeat.bridge.mqtt.MqttOptions.Credentials;
import org.wardbeat.bridge.mqtt.MqttVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the bridge. */
@Command(
    name = "wardbeat bridge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads a ward from an MQTT broker and serves it to stations.",
      "Each option can also be given in the environment, as WARDBEAT_ and its name:"
          + " WARDBEAT_PORT for --port."
    },
    footer =
        "The broker's user and password come from WARDBEAT_MQTT_USER and WARDBEAT_MQTT_PASSWORD, or"
            + " from --mqtt-credentials, never from the command line.")
final class BridgeCommand {
  @Option(
      names = "--broker",
      paramLabel = "URL",
      defaultValue = "tcp://127.0.0.1:1883",
      description = "The MQTT broker, tcp://HOST:PORT or ssl://HOST:PORT (${DEFAULT-VALUE}).")
  private URI broker;

  @Option(
      names = "--mqtt-version",
      paramLabel = "3|5",
      defaultValue = "3",
      description = "The version of MQTT, 3 (3.1.1) or 5 (${DEFAULT-VALUE}).")
  private int mqttVersion;

  @Option(
      names = "--mqtt-credentials",
      paramLabel = "FILE",
      description =
          "A file whose first line is the broker's user and whose second is the password.")
  private @Nullable Path mqttCredentials;

  @Option(
      names = "--mqtt-client-id",
      paramLabel = "ID",
      description = "This bridge's stable name at the broker (wardbeat-NAME-PORT).")
  private @Nullable String mqttClientId;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on for stations (${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + BridgeOptions.DEFAULT_PORT,
      description = "The port to listen on for stations, 0 for any free one (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "Serve stations by TLS (wss) with this certificate and its chain, as PEM.")
  private @Nullable Path tlsCertificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key, as PEM (PKCS #8) without a password.")
  private @Nullable Path tlsKey;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What stations call this bridge (this machine's name).")
  private @Nullable String name;

  @Option(
      names = "--max-sessions",
      paramLabel = "N",
      defaultValue = "512",
      description = "How many stations may connect (${DEFAULT-VALUE}).")
  private int maxSessions;

  @Option(
      names = "--max-bytes-per-second",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most bytes a station is sent a second, 0 for no limit (${DEFAULT-VALUE}).")
  private long maxBytesPerSecond;

  @Option(
      names = "--max-updates-per-second",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Most updates of vital signs and waveforms a station is sent a second, 0 for no limit"
              + " (${DEFAULT-VALUE}).")
  private long maxUpdatesPerSecond;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "The folder where alarms, acknowledgements and limits outlive the bridge; each bridge has"
              + " its own ($XDG_STATE_HOME/wardbeat/bridge or ~/.local/state/wardbeat/bridge).")
  private @Nullable Path store;

  @Option(
      names = "--alarms",
      paramLabel = "FILE",
      description =
          "What the hospital decides of its alarms, as YAML: limits by profile and unit, delays,"
              + " scores, escalation (see OPERATIONS.md; adult defaults).")
  private @Nullable Path alarms;

  @Option(names = "--end-with-stdin", description = "End when standard input ends.")
  private boolean endWithStdin;

  boolean endsWithStdin() {
    return endWithStdin;
  }

  /**
   * What was asked for.
   *
   * @param environment where the broker's user and password may be
   * @throws IllegalArgumentException if an option's value is of no use, in one sentence
   * @throws IOException if the credentials or the alarms' file cannot be read, in one sentence
   */
  BridgeOptions options(Map<String, String> environment) throws IOException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port: expected 0 to 65535, got " + port);
    }
    if (maxSessions < 1 || maxSessions > 100_000) {
      throw new IllegalArgumentException(
          "--max-sessions: expected 1 to 100000, got " + maxSessions);
    }
    requireRate("--max-bytes-per-second", maxBytesPerSecond);
    requireRate("--max-updates-per-second", maxUpdatesPerSecond);
    String called = name == null ? machineName() : name;
    if (called.isBlank() || called.length() > 64) {
      throw new IllegalArgumentException("--name: expected 1 to 64 characters");
    }
    return new BridgeOptions(
        new MqttOptions(
            broker,
            version(),
            mqttClientId == null ? clientId(called) : mqttClientId,
            MqttOptions.NATIVE_FILTER,
            credentials(environment)),
        called,
        host,
        port,
        DeliveryLimits.STANDARD
            .withMaxSessions(maxSessions)
            .withRates(maxBytesPerSecond, maxUpdatesPerSecond),
        tls(),
        store == null ? defaultStore(environment) : store,
        alarms == null ? AlarmDefaults.STANDARD : AlarmDefaultsFile.read(alarms));
  }

  /** Where a program keeps its state, as the XDG Base Directory Specification says. */
  private static Path defaultStore(Map<String, String> environment) {
    String state = environment.get("XDG_STATE_HOME");
    Path base =
        state == null || !Path.of(state).isAbsolute()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("wardbeat").resolve("bridge");
  }

  private @Nullable TlsFiles tls() {
    if (tlsCertificate == null && tlsKey == null) {
      return null;
    }
    if (tlsCertificate == null || tlsKey == null) {
      throw new IllegalArgumentException(
          "Expected --tls-certificate and --tls-key together, got one of them.");
    }
    return new TlsFiles(tlsCertificate, tlsKey);
  }

  private static void requireRate(String option, long rate) {
    if (rate < 0 || rate > DeliveryLimits.MAX_RATE) {
      throw new IllegalArgumentException(
          "%s: expected 0 to %d, got %d".formatted(option, DeliveryLimits.MAX_RATE, rate));
    }
  }

  /** The same after each start; with any free port, at least another than that of its like. */
  private String clientId(String called) {
    return "wardbeat-%s-%d".formatted(called, port == 0 ? ProcessHandle.current().pid() : port);
  }

  private MqttVersion version() {
    return switch (mqttVersion) {
      case 3 -> MqttVersion.V3;
      case 5 -> MqttVersion.V5;
      default ->
          throw new IllegalArgumentException("--mqtt-version: expected 3 or 5, got " + mqttVersion);
    };
  }

  private @Nullable Credentials credentials(Map<String, String> environment) throws IOException {
    if (mqttCredentials != null) {
      return read(mqttCredentials);
    }
    String user = environment.get("WARDBEAT_MQTT_USER");
    String password = environment.get("WARDBEAT_MQTT_PASSWORD");
    if (user == null && password == null) {
      return null;
    }
    if (user == null || password == null) {
      throw new IllegalArgumentException(
          "Expected WARDBEAT_MQTT_USER and WARDBEAT_MQTT_PASSWORD together, got one of them.");
    }
    return new Credentials(user, password);
  }

  private static Credentials read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new IOException("--mqtt-credentials: cannot read the file %s.".formatted(file), e);
    }
    if (lines.size() < 2) {
      throw new IllegalArgumentException(
          "--mqtt-credentials: expected the user in the first line of %s and the password in the second."
              .formatted(file));
    }
    return new Credentials(lines.get(0).strip(), lines.get(1));
  }

  private static String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "bridge"; // a machine without a name can serve a ward all the same
    }
  }
}
