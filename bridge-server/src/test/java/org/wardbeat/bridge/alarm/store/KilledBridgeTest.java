package org.wardbeat.bridge.alarm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmState;

/** Whatever moment a bridge is killed at, nothing it told anybody is missing afterwards. */
class KilledBridgeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {200, 1_000, 3_000})
  void killNineInTheMiddleOfABatchLosesNothingThatWasAnnouncedOrAnswered(int lines)
      throws Exception {
    Path said = folder.resolve("said");
    Path store = folder.resolve("store");
    Process bridge =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledBridge.class.getName(),
                store.toString(),
                Integer.toString(lines))
            .redirectOutput(said.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try {
      await().atMost(PATIENCE).until(() -> !bridge.isAlive() || lines(said).size() >= lines);
      assertThat(bridge.isAlive())
          .as(() -> "it ended by itself: " + text(folder.resolve("errors")))
          .isTrue();
    } finally {
      bridge.destroyForcibly().waitFor();
    }
    check(lines(said), stored(store));
  }

  private static void check(List<String> lines, Map<String, Alarm> stored) {
    Map<String, String> newest = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("announced") && words.length == 5) {
        newest.put(words[1] + " " + words[2], words[3]);
      } else if (words[0].equals("acknowledged") && words.length == 3) {
        Alarm alarm = stored.get(words[1] + " " + words[2]);
        assertThat(alarm).as(line).isNotNull();
        assertThat(alarm != null && alarm.acknowledged()).as(line).isTrue();
      }
    }
    assertThat(newest).isNotEmpty();
    newest.forEach(
        (identity, state) -> {
          Alarm alarm = stored.get(identity);
          assertThat(alarm).as(identity).isNotNull();
          if (alarm != null) {
            // What was stored but not yet told may have come further, never less far.
            assertThat(alarm.state())
                .as(identity)
                .isGreaterThanOrEqualTo(AlarmState.valueOf(state));
          }
        });
  }

  private static Map<String, Alarm> stored(Path folder) throws IOException {
    SqliteAlarmStore store = new SqliteAlarmStore(folder, InstantSource.system());
    Map<String, Alarm> alarms = new HashMap<>();
    assertThat(store.open().notice()).isEmpty();
    store.query(
        new Frame.AlarmQuery(1, "", "", 0, Long.MAX_VALUE, Frame.AlarmQuery.MAX_RECORDS),
        record -> {
          Alarm alarm = record.alarm();
          alarms.put(alarm.condition() + " " + alarm.onsetDeviceMicros(), alarm);
          return true;
        });
    store.close();
    return alarms;
  }

  private static List<String> lines(Path file) {
    String text = text(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
