package org.wardbeat.station.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wardbeat.render.sweep.SweepMotion;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.station.wall.WallSettings;
import org.wardbeat.station.wave.Band;
import org.wardbeat.station.wave.Gain;
import org.wardbeat.station.wave.Hum;
import org.wardbeat.station.wave.SweepSpeed;
import org.wardbeat.wire.ward.BedId;

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

  /** Most units whose choice is remembered. */
  static final int MOST_UNITS = 64;

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

  /** In which order beds were placed by hand, also those that are not there at present. */
  public static final Setting<List<BedId>> ORDER =
      new Setting<>(
          "order",
          Scope.COMPUTER,
          List.of(),
          new Form.Several<>(new Form.Bed(), bed -> bed, Arrangement.MOST_PLACED));

  /** Of which units beds are shown; none for all. */
  public static final Setting<List<String>> UNITS =
      new Setting<>(
          "units",
          Scope.COMPUTER,
          List.of(),
          new Form.Several<>(new Form.Label(), unit -> unit, MOST_UNITS));

  /** What it means that a bed is the user's. */
  public static final Setting<MinePlace> MINE =
      new Setting<>("mine", Scope.COMPUTER, MinePlace.MARKED, choice(MinePlace.values()));

  /** On how many screens the beds are. */
  public static final Setting<Integer> SCREENS =
      new Setting<>("screens", Scope.COMPUTER, 1, new Form.Whole(1, Arrangement.MOST_DISPLAYS));

  /** What the sectors of beds show, the longest ago chosen first. */
  public static final Setting<List<SectorChoice>> SECTORS =
      new Setting<>(
          "sectors",
          Scope.COMPUTER,
          List.of(),
          new Form.Several<>(new Form.Sector(), SectorChoice::bed, BedDisplays.MOST_CHOSEN));

  /** How fast waves of the patient window are, as it was chosen last. */
  public static final Setting<SweepSpeed> SWEEP_SPEED =
      new Setting<>(
          "sweepSpeed",
          Scope.USER,
          SweepSpeed.MM_25,
          Form.Choice.of(List.of("6.25", "12.5", "25", "50"), List.of(SweepSpeed.values())));

  /** How high ECGs of the patient window are, as it was chosen last. */
  public static final Setting<Gain> ECG_GAIN =
      new Setting<>(
          "ecgGain",
          Scope.USER,
          Gain.AUTOMATIC,
          Form.Choice.of(
              List.of("automatic", "2.5", "5", "10", "20", "40"), List.of(Gain.values())));

  /** In which band ECGs of the patient window are, as it was chosen last. */
  public static final Setting<Band> ECG_BAND =
      new Setting<>("ecgBand", Scope.USER, Band.MONITOR, choice(Band.values()));

  /** What of the mains is taken out of them, as it was chosen last. */
  public static final Setting<Hum> ECG_NOTCH =
      new Setting<>(
          "ecgNotch",
          Scope.USER,
          Hum.KEPT,
          Form.Choice.of(List.of("off", "50", "60"), List.of(Hum.values())));

  /** How waves of the patient window move, as it was chosen last. */
  public static final Setting<SweepMotion> WAVE_MOTION =
      new Setting<>(
          "waveMotion",
          Scope.USER,
          SweepMotion.ERASE_BAR,
          Form.Choice.of(
              List.of("sweep", "scroll"), List.of(SweepMotion.ERASE_BAR, SweepMotion.SCROLL)));

  /** Whether the mm grid lies behind them, as it was chosen last. */
  public static final Setting<Boolean> WAVE_GRID =
      new Setting<>(
          "waveGrid",
          Scope.USER,
          true,
          Form.Choice.of(List.of("shown", "hidden"), List.of(true, false)));

  /** All there are, in the order of the screen. */
  static final List<Setting<?>> ALL =
      List.of(
          LANGUAGE,
          CLOCK,
          TEMPERATURE,
          SWEEP_SPEED,
          ECG_GAIN,
          ECG_BAND,
          ECG_NOTCH,
          WAVE_MOTION,
          WAVE_GRID,
          LAYOUT,
          VOLUME,
          DISTANCE,
          MINE,
          UNITS,
          SCREENS,
          ORDER,
          SECTORS);

  private static <E extends Enum<E>> Form<E> choice(E[] values) {
    List<E> all = List.of(values);
    return Form.Choice.of(
        all.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList(), all);
  }

  /** The setting with a key. */
  static Optional<Setting<?>> of(String key) {
    return ALL.stream().filter(each -> each.key.equals(key)).findFirst();
  }
}
