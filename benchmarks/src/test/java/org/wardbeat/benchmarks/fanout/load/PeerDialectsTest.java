package org.wardbeat.benchmarks.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.fanout.source.MqttPackets;
import org.wardbeat.benchmarks.fanout.source.Stamps;
import org.wardbeat.benchmarks.fanout.source.WardPlan;

/** What the clients of the peers make of their messages. */
class PeerDialectsTest {

  private static final String NUMERICS = "{\"birth\":5,\"seq\":%d,\"values\":{\"HR\":74}}";

  private final WardPlan plan = new WardPlan(4, 2, true);
  private final Account account = new Account(new Stamps(plan.sources()));
  private final List<byte[]> sent = new ArrayList<>();
  private final MqttDialect mqtt = new MqttDialect(plan, List.of(), account, "one");
  private final NodeDialect node = new NodeDialect(plan, account);

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] publish(String topic, byte[] payload) {
    return MqttPackets.publish(ascii(topic), payload, false, 0);
  }

  private static byte[] waveform(long first, int count) {
    ByteBuffer payload = ByteBuffer.allocate(24 + 2 * count);
    payload.put((byte) 1).put((byte) 2).putShort((short) count).putInt(5).putLong(first);
    return payload.array();
  }

  private void receive(Dialect dialect, byte[] message) throws IOException {
    dialect.received(ByteBuffer.wrap(message), sent::add);
  }

  @Test
  void subscribesOverMqttOnceConnected() throws IOException {
    mqtt.opened(sent::add);
    receive(mqtt, new byte[] {0x20, 2, 0, 0});
    assertThat(sent)
        .containsExactly(
            MqttPackets.connect("one"),
            MqttPackets.subscribe(
                List.of("wardbeat/v1/+/+/numerics", "wardbeat/v1/+/+/waveform/+")));
    assertThat(mqtt.isReady()).isFalse();

    receive(mqtt, new byte[] {(byte) 0x90, 4, 0, 1, 0, 0});
    assertThat(mqtt.isReady()).isTrue();
  }

  @Test
  void takesSeveralMqttPacketsOfOneMessage() throws IOException {
    byte[] first = publish(plan.topic(3) + "numerics", ascii(NUMERICS.formatted(0)));
    byte[] second = publish(plan.topic(3) + "numerics", ascii(NUMERICS.formatted(1)));
    ByteBuffer both = ByteBuffer.allocate(first.length + second.length).put(first).put(second);
    receive(mqtt, both.array());

    assertThat(mqtt.ledger()[3]).isEqualTo(1);
    assertThat(account.tally().deliveries()).isEqualTo(2);
  }

  @Test
  void takesSamplesOverMqtt() throws IOException {
    receive(mqtt, publish(plan.topic(1) + "waveform/0", waveform(0, 62)));
    receive(mqtt, publish(plan.topic(1) + "waveform/0", waveform(62, 63)));

    assertThat(mqtt.ledger()[plan.beds() + 1]).isEqualTo(1);
  }

  @Test
  void countsWhatAPeerLeavesOutAsLostAndWhatItRepeats() throws IOException {
    receive(mqtt, publish(plan.topic(0) + "numerics", ascii(NUMERICS.formatted(0))));
    receive(mqtt, publish(plan.topic(0) + "numerics", ascii(NUMERICS.formatted(4))));
    receive(mqtt, publish(plan.topic(0) + "numerics", ascii(NUMERICS.formatted(4))));

    assertThat(account.tally())
        .extracting(Tally::deliveries, Tally::merged, Tally::lost, Tally::repeated)
        .containsExactly(2L, 0L, 3L, 1L);
  }

  @Test
  void refusesHalfAnMqttPacket() {
    byte[] packet = publish(plan.topic(0) + "numerics", ascii(NUMERICS.formatted(0)));
    packet[1]++;
    assertThatIOException().isThrownBy(() -> receive(mqtt, packet));
  }

  @Test
  void takesJsonOfTheNodeBridge() throws IOException {
    receive(
        node, ascii("{\"unit\":\"Ward 02\",\"bed\":\"0003\",\"birth\":5,\"seq\":0,\"values\":{}}"));

    assertThat(node.ledger()[2]).isZero();
  }

  @Test
  void takesSamplesOfTheNodeBridgeBySource() throws IOException {
    receive(node, ascii("{\"source\":4,\"unit\":\"Ward 02\",\"bed\":\"0004\",\"channel\":0}"));
    ByteBuffer samples = ByteBuffer.allocate(6 + 2 * 62).putShort((short) 4).putInt(0);
    receive(node, samples.array());

    assertThat(node.ledger()[plan.beds() + 3]).isZero();
    assertThat(account.tally().deliveries()).isEqualTo(1);
  }
}
