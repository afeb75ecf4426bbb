package org.wardbeat.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return StationMain.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--colour=red | Unknown option: '--colour=red'",
        "--bridge=ftp://127.0.0.1:1/ws | --bridge: expected an address such as",
        "--bridge=ws://user:secret@127.0.0.1/ws | --bridge: expected an address such as",
        "--proxy=squid | --proxy: expected HOST:PORT, got 'squid'",
        "--proxy=squid:99999 | --proxy: expected HOST:PORT",
        "--proxy-credentials=/no/such/file | --proxy-credentials: cannot read the file",
        "--ca=/no/such/file | --ca: there is no file /no/such/file",
        "--bridge=ws:nowhere | --bridge: expected an address such as",
        "--bridge=ws://[broken | --bridge",
        "--beds=65 | --beds: expected a whole number from 1 to 64, got '65'",
        "--beds=0 | --beds: expected a whole number from 1 to 64, got '0'",
        "--beds=many | --beds",
        "--seconds=0 | --seconds: expected a whole number from 1",
        "--unit= | --unit: expected a name of 1 to 64 characters",
        "--max-bytes-per-second=0 | --max-bytes-per-second: expected a whole number above 0",
        "--proxy=nowhere | --proxy: expected HOST:PORT, got 'nowhere'.",
        "--volume=29 | --volume: expected a whole number from 30 to 100, got '29'",
        "--volume=101 | --volume: expected a whole number from 30 to 100, got '101'",
        "stray | Unmatched argument"
      })
  void wrongCommandLineIsOneSentenceAndExitCode2(String argument, String sentence) {
    assertThat(run(argument)).isEqualTo(2);
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(said).contains(sentence).hasLineCount(1);
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--wall | --distance-metres=0.5 | --distance-metres: expected a number from 1 to 15",
        "--wall | --distance-metres=20 | --distance-metres: expected a number from 1 to 15",
        "--wall | --distance-metres=far | --distance-metres",
        "--wall | --display-inches=5 | --display-inches: expected a number from 10 to 300",
        "--wall | --operator=Okafor | --operator: nobody acts at a wall display",
        "--beds=4 | --distance-metres=4 | --distance-metres: only a wall display",
        "--wall | --display=0 | --display: expected a whole number from 1 to 16, got '0'",
        "--beds=4 | --display-inches=55 | --display-inches: only a wall display",
        "--wall | --wall-names=full | --wall-names: expected initials or none, got 'full'",
        "--beds=4 | --wall-names=none | --wall-names: only a wall display",
        "--beds=4 | --display=2 | --display: only a wall display"
      })
  void wrongOptionsOfAWallAreOneSentenceAndExitCode2(String first, String second, String sentence) {
    assertThat(run(first, second)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence).hasLineCount(1);
  }

  @Test
  void helpListsTheOptions() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--bridge", "--unit", "--beds", "--seconds", "--report", "--snapshots")
        .contains("--headless", "--end-with-stdin")
        .contains("--proxy", "--proxy-credentials", "--ca")
        .contains("--wall", "--distance-metres", "--display-inches", "--wall-names");
  }

  @Test
  void onlyLinuxWithoutAnyDisplayHasNone() {
    assertThat(DisplayMode.hasDisplay("Linux", Map.of())).isFalse();
    assertThat(DisplayMode.hasDisplay("Linux", Map.of("DISPLAY", ""))).isFalse();
    assertThat(DisplayMode.hasDisplay("Linux", Map.of("DISPLAY", ":0"))).isTrue();
    assertThat(DisplayMode.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
    assertThat(DisplayMode.hasDisplay("Windows 11", Map.of())).isTrue();
  }
}
