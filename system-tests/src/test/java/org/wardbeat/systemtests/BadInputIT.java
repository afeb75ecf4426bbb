package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Mosquitto;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Programs;
import org.wardbeat.wire.ward.BedId;

/** Whatever comes in costs one clear sentence, and nothing else. */
class BadInputIT {
  private static final int USAGE = 2;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(
      value = Program.class,
      names = {"BRIDGE", "STATION", "SIMULATOR"})
  void anUnknownOptionIsNamed(Program program) {
    try (Child child = Programs.start(program, "--no-such-option")) {
      assertThat(child.awaitExit()).isEqualTo(USAGE);
      assertThat(child.said()).singleElement().asString().contains("--no-such-option");
    }
  }

  static Stream<Arguments> impossibleValues() {
    return Stream.of(
        arguments(Program.BRIDGE, List.of("--port", "70000"), "70000"),
        arguments(Program.BRIDGE, List.of("--broker", "nowhere"), "nowhere"),
        arguments(Program.STATION, List.of("--bridge", "ftp://127.0.0.1/"), "ftp"),
        arguments(Program.SIMULATOR, List.of("--beds", "65"), "65"),
        arguments(Program.SIMULATOR, List.of("--speed", "-1"), "speed"));
  }

  @ParameterizedTest
  @MethodSource("impossibleValues")
  void anImpossibleValueIsNamed(Program program, List<String> arguments, String named) {
    try (Child child = Programs.start(program, arguments.toArray(String[]::new))) {
      assertThat(child.awaitExit()).isEqualTo(USAGE);
      assertThat(child.said()).singleElement().asString().contains(named);
    }
  }

  @Test
  void anOccupiedPortIsNamedByTheBridge() throws IOException {
    try (ServerSocket occupied = Ports.occupy()) {
      int port = occupied.getLocalPort();
      try (Child bridge = Programs.startBridge(Ports.free(), port)) {
        assertThat(bridge.awaitExit()).isEqualTo(USAGE);
        assertThat(bridge.said())
            .filteredOn(line -> line.contains(Integer.toString(port)))
            .isNotEmpty();
        assertThat(bridge.said()).noneMatch(line -> line.startsWith("\tat "));
      }
    }
  }

  @Test
  void anOccupiedPortIsNamedByTheEmbeddedBroker() throws IOException {
    try (ServerSocket occupied = Ports.occupy()) {
      String port = Integer.toString(occupied.getLocalPort());
      try (Child simulator = Programs.start(Program.SIMULATOR, "--embedded-broker", port)) {
        assertThat(simulator.awaitExit()).isEqualTo(USAGE);
        assertThat(simulator.said()).filteredOn(line -> line.contains(port)).isNotEmpty();
        assertThat(simulator.said()).noneMatch(line -> line.startsWith("\tat "));
      }
    }
  }

  @Test
  void anUnreachableBrokerIsNamedWhileTheBridgeServesOn() {
    int nobody = Ports.free();
    try (Child bridge = Programs.startBridge(nobody, 0);
        HeadlessStation station =
            HeadlessStation.start(Programs.webSocketOf(bridge), Duration.ofMinutes(1))) {
      station.awaitStreaming();
      bridge.awaitLine("127\\.0\\.0\\.1:" + nobody);
      assertThat(station.ward().snapshot().link().broker().up()).isFalse();
      assertThat(bridge.said()).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  @Test
  void anUnreadableRecordIsNamed() throws IOException {
    Files.writeString(directory.resolve("broken.hea"), "broken 2 360 650000\nbroken.dat 999 200\n");
    Files.write(directory.resolve("broken.dat"), new byte[3]);
    try (Child simulator =
        Programs.start(
            Program.SIMULATOR,
            "--records",
            directory.toString(),
            "--embedded-broker",
            Integer.toString(Ports.free()))) {
      assertThat(simulator.awaitExit()).isEqualTo(USAGE);
      assertThat(simulator.said()).singleElement().asString().contains("broken");
    }
  }

  @Test
  void aMissingFolderOfRecordsIsNamed() {
    try (Child simulator =
        Programs.start(Program.SIMULATOR, "--records", directory.resolve("none").toString())) {
      assertThat(simulator.awaitExit()).isEqualTo(USAGE);
      assertThat(simulator.said()).singleElement().asString().contains("none");
    }
  }

  @Test
  void malformedMessagesOfOneBedLeaveItsGoodOnesAndTheOtherBedsAlone()
      throws MqttException, IOException {
    BedId victim = new BedId("4 East", "407");
    BedId neighbour = new BedId("4 East", "408");
    // The embedded broker drops waveforms while ten megabytes are on their way to the bridge.
    try (Mosquitto broker = Mosquitto.start(directory);
        TestDevice bad = TestDevice.start(victim, broker.port());
        TestDevice good = TestDevice.start(neighbour, broker.port());
        Child bridge = Programs.startBridge(broker.port(), 0);
        HeadlessStation station =
            HeadlessStation.start(Programs.webSocketOf(bridge), Duration.ofMinutes(1))) {
      SampleRing victims = station.awaitSamples(victim, 0, 1, Child.PATIENCE);
      SampleRing neighbours = station.awaitSamples(neighbour, 0, 1, Child.PATIENCE);

      publishGarbage(bad);

      awaitSeconds(victims, 4);
      awaitSeconds(neighbours, 4);
      assertThat(victims.gaps()).isZero();
      assertThat(neighbours.gaps()).isZero();
      assertThat(station.bed(victim).orElseThrow().birth()).isEqualTo(bad.birth());
      assertThat(station.bed(neighbour).orElseThrow().birth()).isEqualTo(good.birth());
      assertThat(bridge.isAlive()).isTrue();
      assertThat(bridge.said()).anyMatch(line -> line.contains("407") && line.contains("expected"));
      assertThat(bridge.said()).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  private static void awaitSeconds(SampleRing ring, int seconds) {
    long from = ring.end();
    await("%d s more".formatted(seconds))
        .atMost(Child.PATIENCE)
        .until(() -> ring.end() >= from + (long) seconds * TestDevice.ECG_HZ);
  }

  private static void publishGarbage(TestDevice device) {
    long birth = device.birth();
    for (String leaf : List.of("birth", "status", "numerics")) {
      device.publishRaw(leaf, text("{\"birth\":"));
      device.publishRaw(leaf, text("[]"));
      device.publishRaw(leaf, text("{\"birth\":\"x\"}"));
      device.publishRaw(leaf, text("[".repeat(100_000)));
      device.publishRaw(leaf, new byte[] {(byte) 0xC3, 0x28, 0, -1});
    }
    device.publishRaw("status", text("{\"birth\":%d,\"leadsOff\":[\"XX\"]}".formatted(birth)));
    for (String value : List.of("NaN", "Infinity", "1e400", "\"74\"", "{}", "1e-2147483648")) {
      device.publishRaw(
          "numerics",
          text(
              "{\"birth\":%d,\"seq\":1,\"time\":\"2026-03-10T09:41:08Z\",\"values\":{\"HR\":%s}}"
                  .formatted(birth, value)));
    }
    device.publishRaw("waveform/0", wave(birth, 10, 5));
    device.publishRaw("waveform/0", wave(birth, 0, 0));
    device.publishRaw("waveform/0", new byte[3]);
    device.publishRaw("waveform/31", wave(birth, 5, 5));
    device.publishRaw("waveform/x", wave(birth, 5, 5));
    device.publishRaw("waveform/0", wave(birth - 100, 5, 5));
    device.publishRaw("waveform/0", tenMegabytes());
    device.publishRaw("nothing/of/this", text("{}"));
  }

  /** A message whose header promises another number of samples than follow. */
  private static byte[] wave(long birth, int promised, int given) {
    ByteBuffer payload = ByteBuffer.allocate(24 + 2 * given);
    payload.put((byte) 1).put((byte) 2).putShort((short) promised).putInt((int) birth);
    payload.putLong(1_000_000).putLong(1_773_135_668_250_000L);
    return payload.array();
  }

  private static byte[] tenMegabytes() {
    byte[] bytes = new byte[10_000_000];
    new Random(5).nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }
}
