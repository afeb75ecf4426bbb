package org.wardbeat.bridge.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.ward.BrokerState;

/** What the source does when the broker does not do what it should. */
@Timeout(120)
class MqttSourceFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As in use, but with short delays between attempts and a shorter patience. */
  private static final Timing QUICK =
      new Timing(3_000, 15_000, 1, 4_000, 50, 10_000, 1, 1, 5, 200, 600);

  /** Gives up on an answer soon. */
  private static final Timing IMPATIENT =
      new Timing(1_000, 1_500, 1, 4_000, 50, 10_000, 1, 1, 5, 200, 600);

  private static SupervisedSource source(URI broker, MqttVersion version, String clientId) {
    return source(broker, version, clientId, QUICK);
  }

  private static SupervisedSource source(
      URI broker, MqttVersion version, String clientId, Timing timing) {
    BridgeClock clock = BridgeClock.system();
    MqttOptions options = MqttOptions.of(broker, version, clientId);
    MqttConnector connector =
        version == MqttVersion.V3
            ? new PahoV3Connector(options, timing, clock)
            : new PahoV5Connector(options, timing, clock);
    return new SupervisedSource(connector, timing, new Backoff(timing, new Random(1)), clock, 3);
  }

  private static List<String> pahoThreads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().startsWith("MQTT "))
        .map(entry -> entry.getKey().getName() + " " + List.of(entry.getValue()))
        .toList();
  }

  private static void awaitNoPahoThreads() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(pahoThreads()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void threadsStayFlatOverAThousandConnectionsThatAreDroppedAtOnce(MqttVersion version)
      throws InterruptedException {
    int parallel = 50;
    try (StubBroker broker = new StubBroker(StubBroker.Manner.DROP)) {
      List<SupervisedSource> sources = new ArrayList<>();
      for (int i = 0; i < parallel; i++) {
        sources.add(source(broker.uri(), version, "dropped-" + i));
      }
      sources.forEach(source -> source.start(new Recorder()));
      await().atMost(Duration.ofSeconds(100)).until(() -> attempts(sources) >= 1_000);
      List<String> during = pahoThreads();
      sources.parallelStream().forEach(SupervisedSource::close);

      // Each client has at most four threads of its own: to connect, receive, send and call back.
      assertThat(during).hasSizeLessThanOrEqualTo(4 * parallel);
      awaitNoPahoThreads();
    }
  }

  private static long attempts(List<SupervisedSource> sources) {
    return sources.stream().mapToLong(SupervisedSource::attempts).sum();
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aBrokerThatNeverAnswersConnectLeavesNoThreadsBehind(MqttVersion version)
      throws InterruptedException {
    try (StubBroker broker = new StubBroker(StubBroker.Manner.MUTE);
        SupervisedSource source = source(broker.uri(), version, "mute", IMPATIENT)) {
      source.start(new Recorder());
      await().atMost(PATIENCE).until(() -> source.attempts() >= 3);
      assertThat(source.broker().up()).isFalse();
      assertThat(pahoThreads()).hasSizeLessThanOrEqualTo(4);
    }
    awaitNoPahoThreads();
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aFrozenBrokerIsDownThoughItsConnectionIsOpenAndIsComeBackTo(MqttVersion version)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "frozen")) {
      source.start(recorder);
      await().atMost(PATIENCE).until(() -> source.broker().up());
      await().atMost(PATIENCE).until(() -> broker.pings() >= 2);
      await().atMost(PATIENCE).until(() -> source.pingMicros() >= 0);
      assertThat(source.broker().up()).as("a silent broker that answers pings is up").isTrue();

      broker.freeze();
      await().atMost(PATIENCE).until(() -> !source.broker().up());
      broker.behave(StubBroker.Manner.SOUND);
      await().atMost(PATIENCE).until(() -> source.broker().up());

      assertThat(recorder.states).extracting(BrokerState::up).containsExactly(true, false, true);
      assertThat(broker.filters()).containsExactly("wardbeat/v1/#", "wardbeat/v1/#");
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aClosedConnectionIsDownAndSubscribedToAgain(MqttVersion version)
      throws InterruptedException {
    Recorder recorder = new Recorder();
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "closed")) {
      source.start(recorder);
      await().atMost(PATIENCE).until(() -> source.broker().up());
      broker.drop();
      await().atMost(PATIENCE).until(() -> recorder.states.size() >= 3);
      assertThat(recorder.states).extracting(BrokerState::up).containsExactly(true, false, true);
      broker.publish("wardbeat/v1/u/b/status", "{}".getBytes(UTF_8), 7, false, false);
      await().atMost(PATIENCE).until(() -> recorder.messages.size() == 1);
      assertThat(broker.filters()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void aListenerThatThrowsCostsOneMessageWhichIsAcknowledged(MqttVersion version)
      throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    MqttListener failing =
        new MqttListener() {
          @Override
          public void onMessage(InboundMessage message) {
            if (message.topic().endsWith("bad")) {
              throw new StackOverflowError("as a failing handler might");
            }
            taken.incrementAndGet();
          }

          @Override
          public void onBroker(BrokerState state) {}
        };
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "throwing")) {
      source.start(failing);
      await().atMost(PATIENCE).until(() -> source.broker().up());
      for (int id = 1; id <= 30; id++) {
        String topic = "wardbeat/v1/u/b/" + (id == 10 ? "bad" : "good");
        broker.publish(topic, new byte[] {1}, id, false, false);
      }
      await().atMost(PATIENCE).until(() -> taken.get() == 29);
      await().atMost(PATIENCE).until(() -> broker.acknowledged().size() == 30);
      assertThat(source.failedMessages()).isEqualTo(1);
      assertThat(source.broker().up()).isTrue();
      assertThat(broker.accepted()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void whatIsMissingIsAskedForAgainButSeldom(MqttVersion version) throws InterruptedException {
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "missing")) {
      source.start(new Recorder());
      await().atMost(PATIENCE).until(() -> source.broker().up());
      assertThat(broker.filters()).hasSize(1);
      long began = System.nanoTime();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                source.askAgain();
                return broker.filters().size() == 4;
              });
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as("a moment, then twice as long each time")
          .isGreaterThan(Duration.ofMillis(600 + 1_200));
      assertThat(broker.filters()).containsOnly("wardbeat/v1/#");
      assertThat(broker.accepted()).isEqualTo(1);
      assertThat(source.broker().up()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void flagsOfAMessageArriveWithIt(MqttVersion version) throws InterruptedException {
    Recorder recorder = new Recorder();
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "flags")) {
      source.start(recorder);
      await().atMost(PATIENCE).until(() -> source.broker().up());
      broker.publish("wardbeat/v1/a", new byte[] {1, 2}, 1, true, false);
      broker.publish("wardbeat/v1/b", new byte[] {3}, 2, false, true);
      await().atMost(PATIENCE).until(() -> recorder.messages.size() == 2);
      InboundMessage first = recorder.messages.get(0);
      assertThat(first.topic()).isEqualTo("wardbeat/v1/a");
      assertThat(first.payload()).containsExactly(1, 2);
      assertThat(first.retained()).isTrue();
      assertThat(first.duplicate()).isFalse();
      assertThat(recorder.messages.get(1).retained()).isFalse();
      assertThat(recorder.messages.get(1).duplicate())
          .as("Paho's client for MQTT 5 does not hand this flag on")
          .isEqualTo(version == MqttVersion.V3);
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void startingBeforeTheBrokerAndClosingWhileNothingAnswersBothWork(MqttVersion version)
      throws InterruptedException {
    StubBroker gone = new StubBroker(StubBroker.Manner.SOUND);
    URI uri = gone.uri();
    gone.close();
    try (SupervisedSource source = source(uri, version, "early")) {
      source.start(new Recorder());
      await().atMost(PATIENCE).until(() -> source.attempts() >= 3);
      assertThat(source.broker().up()).isFalse();
    }
    awaitNoPahoThreads();
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void whatCouldNotBePublishedIsPublishedOnTheNextConnectionTheNewestOfEachTopic(
      MqttVersion version) throws InterruptedException {
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "publishing")) {
      source.publish("a", "first".getBytes(UTF_8));
      source.publish("b", "only".getBytes(UTF_8));
      source.publish("a", "second".getBytes(UTF_8));
      source.start(new Recorder());
      await().atMost(PATIENCE).until(() -> source.unpublished() == 0);
      assertThat(broker.published()).containsExactly("a=second", "b=only");

      broker.confirm(false);
      source.publish("a", "unconfirmed".getBytes(UTF_8));
      source.publish("c", "unconfirmed".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> broker.published().size() == 4);
      source.publish("a", "newest".getBytes(UTF_8));
      assertThat(source.unpublished()).isEqualTo(3);
      broker.confirm(true);
      broker.drop();
      await().atMost(PATIENCE).until(() -> source.unpublished() == 0);
      assertThat(broker.published().subList(4, 6))
          .containsExactlyInAnyOrder("a=newest", "c=unconfirmed");
      assertThat(broker.published()).hasSize(6);
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void whatABrokerMayRefuseCostsNothingButThat(MqttVersion version) throws InterruptedException {
    Recorder ward = new Recorder();
    Recorder shared = new Recorder();
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "refused")) {
      broker.refuse("wardbeat/v1-bridge/#");
      source.listen("wardbeat/v1-bridge/", shared);
      source.publish("wardbeat/v1-bridge/a", new byte[] {1});
      source.start(ward);
      await().atMost(PATIENCE).until(() -> source.broker().up());
      broker.publish("wardbeat/v1/u/b/status", "{}".getBytes(UTF_8), 7, false, false);
      await().atMost(PATIENCE).until(() -> ward.messages.size() == 1);
      assertThat(broker.filters()).containsExactly("wardbeat/v1/#", "wardbeat/v1-bridge/#");
      assertThat(broker.published()).isEmpty();

      broker.refuse("");
      broker.drop();
      await().atMost(PATIENCE).until(() -> source.unpublished() == 0);
      broker.publish("wardbeat/v1-bridge/b", new byte[] {2}, 8, true, false);
      await().atMost(PATIENCE).until(() -> shared.messages.size() == 1);
      assertThat(ward.messages).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void publishingGoesOnWhileThousandsOfMessagesWait(MqttVersion version)
      throws InterruptedException {
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), version, "many")) {
      for (int i = 0; i <= Outbox.MAX_TOPICS; i++) {
        assertThat(source.publish("t/" + i, new byte[] {1})).isEqualTo(i < Outbox.MAX_TOPICS);
      }
      assertThat(source.publish("t/0", new byte[] {2})).isTrue();
      assertThat(source.givenUpMessages()).isEqualTo(1);
      source.start(new Recorder());
      await().atMost(PATIENCE).until(() -> source.unpublished() == 0);
      assertThat(broker.published()).hasSize(Outbox.MAX_TOPICS).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/+/b", "#", "a\0b"})
  void nothingCanBePublishedOnATopicWithWildcards(String topic) throws InterruptedException {
    try (StubBroker broker = new StubBroker(StubBroker.Manner.SOUND);
        SupervisedSource source = source(broker.uri(), MqttVersion.V5, "wild")) {
      assertThatThrownBy(() -> source.publish(topic, new byte[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 1 to 65535 bytes");
    }
  }
}
