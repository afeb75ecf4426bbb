package org.wardbeat.benchmarks.fanout.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated devices send. */
class SourcesTest {

  private static final Instant TIME = Instant.parse("2026-03-10T09:40:00.250Z");
  private static final long BIRTH = VitalsWalk.birthFor(TIME);

  @Test
  void changesOneToThreeVitalSignsInMostMessages() throws IOException {
    int messages = 400;
    int changes = 0;
    VitalsWalk walk = new VitalsWalk(3, BIRTH);
    JsonNode before = values(walk.next(0, TIME));
    for (int seq = 1; seq <= messages; seq++) {
      JsonNode now = values(walk.next(seq, TIME));
      for (String name : List.of("HR", "PULSE", "RR", "SPO2", "TEMP", "NIBP_SYS", "NIBP_DIA")) {
        changes += now.get(name).equals(before.get(name)) ? 0 : 1;
      }
      before = now;
    }
    assertThat((double) changes / messages).isBetween(1.0, 3.0);
  }

  private static JsonNode values(byte[] payload) throws IOException {
    return new ObjectMapper().readTree(payload).get("values");
  }

  @Test
  void sendsAboutTwoHundredBytesAndTheSameInEachRun() {
    byte[] payload = new VitalsWalk(3, BIRTH).next(0, TIME);

    assertThat(payload.length).isBetween(180, 250);
    assertThat(new VitalsWalk(3, BIRTH).next(0, TIME)).isEqualTo(payload);
    assertThat(new VitalsWalk(4, BIRTH).next(0, TIME)).isNotEqualTo(payload);
  }

  @Test
  void cutsAnEcgIntoChunksWithoutHoleOrOverlap() {
    EcgTape tape = new EcgTape(0, BIRTH);
    long next = 0;
    for (long chunk = 0; chunk < 20; chunk++) {
      ByteBuffer message = ByteBuffer.wrap(tape.message(chunk, 1));
      assertThat(message.getLong(8)).isEqualTo(next);
      next += message.getShort(2);
      assertThat(message.capacity()).isEqualTo(24 + 2 * message.getShort(2));
      assertThat(EcgTape.chunksIn(next)).isEqualTo(chunk + 1);
      assertThat(EcgTape.chunksIn(next - 1)).isEqualTo(chunk);
    }
    assertThat(next).isEqualTo(20 * 250 / 4);
  }

  @Test
  void namesBedsSoThatTheirNumberIsFound() {
    WardPlan plan = new WardPlan(300, 12, false);

    assertThat(plan.units()).isEqualTo(25);
    assertThat(WardPlan.numberOf(plan.bed(299))).isEqualTo(299);
    assertThat(plan.bed(299).unit()).isEqualTo(WardPlan.unit(24));
    assertThat(plan.topic(0)).isEqualTo("wardbeat/v1/Ward 01/0001/");
    assertThat(plan.unitsFrom(24, 2)).containsExactly("Ward 25", "Ward 01");
    assertThat(plan.sourcesOf(plan.unitsFrom(24, 2))).hasSize(24).contains(0, 11, 288, 299);
    assertThat(plan.sourcesOf(List.of())).hasSize(300);
  }

  @Test
  void writesPacketsOfMqtt() {
    byte[] topic = "t".getBytes(StandardCharsets.US_ASCII);

    assertThat(MqttPackets.connect("id"))
        .containsExactly(0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0, 0, 2, 'i', 'd');
    assertThat(MqttPackets.subscribe(List.of("a", "b")))
        .containsExactly(0x82, 10, 0, 1, 0, 1, 'a', 0, 0, 1, 'b', 0);
    assertThat(MqttPackets.publish(topic, new byte[] {9}, true, 258))
        .containsExactly(0x33, 6, 0, 1, 't', 1, 2, 9);
    assertThat(MqttPackets.publish(topic, new byte[200], false, 0))
        .startsWith(0x30, 203, 1, 0, 1, 't')
        .hasSize(206);
  }

  @Test
  void remembersWhenTheNewestMessagesWerePublished() {
    Stamps stamps = new Stamps(2);
    for (long seq = 0; seq < 1_500; seq++) {
      stamps.publish(1, seq, 10 * seq);
    }
    assertThat(stamps.count(0)).isZero();
    assertThat(stamps.count(1)).isEqualTo(1_500);
    assertThat(stamps.publishedNanos(1, 1_499)).isEqualTo(14_990);
    assertThat(stamps.publishedNanos(1, 700)).isEqualTo(7_000);
  }
}
