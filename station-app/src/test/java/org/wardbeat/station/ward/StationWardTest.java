package org.wardbeat.station.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

class StationWardTest {
  private static final long BRIDGE = 1_773_135_600_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final BedId BED = new BedId("4 East", "407");
  private static final Patient NOOR = new Patient("MRN-1", "Haddad", "Noor");
  private static final WaveformChannel ECG =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
  private static final WaveformChannel PLETH =
      new WaveformChannel("PLETH", SignalKind.PLETH, 125, 1_000, 0, "1");

  private long nanos = SECOND;
  private final StationReport report = new StationReport(() -> nanos);
  private final StationWard ward =
      new StationWard(
          () -> nanos, StationWard.DEFAULT_RETENTION, report, link(LinkState.CONNECTING, 0));

  private static LinkSnapshot link(LinkState state, long lastHeartbeatNanos) {
    return new LinkSnapshot(
        state,
        true,
        TransportKind.WEB_SOCKET,
        null,
        new BrokerState(true, 0),
        0,
        0,
        lastHeartbeatNanos,
        0,
        0,
        false,
        0,
        "",
        LinkDetails.NONE);
  }

  private long bridgeMicros() {
    return BRIDGE + nanos / 1_000;
  }

  private void begin(long instance) {
    begin(instance, new BrokerState(true, BRIDGE - 60_000_000));
  }

  private void begin(long instance, BrokerState broker) {
    ward.begin(
        new SessionStart(
            new Frame.Welcome(1, "b", "b", instance, BRIDGE, bridgeMicros(), 1_000, broker),
            nanos,
            nanos));
  }

  private void says(Frame.FromBridge frame) {
    ward.apply(frame, nanos);
  }

  private Frame.Heartbeat heartbeat(long sequence) {
    return new Frame.Heartbeat(sequence, bridgeMicros(), true, false, 0, 0, 0);
  }

  private static Frame.EndOfSnapshot endOfSnapshot() {
    return new Frame.EndOfSnapshot(1, 0);
  }

  private static Frame.Bed empty(int handle, String label) {
    BedId id = new BedId("4 East", label);
    return new Frame.Bed(handle, id, false, 0, null, "", 0, false, List.of());
  }

  private void introduce(int handle, @Nullable Patient patient, long birth) {
    says(
        new Frame.Bed(
            handle,
            BED,
            patient != null,
            Objects.hashCode(patient),
            patient,
            "p",
            birth,
            true,
            List.of(ECG, PLETH)));
  }

  private void wave(int handle, long first, int count, long endMicros) {
    says(new Frame.Waveform(handle, 0, first, endMicros, IntStream.range(0, count).toArray()));
  }

  private WardSnapshot seen() {
    ward.publish(link(LinkState.STREAMING, nanos));
    return ward.snapshot();
  }

  private BedSnapshot bed() {
    return seen().beds().getFirst();
  }

  private SampleRing ring() {
    seen();
    return Objects.requireNonNull(ward.ring(BED, 0));
  }

  @Test
  void framesBuildTheBed() {
    begin(1);
    introduce(5, NOOR, 7);
    DeviceStatus status = new DeviceStatus(true, Set.of(Electrode.RA), 64);
    says(new Frame.DeviceState(5, status, BRIDGE));
    Reading pulse = Reading.of(VitalSign.HR, 74, BRIDGE);
    Reading oxygen = Reading.of(VitalSign.SPO2, 97, BRIDGE + 5);
    says(new Frame.Numerics(5, 4, BRIDGE + 5, List.of(pulse, oxygen)));
    assertThat(bed())
        .isEqualTo(
            new BedSnapshot(
                BED,
                true,
                NOOR.hashCode(),
                NOOR,
                "p",
                7,
                true,
                List.of(ECG, PLETH),
                status,
                BRIDGE,
                Map.of(VitalSign.HR, pulse, VitalSign.SPO2, oxygen),
                BRIDGE + 5,
                false,
                List.of(),
                BedWatch.NONE));
    assertThat(seen().simulated()).isTrue();
  }

  @Test
  void onlyWhatWasMeasuredAfterTheResumeIsFresh() {
    begin(1);
    introduce(5, NOOR, 7);
    wave(5, 0, 100, bridgeMicros() - 1);
    assertThat(bed().freshSinceResume()).isFalse();
    nanos += SECOND;
    wave(5, 100, 100, bridgeMicros());
    assertThat(bed().freshSinceResume()).isTrue();
    begin(1);
    assertThat(bed().freshSinceResume()).isFalse();
  }

  @Test
  void ringsOutliveTheSessionAndGapsAreKept() {
    begin(1);
    introduce(5, NOOR, 7);
    wave(5, 0, 100, bridgeMicros());
    SampleRing before = ring();
    begin(2);
    introduce(9, NOOR, 7);
    wave(9, 150, 100, bridgeMicros());
    assertThat(ring()).isSameAs(before);
    int[] held = new int[250];
    assertThat(before.copy(0, 250, held)).isEqualTo(250);
    assertThat(held[99]).isEqualTo(99);
    assertThat(held[120]).isEqualTo(SampleRing.GAP);
    assertThat(held[150]).isZero();
    assertThat(report.gaps()).isOne();
    assertThat(ward.positions()).containsExactly(new Frame.Position(BED, 7, 0, 250));
  }

  @Test
  void newBirthOrOtherPatientStartsAnew() {
    begin(1);
    introduce(5, NOOR, 7);
    wave(5, 0, 100, bridgeMicros());
    says(new Frame.Numerics(5, 1, BRIDGE, List.of(Reading.of(VitalSign.HR, 74, BRIDGE))));
    SampleRing before = ring();
    introduce(5, NOOR, 8);
    assertThat(ring()).isNotSameAs(before);
    assertThat(bed().readings()).isEmpty();
    assertThat(bed().sourceMicros()).isZero();
    SampleRing reborn = ring();
    introduce(5, new Patient("MRN-2", "Okafor", "Ada"), 8);
    assertThat(ring()).isNotSameAs(reborn);
  }

  @Test
  void changedChannelGetsANewRingAndTheOthersKeepTheirs() {
    begin(1);
    introduce(5, NOOR, 7);
    seen();
    SampleRing ecg = ward.ring(BED, 0);
    SampleRing pleth = ward.ring(BED, 1);
    WaveformChannel resp = new WaveformChannel("RESP", SignalKind.RESP, 25, 1, 0, "1");
    says(
        new Frame.Bed(
            5, BED, true, NOOR.hashCode(), NOOR, "p", 7, true, List.of(ECG, resp, PLETH)));
    seen();
    assertThat(ward.ring(BED, 0)).isSameAs(ecg);
    assertThat(ward.ring(BED, 1)).isNotSameAs(pleth);
    assertThat(ward.ring(BED, 2)).isNotNull();
    assertThat(ward.ring(BED, 3)).isNull();
    assertThat(ward.ring(new BedId("no", "bed"), 0)).isNull();
  }

  @Test
  void bedsThatTheSnapshotDoesNotBringAreGone() {
    begin(1);
    introduce(5, NOOR, 7);
    says(empty(6, "408"));
    says(endOfSnapshot());
    assertThat(seen().beds()).hasSize(2);
    begin(2);
    introduce(0, NOOR, 7);
    assertThat(seen().beds()).hasSize(2);
    says(endOfSnapshot());
    assertThat(seen().beds()).extracting(BedSnapshot::id).containsExactly(BED);
    says(new Frame.BedRemoved(0));
    assertThat(seen().beds()).isEmpty();
  }

  @Test
  void aBridgeThatHasYetToHearOfItsBedsDoesNotMakeThemGo() {
    begin(1);
    introduce(5, NOOR, 7);
    says(new Frame.Bed(6, new BedId("4 East", "408"), true, 1, NOOR, "q", 7, true, List.of()));
    says(endOfSnapshot());
    wave(5, 0, 250, bridgeMicros());
    SampleRing before = ring();

    begin(2, new BrokerState(false, bridgeMicros()));
    says(endOfSnapshot());
    assertThat(seen().beds()).hasSize(2);
    says(new Frame.Broker(new BrokerState(true, bridgeMicros())));
    nanos += 4 * SECOND;
    says(heartbeat(1));
    introduce(0, NOOR, 7);
    assertThat(seen().beds()).hasSize(2);
    assertThat(ring()).isSameAs(before);

    nanos += SECOND;
    says(heartbeat(2));
    assertThat(seen().beds()).extracting(BedSnapshot::id).containsExactly(BED);
  }

  @Test
  void aClockAheadDoesNotKeepABedFresh() {
    begin(1);
    introduce(5, NOOR, 7);
    says(new Frame.Numerics(5, 1, bridgeMicros() + 3_600_000_000L, List.of()));
    assertThat(bed().sourceMicros()).isEqualTo(bridgeMicros());
  }

  /** The source speaks so many seconds, on a bridge whose clock is an hour behind what it was. */
  private void speakAfterTheClockWasSetBack(int seconds) {
    begin(1);
    introduce(5, NOOR, 7);
    says(endOfSnapshot());
    says(new Frame.Numerics(5, 1, bridgeMicros(), List.of()));
    for (int second = 1; second <= seconds; second++) {
      nanos += SECOND;
      says(new Frame.Numerics(5, second + 1, bridgeMicros() - HOUR_MICROS, List.of()));
      hearAfterTheClockWasSetBack(second);
    }
  }

  private void hearAfterTheClockWasSetBack(long sequence) {
    says(new Frame.Heartbeat(sequence, bridgeMicros() - HOUR_MICROS, true, false, 0, 0, 0));
  }

  private long ageMicros() {
    return seen().bridgeNowMicros() - bed().sourceMicros();
  }

  @Test
  void aBedThatFallsSilentAfterTheBridgesClockWasSetBackGrowsOld() {
    speakAfterTheClockWasSetBack(70);
    for (int second = 71; second <= 110; second++) {
      nanos += SECOND;
      hearAfterTheClockWasSetBack(second);
    }
    assertThat(ageMicros()).isEqualTo(40_000_000);
  }

  @Test
  void aBedThatSpeaksOnStaysFreshThoughTheBridgesClockWasSetBack() {
    speakAfterTheClockWasSetBack(15);
    assertThat(ageMicros()).isBetween(0L, 1_000_000L);
    assertThat(seen().bridgeNowMicros()).isEqualTo(bridgeMicros() - HOUR_MICROS);
  }

  @Test
  void listenerIsToldOnceUntilASnapshotIsTaken() {
    AtomicInteger told = new AtomicInteger();
    ward.setListener(told::incrementAndGet);
    begin(1);
    introduce(5, NOOR, 7);
    ward.publish(link(LinkState.RESUMING, nanos));
    introduce(5, NOOR, 8);
    ward.publish(link(LinkState.RESUMING, nanos));
    assertThat(told).hasValue(1);
    ward.snapshot();
    ward.publish(link(LinkState.RESUMING, nanos));
    assertThat(told).hasValue(1);
    introduce(5, NOOR, 9);
    ward.publish(link(LinkState.RESUMING, nanos));
    assertThat(told).hasValue(2);
  }

  @Test
  void unchangedBedsAreTheSameObjectsAndChangesCarryTheirDecodingTime() {
    begin(1);
    introduce(5, NOOR, 7);
    says(empty(6, "9"));
    WardSnapshot first = seen();
    assertThat(first.changedNanos()).isEqualTo(nanos);
    long changed = ++nanos;
    wave(5, 0, 10, bridgeMicros());
    nanos += SECOND;
    WardSnapshot second = seen();
    assertThat(second.changedNanos()).isEqualTo(changed);
    assertThat(second.beds().get(0)).isSameAs(first.beds().get(0));
    assertThat(second.beds().get(1)).isNotSameAs(first.beds().get(1));
    assertThat(ward.snapshot().changedNanos()).isZero();
  }

  @Test
  void aLinkThreadThatSaysNothingMoreIsStalled() {
    ward.publish(link(LinkState.STREAMING, nanos));
    nanos += 4 * SECOND;
    assertThat(ward.snapshot().link().state()).isEqualTo(LinkState.STALLED);
  }
}
