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
  private static final String DESK = "1920x1080+0+0@1.0";
  private static final String SCALED = "1536x864+0+0@1.25";

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
    assertThat(first.pxPerMm(DESK)).isEmpty();
    first.keep(DESK, 3.78);
    assertThat(first.pxPerMm(DESK)).hasValue(3.78);
    awaitKept(file, DESK, 3.78);
  }

  @Test
  void eachDisplayHasItsOwn(@TempDir Path folder) {
    Path file = folder.resolve("screen-ruler.properties");
    new RulerFile(file).keep(DESK, 3.78);
    awaitKept(file, DESK, 3.78);
    RulerFile other = new RulerFile(file);
    assertThat(other.pxPerMm(SCALED)).as("another scale of it").isEmpty();
    other.keep(SCALED, 3.02);
    awaitKept(file, SCALED, 3.02);
    awaitKept(file, DESK, 3.78);
  }

  private static void awaitKept(Path file, String display, double pxPerMm) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(new RulerFile(file).pxPerMm(display)).hasValue(pxPerMm));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", DESK + "=0.1", DESK + "=1e9", DESK + "=wide", DESK + "=NaN", "\\u12"})
  void aFileThatCannotBeIsAsIfThereWereNone(String text, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("screen-ruler.properties"), text);
    assertThat(new RulerFile(file).pxPerMm(DESK)).isEmpty();
  }
}
