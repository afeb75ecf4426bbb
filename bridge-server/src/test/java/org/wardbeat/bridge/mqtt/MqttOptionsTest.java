package org.wardbeat.bridge.mqtt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttOptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "bridge\n", "bridge\u0001a"})
  void aClientIdThatNoOtherBridgeWouldTakeIsRefused(String clientId) {
    assertThatThrownBy(
            () -> MqttOptions.of(URI.create("tcp://localhost"), MqttVersion.V5, clientId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("client id: expected");
  }
}
