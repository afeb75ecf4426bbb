package org.wardbeat.station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.tail.TailFields;
import org.wardbeat.station.tail.TailRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of {@code tail}. */
@Command(
    name = "tail",
    description = "Print what a bridge sends, one line of JSON for each update.",
    mixinStandardHelpOptions = true,
    versionProvider = StationCommand.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 what was asked for was printed; 2 wrong options;",
      "3 no bridge was reached within 20 s; 4 --seconds passed before --count.",
      "",
      "  wardbeat tail --unit '4 East' --fields HR,SPO2 --count 10 | jq .values"
    })
final class TailCommand {
  @Mixin private LinkArguments link = new LinkArguments();

  @Option(
      names = "--bed",
      paramLabel = "LABEL",
      description = "Only this bed; may be repeated (default: all beds).")
  private List<String> beds = List.of();

  @Option(
      names = "--fields",
      paramLabel = "LIST",
      split = ",",
      description = {
        "What to print: numerics, or single vital signs",
        "(HR, SPO2, RR and so on), waves, alarms, state",
        "(default: numerics,alarms,state)."
      })
  private List<String> fields = List.of();

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End after so many updates; lines about the link do not count.")
  private @Nullable Long count;

  @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds.")
  private @Nullable Integer seconds;

  @Option(names = "--names", description = "Print patients' names too.")
  private boolean names;

  @Option(names = "--end-with-stdin", description = "End when standard input is closed.")
  private boolean endWithStdin;

  boolean endsWithStdin() {
    return endWithStdin;
  }

  /**
   * The run that the command line asks for.
   *
   * @throws ParameterException if a value is not one that the option takes; the message is one
   *     sentence
   */
  TailRun run() {
    beds.forEach(bed -> link.requireLabel("--bed", bed));
    TailFields wanted = wanted();
    List<String> units = link.units();
    link.requireSelections(
        "--unit and --bed", Math.max(1, units.size()) * Math.max(1, beds.size()));
    return new TailRun(
        link.settings("tail", wanted.subscription(units, beds), Optional.empty()),
        wanted,
        positive("--count", count).map(OptionalLong::of).orElse(OptionalLong.empty()),
        positive("--seconds", seconds == null ? null : (long) seconds).map(Duration::ofSeconds));
  }

  private TailFields wanted() {
    try {
      return fields.isEmpty()
          ? new TailFields(TailFields.USUAL.signs(), TailFields.USUAL.kinds(), names)
          : TailFields.of(fields, names);
    } catch (IllegalArgumentException e) {
      throw link.refused("--fields", String.valueOf(e.getMessage()));
    }
  }

  private Optional<Long> positive(String option, @Nullable Long value) {
    if (value != null && value < 1) {
      throw link.refused(option, "a whole number above 0", value);
    }
    return Optional.ofNullable(value);
  }
}
