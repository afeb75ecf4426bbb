package org.wardbeat.station.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneStationTest {
  @TempDir Path folder;

  @Test
  void aSecondOneAsksTheFirstToShowItself() throws IOException {
    AtomicInteger shown = new AtomicInteger();
    try (OneStation first = OneStation.claim(folder, "station").orElseThrow()) {
      first.onAsked(shown::incrementAndGet);

      assertThat(OneStation.claim(folder, "station")).isEmpty();
      assertThat(OneStation.ask(folder, "station")).isTrue();
      assertThat(OneStation.ask(folder, "station")).isTrue();
      assertThat(shown).hasValue(2);
    }
  }

  @Test
  void aWallDisplayIsAnother() throws IOException {
    try (OneStation desk = OneStation.claim(folder, "station").orElseThrow();
        OneStation wall = OneStation.claim(folder, "wall").orElseThrow()) {
      assertThat(desk).isNotSameAs(wall);
    }
  }

  @Test
  void theNextOneMayRunOnceTheFirstHasEnded() throws IOException {
    OneStation.claim(folder, "station").orElseThrow().close();

    Optional<OneStation> next = OneStation.claim(folder, "station");

    assertThat(next).isPresent();
    next.orElseThrow().close();
    assertThat(OneStation.ask(folder, "station")).isFalse();
  }

  @Test
  void whatACrashLeftBehindIsNoStation() throws IOException {
    Files.createFile(folder.resolve("station.lock"));
    Files.createFile(folder.resolve("station.socket"));

    try (OneStation one = OneStation.claim(folder, "station").orElseThrow()) {
      one.onAsked(() -> {});
      assertThat(OneStation.ask(folder, "station")).isTrue();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.createFile(folder.resolve("in-the-way"));

    assertThatThrownBy(() -> OneStation.claim(file.resolve("deeper"), "station"))
        .isInstanceOf(IOException.class);
  }
}
