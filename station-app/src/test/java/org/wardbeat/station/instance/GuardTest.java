package org.wardbeat.station.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.station.instance.Guard.Patience;

class GuardTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<List<String>> starts = new ArrayList<>();
  private final List<Long> waits = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private int guard(Duration life, int... codes) throws Exception {
    return guard(Patience.DESK, life, codes);
  }

  /** Each life of the station lasts so long, and ends with the next of these codes. */
  private int guard(Patience patience, Duration life, int... codes) throws Exception {
    Deque<Integer> left = new ArrayDeque<>();
    for (int code : codes) {
      left.add(code);
    }
    return guard(
        patience,
        more -> {
          starts.add(more);
          now = now.plus(life);
          return left.remove();
        });
  }

  private int guard(Patience patience, Guard.Child child) throws Exception {
    Guard.Pause pause =
        time -> {
          waits.add(time.toSeconds());
          now = now.plus(time);
        };
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Guard(child, patience, () -> now.toNanos(), pause, err).run();
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
  @ValueSource(ints = {3, Guard.FROZEN, 134, 137, 139, -1073741819})
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
    assertThat(waits).isEmpty();
    assertThat(said()).hasLineCount(4).contains("it is not started any more");
  }

  @Test
  void crashesThatLieFarApartAreForgotten() throws Exception {
    assertThat(guard(Duration.ofMinutes(11), 134, 134, 134, 134, 134, 0)).isZero();
    assertThat(starts).hasSize(6).allMatch(List::isEmpty);
  }

  @Test
  void aWallDisplayIsNeverGivenUpAndWaitedForLongerEachTimeUpToAMinute() throws Exception {
    int[] codes = new int[100];
    Arrays.fill(codes, 134);
    codes[99] = 0;

    assertThat(guard(Patience.WALL, Duration.ofSeconds(5), codes)).isZero();

    assertThat(starts).hasSize(100);
    assertThat(starts.subList(2, 100)).containsOnly(List.of("--software"));
    assertThat(waits).hasSize(99).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(waits.subList(6, 99)).containsOnly(60L);
    assertThat(said())
        .hasLineCount(99)
        .contains("ended unexpectedly (exit code 134) and is started again in 32 s.");
  }

  @Test
  void crashesOfAWallDisplayThatLieFarApartAreForgotten() throws Exception {
    assertThat(guard(Patience.WALL, Duration.ofMinutes(11), 134, 134, 134, 134, 0)).isZero();
    assertThat(starts).hasSize(5).allMatch(List::isEmpty);
    assertThat(waits).containsOnly(1L);
  }

  @Test
  void aWallDisplayThatFailsToStartIsTriedAgainOnlyIfItRanBefore() throws Exception {
    assertThat(guard(Patience.WALL, Duration.ofSeconds(5), 1)).isEqualTo(1);
    assertThat(waits).isEmpty();
    assertThat(guard(Patience.WALL, Duration.ofSeconds(5), 134, 1, 1, 143)).isEqualTo(143);
    assertThat(waits).containsExactly(1L, 2L, 4L);
  }

  @Test
  void aWallDisplayWhoseProcessCannotBeMadeIsTriedAgainIfItRanBefore() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    Guard.Child child =
        _ ->
            switch (tries.incrementAndGet()) {
              case 1 -> 137;
              case 2 -> throw new IOException("out of memory");
              default -> 0;
            };

    assertThat(guard(Patience.WALL, child)).isZero();
    assertThat(said()).contains("The station cannot be started: out of memory.");

    tries.set(0);
    assertThatThrownBy(() -> guard(Patience.DESK, child)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"--wall, WALL", "--no-sound, DESK"})
  void aWallDisplayIsKnownByItsOption(String argument, Patience patience) {
    assertThat(Patience.with(List.of("--beds=4", argument))).isEqualTo(patience);
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
