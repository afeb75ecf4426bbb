package org.wardbeat.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.settings.ComputerName;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import picocli.CommandLine;

class StationCommandTest {
  private static Frame.Selection wanted(String... args) {
    StationCommand command = new StationCommand();
    new CommandLine(command).parseArgs(args);
    return command.options(new ComputerName("desk")).link().subscription().selections().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "--wall, true",
    "--wall --wall-names=initials, true",
    "--wall --wall-names=none, false"
  })
  void aWallAsksForInitialsUnlessTheSiteWantsNone(String args, boolean initials) {
    assertThat(wanted(args.split(" ", -1)).lanes())
        .doesNotContain(Lane.NAMES)
        .matches(lanes -> lanes.contains(Lane.INITIALS) == initials);
  }

  @Test
  void aDeskAsksForNames() {
    assertThat(wanted().lanes()).contains(Lane.NAMES).doesNotContain(Lane.INITIALS);
  }
}
