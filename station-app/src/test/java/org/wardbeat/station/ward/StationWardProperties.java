package org.wardbeat.station.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** The ward against a model that keeps all it was ever told in maps. */
class StationWardProperties {
  private static final long BRIDGE = 1_773_135_600_000_000L;
  private static final int BEDS = 6;
  private static final List<VitalSign> SIGNS = List.of(VitalSign.values());
  private static final WaveformChannel ECG =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
  private static final LinkSnapshot LINK =
      new LinkSnapshot(
          LinkState.STREAMING,
          true,
          TransportKind.WEB_SOCKET,
          null,
          new BrokerState(true, 0),
          0,
          0,
          0,
          0,
          0,
          false,
          0,
          "",
          LinkDetails.NONE);

  /** What the model holds of a bed. */
  private static final class Model {
    final long birth;
    final Map<VitalSign, Reading> readings = new HashMap<>();
    final TreeMap<Long, Integer> samples = new TreeMap<>();
    long sourceMicros;
    boolean fresh;

    Model(long birth) {
      this.birth = birth;
    }

    long nextSample() {
      return samples.isEmpty() ? 0 : samples.lastKey() + 1;
    }
  }

  private long nanos = 1_000_000_000L;
  private long resumedMicros;
  private int handleShift;
  private final Map<Integer, Model> models = new TreeMap<>();
  private final StationReport report = new StationReport(() -> nanos);
  private final StationWard ward = new StationWard(() -> nanos, Duration.ofHours(1), report, LINK);

  @Property(tries = 100)
  void holdsWhatAModelOfAllFramesHolds(
      @ForAll long seed, @ForAll @IntRange(min = 10, max = 400) int frames) {
    new StationWardProperties().play(new Random(seed), frames);
  }

  private void play(Random random, int frames) {
    begin(1);
    for (int i = 0; i < frames; i++) {
      nanos += random.nextInt(200_000_000);
      step(random, random.nextInt(BEDS));
    }
    check();
  }

  private long bridgeMicros() {
    return BRIDGE + nanos / 1_000;
  }

  private void begin(long instance) {
    resumedMicros = bridgeMicros();
    ward.begin(
        new SessionStart(
            new Frame.Welcome(
                1,
                "b",
                "b",
                instance,
                BRIDGE,
                resumedMicros,
                1_000,
                new BrokerState(true, BRIDGE - 60_000_000)),
            nanos,
            nanos));
    models.values().forEach(model -> model.fresh = false);
  }

  private void step(Random random, int bed) {
    Model model = models.get(bed);
    int deed = random.nextInt(20);
    if (model == null || deed == 0) {
      define(bed, random.nextInt(3));
    } else if (deed == 1) {
      apply(new Frame.BedRemoved(handle(bed)));
      models.remove(bed);
    } else if (deed == 2) {
      resumeWithOtherHandles(random);
    } else if (deed < 8) {
      numerics(random, bed, model);
    } else {
      wave(random, bed, model);
    }
  }

  private int handle(int bed) {
    return bed + handleShift;
  }

  private static BedId id(int bed) {
    return new BedId("unit", Integer.toString(bed * 3));
  }

  private void define(int bed, long birth) {
    Model model = models.get(bed);
    apply(new Frame.Bed(handle(bed), id(bed), false, birth, null, "p", birth, false, List.of(ECG)));
    if (model == null || model.birth != birth) {
      models.put(bed, new Model(birth));
    }
  }

  /** A bridge that forgot some beds comes back with other handles. */
  private void resumeWithOtherHandles(Random random) {
    handleShift = random.nextInt(1_000);
    begin(random.nextInt(3));
    models.keySet().removeIf(_ -> random.nextInt(4) == 0);
    for (Map.Entry<Integer, Model> kept : models.entrySet()) {
      define(kept.getKey(), kept.getValue().birth);
    }
    apply(new Frame.EndOfSnapshot(1, 0));
  }

  private void numerics(Random random, int bed, Model model) {
    VitalSign sign = SIGNS.get(random.nextInt(SIGNS.size()));
    Reading reading = Reading.of(sign, random.nextInt(200), bridgeMicros());
    if (random.nextInt(4) == 0) {
      model.readings.clear();
    }
    model.readings.put(sign, reading);
    model.sourceMicros = bridgeMicros();
    model.fresh |= bridgeMicros() > resumedMicros;
    List<Reading> all = model.readings.values().stream().toList();
    apply(new Frame.Numerics(handle(bed), 1, bridgeMicros(), all));
  }

  private void wave(Random random, int bed, Model model) {
    long first = model.nextSample() + (random.nextInt(5) == 0 ? random.nextInt(50) : 0);
    long repeated = model.samples.isEmpty() ? 0 : Math.min(first, random.nextInt(10));
    int[] samples = random.ints(20 + repeated, -1_000, 1_000).toArray();
    apply(new Frame.Waveform(handle(bed), 0, first - repeated, bridgeMicros(), samples));
    for (int i = 0; i < samples.length; i++) {
      long index = first - repeated + i;
      if (index >= model.nextSample()) {
        model.samples.put(index, samples[i]);
      }
    }
    model.sourceMicros = bridgeMicros();
    model.fresh |= bridgeMicros() > resumedMicros;
  }

  private void apply(Frame.FromBridge frame) {
    ward.apply(frame, nanos);
    ward.publish(LINK);
  }

  private void check() {
    List<BedSnapshot> beds = ward.snapshot().beds();
    assertThat(beds)
        .extracting(BedSnapshot::id)
        .containsExactlyElementsOf(
            models.keySet().stream().map(StationWardProperties::id).toList());
    int at = 0;
    for (Model model : models.values()) {
      BedSnapshot bed = beds.get(at++);
      assertThat(bed.birth()).isEqualTo(model.birth);
      assertThat(bed.readings()).isEqualTo(model.readings);
      assertThat(bed.sourceMicros()).isEqualTo(model.sourceMicros);
      assertThat(bed.freshSinceResume()).isEqualTo(model.fresh);
      checkRing(Objects.requireNonNull(ward.ring(bed.id(), 0)), model);
    }
  }

  private static void checkRing(SampleRing ring, Model model) {
    assertThat(ring.samples()).isEqualTo(model.samples.size());
    if (model.samples.isEmpty()) {
      return;
    }
    long first = model.samples.firstKey();
    int[] held = new int[(int) (model.nextSample() - first)];
    assertThat(ring.copy(first, model.nextSample(), held)).isEqualTo(held.length);
    for (int i = 0; i < held.length; i++) {
      assertThat(held[i]).isEqualTo(model.samples.getOrDefault(first + i, SampleRing.GAP));
    }
  }
}
