package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame.GapReason;

/** The last minute of a channel. */
class ChunkRingTest {
  private static Chunk chunk(long first, int count) {
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (int) (first + i);
    }
    return new Chunk(1, 0, first, first, samples);
  }

  @Property(tries = 200)
  void holdsAMinuteAndNotMuchMore(
      @ForAll @IntRange(min = 1, max = 500) int frequency, @ForAll long seed) {
    ChunkRing ring = new ChunkRing(frequency);
    Random random = new Random(seed);
    long next = random.nextInt(1_000_000);
    for (int i = 0; i < 2_000; i++) {
      int count = 1 + random.nextInt(2 * frequency);
      boolean gap = random.nextInt(10) == 0;
      ring.append(gap ? new GapChunk(1, 0, next, count, GapReason.SOURCE) : chunk(next, count));
      next += count;
    }
    RingEntry oldest = Objects.requireNonNull(ring.entry(ring.oldest()));
    assertThat(oldest.nextSample()).isGreaterThan(next - 60L * frequency);
    assertThat(oldest.firstSample()).isLessThanOrEqualTo(next - 60L * frequency);
    for (long i = ring.oldest() + 1; i < ring.end(); i++) {
      RingEntry before = Objects.requireNonNull(ring.entry(i - 1));
      RingEntry entry = Objects.requireNonNull(ring.entry(i));
      assertThat(entry.firstSample()).isEqualTo(before.nextSample());
      assertThat(ring.find(entry.firstSample())).isEqualTo(i);
      assertThat(ring.find(entry.nextSample() - 1)).isEqualTo(i);
    }
    assertThat(ring.find(next)).isEqualTo(ring.end());
    assertThat(ring.find(0)).isEqualTo(ring.oldest());
    assertThat(ring.entry(ring.end())).isNull();
    assertThat(ring.entry(ring.oldest() - 1)).isNull();
  }

  @Test
  void chunksOfOneSampleAreBoundInNumber() {
    ChunkRing ring = new ChunkRing(500);
    for (long i = 0; i < 40_000; i++) {
      ring.append(chunk(i, 1));
    }
    assertThat(ring.end() - ring.oldest()).isEqualTo(ChunkRing.MAX_ENTRIES);
    RingEntry newest = Objects.requireNonNull(ring.newest());
    assertThat(newest.firstSample()).isEqualTo(39_999);
  }

  @Test
  void aReaderSeesEveryEntryInOrderOrIsToldThatItWasOvertaken() throws InterruptedException {
    ChunkRing ring = new ChunkRing(10);
    int entries = 300_000;
    AtomicBoolean torn = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  long next = 0;
                  while (next < entries) {
                    RingEntry entry = ring.entry(next);
                    if (entry != null) {
                      torn.compareAndSet(false, entry.firstSample() != next * 3);
                      next++;
                    } else if (next < ring.oldest()) {
                      next = ring.oldest();
                    }
                  }
                });
    for (long i = 0; i < entries; i++) {
      ring.append(chunk(i * 3, 3));
    }
    reader.join();
    assertThat(torn).isFalse();
  }

  @Test
  void framesAreSharedByThoseWithTheSameBaseAndVariantOnly() {
    EncodedFrames frames = new EncodedFrames();
    byte[] kept = frames.keep(7, 1, new byte[] {1});
    assertThat(frames.find(7, 1)).isSameAs(kept);
    assertThat(frames.find(7, 2)).isNull();
    assertThat(frames.find(8, 1)).isNull();
    for (int base = 100; base < 200; base++) {
      assertThat(frames.find(base, 1)).isNull();
      byte[] next = frames.keep(base, 1, new byte[] {2});
      assertThat(frames.find(base, 1)).isSameAs(next);
    }
    assertThat(frames.find(7, 1)).as("no more than a few are kept").isNull();
  }
}
