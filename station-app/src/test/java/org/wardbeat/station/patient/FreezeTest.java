package org.wardbeat.station.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.filter.FilterBand;
import org.wardbeat.render.filter.Notch;
import org.wardbeat.render.filter.WaveFilter;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** Calipers on a wave of 250 Hz, 200 steps per mV, that rises by one step from sample to sample. */
class FreezeTest {
  private static final long START = 1_773_135_600_000_000L;
  private static final WaveformChannel ECG =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
  private static final WaveformChannel PLETH =
      new WaveformChannel("PLETH", SignalKind.PLETH, 125, 1_000, 0, "1");

  private static FrozenLane lane(WaveformChannel channel, int gapFrom, int gapTo) {
    SampleRing ring = SampleRing.lasting(Duration.ofSeconds(20), channel.frequencyHz());
    int[] samples = new int[(int) (10 * channel.frequencyHz())];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i >= gapFrom && i < gapTo ? SampleRing.GAP : i;
    }
    ring.append(0, samples, 0, samples.length, START + 10_000_000);
    return FrozenLane.of(channel, ring, null, START, START + 10_000_000);
  }

  private static Freeze freeze(FrozenLane... lanes) {
    return new Freeze(START, START + 10_000_000, List.of(lanes), null);
  }

  private static Calipers calipers(Freeze freeze) {
    return Objects.requireNonNull(freeze.calipers());
  }

  private static Calipers.Measure measure(Freeze freeze) {
    Calipers on = calipers(freeze);
    return on.measure(freeze.lane(on));
  }

  @Test
  void knowsWhereTheConverterWasSaturatedWhateverTheFilterMadeOfIt() {
    WaveformChannel ecg = ECG.within(-100, 100);
    SampleRing ring = SampleRing.lasting(Duration.ofSeconds(20), 250);
    int[] samples = {0, 99, 100, 120, SampleRing.GAP, -99, -100, 0};
    ring.append(0, samples, 0, samples.length, START + 32_000);
    WaveFilter filter = WaveFilter.of(FilterBand.MONITOR, Notch.OFF, 250);
    for (WaveFilter each : Arrays.asList(null, filter)) {
      FrozenLane lane = FrozenLane.of(ecg, ring, each, START, START + 32_000);
      int[] sides = IntStream.range(0, lane.length()).map(lane::saturation).toArray();
      assertThat(sides).containsExactly(0, 0, 1, 1, 0, 0, -1, 0);
    }
  }

  @Test
  void measuresMillisecondsRateAndMillivolts() {
    Freeze freeze = freeze(lane(ECG, 0, 0));
    freeze.choose(false);
    freeze.drag(START + 2_000_000);
    freeze.choose(true);
    freeze.drag(START + 2_800_000);
    assertThat(measure(freeze).interval()).isEqualTo("800 ms");
    assertThat(measure(freeze).rate()).isEqualTo("75 bpm");
    assertThat(measure(freeze).amplitude("mV")).isEqualTo("1.00 mV");
  }

  @Test
  void movesByOneSample() {
    Freeze freeze = freeze(lane(ECG, 0, 0));
    int before = calipers(freeze).second();
    freeze.step(1);
    assertThat(calipers(freeze).second()).isEqualTo(before + 1);
    freeze.choose(false);
    int first = calipers(freeze).first();
    freeze.step(-1);
    assertThat(calipers(freeze).first()).isEqualTo(first - 1);
    assertThat(calipers(freeze).second()).isEqualTo(before + 1);
  }

  @Test
  void hasNoRateWithoutAnInterval() {
    Freeze freeze = freeze(lane(ECG, 0, 0));
    freeze.drag(START + 2_000_000);
    freeze.choose(false);
    freeze.drag(START + 2_000_000);
    assertThat(measure(freeze).interval()).isEqualTo("0 ms");
    assertThat(measure(freeze).rate()).isEqualTo("--- bpm");
  }

  @Test
  void neverLiesOnAGap() {
    Freeze freeze = freeze(lane(ECG, 1_000, 1_500));
    FrozenLane lane = freeze.lanes().getFirst();
    freeze.drag(START + 4_900_000);
    assertThat(lane.isKnown(calipers(freeze).second())).isTrue();
    for (int i = 0; i < 5; i++) {
      freeze.step(1);
      assertThat(lane.isKnown(calipers(freeze).second())).isTrue();
    }
    assertThat(lane.joinsPrevious(1_500)).isFalse();
  }

  @Test
  void goesToTheSameTimesOnAnotherWave() {
    Freeze freeze = freeze(lane(ECG, 0, 0), lane(PLETH, 0, 0));
    double before = measure(freeze).millis();
    freeze.changeLane(1);
    assertThat(calipers(freeze).lane()).isEqualTo(1);
    assertThat(measure(freeze).millis()).isBetween(before - 8, before + 8);
    assertThat(Calipers.unit(freeze.lane(calipers(freeze)))).isEmpty();
    freeze.changeLane(1);
    assertThat(calipers(freeze).lane()).isEqualTo(1);
  }

  @Test
  void takesHoldOfTheNearerPoint() {
    Freeze freeze = freeze(lane(ECG, 0, 0));
    freeze.grab(0, START + 1_000_000);
    assertThat(calipers(freeze).onSecond()).isFalse();
    freeze.grab(0, START + 9_000_000);
    assertThat(calipers(freeze).onSecond()).isTrue();
  }

  @Test
  void hasNoCalipersWithoutAWave() {
    Freeze freeze = freeze(lane(ECG, 0, 2_500));
    assertThat(freeze.calipers()).isNull();
    freeze.step(1);
    freeze.drag(START);
    assertThat(freeze.calipers()).isNull();
  }
}
