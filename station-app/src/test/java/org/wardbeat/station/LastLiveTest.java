package org.wardbeat.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.settings.ComputerName;

class LastLiveTest {
  @TempDir private Path folder;

  @Test
  void isRememberedUntilTheStationEndsOnPurpose() {
    Path file = folder.resolve("wardbeat").resolve("last-live");
    LastLive first = new LastLive(file);
    assertThat(first.read()).isEmpty();
    first.follow(() -> 42);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(new LastLive(file).read()).hasValue(42));
    first.close();
    assertThat(new LastLive(file).read()).isEmpty();
  }

  @Test
  void fileThatHoldsNoTimeSaysNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("last-live"), "yesterday");
    assertThat(new LastLive(file).read()).isEmpty();
  }

  @Test
  void aWallDisplayBesideADeskRemembersItsOwn() throws IOException {
    ComputerName computer = new ComputerName("desk-4");
    Files.writeString(folder.resolve("last-live-at-desk-4"), "42");
    Files.writeString(folder.resolve("last-live-wall-at-desk-4"), "43");
    LastLive.of(folder, computer, false).close();
    assertThat(LastLive.of(folder, computer, false).read()).isEmpty();
    assertThat(LastLive.of(folder, computer, true).read()).hasValue(43);
  }
}
