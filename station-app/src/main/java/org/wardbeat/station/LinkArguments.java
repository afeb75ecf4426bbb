package org.wardbeat.station;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.link.BridgeAddress;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of a command line that says which bridge is connected to, and for which units. */
final class LinkArguments {
  /** Where a bridge listens unless told otherwise. */
  static final URI DEFAULT_BRIDGE = URI.create("ws://127.0.0.1:8420/ws");

  @Option(
      names = "--bridge",
      paramLabel = "URL",
      description = {
        "A bridge: ws, wss, http or https. May be repeated,",
        "the preferred one first: the others serve while it",
        "cannot (default: ws://127.0.0.1:8420/ws)."
      })
  private List<URI> bridges = List.of(DEFAULT_BRIDGE);

  @Option(
      names = "--unit",
      paramLabel = "NAME",
      description = "Only the beds of this unit; may be repeated (default: all units).")
  private List<String> units = List.of();

  @Option(
      names = "--max-bytes-per-second",
      paramLabel = "N",
      description = "Have the bridge send less rather than more than this (default: no limit).")
  private @Nullable Long maxBytesPerSecond;

  @Mixin private NetworkArguments network = new NetworkArguments();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** The units asked for; empty for all. */
  List<String> units() {
    for (String unit : units) {
      requireLabel("--unit", unit);
    }
    return units;
  }

  /**
   * The link that is asked for.
   *
   * @param station the station's name, for the bridge's log
   * @param memory the file that remembers which transport works
   * @throws ParameterException if a value is not one that the option takes; the message is one
   *     sentence
   */
  LinkSettings settings(String station, Subscription wanted, Optional<Path> memory) {
    try {
      return new LinkSettings(
          bridges.stream().map(this::checked).toList(),
          station,
          wanted.limitedTo(limit()),
          network.options(System.getenv()),
          memory);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private URI checked(URI bridge) {
    try {
      return BridgeAddress.of(bridge).webSocket();
    } catch (IllegalArgumentException e) {
      throw refused("--bridge", "an address such as " + DEFAULT_BRIDGE, bridge);
    }
  }

  private long limit() {
    if (maxBytesPerSecond == null) {
      return 0;
    }
    if (maxBytesPerSecond < 1) {
      throw refused("--max-bytes-per-second", "a whole number above 0", maxBytesPerSecond);
    }
    return maxBytesPerSecond;
  }

  /**
   * Checks the name of a unit or the label of a bed.
   *
   * @throws ParameterException if it cannot be one
   */
  void requireLabel(String option, String label) {
    if (label.isBlank() || label.length() > BedId.MAX_LENGTH) {
      throw refused(option, "a name of 1 to " + BedId.MAX_LENGTH + " characters", label);
    }
  }

  /**
   * Checks that a bridge takes so many selections.
   *
   * @throws ParameterException if it does not
   */
  void requireSelections(String option, int count) {
    if (count > Frame.MAX_SELECTIONS) {
      throw refused(option, "at most " + Frame.MAX_SELECTIONS + " in all", count);
    }
  }

  /** What is thrown for an option that expects something else; the words say what. */
  ParameterException refused(String option, String words) {
    return new ParameterException(commandLine(), option + ": " + words + ".");
  }

  /** What is thrown for a value that an option does not take. */
  ParameterException refused(String option, String expected, Object got) {
    return new ParameterException(
        commandLine(), "%s: expected %s, got '%s'.".formatted(option, expected, got));
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("the arguments were not parsed");
    }
    return spec.commandLine();
  }
}
