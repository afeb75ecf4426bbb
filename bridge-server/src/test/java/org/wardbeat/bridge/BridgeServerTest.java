package org.wardbeat.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.bridge.delivery.TestStation;
import org.wardbeat.bridge.mqtt.MqttOptions;
import org.wardbeat.bridge.mqtt.MqttVersion;
import org.wardbeat.wire.frame.Frame;

/** The whole bridge between a real broker and a real WebSocket. */
class BridgeServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private TestBroker broker;
  private BridgeServer bridge;

  @BeforeEach
  void prepare() throws Exception {
    broker = new TestBroker();
    bridge =
        new BridgeServer(
            BridgeOptions.loopback(
                MqttOptions.of(broker.uri(), MqttVersion.V3, "bridge-test"),
                folder.resolve("store")));
  }

  @AfterEach
  void closeAll() {
    bridge.close();
    broker.close();
  }

  @Test
  void whatADevicePublishesArrivesSampleForSample() throws Exception {
    broker.start();
    bridge.start();
    try (TestDevice device = new TestDevice(broker.uri(), "4 East", "407");
        TestStation station = TestStation.connect(bridge.webSocketUri()).subscribe()) {
      await().atMost(PATIENCE).until(() -> brokerIsUp(station));
      device.measure(72);
      device.publishGarbage();
      for (int i = 0; i < 20; i++) {
        device.send(50);
      }
      await().atMost(PATIENCE).until(() -> samples(station).length == 1_000);
      assertThat(samples(station)).isEqualTo(IntStream.range(0, 1_000).toArray());
      assertThat(station.frames(Frame.Numerics.class).getFirst().readings())
          .singleElement()
          .satisfies(reading -> assertThat(reading.fixed()).isEqualTo(72));
      assertThat(station.frames(Frame.Bye.class)).isEmpty();
      assertThat(health()).contains("\"status\" : \"UP\"", "\"407\"").doesNotContain("Haddad");
    }
  }

  @Test
  void alarmThatLastsIsThereAgainAfterTheBridgeStartedAnew() throws Exception {
    broker.start();
    try (TestDevice device = new TestDevice(broker.uri(), "4 East", "407")) {
      device.raise("ASYS");
      bridge.start();
      try (TestStation station = TestStation.connect(bridge.webSocketUri()).subscribe()) {
        await().atMost(PATIENCE).until(() -> !station.frames(Frame.AlarmEvent.class).isEmpty());
        assertThat(station.frames(Frame.AlarmEvent.class).getFirst().alarm().condition())
            .isEqualTo("ASYS");
      }
    }
  }

  @Test
  void deviceThatVanishesIsToldOffline() throws Exception {
    broker.start();
    bridge.start();
    try (TestDevice device = new TestDevice(broker.uri(), "4 East", "407");
        TestStation station = TestStation.connect(bridge.webSocketUri()).subscribe()) {
      await().atMost(PATIENCE).until(() -> isOnline(station));
      device.vanish();
      await().atMost(PATIENCE).until(() -> !isOnline(station));
    }
  }

  @Test
  void stationSeesTheBrokerComeAndGo() throws Exception {
    bridge.start();
    try (TestStation station = TestStation.connect(bridge.webSocketUri()).subscribe()) {
      await().atMost(PATIENCE).until(() -> !station.frames(Frame.Heartbeat.class).isEmpty());
      assertThat(brokerIsUp(station)).isFalse();
      broker.start();
      await().atMost(PATIENCE).until(() -> brokerIsUp(station));
      broker.close();
      await().atMost(PATIENCE).until(() -> !brokerIsUp(station));
      assertThat(health()).contains("\"status\" : \"DEGRADED\"");
    }
  }

  private static boolean brokerIsUp(TestStation station) {
    List<Frame.Heartbeat> heartbeats = station.frames(Frame.Heartbeat.class);
    return !heartbeats.isEmpty() && heartbeats.getLast().brokerUp();
  }

  private static boolean isOnline(TestStation station) {
    List<Frame.DeviceState> states = station.frames(Frame.DeviceState.class);
    return !states.isEmpty() && states.getLast().status().online();
  }

  private static int[] samples(TestStation station) {
    return station.frames(Frame.Waveform.class).stream()
        .flatMapToInt(wave -> Arrays.stream(wave.samples()))
        .toArray();
  }

  private String health() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(bridge.healthUri()).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
