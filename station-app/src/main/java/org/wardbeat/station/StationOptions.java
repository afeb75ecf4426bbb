package org.wardbeat.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.settings.ComputerName;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.wire.ward.Operator;

/**
 * What a station was started with.
 *
 * @param link where the beds come from
 * @param operator in whose name this station acts; empty if it only shows
 * @param sound how loud alarms are heard at this station; empty if they are not
 * @param runFor after how long the station ends by itself; empty to run until it is closed
 * @param report where the report is written at the end
 * @param snapshots the folder for a picture of the window every 2 s
 * @param headless whether nothing is shown on a display
 * @param endWithStdin whether the station ends when its standard input is closed
 */
public record StationOptions(
    LinkSettings link,
    Optional<Operator> operator,
    Optional<Volume> sound,
    Optional<Duration> runFor,
    Optional<Path> report,
    Optional<Path> snapshots,
    boolean headless,
    boolean endWithStdin) {
  /** The computer it runs on, by whose name it calls itself. */
  ComputerName computer() {
    return new ComputerName(link.station());
  }

  /** A silent station without a display at which nobody acts, until it is closed. */
  public static StationOptions headless(LinkSettings link) {
    return new StationOptions(
        link,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false);
  }
}
