package org.wardbeat.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.instance.Guard;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.Versions;
import org.wardbeat.station.settings.ComputerName;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.station.wall.WallSettings;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the station. */
@Command(
    name = "station",
    description = "Show the beds of a bridge.",
    mixinStandardHelpOptions = true,
    versionProvider = StationCommand.Version.class,
    sortOptions = false,
    footer = {
      "",
      "An unreachable bridge is shown on the screen and tried again.",
      "JavaFX takes its settings from the JVM: -Dprism.order=sw draws without",
      "the graphics card, -Dprism.verbose=true tells how it draws."
    })
final class StationCommand {
  private static final int MAX_BEDS = 64;
  private static final int MAX_DISPLAYS = 16;

  @Mixin private LinkArguments link = new LinkArguments();

  @Option(
      names = "--beds",
      paramLabel = "N",
      description = "Lay the screen out for 1 to 64 beds (default: as many as there are).")
  private @Nullable Integer beds;

  @Option(
      names = "--wall",
      description = {
        "Be a display on a wall: all of the screen, no pointer,",
        "initials in place of names, sizes for the distance it is read from."
      })
  private boolean wall;

  @Option(
      names = "--distance-metres",
      paramLabel = "M",
      description = "From where the wall is read, 1 to 15 (default: 4).")
  private @Nullable Double distanceMetres;

  @Option(
      names = "--display-inches",
      paramLabel = "IN",
      description = {
        "The diagonal of the wall's picture, 10 to 300",
        "(default: what the display says, which is often wrong)."
      })
  private @Nullable Double displayInches;

  @Option(
      names = "--display",
      paramLabel = "N",
      description = {
        "Which display of several the wall covers, from 1, the primary one",
        "(default: that). One that is not there is taken when it comes."
      })
  private @Nullable Integer display;

  @Option(
      names = "--wall-names",
      paramLabel = "WHAT",
      description = "What the wall shows of a name: initials or none (default: initials).")
  private @Nullable String wallNames;

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description = "Act in this person's name (default: only show).")
  private @Nullable String operator;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "What the operator is: nurse, charge-nurse or technician (default: nurse).")
  private @Nullable String role;

  @Option(
      names = "--no-sound",
      description = "Stay silent, as a display beside a station that sounds.")
  private boolean silent;

  @Option(
      names = "--volume",
      paramLabel = "PERCENT",
      description = "How loud alarms are, 30 to 100: no less, so that each is heard (default: 90).")
  private @Nullable Integer volume;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "End after so many seconds (default: when the window is closed).")
  private @Nullable Integer seconds;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "At the end, write what was measured to this JSON file.")
  private @Nullable Path report;

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Every 2 s and at the end, write a picture of the window to this folder.")
  private @Nullable Path snapshots;

  @Option(names = "--headless", description = "Render without a display, even if there is one.")
  private boolean headless;

  @Option(
      names = "--new-instance",
      description = "Open another station, where one of this user runs already.")
  private boolean newInstance;

  @Option(
      names = Guard.SOFTWARE,
      description = "Draw without the graphics card, as after it ended the station twice.")
  private boolean software;

  @Option(
      names = Guard.UNGUARDED,
      description = "Do not start again if it ends unexpectedly (with --headless, it never does).")
  @SuppressWarnings("UnusedVariable") // read before anything is parsed; this is for the help
  private boolean unguarded;

  @Option(names = "--end-with-stdin", description = "End when standard input is closed.")
  private boolean endWithStdin;

  /** Tells the version that the module was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Wardbeat station " + Versions.wardbeat()};
    }
  }

  /**
   * What the command line asks for.
   *
   * @param computer by whose name the station calls itself
   * @throws ParameterException if a value is not one that the option takes; the message is one
   *     sentence
   */
  StationOptions options(ComputerName computer) {
    return new StationOptions(
        link.settings(computer.value(), wanted(), Optional.of(memory())),
        operator(),
        sound(),
        runFor(),
        Optional.ofNullable(report),
        Optional.ofNullable(snapshots),
        headless,
        endWithStdin);
  }

  private Subscription wanted() {
    return wall
        ? Subscription.ofWall(link.units(), initials())
        : Subscription.ofUnits(link.units());
  }

  private boolean initials() {
    String asked = wallNames == null ? "initials" : wallNames;
    return switch (asked) {
      case "initials" -> true;
      case "none" -> false;
      default -> throw link.refused("--wall-names", "initials or none", asked);
    };
  }

  /**
   * How the wall display hangs that the command line asks for; empty for a desk.
   *
   * @throws ParameterException if a value is not one that the option takes; the message is one
   *     sentence
   */
  Optional<WallSettings> wall() {
    if (!wall) {
      refuseOfWall("--distance-metres", distanceMetres);
      refuseOfWall("--display-inches", displayInches);
      refuseOfWall("--display", display);
      refuseOfWall("--wall-names", wallNames);
      return Optional.empty();
    }
    if (operator != null) {
      throw link.refused("--operator", "nobody acts at a wall display (--wall); leave it out");
    }
    double metres =
        within(
            "--distance-metres",
            distanceMetres == null ? WallSettings.DEFAULT_METRES : distanceMetres,
            WallSettings.LEAST_METRES,
            WallSettings.MOST_METRES);
    Double inches = displayInches;
    return Optional.of(
        new WallSettings(
            metres,
            inches == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                    within(
                        "--display-inches",
                        inches,
                        WallSettings.LEAST_INCHES,
                        WallSettings.MOST_INCHES)),
            between("--beds", beds, MAX_BEDS),
            between("--display", display, MAX_DISPLAYS)));
  }

  private void refuseOfWall(String option, @Nullable Object value) {
    if (value != null) {
      throw link.refused(option, "only a wall display (--wall) has this option");
    }
  }

  private double within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw link.refused(
          option, "a number from " + Math.round(least) + " to " + Math.round(most), value);
    }
    return value;
  }

  private Optional<Volume> sound() {
    Integer percent = volume;
    if (percent != null && (percent < Volume.FLOOR_PERCENT || percent > 100)) {
      throw link.refused(
          "--volume", "a whole number from " + Volume.FLOOR_PERCENT + " to 100", percent);
    }
    return silent
        ? Optional.empty()
        : Optional.of(percent == null ? Volume.DEFAULT : new Volume(percent));
  }

  /**
   * The settings that the command line asks for, once {@link #options} and {@link #wall} took it.
   *
   * @throws ParameterException if a value is not one that the option takes; the message is one
   *     sentence
   */
  Settings asked() {
    OptionalInt laidOutFor = between("--beds", beds, MAX_BEDS);
    Settings asked =
        laidOutFor.isPresent()
            ? Settings.INITIAL.with(Setting.LAYOUT, laidOutFor.getAsInt())
            : Settings.INITIAL;
    Double metres = distanceMetres;
    if (metres != null) {
      asked = asked.with(Setting.DISTANCE, metres);
    }
    Integer percent = volume;
    return percent == null ? asked : asked.with(Setting.VOLUME, percent);
  }

  private Optional<Operator> operator() {
    Role known = role();
    String name = operator;
    if (name == null) {
      return Optional.empty();
    }
    if (name.isBlank() || name.length() > Operator.MAX_USER) {
      throw link.refused("--operator", "a name of 1 to " + Operator.MAX_USER + " characters", name);
    }
    return Optional.of(new Operator(name.strip(), known));
  }

  private Role role() {
    String asked = role == null ? "nurse" : role;
    return switch (asked) {
      case "nurse" -> Role.NURSE;
      case "charge-nurse" -> Role.CHARGE_NURSE;
      case "technician" -> Role.TECHNICIAN;
      default -> throw link.refused("--role", "nurse, charge-nurse or technician", asked);
    };
  }

  /** Whether it may be one of several of this user. */
  boolean isNewInstance() {
    return newInstance;
  }

  /** Whether the graphics card is left alone. */
  boolean isSoftware() {
    return software;
  }

  private static Path memory() {
    return UserFolder.ofSystem().resolve("transports.properties");
  }

  private Optional<Duration> runFor() {
    OptionalInt checked = between("--seconds", seconds, Integer.MAX_VALUE);
    return checked.isPresent()
        ? Optional.of(Duration.ofSeconds(checked.getAsInt()))
        : Optional.empty();
  }

  private OptionalInt between(String option, @Nullable Integer value, int most) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 1 || value > most) {
      throw link.refused(option, "a whole number from 1 to " + most, value);
    }
    return OptionalInt.of(value);
  }
}
