package org.wardbeat.station.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<List<String>> starts = new ArrayList<>();
  private Duration now = Duration.ZERO;

  /** Each life of the station lasts so long, and ends with the next of these codes. */
  private int guard(Duration life, int... codes) throws Exception {
    Deque<Integer> left = new ArrayDeque<>();
    for (int code : codes) {
      left.add(code);
    }
    Guard.Child child =
        more -> {
          starts.add(more);
          now = now.plus(life);
          return left.remove();
        };
    return new Guard(
            child, () -> now.toNanos(), new PrintStream(said, true, StandardCharsets.UTF_8))
        .run();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 129, 130, 143})
  void anEndOnPurposeIsTheEnd(int code) throws Exception {
    assertThat(guard(Duration.ofSeconds(5), code)).isEqualTo(code);
    assertThat(starts).hasSize(1);
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 134, 137, 139, -1073741819})
  void aCrashIsSaidAndTheStationStartedAgain(int code) throws Exception {
    assertThat(guard(Duration.ofSeconds(5), code, 0)).isZero();
    assertThat(starts).containsExactly(List.of(), List.of());
    assertThat(said())
        .hasLineCount(1)
        .contains("ended unexpectedly (exit code " + code + ") and is started again.");
  }

  @Test
  void afterTwoCrashesTheGraphicsCardIsLeftAlone() throws Exception {
    assertThat(guard(Duration.ofSeconds(5), 139, 139, 0)).isZero();
    assertThat(starts).containsExactly(List.of(), List.of(), List.of("--software"));
  }

  @Test
  void aStationThatKeepsEndingIsNotStartedForEver() throws Exception {
    assertThat(guard(Duration.ofSeconds(5), 134, 134, 134, 139)).isEqualTo(139);
    assertThat(starts).hasSize(4);
    assertThat(said()).hasLineCount(4).contains("it is not started any more");
  }

  @Test
  void crashesThatLieFarApartAreForgotten() throws Exception {
    assertThat(guard(Duration.ofMinutes(11), 134, 134, 134, 134, 134, 0)).isZero();
    assertThat(starts).hasSize(6).allMatch(List::isEmpty);
  }

  @ParameterizedTest
  @CsvSource({
    "--wall, true",
    "--bridge=ws://h/ws, true",
    "--headless, false",
    "--unguarded, false",
    "--help, false",
    "-V, false"
  })
  void guardsWhatHasAWindow(String argument, boolean guarded) {
    assertThat(Guard.isFor(List.of("--no-sound", argument))).isEqualTo(guarded);
  }
}
