package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.wardbeat.bridge.alarm.AlarmsByHand;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.frame.Frame.GapReason;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A network that drops, repeats, reorders and re-cuts, and devices that start anew, against a naive
 * model: of each birth every sample from the first that came is in the ring once, or in a gap.
 */
class WardLoopModelTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final WaveformChannel CHANNEL =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");

  /** One ward loop, written to without a thread. */
  private static final class Fixture {
    private final BedRegistry registry = new BedRegistry();
    private final AlarmsByHand alarms = new AlarmsByHand(BridgeClock.system());
    private final Quarantine quarantine = new Quarantine(() -> 0);
    private final WardLoop loop =
        new WardLoop(
            "test",
            Executors.newSingleThreadScheduledExecutor(),
            IntakeLimits.DEFAULT,
            registry,
            quarantine,
            new WardCounters(),
            new WardAlarms(
                alarms.system(), new AlarmLog(() -> {}), bed -> {}, RuleSettings.DEFAULT),
            changed -> {},
            () -> {},
            new BridgeClock(() -> 0, () -> Instant.EPOCH));
    private long nanos;

    private void observe(Observation observation) {
      nanos += 1_000_000;
      loop.observe(
          observation, new InboundMessage("test", new byte[0], false, false, nanos, nanos / 1_000));
      alarms.settle();
    }

    private ChunkRing ring() {
      return registry.beds().getFirst().ring(0);
    }
  }

  private static Observation.Birth birth(long number) {
    return new Observation.Birth(BED, number, 0, "patch", null, true, List.of(CHANNEL));
  }

  private static int sample(long birth, long index) {
    return (int) (birth * 1_000_003 + index * 7);
  }

  private static Observation.Samples chunk(long birth, long first, int count) {
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      samples[i] = sample(birth, first + i);
    }
    return new Observation.Samples(BED, birth, 0, first, first * 4_000, samples);
  }

  @Property(tries = 300)
  void everySampleIsTakenOnceOrInAGap(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int births) {
    Fixture ward = new Fixture();
    Random random = new Random(seed);
    for (long birth = 1; birth <= births; birth++) {
      ward.observe(birth(birth));
      List<Observation.Samples> sent = troubled(birth, random);
      BitSet came = new BitSet();
      long first = -1;
      for (Observation.Samples chunk : sent) {
        ward.observe(chunk);
        if (birth > 1 && random.nextInt(5) == 0) {
          ward.observe(chunk(birth - 1, 100_000, 10)); // a late one of a birth that is over
        }
        if (first < 0) {
          first = chunk.firstSample();
        }
        int start = (int) chunk.firstSample();
        came.set(start, start + chunk.samples().length);
      }
      check(ward, birth, first, came);
    }
  }

  /** A stretch of samples as a bad network delivers it. */
  private static List<Observation.Samples> troubled(long birth, Random random) {
    List<Observation.Samples> sent = new ArrayList<>();
    long next = random.nextInt(1_000);
    for (int i = 0; i < 60; i++) {
      int count = 1 + random.nextInt(120);
      switch (random.nextInt(8)) {
        case 0 -> {} // dropped
        case 1 -> { // repeated
          sent.add(chunk(birth, next, count));
          sent.add(chunk(birth, next, count));
        }
        case 2 ->
            sent.add(chunk(birth, Math.max(0, next - random.nextInt(50)), count + 50)); // overlaps
        default -> sent.add(chunk(birth, next, count));
      }
      next += count;
    }
    for (int i = 0; i + 1 < sent.size(); i++) {
      if (random.nextInt(10) == 0) {
        Collections.swap(sent, i, i + 1);
      }
    }
    return sent;
  }

  private static void check(Fixture ward, long birth, long first, BitSet came) {
    if (first < 0) {
      return;
    }
    PublishedBed bed = ward.registry.beds().getFirst();
    assertThat(bed.definition().birth()).isEqualTo(birth);
    ChunkRing ring = bed.ring(0);
    long expected = first;
    for (long i = ring.oldest(); i < ring.end(); i++) {
      RingEntry entry = Objects.requireNonNull(ring.entry(i));
      assertThat(entry.birth()).isEqualTo(birth);
      assertThat(entry.firstSample()).isEqualTo(expected);
      if (entry instanceof Chunk chunk) {
        for (int k = 0; k < chunk.samples().length; k++) {
          assertThat(chunk.samples()[k]).isEqualTo(sample(birth, expected + k));
        }
      }
      expected = entry.nextSample();
    }
    assertThat(expected).as("the last sample that came").isEqualTo(came.length());
  }

  @Property(tries = 200)
  void whatTheIntakeDroppedIsAGapOfItsOwn(@ForAll long seed) {
    Fixture ward = new Fixture();
    Random random = new Random(seed);
    ward.observe(birth(1));
    ward.observe(chunk(1, 0, 50));
    int dropped = 1 + random.nextInt(500);
    int later = random.nextInt(500);
    boolean intake = random.nextBoolean();
    if (intake) {
      ward.loop.observe(new Observation.Lost(BED, 1, 0, 50, dropped), null);
    }
    ward.observe(chunk(1, 50 + dropped, 10));
    ward.observe(chunk(1, 60 + dropped + 1 + later, 10));
    ChunkRing ring = ward.ring();
    GapReason expected = intake ? GapReason.INTAKE : GapReason.SOURCE;
    assertThat(gap(ring, 1).reason()).isEqualTo(expected);
    assertThat(gap(ring, 1).count()).isEqualTo(dropped);
    assertThat(gap(ring, 3).reason()).isEqualTo(GapReason.SOURCE);
    assertThat(gap(ring, 3).count()).isEqualTo(1 + later);
  }

  private static GapChunk gap(ChunkRing ring, long number) {
    return (GapChunk) Objects.requireNonNull(ring.entry(number));
  }
}
