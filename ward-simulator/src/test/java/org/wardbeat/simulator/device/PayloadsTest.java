package org.wardbeat.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

class PayloadsTest {
  @Test
  void theWaveformPayloadIsTheExampleOfTheDocument() {
    byte[] payload =
        Payloads.waveform(
            1_773_135_600L, new int[] {5, -3, 260}, 0, 3, 1000, 1_773_135_668_250_000L);
    assertThat(HexFormat.of().withUpperCase().formatHex(payload))
        .isEqualTo("0102000369AFE6F000000000000003E8" + "00064CA851A505900005FFFD0104");
  }

  @Test
  void samplesThatDoNotFitTwoBytesTakeFour() {
    byte[] payload = Payloads.waveform(1, new int[] {0, 40_000}, 1, 1, 0, 0);
    assertThat(payload)
        .hasSize(28)
        .startsWith(1, 4, 0, 1)
        .endsWith((byte) 0, (byte) 0, (byte) 0x9c, (byte) 0x40);
  }

  @Test
  void aBirthTellsTheLimitsOfAConverterWhereThereAreAny() throws IOException {
    WaveformChannel ecg = new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
    byte[] payload =
        Payloads.birth(
            1,
            Instant.EPOCH,
            "device",
            Optional.empty(),
            true,
            List.of(ecg.within(-1024, 1023), ecg.within(Integer.MIN_VALUE, 7), ecg));
    JsonNode channels = new ObjectMapper().readTree(payload).get("channels");
    assertThat(channels.get(0).get("lowest").asInt()).isEqualTo(-1024);
    assertThat(channels.get(0).get("highest").asInt()).isEqualTo(1023);
    assertThat(channels.get(1).has("lowest")).isFalse();
    assertThat(channels.get(1).get("highest").asInt()).isEqualTo(7);
    assertThat(channels.get(2).has("highest")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://127.0.0.1:1883, 127.0.0.1, 1883",
    "mqtt://broker.ward:2883, broker.ward, 2883",
    "tcp://localhost, localhost, 1883"
  })
  void aBrokersAddressIsUnderstood(String url, String host, int port) {
    assertThat(BrokerAddress.parse(url)).isEqualTo(new BrokerAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "foo", "http://x:1", "tcp://", "tcp://h:99999", "tcp://h:1/path", "tcp://h:x"})
  void anythingElseIsRefusedInOneSentence(String url) {
    assertThatThrownBy(() -> BrokerAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected tcp://host:port");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4/East", "4+", "#4", "4\0"})
  void labelsThatNoTopicCanHoldAreRefused(String unit) {
    assertThatThrownBy(() -> new Topics(new BedId(unit, "1"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds one of the characters / + # or NUL");
  }

  @Test
  void pausesBetweenAttemptsGrowToACapAndNeverFallBelowAFloor() {
    Backoff backoff = new Backoff(new SplittableRandom(1));
    long longest = 0;
    for (int i = 0; i < 1000; i++) {
      long pause = backoff.nextNanos();
      assertThat(pause).isBetween(Backoff.FLOOR_NANOS, Backoff.CAP_NANOS);
      longest = Math.max(longest, pause);
    }
    assertThat(longest).isGreaterThan(Backoff.CAP_NANOS / 2);
    backoff.reset();
    assertThat(backoff.nextNanos()).isLessThanOrEqualTo(500_000_000L);
  }
}
