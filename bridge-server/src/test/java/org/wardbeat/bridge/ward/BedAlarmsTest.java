package org.wardbeat.bridge.ward;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.bridge.alarm.AlarmsByHand;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;

/** What a ward loop makes of what a device tells of its alarms. */
class BedAlarmsTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final Patient NOOR = new Patient("MRN-1", "Haddad", "Noor");
  private static final Patient IDA = new Patient("MRN-2", "Berg", "Ida");
  private static final long SECOND = 1_000_000;

  private long nowMicros = 1_773_135_600 * SECOND;
  private final long start = nowMicros;
  private int told;
  private final AlarmLog log = new AlarmLog(() -> told++);
  private final BridgeClock clock =
      new BridgeClock(() -> nowMicros * 1_000, () -> Instant.EPOCH.plus(nowMicros, MICROS));
  private final AlarmsByHand alarms = new AlarmsByHand(clock);
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
          new BridgeClock(() -> 0, () -> Instant.EPOCH));

  private void live(Observation observation) {
    loop.observe(
        observation,
        new InboundMessage("test", new byte[0], false, false, nowMicros * 1_000, nowMicros));
    alarms.settle();
  }

  private void birth(long number, @Nullable Patient patient, String device) {
    live(new Observation.Birth(BED, number, nowMicros, device, patient, true, List.of()));
  }

  private void numerics(long birth, long sequence) {
    live(new Observation.Numerics(BED, birth, sequence, nowMicros, List.of()));
  }

  /** Times in seconds after the start. */
  private void alarm(
      long birth, String condition, long onset, long time, boolean active, AlarmPriority priority) {
    live(
        new Observation.AlarmChange(
            BED,
            birth,
            condition,
            AlarmKind.PHYSIOLOGICAL,
            start + time * SECOND,
            priority,
            active,
            "** " + condition,
            start + onset * SECOND));
  }

  private void raise(long birth, String condition, long onset) {
    alarm(birth, condition, onset, onset, true, AlarmPriority.HIGH);
  }

  /** Each entry as condition, onset in seconds, and whether it lasts. */
  private List<String> entries() {
    return LongStream.rangeClosed(1, log.newest())
        .mapToObj(log::entry)
        .map(entry -> entry == null ? "gone" : word(entry.alarm()))
        .toList();
  }

  private String word(Alarm alarm) {
    return "%s@%d%s"
        .formatted(
            alarm.condition(),
            (alarm.onsetDeviceMicros() - start) / SECOND,
            alarm.over() ? "-" : "+");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          raised and ended              | A1,1+ A1,5-             | A@1+ A@1-
          told twice                    | A1,1+ A1,1+ A1,1+       | A@1+
          told again later              | A1,1+ A1,9+             | A@1+
          ended twice                   | A1,1+ A1,5- A1,5-       | A@1+ A@1-
          repeated after its end        | A1,1+ A1,5- A1,1+ A1,5- | A@1+ A@1-
          ended at once                 | A1,1+ A1,1- A1,1+       | A@1+ A@1-
          lasts again after all         | A1,1+ A1,5- A1,7+ A1,9- | A@1+ A@1- A@7+ A@7-
          replaced                      | A1,1+ A6,6+             | A@1+ A@1- A@6+
          replaced, then the old again  | A1,1+ A6,6+ A1,1+       | A@1+ A@1- A@6+
          end that was never seen begin | A1,5-                   | ''
          end of another one            | A1,1+ A3,5-             | A@1+ A@1-
          clock set back                | A9,9+ A9,12- A2,2+      | A@9+ A@9- A@2+
          two conditions                | A1,1+ B2,2+ A1,5-       | A@1+ B@2+ A@1-
          """)
  void aDevicesWordsBecomeEntriesOnce(String what, String words, String expected) {
    birth(7, NOOR, "patch");
    for (String word : words.split(" ", -1)) {
      int comma = word.indexOf(',');
      long onset = Long.parseLong(word.substring(1, comma));
      long time = Long.parseLong(word.substring(comma + 1, word.length() - 1));
      alarm(7, word.substring(0, 1), onset, time, word.endsWith("+"), AlarmPriority.HIGH);
    }
    assertThat(String.join(" ", entries())).as(what).isEqualTo(expected);
    assertThat((long) told).isEqualTo(log.newest());
  }

  @Test
  void anotherPriorityIsTold() {
    birth(7, NOOR, "patch");
    raise(7, "A", 1);
    alarm(7, "A", 1, 3, true, AlarmPriority.LOW);
    assertThat(entries()).containsExactly("A@1+", "A@1+");
    assertThat(log.snapshot().open())
        .singleElement()
        .satisfies(entry -> assertThat(entry.alarm().priority()).isEqualTo(AlarmPriority.LOW));
  }

  @Test
  void alarmsOfAFormerPatientOrDeviceOrOfARemovedBedEnd() {
    birth(7, NOOR, "patch");
    raise(7, "A", 1);
    birth(7, IDA, "patch");
    raise(7, "B", 2);
    birth(7, IDA, "other patch");
    raise(7, "C", 3);
    live(new Observation.Removal(BED));
    assertThat(entries()).containsExactly("A@1+", "A@1-", "B@2+", "B@2-", "C@3+", "C@3-");
    assertThat(log.snapshot().open()).isEmpty();
  }

  @Test
  void endsAreOfTheOccupancyOfTheirAlarms() {
    birth(7, NOOR, "patch");
    raise(7, "A", 1);
    birth(7, IDA, "patch");
    raise(7, "B", 2);
    assertThat(LongStream.rangeClosed(1, 3).mapToObj(log::entry).toList())
        .extracting(entry -> entry == null ? -1 : entry.occupancy())
        .containsExactly(1L, 1L, 2L);
  }

  @Test
  void whatADeviceTellsAgainAfterItsBirthLastsOnAndTheRestEndsAfterTenSeconds() {
    birth(7, NOOR, "patch");
    raise(7, "A", 1);
    raise(7, "B", 1);
    birth(8, NOOR, "patch");
    raise(8, "A", 1);
    nowMicros += 9 * SECOND;
    numerics(8, 0);
    assertThat(entries()).containsExactly("A@1+", "B@1+");
    nowMicros += SECOND;
    numerics(8, 1);
    numerics(8, 2);
    assertThat(entries()).containsExactly("A@1+", "B@1+", "B@1-");
  }

  @Test
  void whatADeviceTellsAgainTooLateLastsAgainAsAnother() {
    birth(7, NOOR, "patch");
    raise(7, "A", 1);
    birth(8, NOOR, "patch");
    nowMicros += 10 * SECOND;
    numerics(8, 0);
    raise(8, "A", 1);
    assertThat(entries()).hasSize(3).startsWith("A@1+", "A@1-");
    assertThat(log.snapshot().open())
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.alarm().onsetDeviceMicros()).isGreaterThan(start + SECOND));
  }

  @Test
  void alarmOfAnOlderBirthIsRefused() {
    birth(8, NOOR, "patch");
    raise(7, "A", 1);
    assertThat(entries()).isEmpty();
    assertThat(quarantine.refused(Reason.STALE_BIRTH)).isEqualTo(1);
  }

  @Test
  void alarmThatOvertookItsBirthIsToldWhateverElseWaits() {
    raise(7, "A", 1);
    for (int i = 0; i < 2_000; i++) {
      live(new Observation.Samples(BED, 7, 0, i * 50L, nowMicros, new int[50]));
    }
    birth(7, NOOR, "patch");
    assertThat(entries()).containsExactly("A@1+");
  }

  @Test
  void anEmptyPayloadEndsTheAlarmOnce() {
    birth(7, NOOR, "patch");
    live(new Observation.AlarmCleared(BED, "A"));
    raise(7, "A", 1);
    live(new Observation.AlarmCleared(BED, "A"));
    live(new Observation.AlarmCleared(BED, "A"));
    assertThat(entries()).containsExactly("A@1+", "A@1-");
  }

  @Test
  void aBedHasNoMoreConditionsThanFitAndThoseThatAreOverMakeRoom() {
    birth(7, NOOR, "patch");
    for (int i = 0; i <= BedAlarms.MAX_CONDITIONS; i++) {
      raise(7, "C" + i, 1);
    }
    assertThat(log.newest()).isEqualTo(BedAlarms.MAX_CONDITIONS);
    assertThat(quarantine.refused(Reason.TOO_MANY_ALARMS)).isEqualTo(1);
    alarm(7, "C5", 1, 2, false, AlarmPriority.HIGH);
    raise(7, "D", 3);
    assertThat(entries().getLast()).isEqualTo("D@3+");
  }

  @Test
  void theLogKeepsTheNewestAndAllThatLasts() {
    birth(7, NOOR, "patch");
    raise(7, "A", 1);
    List<Long> sequences = new ArrayList<>();
    for (int i = 0; i < AlarmLog.CAPACITY; i++) {
      alarm(7, "B", i + 2, i + 2, true, AlarmPriority.LOW);
      sequences.add(log.newest());
    }
    assertThat(log.entry(1)).isNull();
    assertThat(log.entry(log.oldest())).isNotNull();
    assertThat(log.entry(log.oldest() - 1)).isNull();
    assertThat(log.entry(log.newest() + 1)).isNull();
    assertThat(log.newest() - log.oldest()).isEqualTo(AlarmLog.CAPACITY - 1);
    assertThat(sequences).isSorted();
    assertThat(log.snapshot().open())
        .extracting(entry -> entry.alarm().condition())
        .containsExactlyInAnyOrder("A", "B");
    assertThat(log.snapshot().open()).extracting(AlarmEntry::sequence).contains(1L);
    assertThat(Set.copyOf(sequences)).hasSize(AlarmLog.CAPACITY);
  }

  /** The device's clock goes back by an hour; then it tells numerics in time, or only later. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatRisesAfterTheDevicesClockWasSetBackIsTold(boolean alarmFirst) {
    birth(1, NOOR, "patch");
    numericsAt(1, 0, 5);
    alarm(1, "VT", 10, 10, true, AlarmPriority.LOW);
    numericsAt(1, 1, 11);
    if (!alarmFirst) {
      numericsAt(1, 2, -3_588);
    }
    alarm(1, "VT", 10, -3_587, true, AlarmPriority.HIGH);
    numericsAt(1, 3, -3_586);
    assertThat(lastly().priority()).isEqualTo(AlarmPriority.HIGH);
    alarm(1, "VT", 10, -3_580, false, AlarmPriority.HIGH);
    assertThat(lastly().active()).isFalse();
  }

  private void numericsAt(long birth, long sequence, long seconds) {
    live(new Observation.Numerics(BED, birth, sequence, start + seconds * SECOND, List.of()));
  }

  private Alarm lastly() {
    return Objects.requireNonNull(log.entry(log.newest()), "nothing was told").alarm();
  }
}
