package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.wardbeat.wire.frame.Frame;

class ResumeProperties {
  private static final long BIRTH = 7;

  enum Act {
    SEND,
    LOSE,
    OFFER,
    TAKE,
    RECONNECT,
    SUBSCRIBE
  }

  record Step(Act act, int amount) {}

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of(Act.class), Arbitraries.integers().between(1, 3 * FakeBed.FREQUENCY_HZ))
        .as(Step::new);
  }

  /** A station that checks that what it gets continues what it has. */
  private static final class StationModel {
    private long nextSample = -1;

    void take(List<Frame> frames) {
      for (Frame frame : frames) {
        switch (frame) {
          case Frame.Waveform wave -> {
            continues(wave.firstSample());
            for (int i = 0; i < wave.samples().length; i++) {
              assertThat(wave.samples()[i]).isEqualTo(FakeBed.value(wave.firstSample() + i));
            }
            nextSample = wave.firstSample() + wave.samples().length;
            assertThat(wave.endMicros()).isEqualTo(FakeBed.micros(nextSample));
          }
          case Frame.Gap gap -> {
            continues(gap.firstSample());
            nextSample = gap.firstSample() + gap.count();
          }
          default -> assertThat(frame).isInstanceOf(Frame.FromBridge.class);
        }
      }
    }

    private void continues(long firstSample) {
      if (nextSample >= 0) {
        assertThat(firstSample).isEqualTo(nextSample);
      }
    }

    List<Frame.Position> positions(FakeBed bed) {
      return nextSample < 0
          ? List.of()
          : List.of(new Frame.Position(bed.id(), BIRTH, 0, nextSample));
    }
  }

  @Property(tries = 300)
  void noSampleComesTwiceOrIsMissedWithoutAGap(
      @ForAll @Size(max = 120) List<@From("steps") Step> steps) {
    SessionHarness harness = new SessionHarness();
    FakeBed bed = harness.admit("4 East", "407", BIRTH);
    StationModel station = new StationModel();
    SessionHarness.Client client = connect(harness, bed, station);
    for (Step step : steps) {
      switch (step.act()) {
        case SEND -> bed.send(step.amount());
        case LOSE -> bed.lose(step.amount());
        case OFFER -> client.offer(bed);
        case TAKE -> {
          client.outlet.take(step.amount() % 4);
          client.session.drain();
        }
        case RECONNECT -> client = connect(harness, bed, station);
        case SUBSCRIBE -> client.subscribe(step.amount() * 10);
      }
      station.take(client.frames());
    }
    client.outlet.take(Integer.MAX_VALUE);
    client.offer(bed);
    station.take(client.frames());
    assertThat(station.nextSample).isEqualTo(bed.nextSample() == 0 ? -1 : bed.nextSample());
    assertThat(client.session.figures().bedsPending()).isZero();
  }

  private static SessionHarness.Client connect(
      SessionHarness harness, FakeBed bed, StationModel station) {
    SessionHarness.Client client = harness.connect().answering();
    client.hello(station.positions(bed));
    client.subscribe(10_000);
    return client;
  }

  @Property(tries = 200)
  void anyPositionIsContinuedExactly(
      @ForAll @IntRange(max = 5_000) int position,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 500) Integer> chunks) {
    SessionHarness harness = new SessionHarness();
    FakeBed bed = harness.admit("4 East", "407", BIRTH);
    chunks.forEach(bed::send);
    SessionHarness.Client client = harness.connect().answering();
    client.hello(List.of(new Frame.Position(bed.id(), BIRTH, 0, position)));
    client.subscribe(1_000);

    StationModel station = new StationModel();
    station.nextSample = position;
    station.take(client.frames());
    assertThat(station.nextSample).isEqualTo(Math.max(position, bed.nextSample()));
  }

  @Property(tries = 100)
  void positionOfAnotherBirthIsOfNoInterest(@ForAll @IntRange(max = 1_000) int position) {
    SessionHarness harness = new SessionHarness();
    FakeBed bed = harness.admit("4 East", "407", BIRTH);
    bed.send(500);
    SessionHarness.Client client = harness.connect().answering();
    client.hello(List.of(new Frame.Position(bed.id(), BIRTH - 1, 0, position)));
    client.subscribe(10_000);
    assertThat(client.frames(Frame.Waveform.class))
        .extracting(Frame.Waveform::firstSample)
        .containsExactly(0L);
  }
}
