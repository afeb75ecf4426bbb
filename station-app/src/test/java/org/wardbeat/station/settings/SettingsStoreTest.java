package org.wardbeat.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;

class SettingsStoreTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_773_135_728_000L);

  @TempDir Path folder;

  private SettingsPlaces places() {
    return new SettingsPlaces(
        folder.resolve("home/station.json"),
        folder.resolve("home/station-at-desk-4.json"),
        folder.resolve("etc/station.json"));
  }

  private SettingsStore start(Settings asked) {
    return new SettingsStore(places(), asked, () -> NOW);
  }

  private SettingsStore start() {
    return start(Settings.INITIAL);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void whatIsSetHoldsAtOnceAndAtTheNextStart() {
    List<Settings> heard = new ArrayList<>();
    try (SettingsStore store = start()) {
      store.listen(heard::add);
      store.set(Setting.LANGUAGE, Language.GERMAN).join();
      store.set(Setting.VOLUME, 70).join();

      assertThat(store.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
      assertThat(heard).hasSize(2).last().isEqualTo(store.current());
      assertThat(store.unwritten()).isEmpty();
    }
    try (SettingsStore next = start()) {
      assertThat(next.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
      assertThat(next.current().get(Setting.VOLUME)).isEqualTo(70);
      assertThat(next.current().get(Setting.CLOCK)).isEqualTo(ClockStyle.HOURS_24);
      assertThat(next.problems()).isEmpty();
    }
    assertThat(places().user()).content().contains("language").doesNotContain("volume");
    assertThat(places().computer()).content().contains("volume").doesNotContain("language");
  }

  @Test
  void nobodyHearsWhoHasEndedListening() {
    List<Settings> heard = new ArrayList<>();
    try (SettingsStore store = start()) {
      store.listen(heard::add).run();
      store.set(Setting.VOLUME, 70).join();
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void theAdministratorsLockIsStrongerThanEverybody() throws IOException {
    write(places().user(), "{\"language\": \"de\", \"clock\": \"12h\"}");
    write(places().computer(), "{\"volume\": 40}");
    write(
        places().administrator(),
        "{\"language\": \"fr\", \"volume\": 100, \"clock\": \"24h\", \"locked\": [\"volume\","
            + " \"layout\"]}");

    try (SettingsStore store =
        start(Settings.INITIAL.with(Setting.VOLUME, 50).with(Setting.LAYOUT, 16))) {
      assertThat(store.current().get(Setting.VOLUME)).isEqualTo(100);
      assertThat(store.current().get(Setting.LAYOUT)).isEqualTo(Setting.LAYOUT.initial());
      assertThat(store.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
      assertThat(store.current().get(Setting.CLOCK)).isEqualTo(ClockStyle.HOURS_12);
      assertThat(store.isLocked(Setting.VOLUME)).isTrue();
      assertThat(store.isLocked(Setting.LANGUAGE)).isFalse();
      assertThatThrownBy(() -> store.set(Setting.VOLUME, 60))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The administrator has locked volume.");
    }
  }

  @Test
  void whatTheAdministratorSetsWithoutALockHoldsForThoseWhoSetNothing() throws IOException {
    write(places().administrator(), "{\"language\": \"de\"}");

    try (SettingsStore store = start()) {
      assertThat(store.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
    }
  }

  @Test
  void theCommandLineCountsUntilTheUserChoosesSomethingElse() throws IOException {
    write(places().computer(), "{\"layout\": 8}");

    try (SettingsStore store = start(Settings.INITIAL.with(Setting.LAYOUT, 32))) {
      assertThat(store.current().get(Setting.LAYOUT)).isEqualTo(32);
      store.set(Setting.LAYOUT, 4).join();
      assertThat(store.current().get(Setting.LAYOUT)).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"language\": | , line 1: expected JSON",
        "{} {} | , line 1: expected nothing after the last brace",
        "[1] | , line 1: expected an object of settings in braces",
        "{\"clock\": \"12h\", \"clock\": \"24h\"} | , line 1: expected JSON, but Duplicate field"
      })
  void aFileThatCannotBeUsedIsKeptAsideAndSaidSo(String text, String sentence) throws IOException {
    write(places().user(), text);

    try (SettingsStore store = start()) {
      assertThat(store.current()).isEqualTo(Settings.INITIAL);
      assertThat(store.problems())
          .singleElement()
          .asString()
          .startsWith(places().user().toString())
          .contains(sentence)
          .endsWith(
              "It is kept as station.json.unusable-"
                  + NOW.toEpochMilli()
                  + ", and the usual settings hold.");
    }
    assertThat(places().user()).doesNotExist();
    assertThat(folder.resolve("home/station.json.unusable-" + NOW.toEpochMilli())).hasContent(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"colour\": 1 | , line 1: expected no \"colour\" here",
        "\"volume\": 50 | , line 1: expected no \"volume\" here",
        "\"locked\": [] | , line 1: expected no \"locked\" here",
        "\"clock\": \"13h\" | expected one of \"24h\", \"12h\" for \"clock\", got \"13h\".",
        "\"clock\": 24 | expected one of \"24h\", \"12h\" for \"clock\", got 24.",
        "\"sweepSpeed\": 25 | expected one of \"6.25\", \"12.5\", \"25\", \"50\" for \"sweepSpeed\""
      })
  void oneSettingThatCannotBeUsedHarmsNoOther(String entry, String sentence) throws IOException {
    String text = "{" + entry + ", \"language\": \"de\"}";
    write(places().user(), text);

    try (SettingsStore store = start()) {
      assertThat(store.current())
          .isEqualTo(Settings.INITIAL.with(Setting.LANGUAGE, Language.GERMAN));
      assertThat(store.problems())
          .singleElement()
          .asString()
          .startsWith(places().user().toString())
          .contains(sentence)
          .endsWith(
              "The rest holds; the file as it was is kept as station.json.unusable-"
                  + NOW.toEpochMilli()
                  + ".");
    }
    assertThat(places().user()).hasContent(text);
    assertThat(folder.resolve("home/station.json.unusable-" + NOW.toEpochMilli())).hasContent(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"locked\": [\"colour\"]} | expected names of settings to lock, got \"colour\".",
        "{\"locked\": \"volume\"} | expected a list of settings to lock.",
        "{\"volume\": 20} | expected a whole number from 30 to 100 for \"volume\", got 20.",
        "{\"distanceMetres\": 99} | expected a number from 1 to 15 for \"distanceMetres\", got 99."
      })
  void theAdministratorsFileStaysWhereItIs(String text, String sentence) throws IOException {
    write(places().administrator(), text);

    try (SettingsStore store = start()) {
      assertThat(store.problems())
          .singleElement()
          .asString()
          .contains(sentence)
          .endsWith("What it sets and locks does not hold.");
    }
    assertThat(places().administrator()).hasContent(text);
  }

  @Test
  void whatCannotBeWrittenHoldsUntilTheEndAndIsTold() throws IOException {
    write(folder.resolve("home"), "a file where a folder should be");

    try (SettingsStore store = start()) {
      store.set(Setting.LANGUAGE, Language.GERMAN).join();

      assertThat(store.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
      assertThat(store.unwritten()).contains(places().user());
    }
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenWithWhatIsSetNext() throws IOException {
    write(folder.resolve("home"), "a file where a folder should be");

    try (SettingsStore store = start()) {
      store.set(Setting.LANGUAGE, Language.GERMAN).join();
      Files.delete(folder.resolve("home"));
      store.set(Setting.CLOCK, ClockStyle.HOURS_12).join();

      assertThat(store.unwritten()).isEmpty();
    }
    assertThat(places().user()).content().contains("language").contains("clock");
  }

  @Test
  void twoStationsOfOneUserKeepWhatEachHasSet() {
    try (SettingsStore one = start();
        SettingsStore other = start()) {
      one.set(Setting.LANGUAGE, Language.GERMAN).join();
      other.set(Setting.CLOCK, ClockStyle.HOURS_12).join();
      other.set(Setting.LAYOUT, 8).join();
      one.set(Setting.LAYOUT, 32).join();
      other.set(Setting.VOLUME, 70).join();
    }
    try (SettingsStore next = start()) {
      assertThat(next.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
      assertThat(next.current().get(Setting.CLOCK)).isEqualTo(ClockStyle.HOURS_12);
      assertThat(next.current().get(Setting.LAYOUT)).isEqualTo(32);
      assertThat(next.current().get(Setting.VOLUME)).isEqualTo(70);
    }
  }

  @Test
  void aFileThatHasBecomeUnusableIsWrittenAnew() throws IOException {
    try (SettingsStore store = start()) {
      store.set(Setting.LANGUAGE, Language.GERMAN).join();
      write(places().user(), "{");
      store.set(Setting.CLOCK, ClockStyle.HOURS_12).join();
    }
    try (SettingsStore next = start()) {
      assertThat(next.problems()).isEmpty();
      assertThat(next.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
      assertThat(next.current().get(Setting.CLOCK)).isEqualTo(ClockStyle.HOURS_12);
    }
  }

  @Test
  void aValueThatThereIsNotIsRefused() {
    try (SettingsStore store = start()) {
      assertThatThrownBy(() -> store.set(Setting.VOLUME, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Expected a whole number from 30 to 100 for volume.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, /etc/wardbeat/station.json",
    "Mac OS X, /Library/Application Support/Wardbeat/station.json",
    "Windows 11, D:/Shared/Wardbeat/station.json"
  })
  void theAdministratorsFileIsWhereTheSystemHasSuchFiles(String system, String file) {
    SettingsPlaces usual =
        SettingsPlaces.usual(
            folder, new ComputerName("Desk 4/East"), system, Map.of("PROGRAMDATA", "D:/Shared"));

    assertThat(usual.administrator()).isEqualTo(Path.of(file));
    assertThat(usual.computer()).isEqualTo(folder.resolve("station-at-Desk-4-East.json"));
  }
}
