package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.help.Keyboard;
import org.wardbeat.station.help.Shortcut;

/** The list of shortcuts, and that it tells the truth. */
class HelpScreenTest {
  /** Those of a keyboard at a desk. */
  private static final List<KeyCode> KEYS =
      Arrays.stream(KeyCode.values())
          .filter(
              code ->
                  code.isFunctionKey()
                      || code.isNavigationKey()
                      || code.isLetterKey()
                      || (code.isDigitKey() && !code.isKeypadKey())
                      || List.of(
                              KeyCode.ESCAPE,
                              KeyCode.ENTER,
                              KeyCode.SPACE,
                              KeyCode.COMMA,
                              KeyCode.PERIOD,
                              KeyCode.INSERT,
                              KeyCode.DELETE,
                              KeyCode.BACK_SPACE)
                          .contains(code))
          .toList();

  /** A field, a panel and a page at once, say. */
  private static final int MOST_OPEN = 4;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Window open() {
    FakeWard ward = FakeWard.still(16);
    ward.feed();
    Window window = Window.open(ward, 1920, 1080);
    window.pulse();
    return window;
  }

  @Test
  void opensByF1ByAQuestionMarkAndByItsTab() {
    try (Window window = open()) {
      window.press(KeyCode.F1, false);
      window.pulse();
      assertThat(window.isShown("#help")).isTrue();
      assertThat(window.isShown("#banner")).isTrue();
      assertThat(window.isShown("#strip")).isTrue();
      window.save("help");
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#help")).isFalse();
      window.typeAnywhere("?");
      assertThat(window.isShown("#help")).isTrue();
      window.click("#tab-beds");
      assertThat(window.isShown("#help")).isFalse();
      window.click("#tab-help");
      assertThat(window.isShown("#help")).isTrue();
    }
  }

  @Test
  void aQuestionMarkInAFieldIsOne() {
    try (Window window = open()) {
      window.press(KeyCode.F5, false);
      window.pulse();
      window.focus("#search");
      window.typeAnywhere("?");
      assertThat(window.isShown("#help")).isFalse();
    }
  }

  /**
   * Beside the beds, some keys are those of the review, of a panel and of the window of a patient.
   * Ctrl+F1 does what F1 does, but Ctrl+Enter is another key than Enter.
   */
  @Test
  void listsTheKeysThatTheScreensHandleAndNoOthers() {
    Set<String> handled = new TreeSet<>();
    try (Window window = open()) {
      for (KeyCode place : List.of(KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.F5, KeyCode.F6)) {
        go(window, place);
        for (KeyCode code : KEYS) {
          boolean plain = false;
          for (boolean control : new boolean[] {false, true}) {
            if (window.isHandled(code, control)) {
              plain |= !control;
              boolean otherThanPlain = place == KeyCode.ENTER && !plain;
              boolean own =
                  code == KeyCode.ENTER || otherThanPlain || !handled.contains(name(code, false));
              handled.add(name(code, control && own));
              if (code == KeyCode.H) {
                window.press(code, control); // names are shown again
              }
              go(window, place);
            }
          }
        }
      }
    }
    Set<String> listed = new TreeSet<>();
    for (Shortcut shortcut : Shortcut.values()) {
      shortcut.keys(Keyboard.ofSystem()).forEach(keys -> listed.add(keys.getName()));
    }
    assertThat(handled).isEqualTo(listed);
  }

  private static void go(Window window, KeyCode place) {
    for (int open = 0; open < MOST_OPEN; open++) {
      window.press(KeyCode.ESCAPE, false);
    }
    window.pulse();
    if (place == KeyCode.ESCAPE || place == KeyCode.ENTER) {
      window.press(KeyCode.HOME, false); // a bed is gone to
    }
    if (place != KeyCode.ESCAPE) {
      window.press(place, false);
    }
    window.pulse();
  }

  private static String name(KeyCode code, boolean control) {
    KeyCombination keys =
        control ? Keyboard.ofSystem().shortcut(code) : new KeyCodeCombination(code);
    return keys.getName();
  }

  /** What a key does among the beds it may do otherwise in the window of a patient. */
  @Test
  void eachKeyIsListedOnceOfEachPlace() {
    Map<Boolean, List<String>> keys =
        Arrays.stream(Shortcut.values())
            .collect(
                Collectors.partitioningBy(
                    Shortcut::isOfPatientWindow,
                    Collectors.flatMapping(
                        each ->
                            each.keys(Keyboard.ofSystem()).stream().map(KeyCombination::getName),
                        Collectors.toList())));
    assertThat(keys.get(true)).isNotEmpty().doesNotHaveDuplicates();
    assertThat(keys.get(false)).isNotEmpty().doesNotHaveDuplicates();
  }
}
