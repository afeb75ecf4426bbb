package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeAddressTest {
  @ParameterizedTest
  @CsvSource({
    "ws://bridge:8420/ws, ws://bridge:8420/ws, http://bridge:8420/session",
    "wss://bridge/ws, wss://bridge/ws, https://bridge/session",
    "https://bridge, wss://bridge/ws, https://bridge/session",
    "http://bridge:8420/, ws://bridge:8420/ws, http://bridge:8420/session",
    "WSS://bridge/ward/ws, wss://bridge/ward/ws, https://bridge/ward/session",
    "wss://bridge/ward, wss://bridge/ward, https://bridge/ward/session",
    "ws://[::1]:8420/ws, ws://[::1]:8420/ws, http://[::1]:8420/session"
  })
  void webSocketAndHttpLieBesideEachOther(URI given, URI webSocket, URI http) {
    BridgeAddress address = BridgeAddress.of(given);
    assertThat(address.webSocket()).isEqualTo(webSocket);
    assertThat(address.http("")).isEqualTo(http);
    assertThat(address.http("/up?from=1")).isEqualTo(URI.create(http + "/up?from=1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bridge:8420",
        "ftp://bridge/ws",
        "ws:nowhere",
        "ws://user:secret@bridge/ws",
        "ws://bridge/ws?x=1",
        "ws://bridge/ws#x"
      })
  void anythingElseIsRefused(URI given) {
    assertThatThrownBy(() -> BridgeAddress.of(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected an address such as");
  }
}
