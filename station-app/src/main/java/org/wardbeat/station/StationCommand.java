package org.wardbeat.station;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.link.BridgeAddress;
import org.wardbeat.station.link.NetworkOptions;
import org.wardbeat.station.report.Versions;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Option(
      names = "--bridge",
      paramLabel = "URL",
      description = {
        "The bridge: ws, wss, http or https (default: ws://127.0.0.1:8420/ws).",
        "May be repeated: the others are used while the ones before cannot be."
      })
  private List<URI> bridges = List.of();

  @Mixin private NetworkArguments network = new NetworkArguments();

  @Option(
      names = "--unit",
      paramLabel = "NAME",
      description = "Show the beds of this unit; may be repeated (default: all units).")
  private List<String> units = List.of();

  @Option(
      names = "--beds",
      paramLabel = "N",
      description = "Lay the screen out for 1 to 64 beds (default: as many as there are).")
  private @Nullable Integer beds;

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

  @Option(names = "--end-with-stdin", description = "End when standard input is closed.")
  private boolean endWithStdin;

  @Spec private CommandSpec spec;

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
   * @throws ParameterException if a value is not one that the option takes; the message is one
   *     sentence
   */
  StationOptions options() {
    return new StationOptions(
        checkedBridges(),
        checkedNetwork(),
        checkedUnits(),
        between("--beds", beds, MAX_BEDS),
        runFor(),
        Optional.ofNullable(report),
        Optional.ofNullable(snapshots),
        headless,
        endWithStdin);
  }

  private List<URI> checkedBridges() {
    return bridges.isEmpty()
        ? List.of(StationOptions.DEFAULT_BRIDGE)
        : bridges.stream().map(this::checkedBridge).toList();
  }

  private URI checkedBridge(URI given) {
    try {
      return BridgeAddress.of(given).webSocket();
    } catch (IllegalArgumentException e) {
      throw refused("--bridge", "an address such as " + StationOptions.DEFAULT_BRIDGE, given);
    }
  }

  private NetworkOptions checkedNetwork() {
    try {
      return network.options(System.getenv());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(new CommandLine(spec), e.getMessage(), e);
    }
  }

  private List<String> checkedUnits() {
    for (String unit : units) {
      if (unit.isBlank() || unit.length() > BedId.MAX_LENGTH) {
        throw refused("--unit", "a name of 1 to " + BedId.MAX_LENGTH + " characters", unit);
      }
    }
    if (units.size() > Frame.MAX_SELECTIONS) {
      throw refused("--unit", "at most " + Frame.MAX_SELECTIONS + " units", units.size());
    }
    return units;
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
      throw refused(option, "a whole number from 1 to " + most, value);
    }
    return OptionalInt.of(value);
  }

  private ParameterException refused(String option, String expected, Object got) {
    return new ParameterException(
        new CommandLine(spec), "%s: expected %s, got '%s'.".formatted(option, expected, got));
  }
}
