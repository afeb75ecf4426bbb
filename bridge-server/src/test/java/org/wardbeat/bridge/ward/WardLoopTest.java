package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.alarm.AlarmsByHand;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** The rules by which a ward loop writes its beds. */
class WardLoopTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final WaveformChannel ECG =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
  private static final Patient NOOR = new Patient("MRN-1", "Haddad", "Noor");
  private static final DeviceStatus ONLINE = new DeviceStatus(true, Set.of(), 80);
  private static final long SECOND = 1_000_000;

  private final BedRegistry registry = new BedRegistry();
  private final WardCounters counters = new WardCounters();
  private final AlarmLog alarms = new AlarmLog(() -> {});
  private final AlarmsByHand byHand = new AlarmsByHand(BridgeClock.system());
  private long nowMicros = 1_773_135_600 * SECOND;
  private final Quarantine quarantine = new Quarantine(() -> nowMicros * 1_000);
  private final AtomicInteger missing = new AtomicInteger();
  private final WardLoop loop =
      new WardLoop(
          "test",
          Executors.newSingleThreadScheduledExecutor(),
          IntakeLimits.DEFAULT,
          registry,
          quarantine,
          counters,
          new WardAlarms(byHand.system(), alarms, bed -> {}, RuleSettings.DEFAULT),
          changed -> {},
          missing::incrementAndGet,
          new BridgeClock(() -> 0, () -> Instant.EPOCH));

  private InboundMessage message(boolean retained) {
    return new InboundMessage("test", new byte[0], retained, false, nowMicros * 1_000, nowMicros);
  }

  private void live(Observation observation) {
    loop.observe(observation, message(false));
    byHand.settle();
  }

  private Observation.Birth birth(long number, @Nullable Patient patient) {
    return new Observation.Birth(BED, number, nowMicros, "patch", patient, true, List.of(ECG));
  }

  private Observation.Status status(long birth, DeviceStatus status) {
    return new Observation.Status(BED, birth, OptionalLong.of(nowMicros), status);
  }

  private static Observation.Status lastWill(long birth) {
    return new Observation.Status(BED, birth, OptionalLong.empty(), DeviceStatus.OFFLINE);
  }

  private static Observation.Numerics heartRateOf(
      long birth, long sequence, int value, long micros) {
    Observation.Value reading = new Observation.Value(VitalSign.HR, true, value, micros);
    return new Observation.Numerics(BED, birth, sequence, micros, List.of(reading));
  }

  private Observation.Numerics heartRate(long birth, long sequence, int value) {
    return new Observation.Numerics(
        BED,
        birth,
        sequence,
        nowMicros,
        List.of(new Observation.Value(VitalSign.HR, true, value, nowMicros)));
  }

  private Observation.Samples samples(long birth, int channel, long first) {
    return new Observation.Samples(BED, birth, channel, first, nowMicros, new int[50]);
  }

  private PublishedBed bed() {
    assertThat(registry.beds()).hasSize(1);
    return registry.beds().getFirst();
  }

  @Test
  void whatOvertookItsBirthIsTakenWhenTheBirthComes() {
    live(samples(5, 0, 0));
    live(heartRate(5, 0, 60));
    live(samples(5, 0, 50));
    live(status(5, ONLINE));
    assertThat(registry.beds()).isEmpty();
    live(birth(5, NOOR));
    assertThat(bed().ring(0).end()).isEqualTo(2);
    assertThat(bed().numerics().reading(VitalSign.HR)).isNotNull();
    assertThat(bed().status().status()).isEqualTo(ONLINE);
  }

  @Test
  void aDeviceThatPublishesThoughItsBirthDoesNotComeIsMissedAndWhatIsRetainedIsNot() {
    loop.observe(status(5, ONLINE), message(true));
    nowMicros += 20 * SECOND;
    live(samples(6, 0, 0));
    assertThat(quarantine.refused(Reason.NO_BIRTH)).isEqualTo(1);
    assertThat(missing).hasValue(0);
    nowMicros += 20 * SECOND;
    live(samples(6, 0, 50));
    assertThat(missing).hasValue(1);
    live(birth(6, NOOR));
    nowMicros += 20 * SECOND;
    live(samples(6, 0, 100));
    assertThat(missing).hasValue(1);
  }

  @Test
  void whatWaitedInVainForItsBirthIsRefused() {
    live(samples(5, 0, 0));
    nowMicros += 20 * SECOND;
    live(samples(6, 0, 0));
    assertThat(quarantine.refused(Reason.NO_BIRTH)).isEqualTo(1);
  }

  @Test
  void aLateWillOfAnOlderBirthChangesNothing() {
    live(birth(1, NOOR));
    live(birth(2, NOOR));
    live(status(2, ONLINE));
    live(lastWill(1));
    assertThat(bed().status().status()).isEqualTo(ONLINE);
    assertThat(quarantine.refused(Reason.STALE_BIRTH)).isEqualTo(1);
    nowMicros += SECOND;
    live(lastWill(2));
    assertThat(bed().status().status().online()).isFalse();
    assertThat(bed().status().sinceMicros()).isEqualTo(nowMicros);
  }

  @Test
  void aDeviceThatStartsAnewKeepsItsPatientsValuesButNotItsWaves() {
    live(birth(1, NOOR));
    live(heartRate(1, 0, 60));
    live(samples(1, 0, 0));
    ChunkRing old = bed().ring(0);
    live(birth(2, NOOR));
    assertThat(bed().ring(0)).isNotSameAs(old);
    assertThat(bed().ring(0).end()).isZero();
    assertThat(bed().numerics().reading(VitalSign.HR)).isNotNull();
    assertThat(bed().status().status())
        .as("the worst until proven better")
        .isEqualTo(DeviceStatus.OFFLINE);
    live(heartRate(2, 0, 61));
    assertThat(bed().numerics().reading(VitalSign.HR)).extracting(Reading::fixed).isEqualTo(61);
  }

  @Test
  void anotherPatientIsNeverShownTheFormersValues() {
    live(birth(1, NOOR));
    live(heartRate(1, 0, 60));
    long version = bed().numerics().version();
    live(birth(1, new Patient("MRN-2", "Berg", "Ida")));
    assertThat(bed().numerics().readings(SignFilter.ALL)).isEmpty();
    assertThat(bed().numerics().resetVersion()).isGreaterThan(version);
    assertThat(bed().definition().version()).isEqualTo(2);
  }

  @Test
  void theSameBirthAgainIsNoChangeAndOneWithOtherChannelsIsRefused() {
    live(birth(1, NOOR));
    BedDefinition before = bed().definition();
    live(birth(1, NOOR));
    live(new Observation.Birth(BED, 1, nowMicros, "patch", NOOR, true, List.of(ECG, ECG)));
    assertThat(bed().definition()).isSameAs(before);
    assertThat(quarantine.refused(Reason.BIRTH_CHANGED)).isEqualTo(1);
  }

  @Test
  void numericsOutOfOrderOrTwiceAreDroppedAndLossIsCounted() {
    live(birth(1, NOOR));
    live(heartRate(1, 10, 60));
    live(heartRate(1, 13, 63));
    live(heartRate(1, 12, 62));
    live(heartRate(1, 13, 63));
    assertThat(bed().numerics().reading(VitalSign.HR)).extracting(Reading::fixed).isEqualTo(63);
    assertThat(counters.numericsLost.sum()).isEqualTo(2);
    assertThat(quarantine.refused(Reason.DUPLICATE)).isEqualTo(2);
  }

  @Test
  void aValueLeftOutKeepsItsTimeAndOneToldAgainIsNoChange() {
    live(birth(1, NOOR));
    Observation.Value pressure =
        new Observation.Value(VitalSign.NIBP_SYS, true, 118, nowMicros - 600 * SECOND);
    live(new Observation.Numerics(BED, 1, 0, nowMicros, List.of(pressure)));
    long version = bed().numerics().version();
    nowMicros += SECOND;
    live(new Observation.Numerics(BED, 1, 1, nowMicros, List.of(pressure)));
    live(new Observation.Numerics(BED, 1, 2, nowMicros, List.of()));
    assertThat(bed().numerics().version()).isEqualTo(version + 2);
    assertThat(bed().numerics().timeMicros()).isEqualTo(nowMicros);
    assertThat(bed().numerics().readings(SignFilter.ALL))
        .containsExactly(Reading.of(VitalSign.NIBP_SYS, 118, pressure.deviceMicros()));
    live(heartRate(1, 3, 70));
    assertThat(bed().numerics().changedSince(version, SignFilter.ALL))
        .extracting(Reading::sign)
        .containsExactly(VitalSign.HR);
  }

  @Test
  void retainedOrBacklogMessagesReplayedAsLive() {
    long old = nowMicros - 600 * SECOND;
    loop.observe(birth(1, NOOR), message(true));
    loop.observe(heartRateOf(1, 0, 60, old), message(true));
    assertThat(bed().numerics().timeMicros()).isEqualTo(old);
    assertThat(bed().heardNanos()).isEqualTo(Long.MIN_VALUE);
    for (int second = 1; second < 600; second++) { // what a broker kept, played out at once
      nowMicros += 1_000;
      live(heartRateOf(1, second, 60, old + second * SECOND));
      assertThat(bed().numerics().timeMicros()).isEqualTo(old + second * SECOND);
    }
    nowMicros += SECOND;
    live(heartRate(1, 600, 61));
    assertThat(bed().numerics().timeMicros()).isEqualTo(nowMicros);
  }

  @Test
  void aRetainedValueKeepsItsOldTimeThoughItIsTheFirstThingHeard() {
    long old = nowMicros - 7_200 * SECOND;
    live(birth(1, NOOR));
    Observation.Value value = new Observation.Value(VitalSign.HR, true, 60, old);
    loop.observe(new Observation.Numerics(BED, 1, 0, old, List.of(value)), message(true));
    assertThat(bed().numerics().timeMicros()).isEqualTo(old);
    assertThat(bed().heardNanos()).isEqualTo(Long.MIN_VALUE);
    live(heartRate(1, 1, 61));
    assertThat(bed().numerics().timeMicros()).isEqualTo(nowMicros);
  }

  @Test
  void aDamagedIndexCostsItsChunkAndAnUnknownChannelToo() {
    live(birth(1, NOOR));
    live(samples(1, 0, 0));
    live(samples(1, 0, 1L << 50));
    live(samples(1, 0, 50));
    live(samples(1, 7, 0));
    assertThat(bed().ring(0).end()).isEqualTo(2);
    assertThat(quarantine.refused(Reason.IMPLAUSIBLE_INDEX)).isEqualTo(1);
    assertThat(quarantine.refused(Reason.UNKNOWN_CHANNEL)).isEqualTo(1);
  }

  @Test
  void aBedThatComesBackHasItsOldNumberAndNothingOfItsPast() {
    live(birth(1, NOOR));
    live(heartRate(1, 0, 60));
    PublishedBed first = bed();
    live(new Observation.Removal(BED));
    assertThat(registry.beds()).isEmpty();
    assertThat(first.removed()).isTrue();
    live(birth(1, NOOR));
    assertThat(bed().index()).isEqualTo(first.index());
    assertThat(bed().numerics().readings(SignFilter.ALL)).isEmpty();
    assertThat(bed().definition().rings()).hasSize(1);
  }

  @Test
  void noMoreBedsAreTakenThanFit() {
    List<BedId> ids = new ArrayList<>();
    for (int i = 0; i <= BedRegistry.MAX_BEDS; i++) {
      ids.add(new BedId("ICU", "bed " + i));
    }
    for (BedId id : ids) {
      live(new Observation.Birth(id, 1, nowMicros, "", null, true, List.of()));
    }
    assertThat(registry.beds()).hasSize(BedRegistry.MAX_BEDS);
    assertThat(quarantine.refused(Reason.TOO_MANY_BEDS)).isEqualTo(1);
  }

  @Test
  void anHourOffDeviceIsShownOnTheBridgesTime() {
    live(birth(1, NOOR));
    long ahead = 3_600 * SECOND;
    Observation.Value value =
        new Observation.Value(VitalSign.HR, true, 60, nowMicros + ahead - 5 * SECOND);
    live(new Observation.Numerics(BED, 1, 0, nowMicros + ahead, List.of(value)));
    assertThat(bed().numerics().timeMicros()).isEqualTo(nowMicros);
    assertThat(bed().numerics().reading(VitalSign.HR))
        .extracting(Reading::measuredMicros)
        .isEqualTo(nowMicros - 5 * SECOND);
  }

  @Test
  void whatWasHeardBeforeTheBridgesClockWasSetBackStaysAsOldAsItWas() {
    live(birth(1, NOOR));
    live(heartRate(1, 0, 60));
    live(samples(1, 0, 0));
    long then = nowMicros;
    long hour = 3_600 * SECOND;
    long version = bed().numerics().version();
    loop.tick((then + 2 * SECOND) * 1_000, then + 2 * SECOND - hour);
    assertThat(bed().numerics().timeMicros()).isEqualTo(then - hour);
    assertThat(bed().numerics().changedSince(version, SignFilter.ALL))
        .extracting(Reading::measuredMicros)
        .containsExactly(then - hour);
    assertThat(newestEnd()).isEqualTo(then - hour);
    loop.tick((then + 3 * SECOND) * 1_000, then + 3 * SECOND);
    assertThat(bed().numerics().timeMicros()).as("older, but never younger").isEqualTo(then - hour);
    assertThat(newestEnd()).isEqualTo(then - hour);
  }

  private @Nullable Long newestEnd() {
    return bed().definition().rings().getFirst().newest() instanceof Chunk chunk
        ? chunk.endMicros()
        : null;
  }
}
