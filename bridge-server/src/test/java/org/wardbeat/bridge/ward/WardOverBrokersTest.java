package org.wardbeat.bridge.ward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wardbeat.bridge.alarm.AlarmsByHand;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.mqtt.MqttOptions;
import org.wardbeat.bridge.mqtt.MqttSource;
import org.wardbeat.bridge.mqtt.MqttVersion;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.VitalSign;

/** From a device through a real broker into the ward. */
@Timeout(120)
class WardOverBrokersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Over MQTT 3.1.1 and Moquette. */
  @Nested
  class OverMoquette extends Cases {
    OverMoquette() {
      super(MqttVersion.V3);
    }
  }

  /** Over MQTT 5 and HiveMQ CE. */
  @Nested
  class OverHiveMq extends Cases {
    OverHiveMq() {
      super(MqttVersion.V5);
    }
  }

  /** What holds over either. */
  abstract static class Cases {
    private final MqttVersion version;
    private TestBroker broker;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private Ward ward;

    @SuppressWarnings("NullAway.Init") // before each test
    Cases(MqttVersion version) {
      this.version = version;
    }

    @BeforeEach
    void startBroker() throws Exception {
      broker = TestBroker.start(version);
      BridgeClock clock = BridgeClock.system();
      ward =
          Ward.over(
              MqttSource.of(MqttOptions.of(broker.uri(), version, "bridge"), clock),
              clock,
              new AlarmsByHand(clock).system(),
              RuleSettings.DEFAULT,
              List.of(loop));
    }

    @AfterEach
    void stopBroker() throws Exception {
      ward.close();
      loop.close();
      broker.close();
    }

    private void startWard() {
      ward.start();
      await().atMost(PATIENCE).until(() -> ward.broker().up());
    }

    private PublishedBed bed(String label) {
      BedId id = new BedId("4 East", label);
      await().atMost(PATIENCE).until(() -> ward.beds().stream().anyMatch(b -> b.id().equals(id)));
      return ward.beds().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void everySampleAndValueArrivesOnceAndInOrder() throws Exception {
      startWard();
      int[] sent = new Random(7).ints(12_000, -100_000, 100_000).toArray();
      try (TestDevice device = new TestDevice(broker.uri(), "407", 5)) {
        device.birth(2);
        device.status(TestDevice.now(), ", \"leadsOff\": [\"RA\"], \"batteryPercent\": 64");
        for (int first = 0; first < sent.length; first += 60) {
          int[] chunk = Arrays.copyOfRange(sent, first, first + 60);
          device.samples(0, first, chunk);
          device.samples(1, first, chunk);
          device.numerics(first / 60, "\"HR\": %d, \"ETCO2\": null".formatted(first / 60));
        }
        PublishedBed bed = bed("407");
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(samples(bed, 0)).isEqualTo(sent);
                  assertThat(samples(bed, 1)).isEqualTo(sent);
                  assertThat(bed.numerics().reading(VitalSign.HR))
                      .isNotNull()
                      .extracting(r -> r.fixed())
                      .isEqualTo(sent.length / 60 - 1);
                });
        assertThat(bed.status().status())
            .isEqualTo(new DeviceStatus(true, EnumSet.of(Electrode.RA), 64));
        assertThat(ward.counters())
            .containsEntry("samples", 2L * sent.length)
            .containsEntry("samples_lost_at_source", 0L)
            .containsEntry("samples_dropped_at_intake", 0L)
            .containsEntry("numerics_lost", 0L);
      }
    }

    private static int[] samples(PublishedBed bed, int channel) {
      List<RingEntry> entries = new ArrayList<>();
      ChunkRing ring = bed.ring(channel);
      for (long i = ring.oldest(); i < ring.end(); i++) {
        entries.add(ring.entry(i));
      }
      return entries.stream()
          .flatMapToInt(e -> e instanceof Chunk c ? IntStream.of(c.samples()) : IntStream.of(-1))
          .toArray();
    }

    @Test
    void aLastWillTakesItsOwnDeviceOfflineButNotOneThatIsBack() throws Exception {
      startWard();
      TestDevice lost = new TestDevice(broker.uri(), "408", 1);
      lost.birth(1);
      lost.status(TestDevice.now(), "");
      PublishedBed bed = bed("408");
      await().atMost(PATIENCE).until(() -> bed.status().status().online());
      lost.vanish();
      await().atMost(PATIENCE).until(() -> !bed.status().status().online());
      assertThat(bed.status().sinceMicros()).isPositive();

      TestDevice old = new TestDevice(broker.uri(), "408", 2);
      old.birth(1);
      old.status(TestDevice.now(), "");
      try (TestDevice back = new TestDevice(broker.uri(), "408", 3)) {
        back.birth(1);
        back.status(TestDevice.now(), "");
        await().atMost(PATIENCE).until(() -> bed.definition().birth() == 3);
        await().atMost(PATIENCE).until(() -> bed.status().status().online());
        old.vanish();
        await()
            .atMost(PATIENCE)
            .until(() -> ward.counters().getOrDefault("refused_stale_birth", 0L) == 1);
        assertThat(bed.status().status().online()).isTrue();
      }
    }

    @Test
    void whatWasRetainedBeforeTheStartKeepsItsOldTimeAndProvesNoLife() throws Exception {
      String old = "2020-01-02T03:04:05Z";
      try (TestDevice device = new TestDevice(broker.uri(), "409", 9)) {
        device.birth(1);
        device.status(old, ", \"batteryPercent\": 50");
        startWard();
        PublishedBed bed = bed("409");
        await().atMost(PATIENCE).until(() -> bed.status().status().batteryPercent() == 50);
        assertThat(bed.status().sinceMicros())
            .isEqualTo(Instant.parse(old).getEpochSecond() * 1_000_000);
        assertThat(bed.heardNanos()).isEqualTo(Long.MIN_VALUE);
        assertThat(bed.numerics().timeMicros()).isZero();
      }
    }

    @Test
    void badMessagesOfOneBedHarmNoOther() throws Exception {
      startWard();
      try (TestDevice bad = new TestDevice(broker.uri(), "410", 1);
          TestDevice good = new TestDevice(broker.uri(), "411", 1)) {
        bad.birth(1);
        good.birth(1);
        bad.publish("numerics", "{\"birth\": 1, \"seq\"".getBytes(UTF_8), false);
        bad.publish("numerics", new byte[10_000_000], false);
        bad.publish("status", "{\"birth\": NaN, \"online\": true}".getBytes(UTF_8), true);
        bad.publish("waveform/0", new byte[25], false);
        bad.publish("waveform/99", new byte[1], false);
        bad.numerics(0, "\"HR\": 1e999, \"SHOE_SIZE\": 42, \"RR\": 12");
        good.numerics(0, "\"HR\": 60");
        await().atMost(PATIENCE).until(() -> bed("411").numerics().version() == 1);
        await().atMost(PATIENCE).until(() -> bed("410").numerics().version() == 1);
        assertThat(bed("410").numerics().readings(SignFilter.ALL))
            .singleElement()
            .matches(reading -> reading.sign() == VitalSign.RR && reading.fixed() == 12);
        assertThat(ward.counters())
            .containsEntry("refused_json", 2L)
            .containsEntry("refused_oversized", 1L)
            .containsEntry("refused_waveform", 1L)
            .containsEntry("refused_topic", 1L)
            .containsEntry("refused_sign_value", 1L)
            .containsEntry("refused_unknown_sign", 1L);
        assertThat(ward.broker().up()).isTrue();
      }
    }

    @Test
    void anEmptyRetainedBirthTakesTheBedAwayAndANewOneBringsItBack() throws Exception {
      startWard();
      try (TestDevice device = new TestDevice(broker.uri(), "412", 1)) {
        device.birth(1);
        PublishedBed bed = bed("412");
        device.removeBirth();
        await().atMost(PATIENCE).until(() -> ward.beds().isEmpty());
        assertThat(bed.removed()).isTrue();
        device.birth(1);
        assertThat(bed("412").index()).isEqualTo(bed.index());
        assertThat(bed("412").removed()).isFalse();
      }
    }
  }
}
