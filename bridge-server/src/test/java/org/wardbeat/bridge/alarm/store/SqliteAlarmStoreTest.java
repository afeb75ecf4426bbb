package org.wardbeat.bridge.alarm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.bridge.alarm.AlarmFact;
import org.wardbeat.bridge.alarm.Hold;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.alarm.Observed;
import org.wardbeat.bridge.alarm.StayInForce;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;

class SqliteAlarmStoreTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final BedId OTHER = new BedId("4 West", "407");
  private static final Instant NOW = Instant.parse("2026-03-10T09:40:00Z");
  private static final long T0 = NOW.getEpochSecond() * 1_000_000;

  @TempDir private Path folder;
  private final List<SqliteAlarmStore> stores = new ArrayList<>();

  private SqliteAlarmStore store() {
    SqliteAlarmStore store =
        new SqliteAlarmStore(folder.resolve("store"), InstantSource.fixed(NOW));
    stores.add(store);
    return store;
  }

  @AfterEach
  void close() {
    stores.forEach(SqliteAlarmStore::close);
  }

  private static Alarm raised(String condition, long onset) {
    return Alarm.raised(
        condition,
        AlarmKind.PHYSIOLOGICAL,
        AlarmPriority.HIGH,
        VitalSign.SPO2,
        "SpO₂ 86 < 90",
        onset,
        onset - 7);
  }

  private static AlarmFact fact(BedId bed, Alarm alarm) {
    return new AlarmFact.OfAlarm(bed, alarm, true, 3, alarm.onsetMicros());
  }

  private static List<Frame.AlarmRecord> query(
      SqliteAlarmStore store, String unit, long from, long to, int most) throws IOException {
    List<Frame.AlarmRecord> records = new ArrayList<>();
    store.query(new Frame.AlarmQuery(1, unit, "", from, to, most), records::add);
    return records;
  }

  @Test
  void everyKindOfFactIsThereAgain() throws IOException {
    List<AlarmFact> facts =
        List.of(
            new AlarmFact.OfOccupant(BED, "digest", "patch", false),
            new AlarmFact.OfLimits(
                BED,
                new LimitsInForce(
                    T0,
                    new AlarmLimits(
                        PatientCategory.PAEDIATRIC,
                        List.of(
                            new Limit(VitalSign.HR, true, 60, 150, null, 170),
                            new Limit(VitalSign.TEMP, false, null, null, null, null))),
                    "noor",
                    T0,
                    "athlete",
                    "east")),
            new AlarmFact.OfEntry(
                BED, new Observed(new ScoreEntry(ScoreParameter.ACVPU, 2), "ole", T0, "east")),
            new AlarmFact.OfHold(
                new Hold(
                    new InactivationState(
                        "4 East", "", Inactivation.STANDBY, true, T0, T0 + 5, "noor", "at X-ray"),
                    T0,
                    "east",
                    "")),
            new AlarmFact.OfStay(BED, admitted(), true),
            new AlarmFact.OfStay(
                OTHER, new StayInForce(new Stay(3, "ole", null), "noor", "east"), false),
            fact(BED, raised("SPO2_LOW", T0)),
            fact(OTHER, raised("ASYSTOLE", T0 + 1).ended(true, T0 + 2)));
    SqliteAlarmStore first = store();
    assertThat(first.open().facts()).isEmpty();
    first.commit(facts);
    first.commit(
        List.of(
            new AlarmFact.OfAct(
                T0,
                new Operator("noor", Role.NURSE),
                new Operation.Acknowledge(BED, "SPO2_LOW", T0 - 7))));
    first.close();
    assertThat(store().open().facts()).containsExactlyInAnyOrderElementsOf(facts);
  }

  private static StayInForce admitted() {
    Admission admission =
        new Admission(
            new Patient("MRN-77", "Lind", "Eva"),
            LocalDate.of(1951, 3, 9),
            "patch",
            false,
            "noor",
            T0);
    return new StayInForce(new Stay(T0, "ole", admission), "noor", "east");
  }

  @Test
  void aStoreOfAnOlderBridgeIsBroughtUpWithAllThatIsInIt() throws Exception {
    SqliteAlarmStore before = store();
    before.open();
    AlarmFact alarm = fact(BED, raised("SPO2_LOW", T0));
    before.commit(List.of(alarm));
    before.close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store/alarms.db"));
        Statement statement = file.createStatement()) {
      statement.executeUpdate("DROP TABLE stay");
      statement.executeUpdate("PRAGMA user_version = 1");
    }
    SqliteAlarmStore now = store();
    assertThat(now.open().facts()).containsExactly(alarm);
    now.commit(List.of(new AlarmFact.OfStay(BED, admitted(), true)));
    now.close();
    assertThat(store().open().facts()).contains(new AlarmFact.OfStay(BED, admitted(), true));
  }

  @Test
  void ofAnAlarmTheNewestStateCounts() throws IOException {
    SqliteAlarmStore store = store();
    store.open();
    Alarm alarm = raised("SPO2_LOW", T0);
    Alarm seen = alarm.acknowledged(new Acknowledgement("noor", T0 + 1)).escalated(T0 + 2);
    store.commit(List.of(fact(BED, alarm), fact(BED, seen)));
    assertThat(query(store, "", 0, T0 + 1, 10)).containsExactly(new Frame.AlarmRecord(BED, seen));
  }

  @Test
  void anotherPatientsEntriesAreForgotten() throws IOException {
    SqliteAlarmStore store = store();
    store.open();
    store.commit(
        List.of(
            new AlarmFact.OfEntry(
                BED, new Observed(new ScoreEntry(ScoreParameter.ACVPU, 2), "ole", T0, "east")),
            new AlarmFact.OfOccupant(BED, "another", "patch", true)));
    store.close();
    assertThat(store().open().facts())
        .containsExactly(new AlarmFact.OfOccupant(BED, "another", "patch", false));
  }

  @Test
  void ofThePastComesWhatLastedInAPeriodTheNewestFirst() throws IOException {
    SqliteAlarmStore store = store();
    store.open();
    Alarm early = raised("A", T0).ended(false, T0 + 10);
    Alarm across = raised("B", T0 + 5).ended(false, T0 + 25);
    Alarm lasting = raised("C", T0 + 15);
    Alarm late = raised("D", T0 + 40);
    store.commit(Stream.of(early, across, lasting, late).map(alarm -> fact(BED, alarm)).toList());
    store.commit(List.of(fact(OTHER, raised("E", T0 + 16))));
    assertThat(query(store, "4 East", T0 + 20, T0 + 40, 10))
        .extracting(record -> record.alarm().condition())
        .containsExactly("C", "B");
    assertThat(query(store, "", T0 + 20, T0 + 50, 2))
        .extracting(record -> record.alarm().condition())
        .containsExactly("D", "E");
  }

  @Test
  void aStoreThatIsGoneWhileTheBridgeRunsIsNotEmptyButUnreadable() throws IOException {
    SqliteAlarmStore store = store();
    store.open();
    store.commit(List.of(fact(BED, raised("A", T0))));
    store.close();
    Files.writeString(folder.resolve("store/alarms.db"), "not a database at all ".repeat(100));
    assertThatThrownBy(() -> query(store, "", 0, T0 + 1, 10))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void alarmsThatAreLongOverGoAndOpenOnesStay() throws IOException {
    long old = T0 - SqliteAlarmStore.ALARMS_KEPT.plus(Duration.ofDays(1)).toMillis() * 1_000;
    SqliteAlarmStore store = store();
    store.open();
    store.commit(
        List.of(
            fact(BED, raised("OVER", old).ended(false, old + 1)),
            fact(BED, raised("LATCHED", old).ended(true, old + 1)),
            fact(BED, raised("NEW", T0).ended(false, T0 + 1))));
    store.close();
    SqliteAlarmStore again = store();
    again.open();
    assertThat(query(again, "", 0, T0 + 1, 10))
        .extracting(record -> record.alarm().condition())
        .containsExactly("NEW", "LATCHED");
  }

  @Test
  void whatGrowsOldWhileTheBridgeRunsGoesInSmallSteps() throws IOException {
    long old = T0 - SqliteAlarmStore.ALARMS_KEPT.plus(Duration.ofDays(1)).toMillis() * 1_000;
    long oldAct = T0 - SqliteAlarmStore.ACTS_KEPT.plus(Duration.ofDays(1)).toMillis() * 1_000;
    SqliteAlarmStore store = store();
    store.open();
    store.commit(
        List.of(
            fact(BED, raised("OPEN", old)),
            fact(BED, raised("LATCHED", old).ended(true, old + 1)),
            fact(BED, raised("LONG", old).ended(false, T0)),
            fact(BED, raised("NEW", T0).ended(false, T0 + 1)),
            new AlarmFact.OfAct(
                oldAct,
                new Operator("noor", Role.NURSE),
                new Operation.Acknowledge(BED, "OVER1", old - 7))));
    int many = SqliteAlarmStore.DROPPED_AT_ONCE + 1;
    store.commit(
        IntStream.range(0, many)
            .mapToObj(i -> fact(BED, raised("OVER" + i, old).ended(false, old + 1)))
            .toList());
    assertThat(store.prune()).isTrue();
    assertThat(query(store, "", 0, T0 + 1, 1_000)).hasSize(5);
    assertThat(store.prune()).isTrue();
    assertThat(store.prune()).isFalse();
    assertThat(query(store, "", 0, T0 + 1, 1_000))
        .extracting(record -> record.alarm().condition())
        .containsExactlyInAnyOrder("OPEN", "LATCHED", "LONG", "NEW");
  }

  @Test
  void aStoreIsOneBridgesAtATime() throws IOException {
    SqliteAlarmStore first = store();
    first.open();
    assertThatThrownBy(() -> store().open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another bridge")
        .hasMessageContaining("--store");
    first.close();
    assertThat(store().open().facts()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(
            () -> new SqliteAlarmStore(file.resolve("store"), InstantSource.system()).open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--store");
  }

  @Test
  void aStoreThatIsNoDatabaseIsKeptAsideAndSaid() throws IOException {
    Files.createDirectories(folder.resolve("store"));
    Files.writeString(folder.resolve("store/alarms.db"), "not a database at all ".repeat(100));
    SqliteAlarmStore store = store();
    assertThat(store.open().notice()).contains("damaged", "alarms.db.damaged-20260310T094000Z");
    store.commit(List.of(fact(BED, raised("A", T0))));
    assertThat(folder.resolve("store/alarms.db.damaged-20260310T094000Z")).exists();
    assertThat(query(store, "", 0, T0 + 1, 10)).hasSize(1);
  }

  @Test
  void aStoreWithATornPageIsKeptAsideAndSaid() throws IOException {
    SqliteAlarmStore first = store();
    first.open();
    first.commit(
        IntStream.range(0, 2_000).mapToObj(i -> fact(BED, raised("C" + i, T0 + i))).toList());
    first.close();
    Path database = folder.resolve("store/alarms.db");
    byte[] bytes = Files.readAllBytes(database);
    for (int i = 4_096; i < Math.min(bytes.length, 200_000); i += 512) {
      bytes[i] ^= 0x5a;
      bytes[i + 5] ^= 0x77;
    }
    Files.write(database, bytes);
    SqliteAlarmStore store = store();
    assertThat(store.open().notice()).contains("damaged");
    store.commit(List.of(fact(BED, raised("A", T0))));
  }

  @Test
  void aFullDiskRefusesTheBatchAndTakesTheNextOnceThereIsRoom() throws Exception {
    SqliteAlarmStore store = store();
    store.open();
    store.commit(List.of(fact(BED, raised("A", T0))));
    store.close();
    SqliteAlarmStore full = store();
    full.open();
    full.limitPages();
    List<AlarmFact> many =
        IntStream.range(0, 5_000).mapToObj(i -> fact(BED, raised("C" + i, T0 + i))).toList();
    assertThatThrownBy(() -> full.commit(many))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("full");
    assertThat(query(full, "", 0, T0 + 1, 10)).hasSize(1);
    full.commit(many); // connected anew, without the limit
    assertThat(query(full, "", 0, T0 + 5_001, 10_000)).hasSize(5_001);
  }

  @Test
  void whatIsNotOverCountsThoughTheClockWasSetBackSinceAnotherOfItsConditionWasOver()
      throws IOException {
    Alarm over = raised("ASYSTOLE", T0).ended(false, T0 + 3_600_000_000L);
    Alarm latched = raised("ASYSTOLE", T0 + 60_000_000).ended(true, T0 + 90_000_000);
    SqliteAlarmStore store = store();
    store.open();
    store.commit(List.of(fact(BED, over), fact(BED, latched)));
    store.close();
    assertThat(store().open().facts()).last().isEqualTo(fact(BED, latched));
  }
}
