package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.alarm.AlarmsByHand;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.alarm.score.ScoreSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * From what a device says to the alarms that stations are sent, in a ward loop without a thread.
 */
class WatchedBedTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final Operator NURSE = new Operator("N. Haddad", Role.CHARGE_NURSE);
  private static final long SECOND = 1_000_000;

  private long nowMicros = 1_773_135_600 * SECOND;

  /** By how much the bridge's time of day was set. */
  private long stepMicros;

  private final BridgeClock clock =
      new BridgeClock(
          () -> nowMicros * 1_000, () -> Instant.EPOCH.plus(utcMicros(), ChronoUnit.MICROS));
  private final AlarmsByHand alarms = new AlarmsByHand(clock);
  private final AlarmLog log = new AlarmLog(() -> {});
  private final BedRegistry registry = new BedRegistry();
  private final Quarantine quarantine = new Quarantine(() -> nowMicros * 1_000);
  private final WardLoop loop =
      new WardLoop(
          "test",
          Executors.newSingleThreadScheduledExecutor(),
          IntakeLimits.DEFAULT,
          registry,
          quarantine,
          new WardCounters(),
          new WardAlarms(alarms.system(), log, bed -> {}, RuleSettings.DEFAULT),
          changed -> {},
          () -> {},
          clock);
  private long sequence;
  private long seen;

  @BeforeEach
  void admitAndSetLimits() {
    born(1, "MRN-1");
    live(
        new Observation.Status(
            BED, 1, OptionalLong.of(nowMicros), new DeviceStatus(true, Set.of(), 80)));
    AlarmLimits limits =
        new AlarmLimits(
            PatientCategory.ADULT, List.of(new Limit(VitalSign.HR, true, 50, 120, 40, 140)));
    long version = bed().alarming().limits().version();
    act(new Operation.SetLimits(BED, version, limits, "test"));
  }

  private void born(long birth, String patient) {
    live(
        new Observation.Birth(
            BED,
            birth,
            nowMicros,
            "patch",
            new Patient(patient, "Haddad", "Noor"),
            true,
            List.of()));
  }

  private InboundMessage message() {
    return new InboundMessage("test", new byte[0], false, false, nowMicros * 1_000, utcMicros());
  }

  private long utcMicros() {
    return nowMicros + stepMicros;
  }

  private void live(Observation observation) {
    loop.observe(observation, message());
    alarms.settle();
  }

  private void act(Operation operation) {
    List<String> answers = new ArrayList<>();
    alarms.system().act(NURSE, operation, outcome -> answers.add(outcome.reason()));
    alarms.settle();
    assertThat(answers).containsExactly("");
    tick();
  }

  private void tick() {
    loop.tick(nowMicros * 1_000, utcMicros());
    alarms.settle();
  }

  private void pass(int seconds) {
    for (int quarter = 0; quarter < 4 * seconds; quarter++) {
      nowMicros += SECOND / 4;
      tick();
    }
  }

  private void says(long birth, int heartRate) {
    List<Observation.Value> values =
        List.of(
            new Observation.Value(VitalSign.HR, true, heartRate, nowMicros),
            new Observation.Value(VitalSign.RR, true, 16, nowMicros),
            new Observation.Value(VitalSign.SPO2, true, 97, nowMicros));
    live(new Observation.Numerics(BED, birth, sequence++, nowMicros, values));
  }

  private void saysForSeconds(int heartRate, int seconds) {
    for (int second = 0; second < seconds; second++) {
      says(1, heartRate);
      pass(1);
    }
  }

  private PublishedBed bed() {
    return registry.beds().getFirst();
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    while (seen < log.newest()) {
      AlarmEntry entry = log.entry(++seen);
      if (entry != null) {
        told.add(entry.alarm().state() + " " + entry.alarm().condition());
      }
    }
    return told;
  }

  @Test
  void aBreachIsRaisedAndEnds() {
    saysForSeconds(130, 6);
    assertThat(told()).isEmpty();
    says(1, 130);
    assertThat(told()).containsExactly("ACTIVE HR_HIGH");
    pass(1);
    says(1, 100);
    assertThat(told()).containsExactly("ENDED HR_HIGH");
  }

  @Test
  void aLethalConditionStaysLatchedWhenTheDeviceFallsSilent() {
    saysForSeconds(30, 7);
    assertThat(told()).containsExactly("ACTIVE EXTREME_BRADY");
    pass(10);
    assertThat(told()).containsExactly("ACTIVE NO_DATA", "LATCHED EXTREME_BRADY");
    says(1, 80);
    assertThat(told()).containsExactly("ENDED NO_DATA");
  }

  @Test
  void standbyEndsAllAndItsEndEvaluatesFromZero() {
    saysForSeconds(130, 7);
    told();
    act(new Operation.Inactivate(BED.unit(), BED.bed(), Inactivation.STANDBY, 0, 60, "x-ray"));
    assertThat(told()).containsExactly("ENDED HR_HIGH");
    pass(61);
    assertThat(told()).isEmpty();
    saysForSeconds(130, 7);
    assertThat(told()).containsExactly("ACTIVE HR_HIGH");
  }

  @Test
  void anotherPatientHasNoneOfTheAlarmsOfBefore() {
    saysForSeconds(130, 7);
    told();
    born(2, "MRN-2");
    assertThat(told()).containsExactly("ENDED HR_HIGH");
  }

  private void enterWhatIsNotMeasured() {
    act(
        new Operation.EnterObservations(
            BED,
            List.of(
                new ScoreEntry(ScoreParameter.OXYGEN, 0),
                new ScoreEntry(ScoreParameter.SYSTOLIC, 120),
                new ScoreEntry(ScoreParameter.ACVPU, 0),
                new ScoreEntry(ScoreParameter.TEMPERATURE, 370))));
  }

  @Test
  void scoresArePublishedOnceAllIsKnown() {
    saysForSeconds(130, 2);
    assertThat(bed().scores()).extracting(Score::hasTotal).containsExactly(false);
    enterWhatIsNotMeasured();
    assertThat(bed().scores()).extracting(Score::total).containsExactly(2);
  }

  @Test
  void messagesThatCannotBeReadAreAlarmedOf() {
    saysForSeconds(80, 2);
    for (int i = 0; i < 3; i++) {
      loop.refused(BED, message());
    }
    saysForSeconds(80, 1);
    assertThat(told()).containsExactly("ACTIVE DATA_REJECTED");
  }

  @Test
  void whatWasEnteredOfAPatientCountsOnWithAnotherDevice() {
    enterWhatIsNotMeasured();
    live(
        new Observation.Birth(
            BED,
            2,
            nowMicros,
            "another patch",
            new Patient("MRN-1", "Haddad", "Noor"),
            true,
            List.of()));
    sequence = 0;
    says(2, 130);
    pass(2);
    assertThat(bed().scores()).extracting(Score::total).containsExactly(2);
  }

  @Test
  void whatASilentDeviceMeasuredDoesNotCountLongerWhereTheBridgesClockIsSetBack() {
    enterWhatIsNotMeasured();
    saysForSeconds(80, 2);
    assertThat(bed().scores()).extracting(Score::hasTotal).containsExactly(true);
    stepMicros = -3_600 * SECOND;
    pass((int) ScoreSettings.DEFAULT.continuous().toSeconds() + 2);
    assertThat(bed().scores()).extracting(Score::hasTotal).containsExactly(false);
  }

  @Test
  void aDeviceWhoseClockLostItsTimeIsHeardNoMoreButSaidToBeSilentAndInConflict() {
    long birth = 1_773_135_600;
    born(birth, "MRN-1");
    sequence = 0;
    for (int second = 0; second < 11; second++) {
      says(birth, 80);
      pass(1);
    }
    assertThat(told()).isEmpty();
    sequence = 0;
    for (int second = 0; second < 30; second++) {
      born(60, "MRN-1"); // its battery is dead: its clock began anew in 1970
      says(60, 30);
      live(
          new Observation.AlarmChange(
              BED,
              60,
              "VTACH",
              AlarmKind.PHYSIOLOGICAL,
              60 * SECOND,
              AlarmPriority.HIGH,
              true,
              "VTACH",
              60 * SECOND));
      pass(1);
    }
    assertThat(bed().numerics().reading(VitalSign.HR)).extracting(Reading::fixed).isEqualTo(80);
    assertThat(told())
        .containsExactly("ACTIVE DEVICE_CONFLICT", "ACTIVE NO_DATA", "ACTIVE NO_DATA");
    assertThat(quarantine.refused(Reason.STALE_BIRTH)).isEqualTo(90);
  }
}
