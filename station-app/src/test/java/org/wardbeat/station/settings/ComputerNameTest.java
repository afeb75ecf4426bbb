package org.wardbeat.station.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputerNameTest {
  private static final String LONG =
      "a-name-of-a-computer-that-is-longer-than-any-that-a-bridge-takes-";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "desk-4, WIN-7, kernel, printed, desk-4",
    ", WIN-7, kernel, printed, WIN-7",
    ", , kernel, printed, kernel",
    "' ', '', kernel, printed, kernel",
    ", , , printed, printed",
    ", , localhost, ' printed ', printed",
    ", , (none), localhost.localdomain, station",
    LONG + ", , kernel, , kernel",
    ", , , , station"
  })
  void isTheFirstThatIsOne(
      @Nullable String hostname,
      @Nullable String computerName,
      @Nullable String kernel,
      @Nullable String printed,
      String name) {
    Map<String, String> environment = new HashMap<>();
    Optional.ofNullable(hostname).ifPresent(value -> environment.put("HOSTNAME", value));
    Optional.ofNullable(computerName).ifPresent(value -> environment.put("COMPUTERNAME", value));

    ComputerName found =
        ComputerName.of(
            environment,
            List.of(() -> Optional.ofNullable(kernel), () -> Optional.ofNullable(printed)));

    assertThat(found.value()).isEqualTo(name);
  }

  @Test
  void isNotLookedForFurtherThanNeeded() {
    ComputerName found =
        ComputerName.of(
            Map.of(),
            List.of(
                () -> Optional.of("kernel"),
                () -> {
                  throw new IllegalStateException("expected by the test");
                }));
    assertThat(found.value()).isEqualTo("kernel");
  }

  @Test
  void aFileOrProgramThatThereIsNotTellsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("hostname"), "ward-pc\nmore\n");
    assertThat(ComputerName.firstLine(file)).hasValue("ward-pc");
    assertThat(ComputerName.firstLine(folder.resolve("none"))).isEmpty();
    assertThat(ComputerName.answer(new ProcessBuilder(folder.resolve("none").toString())))
        .isEmpty();
  }

  @Test
  void thisComputerTellsAName() {
    assertThat(ComputerName.ofSystem().value()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "desk-4, windows-at-desk-4.properties",
    "Desk 4/East, windows-at-Desk-4-East.properties",
    "pc.ward.example, windows-at-pc-ward-example.properties"
  })
  void isPartOfTheNamesOfFiles(String name, String file) {
    assertThat(new ComputerName(name).file(folder, "windows", ".properties"))
        .isEqualTo(folder.resolve(file));
  }
}
