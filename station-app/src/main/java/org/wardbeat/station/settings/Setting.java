package org.wardbeat.station.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.station.wall.WallSettings;

/**
 * Something that can be set.
 *
 * @param key its name in files
 * @param scope whose it is
 * @param initial what holds if nobody sets it
 * @param form how it is written
 * @param <T> its value
 */
public record Setting<T>(String key, Scope scope, T initial, Form<T> form) {
  /** Whose a setting is. */
  public enum Scope {
    /** The user's, at whatever computer. */
    USER,
    /** The computer's with its screen and speaker, for this user. */
    COMPUTER
  }

  private static final int MOST_BEDS = 64;

  /** In which language everything is written. */
  public static final Setting<Language> LANGUAGE =
      new Setting<>(
          "language",
          Scope.USER,
          Language.ENGLISH,
          Form.Choice.of(
              Arrays.stream(Language.values()).map(Language::tag).toList(),
              List.of(Language.values())));

  /** How times of day are written. */
  public static final Setting<ClockStyle> CLOCK =
      new Setting<>(
          "clock",
          Scope.USER,
          ClockStyle.HOURS_24,
          Form.Choice.of(List.of("24h", "12h"), List.of(ClockStyle.HOURS_24, ClockStyle.HOURS_12)));

  /** In what temperatures are shown. */
  public static final Setting<TemperatureUnit> TEMPERATURE =
      new Setting<>(
          "temperature",
          Scope.USER,
          TemperatureUnit.CELSIUS,
          Form.Choice.of(
              List.of("celsius", "fahrenheit"),
              List.of(TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT)));

  /** How many beds the overview is laid out for; 0 follows the beds there are. */
  public static final Setting<Integer> LAYOUT =
      new Setting<>("layout", Scope.COMPUTER, 0, new Form.Whole(0, MOST_BEDS));

  /** From how far a wall display at this computer is read, in metres. */
  public static final Setting<Double> DISTANCE =
      new Setting<>(
          "distanceMetres",
          Scope.COMPUTER,
          WallSettings.DEFAULT_METRES,
          new Form.Measure(WallSettings.LEAST_METRES, WallSettings.MOST_METRES));

  /** How loud alarms are, in percent; no less than the floor, so that each is heard. */
  public static final Setting<Integer> VOLUME =
      new Setting<>(
          "volume",
          Scope.COMPUTER,
          Volume.DEFAULT.percent(),
          new Form.Whole(Volume.FLOOR_PERCENT, 100));

  /** All there are, in the order of the screen. */
  static final List<Setting<?>> ALL =
      List.of(LANGUAGE, CLOCK, TEMPERATURE, LAYOUT, VOLUME, DISTANCE);

  /** The setting with a key. */
  static Optional<Setting<?>> of(String key) {
    return ALL.stream().filter(each -> each.key.equals(key)).findFirst();
  }
}
