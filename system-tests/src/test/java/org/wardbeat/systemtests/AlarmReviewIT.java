package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.systemtests.account.LightClient;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** Real alarms, looked at again on a real station, and in the tables that it writes. */
class AlarmReviewIT {
  private static final Operator NURSE = new Operator("Okafor, A", Role.NURSE);
  private static final String UNIT = "review";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ALARMS = 450;

  @TempDir private Path home;
  private String homeBefore = "";
  private LiveWard ward;

  @BeforeAll
  static void startToolkit() {
    StationScreen.startToolkit();
  }

  @BeforeEach
  void start() {
    homeBefore = System.setProperty("user.home", home.toString());
    ward = LiveWard.start();
  }

  @AfterEach
  void end() {
    ward.close();
    System.setProperty("user.home", homeBefore);
  }

  private StationScreen open() {
    return StationScreen.open(ward.bridge(), List.of(UNIT), NURSE);
  }

  /** Alarms that were, more than one page of them, and one that lasts and that the nurse saw. */
  private TestDevice raiseAlarms() throws Exception {
    TestDevice device = ward.device(UNIT);
    try (LightClient client = LightClient.ofUnit(ward.bridge(), UNIT).connect()) {
      await("vital signs")
          .atMost(PATIENCE)
          .until(() -> client.ledger().account(device.bed()).isPresent());
      for (int i = 0; i < ALARMS; i++) {
        device.raise("C" + i, AlarmPriority.MEDIUM);
        device.end("C" + i, AlarmPriority.MEDIUM);
      }
      device.raise("VT", AlarmPriority.HIGH);
      Alarm alarm = awaitAlarm(client, device.bed(), "VT");
      Operation seen = new Operation.Acknowledge(device.bed(), "VT", alarm.onsetDeviceMicros());
      assertThat(
              client.act(NURSE, seen).get(Child.PATIENCE.toSeconds(), TimeUnit.SECONDS).outcome())
          .isEqualTo(Frame.Outcome.DONE);
    }
    return device;
  }

  private static Alarm awaitAlarm(LightClient client, BedId bed, String condition) {
    return await(condition)
        .atMost(PATIENCE)
        .until(
            () ->
                client.ledger().shown().stream()
                    .filter(shown -> shown.bed().equals(bed))
                    .map(Frame.AlarmRecord::alarm)
                    .filter(alarm -> alarm.condition().equals(condition))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static void awaitStatus(StationScreen screen, Predicate<String> wanted) {
    await("the review's status")
        .atMost(PATIENCE)
        .until(() -> screen.words("review-status"), wanted);
  }

  private static List<Frame.AlarmRecord> rows(StationScreen screen) {
    return screen.rows("alarms").stream().map(Frame.AlarmRecord.class::cast).toList();
  }

  @Test
  void alarmsAreReadShownAndWritten() throws Exception {
    raiseAlarms();
    try (StationScreen screen = open()) {
      await("live").atMost(PATIENCE).until(() -> screen.banner().startsWith("LIVE"));
      screen.press(KeyCode.F5, false);
      awaitStatus(screen, words -> words.startsWith("All alarms since"));
      await("all alarms").atMost(PATIENCE).until(() -> rows(screen).size() > ALARMS);
      List<Frame.AlarmRecord> rows = rows(screen);
      assertThat(rows)
          .extracting(each -> each.alarm().condition())
          .contains("C0", "C" + (ALARMS - 1), "VT")
          .doesNotHaveDuplicates();

      screen.fire("save-csv");
      List<String> alarms = Files.readAllLines(awaitFile("wardbeat-alarms-"));
      assertThat(alarms).hasSize(rows.size() + 1);
      assertThat(alarms.getFirst()).startsWith("onset_utc,unit,bed,priority,condition");
      assertThat(alarms)
          .anyMatch(line -> line.contains(",VT,") && line.contains("\"Okafor, A\""))
          .filteredOn(line -> line.contains(",C7,"))
          .singleElement()
          .asString()
          .contains("," + UNIT + ",407,medium,C7,C7,physiological,ended,", ",no,yes");

      screen.fire("mode-burden");
      await("the burden")
          .atMost(PATIENCE)
          .until(() -> screen.words("burden-alarms").equals(String.valueOf(rows.size())));
      screen.fire("save-csv");
      assertThat(Files.readAllLines(awaitFile("wardbeat-burden-")))
          .anyMatch(line -> line.startsWith("all,"))
          .anyMatch(line -> line.startsWith("source,") && line.contains(",407,,,,,,VT,"));
    }
  }

  @Test
  void whatEndsWhileOneLooksIsSeenToEnd() throws Exception {
    TestDevice device = ward.device(UNIT);
    try (StationScreen screen = open()) {
      await("live").atMost(PATIENCE).until(() -> screen.banner().startsWith("LIVE"));
      screen.press(KeyCode.F5, false);
      device.raise("WATCHED", AlarmPriority.MEDIUM);
      await("it begins").atMost(PATIENCE).until(() -> is(screen, Alarm::active));
      device.end("WATCHED", AlarmPriority.MEDIUM);
      await("it ends, though nobody saw to it")
          .atMost(PATIENCE)
          .until(() -> is(screen, Alarm::over));
    }
  }

  private static boolean is(StationScreen screen, Predicate<Alarm> state) {
    return rows(screen).stream()
        .map(Frame.AlarmRecord::alarm)
        .filter(alarm -> alarm.condition().equals("WATCHED"))
        .anyMatch(state);
  }

  @Test
  void aStoreThatCannotBeReadIsNoQuietNight() throws Exception {
    ward.device(UNIT);
    for (String file : List.of("alarms.db", "alarms.db-wal", "alarms.db-shm")) {
      Files.deleteIfExists(ward.store().resolve(file));
    }
    Files.createDirectory(ward.store().resolve("alarms.db"));
    try (StationScreen screen = open()) {
      await("live").atMost(PATIENCE).until(() -> screen.banner().startsWith("LIVE"));
      screen.press(KeyCode.F5, false);
      awaitStatus(
          screen,
          words -> words.startsWith("INCOMPLETE  The bridge cannot read its store of alarms."));
      assertThat(screen.words("read-again")).isEqualTo("Read again");
    }
  }

  private Path awaitFile(String name) {
    return await(name).atMost(PATIENCE).until(() -> find(name), Optional::isPresent).orElseThrow();
  }

  private Optional<Path> find(String name) throws IOException {
    Path folder = home.resolve("wardbeat-review");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> file.toString().endsWith(".csv"))
          .findFirst();
    }
  }
}
