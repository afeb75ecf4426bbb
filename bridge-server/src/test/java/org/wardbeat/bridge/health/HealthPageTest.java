package org.wardbeat.bridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.delivery.FakeBed;
import org.wardbeat.bridge.delivery.FakeClock;
import org.wardbeat.bridge.delivery.FakeWard;
import org.wardbeat.bridge.delivery.HttpReply;
import org.wardbeat.bridge.delivery.SessionFigures;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;

class HealthPageTest {
  private final FakeWard ward = new FakeWard();
  private final FakeClock time = new FakeClock();
  private List<String> faults = List.of();
  private List<SessionFigures> sessions = List.of();
  private final HealthPage page =
      new HealthPage("1.2.3", 512, time.clock(), ward, () -> sessions, () -> faults, List::of);

  private JsonNode read() throws IOException {
    return new JsonMapper().readTree(page.get().body());
  }

  @Test
  void tellsVersionUptimeBrokerAndCounters() throws IOException {
    time.advance(Duration.ofMillis(90_500));
    JsonNode json = read();
    assertThat(json.at("/status").asText()).isEqualTo("UP");
    assertThat(json.at("/version").asText()).isEqualTo("1.2.3");
    assertThat(json.at("/uptimeSeconds").asDouble()).isEqualTo(90.5);
    assertThat(json.at("/broker/up").asBoolean()).isTrue();
    assertThat(json.at("/broker/since").asText()).isEqualTo("2026-03-10T09:40:00Z");
    assertThat(json.at("/intake/messages").asLong()).isEqualTo(42);
  }

  @Test
  void tellsEachBedsDeviceAndTheAgeOfItsData() throws IOException {
    FakeBed heard = ward.admit("4 East", "407", 7);
    ward.admit("4 East", "408", 8);
    heard.report(new DeviceStatus(true, Set.of(Electrode.RA), 50), FakeBed.START_MICROS);
    heard.hear(time.clock().nanos());
    time.advance(Duration.ofMillis(2_250));

    JsonNode json = read();
    assertThat(json.at("/beds/0/bed").asText()).isEqualTo("407");
    assertThat(json.at("/beds/0/device").asText()).isEqualTo("ONLINE");
    assertThat(json.at("/beds/0/leadsOff/0").asText()).isEqualTo("RA");
    assertThat(json.at("/beds/0/ageSeconds").asDouble()).isEqualTo(2.25);
    assertThat(json.at("/beds/1/device").asText()).isEqualTo("UNHEARD");
    assertThat(json.at("/beds/1/ageSeconds").isNull()).isTrue();
  }

  @Test
  void namesNoPatient() {
    ward.admit("4 East", "407", 7);
    assertThat(new String(page.get().body(), StandardCharsets.UTF_8))
        .doesNotContain("Haddad", "Noor", "MRN");
  }

  @Test
  void tellsHowEachSessionDoes() throws IOException {
    sessions =
        List.of(
            new SessionFigures(
                3, "desk", "127.0.0.1:5", 100, 9_000, 2, 450, 1, 250, 0, false, true));
    JsonNode json = read();
    assertThat(json.at("/sessions/count").asInt()).isEqualTo(1);
    assertThat(json.at("/sessions/limit").asInt()).isEqualTo(512);
    assertThat(json.at("/sessions/stations/0/station").asText()).isEqualTo("desk");
    assertThat(json.at("/sessions/stations/0/bedsPending").asInt()).isEqualTo(1);
    assertThat(json.at("/sessions/stations/0/samplesDropped").asLong()).isEqualTo(250);
  }

  @Test
  void isDegradedWithoutBrokerAndFailingWithAFault() throws IOException {
    ward.broker(new BrokerState(false, 0));
    HttpReply degraded = page.get();
    assertThat(degraded.status()).isEqualTo(200);
    assertThat(read().at("/status").asText()).isEqualTo("DEGRADED");
    assertThat(read().at("/broker/since").isMissingNode()).isTrue();

    faults = List.of("Loop ward-0 died.");
    HttpReply failing = page.get();
    assertThat(failing.status()).isEqualTo(503);
    assertThat(read().at("/status").asText()).isEqualTo("FAILING");
    assertThat(read().at("/faults/0").asText()).isEqualTo("Loop ward-0 died.");
  }
}
