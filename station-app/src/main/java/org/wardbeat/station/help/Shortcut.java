package org.wardbeat.station.help;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.wardbeat.station.language.Words;

/** A key of the station's window and what it does. All that there are, and no others. */
public enum Shortcut {
  HELP(Area.EVERYWHERE, "help.help", "F1  ?", false, KeyCode.F1),
  REVIEW(Area.EVERYWHERE, "help.review", "F5", false, KeyCode.F5),
  FULL_SCREEN(Area.EVERYWHERE, "help.full-screen", "F11", false, KeyCode.F11),
  DIAGNOSTICS(Area.EVERYWHERE, "help.diagnostics", "F12", false, KeyCode.F12),
  SETTINGS(Area.EVERYWHERE, "help.settings", "{0}+,", true, KeyCode.COMMA),
  EXPORT(Area.EVERYWHERE, "help.export", "{0}+E", true, KeyCode.E),
  NAMES(Area.EVERYWHERE, "help.names", "{0}+H", true, KeyCode.H),
  BACK(Area.EVERYWHERE, "help.back", "Esc", false, KeyCode.ESCAPE),
  NEXT_ALARM(Area.ALARMS, "help.next-alarm", "F2", false, KeyCode.F2),
  ACKNOWLEDGE(Area.ALARMS, "help.acknowledge", "F3", false, KeyCode.F3),
  PAUSE(Area.ALARMS, "help.pause", "F4", false, KeyCode.F4),
  SAVE_REVIEW(Area.ALARMS, "help.save-review", "{0}+S", true, KeyCode.S),
  LIMITS(Area.BED, "help.limits", "F6", false, KeyCode.F6),
  PAUSES(Area.BED, "help.pauses", "F8", false, KeyCode.F8),
  OBSERVATIONS(Area.BED, "help.observations", "F9", false, KeyCode.F9),
  DISPLAY(Area.BED, "help.display", "F10", false, KeyCode.F10),
  PEOPLE(Area.BED, "help.people", "{0}+P", true, KeyCode.P),
  CONFIRM(Area.BED, "help.confirm", "{0}+Enter", true, KeyCode.ENTER),
  FIND(Area.BEDS, "help.find", "{0}+F", true, KeyCode.F),
  MINE(Area.BEDS, "help.mine", "{0}+M", true, KeyCode.M),
  OPEN(Area.BEDS, "help.open", "Enter", false, KeyCode.ENTER),
  WALK(Area.BEDS, "help.walk", "help.keys.arrows", false, KeyCode.LEFT, KeyCode.DOWN),
  ENDS(Area.BEDS, "help.ends", "help.keys.ends", false, KeyCode.END, KeyCode.HOME),
  TURN(Area.BEDS, "help.turn", "help.keys.pages", false, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN),
  LAYOUT(Area.BEDS, "help.layout", "{0}+1 … {0}+6", true, KeyCode.DIGIT1, KeyCode.DIGIT6),
  AUTOMATIC(Area.BEDS, "help.automatic", "{0}+0", true, KeyCode.DIGIT0),
  FREEZE(Area.PATIENT, "help.freeze", "help.keys.freeze", true, KeyCode.SPACE),
  HIGHER(Area.PATIENT, "help.higher", "help.keys.higher", true, KeyCode.UP),
  LOWER(Area.PATIENT, "help.lower", "help.keys.lower", true, KeyCode.DOWN),
  FASTER(Area.PATIENT, "help.faster", "help.keys.faster", true, KeyCode.RIGHT),
  SLOWER(Area.PATIENT, "help.slower", "help.keys.slower", true, KeyCode.LEFT),
  CALIPERS(Area.PATIENT, "help.calipers", "help.keys.arrows", false, KeyCode.LEFT, KeyCode.DOWN),
  CALIPER_ENDS(
      Area.PATIENT, "help.calipers.ends", "help.keys.ends", false, KeyCode.END, KeyCode.HOME);

  /** What shortcuts are about. */
  enum Area {
    EVERYWHERE("help.area.everywhere"),
    ALARMS("help.area.alarms"),
    BED("help.area.bed"),
    BEDS("help.area.beds"),
    PATIENT("help.area.patient");

    private final String titleKey;

    Area(String titleKey) {
      this.titleKey = titleKey;
    }

    /** The key of its title. */
    String titleKey() {
      return titleKey;
    }
  }

  /** Begins the key of what is on keys that each language names otherwise. */
  private static final String NAMED = "help.keys.";

  private final Area area;
  private final String wordsKey;
  private final String label;
  private final boolean shortcut;
  private final KeyCode first;
  private final KeyCode last;

  Shortcut(Area area, String wordsKey, String label, boolean shortcut, KeyCode key) {
    this(area, wordsKey, label, shortcut, key, key);
  }

  /**
   * All keys from one to another.
   *
   * @param label what is on them, in the place {0} the key that is held; or the key of its words
   * @param shortcut whether the platform's key of shortcuts is held
   */
  Shortcut(
      Area area, String wordsKey, String label, boolean shortcut, KeyCode first, KeyCode last) {
    this.area = area;
    this.wordsKey = wordsKey;
    this.label = label;
    this.shortcut = shortcut;
    this.first = first;
    this.last = last;
  }

  static List<Shortcut> of(Area area) {
    return Arrays.stream(values()).filter(each -> each.area == area).toList();
  }

  /** Whether it is of the window of a patient, and may be another one elsewhere. */
  public boolean isOfPatientWindow() {
    return area == Area.PATIENT;
  }

  /** The key of the words that say what it does. */
  String wordsKey() {
    return wordsKey;
  }

  /** What is on the keys, on this computer. */
  public String label(Words words) {
    return label(words, Keyboard.ofSystem());
  }

  /** What is on the keys of a platform. */
  String label(Words words, Keyboard keyboard) {
    String held = keyboard.held(first, words);
    return label.startsWith(NAMED) ? words.text(label, held) : label.replace("{0}", held);
  }

  /** Whether a key is one that does it, on this computer. */
  public boolean isPressed(KeyEvent event) {
    return keys(Keyboard.ofSystem()).stream().anyMatch(keys -> keys.match(event));
  }

  /** The keys of a platform that do it, each by itself. */
  public List<KeyCombination> keys(Keyboard keyboard) {
    return EnumSet.range(first, last).stream().map(code -> keys(code, keyboard)).toList();
  }

  private KeyCombination keys(KeyCode code, Keyboard keyboard) {
    return shortcut ? keyboard.shortcut(code) : new KeyCodeCombination(code);
  }
}
