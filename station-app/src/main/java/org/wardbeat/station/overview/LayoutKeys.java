package org.wardbeat.station.overview;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Which keys choose how many beds are on the screen. */
final class LayoutKeys {
  private record Choice(KeyCombination keys, int beds) {
    static Choice of(KeyCode digit, int beds) {
      return new Choice(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN), beds);
    }
  }

  private static final List<Choice> CHOICES =
      List.of(
          Choice.of(KeyCode.DIGIT1, 1),
          Choice.of(KeyCode.DIGIT2, 4),
          Choice.of(KeyCode.DIGIT3, 8),
          Choice.of(KeyCode.DIGIT4, 16),
          Choice.of(KeyCode.DIGIT5, 32),
          Choice.of(KeyCode.DIGIT6, 64));

  private static final KeyCombination AUTOMATIC =
      new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);

  private LayoutKeys() {}

  /** Whether a key asks for as many as there are. */
  static boolean isAutomatic(KeyEvent event) {
    return AUTOMATIC.match(event);
  }

  /** How many beds a key asks for; empty if it asks for no layout. */
  static OptionalInt beds(KeyEvent event) {
    return CHOICES.stream()
        .filter(choice -> choice.keys().match(event))
        .mapToInt(Choice::beds)
        .findFirst();
  }
}
