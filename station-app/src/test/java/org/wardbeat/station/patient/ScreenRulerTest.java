package org.wardbeat.station.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenRulerTest {
  @ParameterizedTest
  @CsvSource({"250, 4", "265.5, 3.766", "'264,58', 3.7796", "' 1000 ', 1", "50, 20"})
  void tellsPixelsOfAMillimetre(String typed, double pxPerMm) {
    ScreenRuler ruler = new ScreenRuler(1_000, 4);
    ruler.type(typed);
    assertThat(ruler.pxPerMm().orElseThrow()).isCloseTo(pxPerMm, offset(0.001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "49.9", "1000.5", "-250", "250 mm", "NaN", "1e3", "25.1234"})
  void tellsNothingOfWhatNoBarCanBe(String typed) {
    ScreenRuler ruler = new ScreenRuler(1_000, 4);
    ruler.type(typed);
    assertThat(ruler.pxPerMm()).isEmpty();
  }

  @Test
  void beginsWithWhatIsTakenForTrueAndStepsByHalfMillimetres() {
    ScreenRuler ruler = new ScreenRuler(1_000, 4);
    assertThat(ruler.typed()).isEqualTo("250");
    ruler.step(1);
    assertThat(ruler.typed()).isEqualTo("250.5");
    ruler.step(-3);
    assertThat(ruler.typed()).isEqualTo("249");
  }

  @Test
  void isKeptFromOneStartToTheNext(@TempDir Path folder) {
    Path file = folder.resolve("wardbeat").resolve("screen-ruler.properties");
    RulerFile first = new RulerFile(file);
    assertThat(first.pxPerMm()).isEmpty();
    first.keep(3.78);
    assertThat(first.pxPerMm()).hasValue(3.78);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(new RulerFile(file).pxPerMm()).hasValue(3.78));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "px-per-mm=0.1", "px-per-mm=1e9", "px-per-mm=wide", "px-per-mm=NaN"})
  void aFileThatCannotBeIsAsIfThereWereNone(String text, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("screen-ruler.properties"), text);
    assertThat(new RulerFile(file).pxPerMm()).isEmpty();
  }
}
