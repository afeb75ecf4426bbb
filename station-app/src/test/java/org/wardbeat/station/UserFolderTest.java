package org.wardbeat.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
  @Test
  void isWhereEachSystemKeepsSettings() {
    assertThat(UserFolder.of("Linux", "/home/n", Map.of()))
        .isEqualTo(Path.of("/home/n/.config/wardbeat"));
    assertThat(UserFolder.of("Linux", "/home/n", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/cfg/wardbeat"));
    assertThat(UserFolder.of("Linux", "/home/n", Map.of("XDG_CONFIG_HOME", "relative")))
        .isEqualTo(Path.of("/home/n/.config/wardbeat"));
    assertThat(UserFolder.of("Mac OS X", "/Users/n", Map.of()))
        .isEqualTo(Path.of("/Users/n/Library/Application Support/Wardbeat"));
    assertThat(UserFolder.of("Windows 11", "/home/n", Map.of()))
        .isEqualTo(Path.of("/home/n/AppData/Roaming/Wardbeat"));
  }
}
