package org.wardbeat.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.process.BrokerProcess;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Programs;
import org.wardbeat.wire.ward.BedId;

/**
 * A broker and a bridge, each a process of its own. Several tests may use one, each with a unit and
 * devices of its own.
 */
final class LiveWard implements Part {
  private static final String BED = "407";

  private final BrokerProcess broker;
  private final List<TestDevice> devices = new CopyOnWriteArrayList<>();
  private final List<String> options;
  private final int port;
  private final Path store = Programs.newStore();
  private Child bridge;

  private LiveWard(BrokerProcess broker, List<String> options) {
    this.broker = broker;
    this.options = options;
    this.port = Ports.free();
    this.bridge = launch();
  }

  /** Starts both; the bridge with these options more. */
  static LiveWard start(String... options) {
    return new LiveWard(BrokerProcess.start(Ports.free()), List.of(options));
  }

  private Child launch() {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of(
            "--broker",
            "tcp://127.0.0.1:" + broker.port(),
            "--port",
            Integer.toString(port),
            "--store",
            store.toString()));
    Child started = Programs.startBridge(arguments.toArray(String[]::new));
    Programs.webSocketOf(started);
    // Moquette may lose a retained message that is published while somebody subscribes.
    await("the bridge has its broker")
        .atMost(Child.PATIENCE)
        .until(() -> health().at("/broker/up").asBoolean());
    return started;
  }

  /** Where stations connect. */
  URI bridge() {
    return URI.create("ws://127.0.0.1:%d/ws".formatted(port));
  }

  /** Where the bridge keeps its alarms. */
  Path store() {
    return store;
  }

  /** Where devices connect. */
  int brokerPort() {
    return broker.port();
  }

  Child bridgeProcess() {
    return bridge;
  }

  /** Kills the bridge and starts another in its place. */
  void replaceBridge() {
    bridge.kill();
    bridge = launch();
  }

  /** The one device of a unit. */
  TestDevice device(String unit) throws MqttException {
    return add(TestDevice.startCounting(new BedId(unit, BED), broker.port()));
  }

  /** Another device of a unit, whose waves are as large as can be. */
  TestDevice loudDevice(String unit, String bed) throws MqttException {
    return add(TestDevice.startLoud(new BedId(unit, bed), broker.port()));
  }

  /** Another device of a unit. */
  TestDevice device(String unit, String bed) throws MqttException {
    return add(TestDevice.startCounting(new BedId(unit, bed), broker.port()));
  }

  private TestDevice add(TestDevice device) {
    devices.add(device);
    return device;
  }

  /** How many sessions the bridge has. */
  int sessions() throws IOException {
    return health().at("/sessions/count").asInt();
  }

  /** How many sessions the bridge has with stations of a name. */
  long sessions(String station) throws IOException {
    return health()
        .at("/sessions/stations")
        .valueStream()
        .filter(session -> session.path("station").asText().equals(station))
        .count();
  }

  private JsonNode health() throws IOException {
    URI page = URI.create("http://127.0.0.1:%d/health".formatted(port));
    try (InputStream body = page.toURL().openStream()) {
      return new JsonMapper().readTree(body);
    }
  }

  @Override
  public void close() {
    devices.forEach(Part::close);
    bridge.close();
    broker.close();
  }
}
