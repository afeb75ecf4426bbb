package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.StoredSettings;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;

/** The page of settings, by mouse and by keyboard. */
class SettingsScreenTest {
  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Window open(SettingsStore store) {
    FakeWard ward = FakeWard.still(16);
    ward.feed();
    Window window = Window.open(ward, 1920, 1080, store);
    window.pulse();
    window.press(KeyCode.COMMA, true);
    window.pulse();
    return window;
  }

  @Test
  void opensByItsKeyAndItsTabAndClosesByEscape() {
    try (Window window = open(SettingsStore.inMemory(Settings.INITIAL))) {
      assertThat(window.isShown("#settings")).isTrue();
      assertThat(window.isShown("#bed-401")).isFalse();
      assertThat(window.isShown("#banner")).isTrue();
      assertThat(window.isShown("#strip")).isTrue();
      window.press(KeyCode.ESCAPE, false);
      window.pulse();
      assertThat(window.isShown("#bed-401")).isTrue();
      window.click("#tab-settings");
      assertThat(window.isShown("#settings")).isTrue();
    }
  }

  @Test
  void setsByMouse() {
    SettingsStore store = SettingsStore.inMemory(Settings.INITIAL);
    try (Window window = open(store)) {
      window.click("#set-language-german");
      window.click("#set-clock-hours_12");
      window.click("#set-temperature-fahrenheit");
      window.click("#set-layout-32");
      Slider volume = (Slider) window.node("#set-volume");
      Window.onFx(
          () -> {
            volume.setValueChanging(true);
            volume.setValue(60);
            return true;
          });
      assertThat(store.current().get(Setting.VOLUME)).isEqualTo(90);
      Window.onFx(
          () -> {
            volume.setValueChanging(false);
            return true;
          });
    }
    assertThat(store.current())
        .isEqualTo(
            Settings.INITIAL
                .with(Setting.LANGUAGE, Language.GERMAN)
                .with(Setting.CLOCK, ClockStyle.HOURS_12)
                .with(Setting.TEMPERATURE, TemperatureUnit.FAHRENHEIT)
                .with(Setting.LAYOUT, 32)
                .with(Setting.VOLUME, 60));
  }

  @Test
  void setsByKeyboard() {
    SettingsStore store = SettingsStore.inMemory(Settings.INITIAL);
    try (Window window = open(store)) {
      for (String choice :
          new String[] {
            "#set-language-german",
            "#set-clock-hours_12",
            "#set-temperature-fahrenheit",
            "#set-layout-4"
          }) {
        window.focus(choice);
        window.press(KeyCode.SPACE, false);
      }
      window.focus("#set-volume");
      window.press(KeyCode.LEFT, false);
      window.focus("#set-distance");
      window.press(KeyCode.RIGHT, false);
    }
    assertThat(store.current().get(Setting.LANGUAGE)).isEqualTo(Language.GERMAN);
    assertThat(store.current().get(Setting.CLOCK)).isEqualTo(ClockStyle.HOURS_12);
    assertThat(store.current().get(Setting.TEMPERATURE)).isEqualTo(TemperatureUnit.FAHRENHEIT);
    assertThat(store.current().get(Setting.LAYOUT)).isEqualTo(4);
    assertThat(store.current().get(Setting.VOLUME)).isEqualTo(80);
    assertThat(store.current().get(Setting.DISTANCE)).isEqualTo(5);
  }

  @Test
  void whatIsChosenStaysChosenWhenItIsPressedAgain() {
    SettingsStore store = SettingsStore.inMemory(Settings.INITIAL);
    try (Window window = open(store)) {
      window.click("#set-clock-hours_24");
      assertThat(window.isSelected("#set-clock-hours_24")).isTrue();
    }
    assertThat(store.current()).isEqualTo(Settings.INITIAL);
  }

  @Test
  void showsWhatIsLockedAndWhichFileCouldNotBeUsed() throws IOException {
    Files.writeString(folder.resolve("station.json"), "{\"clock\": 7}");
    Files.writeString(
        StoredSettings.administrators(folder),
        "{\"language\": \"de\", \"locked\": [\"language\"]}");

    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      assertThat(window.isSelected("#set-language-german")).isTrue();
      assertThat(isDisabled(window.node("#set-language-english"))).isTrue();
      assertThat(isDisabled(window.node("#set-clock-hours_12"))).isFalse();
      assertThat(((Labeled) window.node(".settings-locked")).getText())
          .isEqualTo("Von der Verwaltung gesperrt");
      assertThat(((Labeled) window.node(".settings-problem")).getText())
          .contains("station.json, line 1: expected one of \"24h\", \"12h\" for \"clock\", got 7.");
      window.save("settings-locked");
    }
  }

  private static boolean isDisabled(Node node) {
    return Window.onFx(node::isDisabled);
  }

  @Test
  void saysWhereItIsKeptOrThatItIsNot() throws IOException {
    Path file = folder.resolve("station.json");
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      assertThat(kept(window)).isEqualTo("What you choose holds at once and is kept in " + file);
      Files.createDirectories(file.resolve("in-the-way"));
      Window.onFx(() -> store.set(Setting.CLOCK, ClockStyle.HOURS_12)).join();
      window.click("#set-temperature-fahrenheit");
      await()
          .until(
              () ->
                  kept(window)
                      .equals(
                          file
                              + " cannot be written: what you choose holds until this station"
                              + " ends"));
    }
  }

  private static String kept(Window window) {
    return Window.onFx(() -> ((Labeled) window.lookup("#settings-kept")).getText());
  }

  /** Words of other languages are longer. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void hasRoomForTheWordsOfEachLanguage(Language language) {
    try (Window window =
        open(SettingsStore.inMemory(Settings.INITIAL.with(Setting.LANGUAGE, language)))) {
      window.pulse();
      assertThat(window.cutLabels()).isEmpty();
      assertThat(window.topBarProblems()).isEmpty();
      window.save("settings-" + language.tag());
    }
  }
}
