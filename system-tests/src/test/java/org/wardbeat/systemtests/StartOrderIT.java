package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.process.BrokerProcess;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Programs;
import org.wardbeat.wire.ward.BedId;

/** The parts find each other whichever is started first. */
class StartOrderIT {
  private static final BedId BED = new BedId("4 East", "407");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broker bridge station",
        "broker station bridge",
        "bridge broker station",
        "bridge station broker",
        "station broker bridge",
        "station bridge broker"
      })
  void wavesArriveInWhicheverOrderThePartsAreStarted(String order) throws MqttException {
    try (Parts parts = new Parts()) {
      for (String part : order.split(" ", -1)) {
        parts.start(part);
      }
      parts.awaitLiveWaves();
    }
  }

  /** A ward whose parts know where the others will be. */
  private static final class Parts implements Part {
    private final int brokerPort = Ports.free();
    private final int bridgePort = Ports.free(brokerPort + 1);
    private final Deque<Part> started = new ArrayDeque<>();
    private final List<HeadlessStation> stations = new ArrayList<>();

    void start(String part) throws MqttException {
      switch (part) {
        case "broker" -> {
          started.push(BrokerProcess.start(brokerPort));
          started.push(TestDevice.start(BED, brokerPort));
        }
        case "bridge" -> {
          Child bridge = Programs.startBridge(brokerPort, bridgePort);
          started.push(bridge);
          Programs.webSocketOf(bridge);
        }
        default -> {
          HeadlessStation station =
              HeadlessStation.start(
                  URI.create("ws://127.0.0.1:%d/ws".formatted(bridgePort)), Duration.ofMinutes(1));
          started.push(station);
          stations.add(station);
        }
      }
    }

    void awaitLiveWaves() {
      HeadlessStation station = stations.getFirst();
      station.awaitStreaming();
      SampleRing ring = station.awaitSamples(BED, 0, 1, Child.PATIENCE);
      long now = ring.end();
      await("samples go on").atMost(Child.PATIENCE).until(() -> ring.end() > now + 500);
      int[] newest = new int[500];
      assertThat(ring.copy(now, now + 500, newest)).isEqualTo(500);
      assertThat(newest).isEqualTo(TestDevice.ecgSamples(now, 500));
    }

    @Override
    public void close() {
      started.forEach(Part::close);
    }
  }
}
