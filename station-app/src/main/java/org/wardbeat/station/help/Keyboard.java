package org.wardbeat.station.help;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.wardbeat.station.language.Words;

/** Which key is held for the shortcuts of a platform. */
public enum Keyboard {
  /** Command, but Control with the keys for which macOS has a use of its own. */
  MAC,
  /** Control. */
  OTHER;

  /** With Command these hide, minimise, close and end programs, or search the computer. */
  private static final Set<KeyCode> OF_MACOS =
      EnumSet.of(KeyCode.H, KeyCode.M, KeyCode.Q, KeyCode.SPACE, KeyCode.W);

  /** That of this computer. */
  public static Keyboard ofSystem() {
    return of(System.getProperty("os.name", ""));
  }

  /**
   * That of a platform.
   *
   * @param osName the system property {@code os.name}
   */
  static Keyboard of(String osName) {
    return osName.toLowerCase(Locale.ROOT).startsWith("mac") ? MAC : OTHER;
  }

  /** Whether Command is held for a shortcut, and not Control. */
  public boolean isCommand(KeyCode key) {
    return this == MAC && !OF_MACOS.contains(key);
  }

  /** A key with the one that is held. */
  public KeyCombination shortcut(KeyCode key) {
    return new KeyCodeCombination(
        key, isCommand(key) ? KeyCombination.META_DOWN : KeyCombination.CONTROL_DOWN);
  }

  /** What is on the key that is held with another. */
  String held(KeyCode key, Words words) {
    if (this == OTHER) {
      return words.text("help.ctrl");
    }
    return words.text(isCommand(key) ? "help.mac.cmd" : "help.mac.ctrl");
  }
}
