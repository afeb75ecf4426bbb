package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a window lets into buffers, on lines of which it knows nothing but the answers. */
class LagControlTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final int HEARTBEAT = 35;

  /** A line with a queue before it, and a station at its end that answers heartbeats. */
  private static final class Line {
    /** A heartbeat on its way. */
    private record Beat(long sequence, double end) {}

    /** An answer on its way. */
    private record Answer(long sequence, long dueNanos) {}

    private static final long STEP = 2 * MILLI;

    private final LagControl lag = new LagControl();
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final int frame;
    private final long delayNanos;
    private final double buffered;
    private double bytesPerSecond;
    private double waiting;
    private double sent;
    private double taken;
    private long sequence;
    private long now;
    private double mostAhead;

    /**
     * @param buffered bytes that buffers on the way take, however slow the line
     * @param delayMillis from the station's answer being sent to its being there
     */
    Line(double bytesPerSecond, double buffered, int frame, int delayMillis) {
      this.bytesPerSecond = bytesPerSecond;
      this.buffered = buffered;
      this.frame = frame;
      this.delayNanos = delayMillis * MILLI;
      beat();
    }

    private void beat() {
      lag.sent(HEARTBEAT);
      sent += HEARTBEAT;
      lag.heartbeat(++sequence, now);
      beats.add(new Beat(sequence, sent));
    }

    /** Time passes while so much more is to be sent. */
    void pass(double seconds, double wantedPerSecond) {
      long end = now + (long) (seconds * SECOND);
      while (now < end) {
        now += STEP;
        waiting += wantedPerSecond * STEP / SECOND;
        taken = Math.min(sent, taken + bytesPerSecond * STEP / SECOND);
        while (!beats.isEmpty() && beats.getFirst().end() <= taken) {
          answers.add(new Answer(beats.remove().sequence(), now + delayNanos));
        }
        while (!answers.isEmpty() && answers.getFirst().dueNanos() <= now) {
          lag.answered(answers.remove().sequence(), now);
        }
        if (now % SECOND == 0 && isWritable()) {
          beat();
        }
        drain();
      }
    }

    private boolean isWritable() {
      return sent - taken < buffered;
    }

    private void drain() {
      while (waiting >= frame && isWritable() && lag.permits(now)) {
        lag.sent(frame);
        sent += frame;
        waiting -= frame;
      }
      if (lag.asksForHeartbeat() && isWritable()) {
        beat();
      }
      mostAhead = Math.max(mostAhead, sent - taken);
    }
  }

  /** What lies before an alarm: a second of the line, or the least that may be on its way. */
  private static double mostAhead(double bytesPerSecond, int frame) {
    double fewFrames = 2 * (frame + HEARTBEAT) + 10 * HEARTBEAT;
    return Math.max(bytesPerSecond, LagControl.LEAST_WINDOW) + fewFrames;
  }

  @Property(tries = 300)
  void onNoLineThereIsMoreThanAboutASecondBeforeAnAlarm(
      @ForAll @IntRange(min = 2_000, max = 200_000) int bytesPerSecond,
      @ForAll @IntRange(min = 4_096, max = 200_000) int buffered,
      @ForAll @IntRange(min = 20, max = 1_000) int frame,
      @ForAll @IntRange(max = 300) int delayMillis,
      @ForAll @IntRange(max = 1_000_000) int backfill,
      @ForAll @IntRange(max = 200_000) int wantedPerSecond) {
    Line line = new Line(bytesPerSecond, buffered, frame, delayMillis);
    line.pass(0.25, 0);
    line.waiting = backfill;
    line.pass(15, wantedPerSecond);
    assertThat(line.mostAhead).isLessThan(mostAhead(bytesPerSecond, frame));
  }

  @Property(tries = 100)
  void burstAfterLittleWasSentOnALineThatHasBecomeSlowIsSmall(
      @ForAll @IntRange(min = 2_000, max = 20_000) int slow,
      @ForAll @IntRange(min = 100, max = 2_000) int usual) {
    Line line = new Line(10_000_000, 200_000, 200, 5);
    line.waiting = 500_000;
    line.pass(2, usual);
    assertThat(line.taken).isGreaterThan(500_000);
    line.pass(60, usual);
    line.bytesPerSecond = slow;
    line.mostAhead = 0;
    line.waiting = 500_000;
    line.pass(20, usual);
    assertThat(line.mostAhead).isLessThan(2 * mostAhead(Math.max(slow, 2 * usual), 200));
  }

  @ParameterizedTest(name = "{0} bytes a second, {1} ms: within {2} s")
  @CsvSource({
    // a backfill of 10 s for 16 beds
    "100_000_000,   0, 0.1",
    " 10_000_000,   1, 0.2",
    " 10_000_000, 100, 1.5",
    "  1_000_000,  40, 1.3",
    "    250_000,  40, 3.5",
  })
  void backfillToAFastStationIsNotSlow(String bytesPerSecond, int delayMillis, double seconds) {
    Line line = new Line(number(bytesPerSecond), 64 * 1024, 400, delayMillis);
    line.pass(0.3, 0);
    line.waiting = 500_000;
    line.pass(seconds, 0);
    assertThat(line.taken).isGreaterThan(500_000);
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("_", ""));
  }

  @ParameterizedTest
  @CsvSource({"2_000, 0", "6_000, 30", "20_000, 100", "200_000, 100"})
  void aSlowLineIsKeptBusy(String rate, int delayMillis) {
    double bytesPerSecond = number(rate);
    Line line = new Line(bytesPerSecond, 64 * 1024, 400, delayMillis);
    line.pass(3, 5 * bytesPerSecond);
    double before = line.taken;
    line.pass(60, 5 * bytesPerSecond);
    assertThat((line.taken - before) / bytesPerSecond).isGreaterThan(0.8 * 60);
  }

  @ParameterizedTest
  @CsvSource({"1_000, 1", "20_000, 1", "20_000, 250", "200_000, 100"})
  void aSteadyFlowThatTheLineTakesNeitherWaitsNorCostsHeartbeats(String rate, int delayMillis) {
    double wanted = number(rate);
    Line line = new Line(20 * wanted, 64 * 1024, 100, delayMillis);
    line.pass(40, wanted);
    long before = line.sequence;
    line.pass(100, wanted);
    assertThat(line.sequence - before).isBetween(100L, 115L);
    assertThat(line.sent).isGreaterThan(139 * wanted);
  }

  @Test
  void whileAHeartbeatIsUnansweredForASecondWhatCanWaitWaits() {
    LagControl lag = new LagControl();
    lag.heartbeat(1, 0);
    assertThat(lag.permits(SECOND)).isTrue();
    assertThat(lag.permits(SECOND + 1)).isFalse();
    assertThat(lag.isLate(SECOND)).isTrue();
    assertThat(lag.lagNanos(3 * SECOND)).isEqualTo(3 * SECOND);
    lag.answered(1, 3 * SECOND);
    assertThat(lag.lagNanos(3 * SECOND)).isZero();
    assertThat(lag.permits(3 * SECOND)).isTrue();
  }

  @Test
  void answersThatComeTogetherProveNoRate() {
    LagControl lag = new LagControl();
    lag.heartbeat(1, 0);
    lag.answered(1, 0);
    assertThat(lag.permits(SECOND)).isTrue();
    lag.sent(500);
    lag.heartbeat(2, SECOND);
    lag.sent(40_000);
    assertThat(lag.permits(SECOND)).isFalse();
    lag.heartbeat(3, SECOND);
    lag.answered(2, 8 * SECOND);
    lag.answered(3, 8 * SECOND + 1);
    assertThat(lag.window()).isLessThan(6_000);
  }
}
