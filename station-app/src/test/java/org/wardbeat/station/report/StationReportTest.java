package org.wardbeat.station.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.wire.ward.LinkState;

class StationReportTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;
  private long nanos = 3 * SECOND;
  private final StationReport report = new StationReport(() -> nanos);

  private JsonNode written() throws IOException {
    Path file = folder.resolve("made/on/demand/r.json");
    report.write(file, 16, LinkState.STREAMING, "WebSocket");
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void holdsWhatItPromises() throws IOException {
    JsonNode json = written();
    assertThat(json.get("beds").asInt()).isEqualTo(16);
    assertThat(json.get("link").asText()).isEqualTo("STREAMING");
    assertThat(json.get("transport").asText()).isEqualTo("WebSocket");
    assertThat(json.get("framesPerSecond").asDouble()).isZero();
    assertThat(json.get("samplesReceived").asLong()).isZero();
    assertThat(json.get("gaps").asLong()).isZero();
    assertThat(json.get("bytesPerSecond").asLong()).isZero();
    assertThat(json.get("endToEndMillis").has("p50")).isTrue();
    assertThat(json.get("endToEndMillis").has("p99")).isTrue();
    assertThat(json.get("paintMillis").has("p50")).isTrue();
    assertThat(json.get("paintMillis").has("p99")).isTrue();
    assertThat(json.get("versions").properties())
        .extracting(member -> member.getKey())
        .containsExactly("wardbeat", "java", "javafx", "os");
    assertThat(json.get("liveHeapMegabytes").asDouble()).isPositive();
  }

  @Test
  void percentilesAreThoseOfWhatWasRecorded() throws IOException {
    for (int i = 1; i <= 1_000; i++) {
      report.decoded(i * 10L);
    }
    report.decoded(-5);
    JsonNode endToEnd = written().get("endToEndMillis");
    assertThat(endToEnd.get("p50").asDouble()).isCloseTo(5.0, within(0.05));
    assertThat(endToEnd.get("p99").asDouble()).isCloseTo(9.9, within(0.05));
    assertThat(endToEnd.get("max").asDouble()).isCloseTo(10.0, within(0.05));
    assertThat(endToEnd.get("count").asLong()).isEqualTo(1_001);
  }

  @Test
  void writingTwiceForgetsNothing() throws IOException {
    report.decoded(1_000);
    written();
    report.decoded(3_000);
    assertThat(written().get("endToEndMillis").get("count").asLong()).isEqualTo(2);
  }

  @Test
  void framesAreCountedFromTheFirstPulseToTheLast() throws IOException {
    for (int i = 0; i <= 120; i++) {
      report.pulse(i * SECOND / 60);
    }
    JsonNode json = written();
    assertThat(json.get("framesPerSecond").asDouble()).isCloseTo(60, within(0.1));
    assertThat(json.get("frameMillis").get("p50").asDouble()).isCloseTo(16.7, within(0.1));
  }

  @Test
  void paintingIsMeasuredFromTheDecodingOfWhatIsShown() throws IOException {
    long decoded = nanos;
    nanos += 12_000_000;
    report.painted(decoded);
    assertThat(written().get("paintMillis").get("max").asDouble()).isCloseTo(12, within(0.05));
  }

  @Test
  void bytesCountOnlyWhileLive() throws IOException {
    report.connected();
    report.received(1_000_000);
    report.live(true, nanos);
    report.received(5_000);
    nanos += 10 * SECOND;
    report.live(false, nanos);
    report.connected();
    nanos += 10 * SECOND;
    JsonNode json = written();
    assertThat(json.get("bytesPerSecond").asLong()).isEqualTo(500);
    assertThat(json.get("liveSeconds").asDouble()).isEqualTo(10);
    assertThat(json.get("reconnects").asInt()).isOne();
  }
}
