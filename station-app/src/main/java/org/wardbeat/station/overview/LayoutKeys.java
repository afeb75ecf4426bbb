package org.wardbeat.station.overview;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.wardbeat.station.help.Keyboard;
import org.wardbeat.station.help.Shortcut;

/** Which keys choose how many beds are on the screen. */
final class LayoutKeys {
  private record Choice(KeyCombination keys, int beds) {
    static Choice of(KeyCode digit, int beds) {
      return new Choice(Keyboard.ofSystem().shortcut(digit), beds);
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

  private LayoutKeys() {}

  /** Whether a key asks for as many as there are. */
  static boolean isAutomatic(KeyEvent event) {
    return Shortcut.AUTOMATIC.isPressed(event);
  }

  /** How many beds a key asks for; empty if it asks for no layout. */
  static OptionalInt beds(KeyEvent event) {
    return CHOICES.stream()
        .filter(choice -> choice.keys().match(event))
        .mapToInt(Choice::beds)
        .findFirst();
  }
}
