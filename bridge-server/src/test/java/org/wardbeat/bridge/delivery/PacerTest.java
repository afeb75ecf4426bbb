package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacerTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final Pacer pacer = new Pacer(SECOND);

  /** Sends as many updates as are permitted at each of 100 instants a second. */
  private long bytesIn(int seconds, int frame) {
    long sent = 0;
    for (long now = 0; now < seconds * SECOND; now += 10 * MILLI) {
      while (sent < 100_000_000 && pacer.permits(now)) {
        pacer.update();
        pacer.sent(frame);
        sent += frame;
      }
    }
    return sent;
  }

  @ParameterizedTest
  @CsvSource({
    // bytes/s, updates/s, bytes of a frame, least and most bytes in 10 s: a second's worth at once
    "1000,    0,  10,  10_000,  11_010",
    "1000,    0, 400,  10_000,  11_400",
    "1000,   50,  10,   5_000,   5_510",
    "   0,   50, 100,  50_000,  55_100",
    "   1,    0, 100,     100,     200",
  })
  void ratesAreKeptToWithinTheFirstSecondsWorth(
      long bytes, long updates, int frame, String least, String most) {
    pacer.limit(bytes, updates, 0);
    assertThat(bytesIn(10, frame)).isBetween(number(least), number(most));
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  @Test
  void withoutLimitsNothingWaits() {
    pacer.limit(0, 0, 0);
    assertThat(bytesIn(1, 1_000)).isEqualTo(100_000_000);
    assertThat(pacer.holds()).isFalse();
  }

  @Test
  void whatCannotWaitCountsButShutsNothingOutForEver() {
    pacer.limit(1_000, 0, 0);
    pacer.sent(1_000_000);
    assertThat(pacer.permits(4 * SECOND)).isFalse();
    assertThat(pacer.holds()).isTrue();
    assertThat(pacer.permits(6 * SECOND)).isTrue();
  }

  @Test
  void heldIsToldOnce() {
    pacer.limit(1, 0, 0);
    pacer.sent(10);
    assertThat(pacer.takeHeld()).isFalse();
    assertThat(pacer.permits(1)).isFalse();
    assertThat(pacer.takeHeld()).isTrue();
    assertThat(pacer.takeHeld()).isFalse();
  }

  @ParameterizedTest(name = "an answer after {0} ms to {1} bytes a second")
  @CsvSource({
    // lag in ms, bytes between heartbeats, window after it
    "  100, 100_000, none",
    "  900, 100_000, none",
    " 1001, 100_000, 74962",
    " 2000, 100_000, 50000",
    " 4000,   1_000, 4096",
  })
  void lateAnswersSetTheWindowToWhatTheStationTook(long lagMillis, String bytes, String window) {
    LagControl lag = new LagControl(SECOND);
    lag.sent(1, 0, 0);
    lag.answered(1, 0);
    lag.sent(2, number(bytes), SECOND);
    lag.answered(2, SECOND + lagMillis * MILLI);
    assertThat(lag.window())
        .isEqualTo(window.equals("none") ? LagControl.NO_WINDOW : Long.parseLong(window));
  }

  @Test
  void whileAHeartbeatIsUnansweredForASecondWhatCanWaitWaits() {
    LagControl lag = new LagControl(SECOND);
    lag.sent(1, 0, 0);
    assertThat(lag.permits(1_000_000, SECOND)).isTrue();
    assertThat(lag.permits(1_000_000, SECOND + 1)).isFalse();
    assertThat(lag.lagNanos(3 * SECOND)).isEqualTo(3 * SECOND);
    lag.answered(1, 3 * SECOND);
    assertThat(lag.lagNanos(3 * SECOND)).isZero();
    assertThat(lag.permits(LagControl.LEAST_WINDOW, 3 * SECOND)).isTrue();
    assertThat(lag.permits(LagControl.LEAST_WINDOW + 1, 3 * SECOND)).isFalse();
  }

  @Test
  void theWindowGrowsWithPromptAnswersUntilItIsNone() {
    LagControl lag = new LagControl(SECOND);
    lag.sent(1, 0, 0);
    lag.answered(1, 2 * SECOND);
    long before = lag.window();
    int answers = 0;
    for (long sequence = 2; lag.window() != LagControl.NO_WINDOW; sequence++) {
      lag.sent(sequence, 0, sequence * SECOND);
      lag.answered(sequence, sequence * SECOND + 100 * MILLI);
      assertThat(lag.window()).isGreaterThan(before);
      before = lag.window();
      answers++;
    }
    assertThat(answers).isLessThan(25);
  }

  /** A line of so many bytes a second with buffers that would take everything. */
  @ParameterizedTest
  @CsvSource({"2000", "20000", "200000"})
  void aSlowLineIsFilledButNotByMuchMoreThanASecond(double bytesPerSecond) {
    LagControl lag = new LagControl(SECOND);
    double sent = 0;
    double taken = 0;
    double worstLate = 0;
    long heartbeat = 0;
    long answered = 0;
    double[] heartbeatAt = new double[200];
    for (int tick = 0; tick < 100 * 100; tick++) { // 100 s in steps of 10 ms
      long now = tick * 10L * MILLI;
      if (tick % 100 == 0) {
        lag.sent(++heartbeat, (long) sent, now);
        heartbeatAt[(int) heartbeat] = sent;
      }
      double wanted = bytesPerSecond * 5 / 100;
      if (lag.permits((long) sent, now)) {
        sent += wanted;
      }
      taken = Math.min(sent, taken + bytesPerSecond / 100);
      while (answered < heartbeat && taken >= heartbeatAt[(int) (answered + 1)]) {
        lag.answered(++answered, now);
      }
      if (tick > 2_000) {
        worstLate = Math.max(worstLate, (sent - taken) / bytesPerSecond);
      }
    }
    assertThat(taken / bytesPerSecond).as("seconds' worth taken of 100").isGreaterThan(80);
    assertThat(worstLate).as("seconds' worth in the buffers").isLessThan(4);
  }
}
