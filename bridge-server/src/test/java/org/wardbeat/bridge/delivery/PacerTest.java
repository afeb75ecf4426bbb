package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacerTest {
  private static final int FRAME = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final Pacer pacer = new Pacer();
  private boolean answers;
  private long heartbeats;

  /** Sends as many updates as are permitted at each of 100 instants a second. */
  private long bytesIn(int seconds, int frame) {
    long sent = 0;
    for (long now = 0; now < seconds * SECOND; now += 10 * MILLI) {
      while (pacer.permits(now)) {
        pacer.update();
        pacer.sent(frame);
        sent += frame;
        if (answers) {
          pacer.heartbeat(++heartbeats, now);
          pacer.answered(heartbeats, now);
        }
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
    answers = true;
    pacer.limit(bytes, updates, 0);
    assertThat(bytesIn(10, frame)).isBetween(number(least), number(most));
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  @Test
  void withoutLimitsOnlyWhatIsNotProvedTakenWaits() {
    pacer.limit(0, 0, 0);
    assertThat(bytesIn(1, FRAME)).isEqualTo(LagControl.LEAST_WINDOW / FRAME * FRAME + FRAME);
    assertThat(pacer.holds()).isTrue();
    assertThat(pacer.takeHeld()).as("for a moment only").isFalse();
  }

  @Test
  void whatCannotWaitCountsButShutsNothingOutForEver() {
    pacer.limit(1_000, 0, 0);
    pacer.sent(1_000_000);
    pacer.heartbeat(1, 0);
    pacer.answered(1, 0);
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
}
