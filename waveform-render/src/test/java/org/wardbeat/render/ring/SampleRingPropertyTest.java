package org.wardbeat.render.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.render.ring.SampleRing.GAP;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SampleRingPropertyTest {

  record Chunk(int step, int length) {}

  @Provide
  Arbitrary<List<Chunk>> chunks() {
    return Combinators.combine(
            Arbitraries.integers().between(-20, 40), Arbitraries.integers().between(0, 30))
        .as(Chunk::new)
        .list()
        .ofMaxSize(40);
  }

  /** A map of every sample ever received first, by index, says the same as the ring. */
  @Property(tries = 500)
  void holdsWhatASimpleModelHolds(
      @ForAll("chunks") List<Chunk> chunks, @ForAll @IntRange(min = 1, max = 64) int capacity) {
    SampleRing ring = new SampleRing(100, capacity);
    NavigableMap<Long, Integer> model = new TreeMap<>();
    int value = 0;
    for (Chunk chunk : chunks) {
      long first = Math.max(0, ring.end() + chunk.step());
      int[] samples = new int[chunk.length()];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = value++;
        if (model.isEmpty() || first + i > model.lastKey()) {
          model.put(first + i, samples[i]);
        }
      }
      ring.append(first, samples, 0, samples.length, (first + samples.length) * 10_000);
      assertSame(ring, model, capacity);
    }
  }

  private static void assertSame(SampleRing ring, NavigableMap<Long, Integer> model, int capacity) {
    if (model.isEmpty()) {
      assertThat(ring.oldest()).isEqualTo(ring.end());
      return;
    }
    long end = model.lastKey() + 1;
    long oldest = Math.max(model.firstKey(), end - capacity);
    assertThat(ring.end()).isEqualTo(end);
    assertThat(ring.oldest()).isEqualTo(oldest);
    assertThat(ring.samples()).isEqualTo(model.size());
    assertThat(ring.lostSamples()).isEqualTo(end - model.firstKey() - model.size());
    int[] copy = new int[(int) (end - oldest) + 10];
    assertThat(ring.copy(oldest - 5, end + 5, copy)).isEqualTo((int) (end - oldest));
    for (int i = 0; i < copy.length; i++) {
      long index = oldest - 5 + i;
      int expected = index < oldest ? GAP : model.getOrDefault(index, GAP);
      assertThat(copy[i]).as("sample %d", index).isEqualTo(expected);
    }
  }

  /** However chunk ends jitter, time rises with the index, and index and time are inverse. */
  @Property(tries = 300)
  void timeRisesWithTheIndex(
      @ForAll @Size(max = 60) List<@IntRange(min = -60_000, max = 60_000) Integer> jitters) {
    SampleRing ring = new SampleRing(250, 4_000);
    int[] chunk = new int[63];
    long index = 0;
    for (int jitter : jitters) {
      ring.append(index, chunk, 0, chunk.length, 1_000_000_000 + (index + 63) * 4_000 + jitter);
      index += chunk.length;
    }
    SampleTimeline timeline = ring.timeline();
    for (long i = ring.oldest() + 1; i < ring.end(); i++) {
      assertThat(timeline.timeMicros(i) - timeline.timeMicros(i - 1)).isBetween(3_959L, 4_041L);
      assertThat(timeline.indexAtOrAfter(timeline.timeMicros(i))).isEqualTo(i);
      assertThat(timeline.indexAtOrAfter(timeline.timeMicros(i) + 1)).isEqualTo(i + 1);
    }
  }
}
