package org.wardbeat.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

class FrameResolverTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final long T = 1_773_135_600_000_000L;
  private static final WaveformChannel ECG =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");

  private final FrameResolver resolver = new FrameResolver();

  FrameResolverTest() {
    resolver.subscribed(wanting(1, Set.of(Frame.Lane.WAVEFORMS)));
    resolve(bed(1, 1));
  }

  private static Frame.Subscribe wanting(long number, Set<Frame.Lane> lanes) {
    return new Frame.Subscribe(number, List.of(Frame.Selection.ofUnit("", lanes)), 0, 0, 0);
  }

  private static Frame.Bed bed(long birth, long occupancy) {
    return new Frame.Bed(3, BED, true, occupancy, null, "p", birth, false, List.of(ECG));
  }

  private Frame.@Nullable FromBridge resolve(Frame.FromBridge frame) {
    try {
      return resolver.resolve(frame);
    } catch (ProtocolViolation e) {
      throw new AssertionError(e);
    }
  }

  private void violates(Frame.FromBridge frame, String words) {
    assertThatThrownBy(() -> resolver.resolve(frame))
        .isInstanceOf(ProtocolViolation.class)
        .hasMessageContaining(words);
  }

  private static Frame.NumericsDelta delta(long base, Frame.Change... changes) {
    return new Frame.NumericsDelta(
        3, Frame.NumericsDelta.check(base), 2, 1_000_000, List.of(changes));
  }

  @Test
  void deltaBecomesAllReadingsWithItsOwnTime() {
    Reading rate = Reading.of(VitalSign.HR, 74, T);
    Reading oxygen = Reading.of(VitalSign.SPO2, 97, T);
    resolve(new Frame.Numerics(3, 130, T, List.of(rate, oxygen)));
    assertThat(resolve(delta(130, new Frame.Change(VitalSign.SPO2, true, 95, -20))))
        .isEqualTo(
            new Frame.Numerics(
                3, 132, T + 1_000_000, List.of(rate, Reading.of(VitalSign.SPO2, 95, T + 999_980))));
    assertThat(resolve(delta(132)))
        .isInstanceOfSatisfying(
            Frame.Numerics.class,
            seen -> {
              assertThat(seen.timeMicros()).isEqualTo(T + 2_000_000);
              assertThat(seen.readings()).contains(rate);
            });
  }

  @Test
  void deltaOnAnotherBaseIsNotAppliedNorAreThoseAfterItUntilAllComeAnew() {
    resolve(new Frame.Numerics(3, 130, T, List.of(Reading.of(VitalSign.HR, 74, T))));
    assertThat(resolve(delta(131))).isNull();
    assertThat(resolve(delta(130))).isNull();
    resolve(new Frame.Numerics(3, 140, T, List.of()));
    assertThat(resolve(delta(140))).isNotNull();
  }

  @Test
  void deltaAfterANewBirthOrOccupancyHasNoBase() {
    resolve(new Frame.Numerics(3, 130, T, List.of(Reading.of(VitalSign.HR, 74, T))));
    resolve(bed(1, 1));
    assertThat(resolve(delta(130))).isNotNull();
    resolve(bed(1, 2));
    assertThat(resolve(delta(132))).isNull();
  }

  @Test
  void continuedSamplesGetTheirIndexAndTime() {
    resolve(new Frame.Waveform(3, 0, 1_000, T, new int[] {1, 2}));
    assertThat(
            resolve(
                new Frame.WaveformNext(
                    3, 0, Frame.WaveformNext.check(1_002), 7, new int[] {3, 4, 5})))
        .isEqualTo(new Frame.Waveform(3, 0, 1_002, T + 12_007, new int[] {3, 4, 5}));
  }

  @Test
  void samplesThatContinueWhatDidNotComeAreViolations() {
    Frame.WaveformNext next = new Frame.WaveformNext(3, 0, 2, 0, new int[] {3});
    violates(next, "continues samples that did not come");
    resolve(new Frame.Waveform(3, 0, 0, T, new int[] {1}));
    violates(next, "continues samples that did not come");
    resolve(new Frame.Gap(3, 0, 1, 1, Frame.GapReason.SOURCE));
    violates(next, "continues samples that did not come");
  }

  @Test
  void samplesLeaveNothingOutWithoutSayingSo() {
    resolve(new Frame.Waveform(3, 0, 0, T, new int[] {1, 2}));
    violates(new Frame.Waveform(3, 0, 3, T, new int[] {1}), "goes on at sample 3 instead of 2");
    violates(new Frame.Gap(3, 0, 1, 1, Frame.GapReason.SOURCE), "goes on at sample 1");
    resolve(new Frame.Gap(3, 0, 2, 8, Frame.GapReason.DELIVERY));
    resolve(new Frame.Waveform(3, 0, 10, T, new int[] {1}));
  }

  @Test
  void channelThatWasNotWantedForAWhileStartsAnywhere() {
    resolve(new Frame.Waveform(3, 0, 0, T, new int[] {1, 2}));
    resolver.subscribed(wanting(2, Set.of(Frame.Lane.NUMERICS)));
    resolver.subscribed(wanting(3, Set.of(Frame.Lane.WAVEFORMS)));
    resolve(new Frame.Waveform(3, 0, 900, T, new int[] {1}));
    violates(new Frame.Waveform(3, 0, 999, T, new int[] {1}), "goes on at sample 999");
    resolver.subscribed(wanting(4, Set.of(Frame.Lane.WAVEFORMS)));
    violates(new Frame.Waveform(3, 0, 999, T, new int[] {1}), "goes on at sample 999");
  }

  @Test
  void handlesAndChannelsMustBeIntroduced() {
    violates(new Frame.BedRemoved(6), "handle 6");
    violates(new Frame.Waveform(3, 2, 0, T, new int[] {1}), "channel 2 of bed 4 East/407");
    resolve(new Frame.BedRemoved(3));
    violates(new Frame.Numerics(3, 1, T, List.of()), "handle 3");
  }

  @Test
  void alarmsAreNumberedWithoutGaps() {
    Alarm alarm =
        Alarm.raised(
            "ASYSTOLE", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, "ASYSTOLE", T, T);
    resolve(new Frame.AlarmEvent(3, 1, 77, alarm));
    violates(new Frame.AlarmEvent(3, 3, 79, alarm), "Alarm number 3 came after number 1");
  }

  @Test
  void heartbeatSaysHowManyFramesAndAlarmsMustHaveCome() {
    resolve(new Frame.Heartbeat(1, T, true, false, 1, 0, 0));
    violates(new Frame.Heartbeat(3, T, true, false, 2, 0, 0), "2 heartbeats came");
    FrameResolver other = new FrameResolver();
    assertThatThrownBy(() -> other.resolve(new Frame.Heartbeat(1, T, true, false, 5, 0, 0)))
        .hasMessage("0 frames came, but the bridge sent 5.");
    assertThatThrownBy(
            () -> new FrameResolver().resolve(new Frame.Heartbeat(1, T, true, false, 0, 1, 0)))
        .hasMessage("0 alarms came, but the bridge sent 1.");
  }

  @Test
  void snapshotOfASubscriptionThatWasNotMadeIsAViolation() {
    resolve(new Frame.EndOfSnapshot(1, 0));
    violates(new Frame.EndOfSnapshot(2, 0), "subscription 2, but the newest is 1");
  }
}
