package org.wardbeat.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.simulator.Listener;
import org.wardbeat.simulator.broker.EmbeddedBroker;
import org.wardbeat.simulator.physiology.PatientProfile;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;

class DeviceTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final String LABEL = "407";

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
  private final List<AutoCloseable> open = new ArrayList<>();
  private volatile Script script = Script.NONE;

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable closeable : open.reversed()) {
      closeable.close();
    }
    executor.shutdownNow();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }

  private EmbeddedBroker broker(int port) throws IOException {
    EmbeddedBroker broker = EmbeddedBroker.start(port);
    // The seconds of grace in which it ends, serving nobody, are not awaited.
    open.add(() -> Thread.ofPlatform().daemon().name("broker-end").start(broker::close));
    return broker;
  }

  private Listener listener(EmbeddedBroker broker) throws Exception {
    Listener listener = new Listener(broker.url());
    open.add(listener);
    return listener;
  }

  private Device start(int port) {
    Device device =
        new Device(
            BED,
            new PatientSource(
                PatientProfile.RESTING, Optional.of(new Patient("MRN-1", "Haddad", "Noor")), 1),
            new DeviceSettings(1, 0, 0.3, 64, 1),
            (d, seconds) -> script.apply(d, seconds),
            new BrokerWatch(new BrokerAddress("127.0.0.1", port)),
            System::nanoTime,
            InstantSource.system(),
            executor);
    device.start();
    open.add(
        () -> {
          device.stop();
          device.disconnect(System.nanoTime());
        });
    return device;
  }

  private static final class SilenceOfASecond implements Script {
    private double since = Double.NaN;

    @Override
    public void apply(Device device, double seconds) {
      since = Double.isNaN(since) ? seconds : since;
      device.setSilent(seconds < since + 1);
    }
  }

  @Test
  void announcesItselfAndItsStateRetained() throws Exception {
    EmbeddedBroker broker = broker(0);
    start(broker.port());
    Listener early = listener(broker);
    soon().until(() -> !early.messages(LABEL, "status").isEmpty());
    early.close();
    open.remove(early);
    Listener late = listener(broker);
    soon().until(() -> !late.messages(LABEL, "status").isEmpty());
    JsonNode birth = late.newest(LABEL, "birth");
    assertThat(birth.get("birth").asLong()).isBetween(1L, 4_294_967_295L);
    assertThat(Instant.parse(birth.get("time").asText())).isBefore(Instant.now().plusSeconds(1));
    assertThat(birth.get("device").get("id").asText()).isNotBlank();
    assertThat(birth.get("patient").get("id").asText()).isEqualTo("MRN-1");
    assertThat(birth.get("patient").get("family").asText()).isEqualTo("Haddad");
    assertThat(birth.get("simulated").asBoolean()).isTrue();
    assertThat(birth.get("channels"))
        .extracting(channel -> channel.get("code").asText())
        .containsExactly("II", "V", "PLETH", "RESP");
    assertThat(birth.get("channels").get(0).get("frequencyHz").asDouble()).isEqualTo(250);
    assertThat(birth.get("channels").get(0).get("adcPerUnit").asDouble()).isEqualTo(200);
    assertThat(birth.get("channels").get(0).get("kind").asText()).isEqualTo("ECG");
    JsonNode status = late.newest(LABEL, "status");
    assertThat(status.get("birth")).isEqualTo(birth.get("birth"));
    assertThat(status.get("online").asBoolean()).isTrue();
    assertThat(status.get("leadsOff")).isEmpty();
    assertThat(status.get("batteryPercent").asInt()).isEqualTo(64);
  }

  @Test
  void publishesContiguousWavesAndVitalSignsEachSecond() throws Exception {
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    start(broker.port());
    soon().until(() -> listener.messages(LABEL, "numerics").size() >= 3);
    List<JsonNode> numerics = listener.messages(LABEL, "numerics");
    for (int i = 0; i < numerics.size(); i++) {
      assertThat(numerics.get(i).get("seq").asInt()).isEqualTo(i);
    }
    JsonNode values = numerics.getFirst().get("values");
    assertThat(values.get("HR").asInt()).isBetween(55, 85);
    assertThat(values.get("SPO2").asInt()).isBetween(94, 100);
    assertThat(values.get("TEMP").asDouble()).isBetween(36.0, 38.0);
    assertThat(Instant.parse(values.get("NIBP_SYS").get("time").asText()))
        .isBefore(Instant.parse(numerics.getFirst().get("time").asText()));
    for (int channel = 0; channel < 4; channel++) {
      int block = channel < 2 ? 50 : channel == 2 ? 25 : 5;
      long expected = 0;
      Listener.Chunk first = listener.chunks(LABEL, channel).getFirst();
      for (Listener.Chunk chunk : listener.chunks(LABEL, channel)) {
        assertThat(chunk.samples()).hasSize(block);
        assertThat(chunk.index()).isGreaterThanOrEqualTo(expected);
        assertThat(chunk.index() % block).isZero();
        assertThat(chunk.endMicros() - first.endMicros())
            .isEqualTo(200_000L * (chunk.index() - first.index()) / block);
        expected = chunk.index() + block;
      }
    }
    List<Listener.Chunk> lead = listener.chunks(LABEL, 0);
    long ageMicros = Instant.now().toEpochMilli() * 1000 - lead.getFirst().endMicros();
    assertThat(ageMicros).isBetween(-1_000_000L, 60_000_000L);
  }

  @Test
  void electrodesOffStopTheEcgAndItsRatesOnly() throws Exception {
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    start(broker.port());
    soon().until(() -> !listener.chunks(LABEL, 0).isEmpty());
    script = (device, seconds) -> device.setLeadsOff(Set.of(Electrode.RA));
    soon()
        .until(
            () ->
                listener.newest(LABEL, "status").get("leadsOff").size() == 1
                    && listener.newest(LABEL, "numerics").path("values").path("HR").isNull());
    assertThat(listener.newest(LABEL, "status").get("leadsOff").get(0).asText()).isEqualTo("RA");
    assertThat(listener.newest(LABEL, "numerics").get("values").get("PULSE").asInt()).isPositive();
    int ecg = afterThreePulseChunks(listener);
    assertThat(afterThreePulseChunks(listener)).isEqualTo(ecg);
    script = (device, seconds) -> device.setLeadsOff(Set.of());
    soon().until(() -> listener.chunks(LABEL, 0).size() > ecg);
    Listener.Chunk before = listener.chunks(LABEL, 0).get(ecg - 1);
    Listener.Chunk after = listener.chunks(LABEL, 0).get(ecg);
    assertThat(after.birth()).isEqualTo(before.birth());
    assertThat(after.index()).isGreaterThan(before.index() + before.samples().size());
  }

  /** The number of ECG chunks, once three more chunks of the pulse wave have come. */
  private static int afterThreePulseChunks(Listener listener) {
    int pleth = listener.chunks(LABEL, 2).size();
    soon().until(() -> listener.chunks(LABEL, 2).size() > pleth + 3);
    return listener.chunks(LABEL, 0).size();
  }

  @Test
  void aSilentDeviceKeepsItsConnectionAndCountsOn() throws Exception {
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    start(broker.port());
    soon().until(() -> listener.chunks(LABEL, 0).size() > 2);
    script = new SilenceOfASecond();
    int heard = listener.chunks(LABEL, 0).size();
    soon().until(() -> listener.chunks(LABEL, 0).size() > heard + 5);
    assertThat(listener.messages(LABEL, "birth")).hasSize(1);
    List<Listener.Chunk> lead = listener.chunks(LABEL, 0);
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < lead.size(); i++) {
      long gap = lead.get(i).index() - lead.get(i - 1).index() - lead.get(i - 1).samples().size();
      if (gap > 0) {
        gaps.add(gap);
      }
    }
    assertThat(gaps).anyMatch(gap -> gap >= 200);
  }

  @Test
  void aDeviceWithoutPowerLeavesItsLastWillAndComesBackWithAHigherBirth() throws Exception {
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    start(broker.port());
    soon().until(() -> !listener.chunks(LABEL, 0).isEmpty());
    script = (device, seconds) -> device.setPowered(false);
    soon().until(() -> !listener.newest(LABEL, "status").get("online").asBoolean());
    long first = listener.newest(LABEL, "birth").get("birth").asLong();
    assertThat(listener.newest(LABEL, "status").get("birth").asLong()).isEqualTo(first);
    script = (device, seconds) -> device.setPowered(true);
    soon().until(() -> listener.newest(LABEL, "status").get("online").asBoolean());
    assertThat(listener.newest(LABEL, "birth").get("birth").asLong()).isGreaterThan(first);
    soon()
        .until(
            () ->
                listener.chunks(LABEL, 0).stream()
                    .anyMatch(chunk -> chunk.birth() > first && chunk.index() == 0));
  }

  @Test
  void anAlarmIsToldRetainedAgainAfterABirthAndEnded() throws Exception {
    DeviceAlarm alarm =
        new DeviceAlarm("VTACH", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, "*** VTACH");
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    start(broker.port());
    soon().until(() -> !listener.chunks(LABEL, 0).isEmpty());
    script = new Once(device -> device.raise(alarm));
    soon().until(() -> listener.newest(LABEL, "alarm").has("active"));
    JsonNode raised = listener.newest(LABEL, "alarm");
    assertThat(raised.get("kind").asText()).isEqualTo("physiological");
    assertThat(raised.get("priority").asText()).isEqualTo("high");
    assertThat(raised.get("text").asText()).isEqualTo("*** VTACH");
    assertThat(raised.get("active").asBoolean()).isTrue();
    script = new Once(device -> device.setPowered(false));
    soon().until(() -> !listener.newest(LABEL, "status").get("online").asBoolean());
    script = new Once(device -> device.setPowered(true));
    soon().until(() -> listener.messages(LABEL, "alarm").size() == 2);
    JsonNode again = listener.newest(LABEL, "alarm");
    assertThat(again.get("birth").asLong()).isGreaterThan(raised.get("birth").asLong());
    assertThat(again.get("onset")).isEqualTo(raised.get("onset"));
    script = new Once(device -> device.end(alarm));
    soon().until(() -> !listener.newest(LABEL, "alarm").get("active").asBoolean());
    assertThat(listener.newest(LABEL, "alarm").get("onset")).isEqualTo(raised.get("onset"));
  }

  /** Does one thing once. */
  private static final class Once implements Script {
    private final Consumer<Device> what;
    private boolean done;

    private Once(Consumer<Device> what) {
      this.what = what;
    }

    @Override
    public void apply(Device device, double seconds) {
      if (!done) {
        done = true;
        what.accept(device);
      }
    }
  }

  @Test
  void aDeviceThatIsStoppedSaysGoodbye() throws Exception {
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    Device device = start(broker.port());
    soon().until(() -> !listener.chunks(LABEL, 0).isEmpty());
    device.stop();
    executor.shutdown();
    soon().until(executor::isTerminated);
    device.sayGoodbye();
    device.disconnect(System.nanoTime() + Duration.ofSeconds(5).toNanos());
    soon().until(() -> !listener.newest(LABEL, "status").get("online").asBoolean());
    assertThat(listener.newest(LABEL, "status").has("time")).isFalse();
  }

  @Test
  void aBrokerThatComesLaterIsFound() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Device device = start(port);
    assertThat(device.publishing()).isNotDone();
    EmbeddedBroker broker = broker(port);
    Listener listener = listener(broker);
    soon().until(() -> !listener.chunks(LABEL, 0).isEmpty());
    assertThat(device.publishing()).isCompleted();
  }

  @Test
  void aFastClockIsInEveryTimeOfTheDevice() throws Exception {
    EmbeddedBroker broker = broker(0);
    Listener listener = listener(broker);
    script = (device, seconds) -> device.setClockSkew(Duration.ofHours(1));
    start(broker.port());
    soon().until(() -> !listener.messages(LABEL, "numerics").isEmpty());
    Instant soon = Instant.now().plus(Duration.ofMinutes(50));
    assertThat(Instant.parse(listener.newest(LABEL, "numerics").get("time").asText()))
        .isAfter(soon);
    assertThat(listener.chunks(LABEL, 0).getLast().endMicros())
        .isGreaterThan(soon.toEpochMilli() * 1000);
  }
}
