package org.wardbeat.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.bridge.delivery.TestStation;
import org.wardbeat.bridge.mqtt.MqttOptions;
import org.wardbeat.bridge.mqtt.MqttVersion;
import org.wardbeat.bridge.ward.TestBroker;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.VitalSign;

/** What operators do on one bridge, on the stations of another: real brokers and sockets. */
@Timeout(120)
class ActsBetweenBridgesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final BedId BED = new BedId("4 East", "407");
  private static final Operator NURSE = new Operator("R. Okafor", Role.NURSE);
  private static final Operator CHARGE = new Operator("M. Lindqvist", Role.CHARGE_NURSE);

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
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Path folder;
    private TestBroker broker;
    private TestDevice device;

    @SuppressWarnings("NullAway.Init") // before each test
    Cases(MqttVersion version) {
      this.version = version;
    }

    @BeforeEach
    void startBroker(@TempDir Path temporary) throws Exception {
      folder = temporary;
      broker = TestBroker.start(version);
      device = opened(new TestDevice(broker.uri(), BED.unit(), BED.bed()));
      device.raise("ASYSTOLE");
    }

    @AfterEach
    void closeAll() throws Exception {
      while (!open.isEmpty()) {
        open.removeFirst().close();
      }
      broker.close();
    }

    private <T extends AutoCloseable> T opened(T closeable) {
      open.addFirst(closeable);
      return closeable;
    }

    private BridgeServer bridge(String name, java.net.URI uri) throws IOException {
      BridgeServer bridge =
          new BridgeServer(
              BridgeOptions.loopback(
                  MqttOptions.of(uri, version, name), folder.resolve("store-" + name)));
      bridge.start();
      return opened(bridge);
    }

    /** A station of a bridge that knows of the alarm. */
    private Desk desk(BridgeServer bridge) {
      Desk desk = new Desk(opened(TestStation.connect(bridge.webSocketUri()).subscribe()));
      await().atMost(PATIENCE).until(() -> desk.alarm() != null && desk.knowsLimits());
      return desk;
    }

    @Test
    void anActOnOneBridgeIsOnTheStationsOfTheOther() throws Exception {
      Desk here = desk(bridge("a", broker.uri()));
      Desk there = desk(bridge("b", broker.uri()));

      assertThat(here.does(NURSE, here.acknowledgement()).outcome()).isEqualTo(Outcome.DONE);
      assertThat(here.does(NURSE, here.limitsOf(130)).outcome()).isEqualTo(Outcome.DONE);
      assertThat(here.does(CHARGE, pause("", 120)).outcome()).isEqualTo(Outcome.DONE);

      await().atMost(PATIENCE).untilAsserted(there::sawToAlarm);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.heart()).isEqualTo(130));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.held("")).isTrue());
      assertThat(there.limits().user()).isEqualTo(NURSE.user());
      assertThat(there.limits().version()).isEqualTo(here.limits().version());

      assertThat(there.does(CHARGE, pause("", 0)).outcome()).isEqualTo(Outcome.DONE);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(here.held("")).isFalse());
    }

    @Test
    void whatWasDoneOnBothSidesOfAPartitionComesTogether() throws Exception {
      CuttableLink link = opened(new CuttableLink(broker.uri()));
      Desk here = desk(bridge("a", broker.uri()));
      Desk there = desk(bridge("b", link.uri()));
      link.cut();
      await().atMost(PATIENCE).until(() -> !there.brokerIsUp());

      assertThat(here.does(NURSE, here.acknowledgement()).outcome()).isEqualTo(Outcome.DONE);
      assertThat(here.does(NURSE, here.limitsOf(130)).outcome()).isEqualTo(Outcome.DONE);
      assertThat(there.does(CHARGE, there.limitsOf(140)).outcome()).isEqualTo(Outcome.DONE);
      assertThat(there.does(CHARGE, there.limitsOf(150)).outcome()).isEqualTo(Outcome.DONE);
      assertThat(there.does(NURSE, pause("407", 120)).outcome()).isEqualTo(Outcome.DONE);
      link.heal();

      await().atMost(PATIENCE).untilAsserted(there::sawToAlarm);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(here.heart()).isEqualTo(150));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(here.held("407")).isTrue());
      assertThat(there.heart()).isEqualTo(150);
      assertThat(here.limits().version()).isEqualTo(there.limits().version());
    }

    @Test
    void aBridgeThatStartsWithNothingFindsWhatOthersDid() throws Exception {
      Desk here = desk(bridge("a", broker.uri()));
      here.does(NURSE, here.acknowledgement());
      here.does(NURSE, here.limitsOf(130));
      here.does(NURSE, pause("407", 120));
      Desk late = desk(bridge("late", broker.uri()));
      await().atMost(PATIENCE).untilAsserted(late::sawToAlarm);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(late.heart()).isEqualTo(130));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(late.held("407")).isTrue());
    }

    @Test
    void whatCouldNotBeToldIsToldAfterTheBridgeStartedAnew() throws Exception {
      CuttableLink link = opened(new CuttableLink(broker.uri()));
      BridgeServer first = bridge("a", link.uri());
      Desk here = desk(first);
      Desk there = desk(bridge("b", broker.uri()));
      here.does(NURSE, pause("407", 120));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.held("407")).isTrue());
      link.cut();
      await().atMost(PATIENCE).until(() -> !here.brokerIsUp());
      here.does(NURSE, here.acknowledgement());
      here.does(NURSE, here.limitsOf(130));
      here.does(NURSE, pause("407", 0));
      open.remove(first);
      first.close();
      link.heal();
      bridge("a", link.uri());

      await().atMost(PATIENCE).untilAsserted(there::sawToAlarm);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.heart()).isEqualTo(130));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.held("407")).isFalse());
    }

    @Test
    void forgedAndBrokenMessagesCostThemselvesOnly() throws Exception {
      Desk here = desk(bridge("a", broker.uri()));
      Desk there = desk(bridge("b", broker.uri()));
      try (MqttClient forger =
          new MqttClient(broker.uri().toString(), "forger", new MemoryPersistence())) {
        forger.connect();
        String topic = "wardbeat/v1-bridge/4 East/407/";
        forger.publish(topic + "limits/forger", new byte[] {1, 2, 3}, 1, true);
        forger.publish(topic + "limits/forger", "{}".getBytes(UTF_8), 1, true);
        forger.publish(topic + "nonsense", "{}".getBytes(UTF_8), 1, true);
        forger.publish(topic + "held/STANDBY/forger", new byte[100_000], 1, true);
        forger.publish(
            topic + "observed/SPO2/forger",
            "{\"patient\":\"x\",\"value\":5000,\"user\":\"x\",\"micros\":1,\"bridge\":\"x\"}"
                .getBytes(UTF_8),
            1,
            true);
        forger.disconnect();
      }
      assertThat(here.does(NURSE, here.limitsOf(130)).outcome()).isEqualTo(Outcome.DONE);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.heart()).isEqualTo(130));
    }

    @Test
    void ofTwoWhoChangeLimitsAtOnceOneHearsWhoWasFirst() throws Exception {
      BridgeServer bridge = bridge("a", broker.uri());
      Desk one = desk(bridge);
      Desk other = desk(bridge);
      Operation first = one.limitsOf(130);
      Operation second = other.limitsOf(140);
      one.sends(1, NURSE, first);
      assertThat(one.answer(1).outcome()).isEqualTo(Outcome.DONE);
      other.sends(1, CHARGE, second);
      Frame.ActAnswer refused = other.answer(1);
      assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(refused.reason()).contains(NURSE.user());
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.heart()).isEqualTo(130));
    }
  }

  private static Operation pause(String bed, int seconds) {
    return new Operation.Inactivate(
        BED.unit(), bed, Inactivation.AUDIO_PAUSED, 0, seconds, "suction");
  }

  /** Somebody at a station. */
  private static final class Desk {
    private final TestStation station;
    private long acts = 1_000;

    private Desk(TestStation station) {
      this.station = station;
    }

    private <T extends Frame> @Nullable T last(Class<T> type) {
      List<T> all = station.frames(type);
      return all.isEmpty() ? null : all.getLast();
    }

    private @Nullable Alarm alarm() {
      Frame.AlarmEvent event = last(Frame.AlarmEvent.class);
      return event == null ? null : event.alarm();
    }

    private boolean knowsLimits() {
      return last(Frame.BedLimits.class) != null;
    }

    private Frame.BedLimits limits() {
      return Objects.requireNonNull(last(Frame.BedLimits.class));
    }

    private boolean brokerIsUp() {
      Frame.Heartbeat heartbeat = last(Frame.Heartbeat.class);
      return heartbeat != null && heartbeat.brokerUp();
    }

    private void sawToAlarm() {
      Alarm alarm = Objects.requireNonNull(alarm());
      assertThat(alarm.acknowledgement()).isNotNull();
      assertThat(Objects.requireNonNull(alarm.acknowledgement()).user()).isEqualTo(NURSE.user());
    }

    /** The upper limit of the heart rate, −1 if there is none. */
    private int heart() {
      return limits().limits().limits().stream()
          .filter(limit -> limit.sign() == VitalSign.HR)
          .map(limit -> Objects.requireNonNullElse(limit.high(), -1))
          .findFirst()
          .orElse(-1);
    }

    /** Whether the sound is paused. */
    private boolean held(String bed) {
      return station.frames(Frame.AlarmsHeldBack.class).stream()
          .map(Frame.AlarmsHeldBack::state)
          .filter(state -> state.bed().equals(bed))
          .reduce((before, after) -> after)
          .map(InactivationState::active)
          .orElse(false);
    }

    private Operation acknowledgement() {
      Alarm alarm = Objects.requireNonNull(alarm());
      return new Operation.Acknowledge(BED, alarm.condition(), alarm.onsetDeviceMicros());
    }

    private Operation limitsOf(int heart) {
      AlarmLimits limits =
          new AlarmLimits(
              PatientCategory.ADULT, List.of(new Limit(VitalSign.HR, true, 50, heart, null, null)));
      return new Operation.SetLimits(BED, limits().version(), limits, "as agreed");
    }

    private void sends(long number, Operator operator, Operation operation) {
      station.send(new Frame.Act(number, operator, operation));
    }

    private Frame.ActAnswer answer(long number) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  station.frames(Frame.ActAnswer.class).stream()
                      .anyMatch(answer -> answer.number() == number));
      return station.frames(Frame.ActAnswer.class).stream()
          .filter(answer -> answer.number() == number)
          .findFirst()
          .orElseThrow();
    }

    /** Does something and waits until its effect on limits, if any, is here, too. */
    private Frame.ActAnswer does(Operator operator, Operation operation) {
      long number = ++acts;
      long before = limits().version();
      sends(number, operator, operation);
      Frame.ActAnswer answer = answer(number);
      if (operation instanceof Operation.SetLimits && answer.outcome() == Outcome.DONE) {
        await().atMost(PATIENCE).until(() -> limits().version() > before);
      }
      return answer;
    }
  }
}
