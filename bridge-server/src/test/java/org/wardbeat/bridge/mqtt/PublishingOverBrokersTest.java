package org.wardbeat.bridge.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.ward.TestBroker;

/** What one source publishes and another hears, over real brokers. */
@Timeout(120)
class PublishingOverBrokersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PREFIX = "wardbeat/v1-bridge/";

  private static MqttSource source(TestBroker broker, MqttVersion version, String clientId) {
    return MqttSource.of(MqttOptions.of(broker.uri(), version, clientId), BridgeClock.system());
  }

  private static List<String> heard(Recorder recorder) {
    return recorder.messages.stream()
        .map(message -> message.topic() + "=" + new String(message.payload(), UTF_8))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void whatIsPublishedIsHeardNowAndByWhoComesLater(MqttVersion version) throws Exception {
    Recorder ward = new Recorder();
    Recorder present = new Recorder();
    Recorder late = new Recorder();
    try (TestBroker broker = TestBroker.start(version);
        MqttSource from = source(broker, version, "from");
        MqttSource to = source(broker, version, "to");
        MqttSource later = source(broker, version, "later")) {
      to.listen(PREFIX, present);
      to.start(ward);
      await().atMost(PATIENCE).until(() -> to.broker().up());
      from.start(new Recorder());
      from.publish(PREFIX + "4 East/407/limits/a", "{\"s\":\"≤\"}".getBytes(UTF_8));
      from.publish("wardbeat/v1/4 East/407/x", "2".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> from.unpublished() == 0);
      await().atMost(PATIENCE).until(() -> present.messages.size() == 1);
      await().atMost(PATIENCE).until(() -> ward.messages.size() == 1);
      assertThat(heard(present)).containsExactly(PREFIX + "4 East/407/limits/a={\"s\":\"≤\"}");

      from.publish(PREFIX + "4 East/407/limits/a", "3".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> from.unpublished() == 0);
      later.listen(PREFIX, late);
      later.start(new Recorder());
      await().atMost(PATIENCE).until(() -> !late.messages.isEmpty());
      assertThat(heard(late)).containsExactly(PREFIX + "4 East/407/limits/a=3");
    }
  }

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void whatWasPublishedAMomentBeforeClosingIsThere(MqttVersion version) throws Exception {
    Recorder heard = new Recorder();
    try (TestBroker broker = TestBroker.start(version)) {
      try (MqttSource from = source(broker, version, "from")) {
        from.start(new Recorder());
        await().atMost(PATIENCE).until(() -> from.broker().up());
        for (int i = 0; i < 20; i++) {
          from.publish(PREFIX + i, new byte[] {1});
        }
      }
      try (MqttSource to = source(broker, version, "to")) {
        to.listen(PREFIX, heard);
        to.start(new Recorder());
        await().atMost(PATIENCE).until(() -> heard.messages.size() == 20);
      }
    }
  }
}
