package org.wardbeat.render.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SampleRingConcurrencyTest {

  /** Every sample is its own index, so a reader can tell a torn copy from a true one. */
  @Test
  void aReaderNeverTakesOverwrittenSamplesForGood() throws InterruptedException {
    SampleRing ring = new SampleRing(250, 64);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicBoolean done = new AtomicBoolean();
    Thread reader = Thread.ofPlatform().start(() -> readUntil(done, ring, failure));

    int[] chunk = new int[37];
    for (long index = 0; index < 20_000_000; index += chunk.length) {
      for (int i = 0; i < chunk.length; i++) {
        chunk[i] = (int) (index + i);
      }
      ring.append(index, chunk, 0, chunk.length, (index + chunk.length) * 4_000);
    }
    done.set(true);
    reader.join();

    assertThat(failure.get()).isNull();
  }

  private static void readUntil(
      AtomicBoolean done, SampleRing ring, AtomicReference<Throwable> failure) {
    int[] copy = new int[64];
    try {
      while (!done.get()) {
        long end = ring.end();
        long from = Math.max(0, end - 64);
        int held = ring.copy(from, end, copy);
        int wanted = (int) (end - from);
        for (int i = 0; i < wanted; i++) {
          int expected = i < wanted - held ? SampleRing.GAP : (int) (from + i);
          assertThat(copy[i]).isEqualTo(expected);
        }
        if (end > 0) {
          long time = ring.timeline().timeMicros(end - 1);
          assertThat(time).isEqualTo((end - 1) * 4_000);
        }
      }
    } catch (Throwable e) {
      failure.set(e);
    }
  }
}
