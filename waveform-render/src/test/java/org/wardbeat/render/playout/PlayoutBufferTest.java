package org.wardbeat.render.playout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Chunks of 250 ms come with a delay that varies; frames are 16 ms apart. All time is told. */
class PlayoutBufferTest {

  private static final long FRAME_NANOS = 16_000_000;
  private static final long ORIGIN = 1_700_000_000_000_000L;
  private static final long CHUNK_MICROS = 250_000;

  private final PlayoutBuffer buffer = new PlayoutBuffer(Duration.ofSeconds(1));
  private final PlayoutClock clock = new PlayoutClock(this::bridgeMicros, buffer);
  private long nanos;
  private long chunk;
  private long dueMicros;
  private long lateChunks;
  private double fastest;

  private long bridgeMicros() {
    return ORIGIN + nanos / 1_000;
  }

  /** Runs on for a time in which chunks take so long to come, from their end on, and no less. */
  private void run(double seconds, Random random, long leastMicros, long mostMicros) {
    long until = nanos + (long) (seconds * 1e9);
    while (nanos < until) {
      long before = clock.playheadMicros();
      long epoch = clock.epoch();
      nanos += FRAME_NANOS;
      while (dueMicros <= nanos / 1_000) {
        long begin = chunk * CHUNK_MICROS + ORIGIN;
        lateChunks += clock.epoch() > 0 && begin <= before ? 1 : 0;
        arrived = Math.min(arrived, begin);
        chunk++;
        long delay = leastMicros + (long) (random.nextDouble() * (mostMicros - leastMicros));
        dueMicros = Math.max(dueMicros, (chunk + 1) * CHUNK_MICROS + delay);
      }
      clock.advance(nanos);
      if (arrived != Long.MAX_VALUE) {
        clock.arrived(arrived);
        arrived = Long.MAX_VALUE;
      }
      if (epoch == clock.epoch()) {
        long moved = clock.playheadMicros() - before;
        assertThat(moved).isNotNegative();
        fastest = Math.max(fastest, moved / (FRAME_NANOS / 1e3));
      }
      assertThat(buffer.micros()).isBetween(300_000L, 2_000_000L);
    }
  }

  private long arrived = Long.MAX_VALUE;

  @Test
  void shrinksSlowlyToWhatIsEnough() {
    run(20, new Random(1), 40_000, 60_000);
    assertThat(buffer.micros()).isBetween(895_000L, 1_000_000L);

    run(180, new Random(1), 40_000, 60_000);
    assertThat(buffer.micros()).isEqualTo(400_000);
    assertThat(bridgeMicros() - clock.playheadMicros()).isEqualTo(400_000);
    assertThat(lateChunks).isZero();
    assertThat(clock.jumps()).isZero();
    assertThat(fastest).isBetween(1.0, 1.011);
  }

  @Test
  void growsAtOnceWhenChunksComeLate() {
    run(200, new Random(2), 40_000, 60_000);
    run(4, new Random(2), 900_000, 900_001);
    assertThat(lateChunks).isPositive();
    assertThat(buffer.micros()).isGreaterThan(1_150_000);
    assertThat(buffer.grown()).isPositive();

    long lost = lateChunks;
    run(60, new Random(3), 500_000, 900_000);
    assertThat(lateChunks).isEqualTo(lost);
    assertThat(clock.epoch()).isEqualTo(1);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void doesNotWaitForWhatIsTooLateForAnyBuffer() {
    run(100, new Random(4), 40_000, 60_000);
    long before = buffer.micros();
    clock.arrived(bridgeMicros() - 2_500_000);
    clock.advance(nanos);

    assertThat(buffer.micros()).isLessThanOrEqualTo(before);
  }

  @Test
  void remembersTheWorstOfHalfAMinute() {
    run(1, new Random(5), 40_000, 60_000);
    clock.arrived(bridgeMicros() - 1_200_000);
    long grown = buffer.micros();
    assertThat(grown).isEqualTo(1_500_000);

    run(28, new Random(5), 40_000, 60_000);
    assertThat(buffer.micros()).isEqualTo(grown);
    run(10, new Random(5), 40_000, 60_000);
    assertThat(buffer.micros()).isBetween(grown - 60_000, grown - 20_000);
  }

  @Test
  void keepsItsLengthWhileNothingComes() {
    clock.advance(nanos);
    for (int i = 0; i < 10_000; i++) {
      nanos += FRAME_NANOS;
      clock.advance(nanos);
    }

    assertThat(buffer.micros()).isEqualTo(1_000_000);
  }

  @Test
  void startsWithinItsBounds() {
    assertThat(new PlayoutBuffer(Duration.ZERO).micros()).isEqualTo(300_000);
    assertThat(new PlayoutBuffer(Duration.ofSeconds(9)).micros()).isEqualTo(2_000_000);
  }

  /** However late chunks come, waves never run visibly fast, and none is lost again and again. */
  @Property(tries = 40)
  void whatCameOnceInTimeComesInTimeAgain(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 700_000) long least,
      @ForAll @LongRange(min = 0, max = 700_000) long spread) {
    Random random = new Random(seed);
    PlayoutBufferTest subject = new PlayoutBufferTest();
    subject.run(20, random, least, least + spread);
    long lost = subject.lateChunks;
    subject.run(20, random, least, least + spread);

    assertThat(subject.fastest).isLessThanOrEqualTo(1.011);
    assertThat(subject.clock.jumps()).isZero();
    assertThat(subject.lateChunks - lost).isLessThanOrEqualTo(2);
  }
}
