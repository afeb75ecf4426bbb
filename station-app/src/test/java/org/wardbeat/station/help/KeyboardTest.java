package org.wardbeat.station.help;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.Words;

/** The keys of each platform, as they are pressed and as they are told. */
class KeyboardTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, OTHER",
    "Windows 11, OTHER",
    "Darwin, OTHER",
    "'', OTHER",
    "Mac OS X, MAC",
    "macOS, MAC"
  })
  void isThatOfThePlatform(String osName, Keyboard keyboard) {
    assertThat(Keyboard.of(osName)).isEqualTo(keyboard);
  }

  @ParameterizedTest
  @CsvSource({
    "OTHER, P, false",
    "OTHER, H, false",
    "OTHER, SPACE, false",
    "MAC, P, true",
    "MAC, ENTER, true",
    "MAC, COMMA, true",
    "MAC, DIGIT1, true",
    "MAC, RIGHT, true",
    "MAC, H, false",
    "MAC, M, false",
    "MAC, Q, false",
    "MAC, W, false",
    "MAC, SPACE, false"
  })
  void holdsCommandUnlessItIsOfMacOs(Keyboard keyboard, KeyCode key, boolean command) {
    assertThat(keyboard.shortcut(key).match(pressed(key, true))).isEqualTo(command);
    assertThat(keyboard.shortcut(key).match(pressed(key, false))).isEqualTo(!command);
  }

  private static KeyEvent pressed(KeyCode key, boolean command) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, !command, false, command);
  }

  @ParameterizedTest
  @CsvSource({
    "SETTINGS, OTHER, ENGLISH, 'Ctrl+,'",
    "SETTINGS, MAC, ENGLISH, 'Cmd+,'",
    "SETTINGS, MAC, GERMAN, 'Cmd+,'",
    "NAMES, OTHER, GERMAN, Strg+H",
    "NAMES, MAC, GERMAN, Ctrl+H",
    "NAMES, MAC, ENGLISH, Ctrl+H",
    "LAYOUT, OTHER, GERMAN, Strg+1 … Strg+6",
    "LAYOUT, MAC, ENGLISH, Cmd+1 … Cmd+6",
    "FREEZE, MAC, GERMAN, Ctrl+Leertaste",
    "FASTER, MAC, GERMAN, Cmd+Rechts",
    "FASTER, OTHER, GERMAN, Strg+Rechts",
    "WALK, MAC, GERMAN, Links  Auf  Rechts  Ab",
    "HELP, MAC, ENGLISH, F1  ?"
  })
  void aShortcutIsToldAsItIsPressed(
      Shortcut shortcut, Keyboard keyboard, Language language, String told) {
    assertThat(shortcut.label(Words.in(language), keyboard)).isEqualTo(told);
  }
}
