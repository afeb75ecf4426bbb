package org.wardbeat.station;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.wire.ward.Operator;

/**
 * What a station was started with.
 *
 * @param link where the beds come from
 * @param beds sectors of the layout, 1 to 64; empty to follow the beds that arrive
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
    OptionalInt beds,
    Optional<Operator> operator,
    Optional<Volume> sound,
    Optional<Duration> runFor,
    Optional<Path> report,
    Optional<Path> snapshots,
    boolean headless,
    boolean endWithStdin) {
  /** A silent station without a display at which nobody acts, until it is closed. */
  public static StationOptions headless(LinkSettings link, OptionalInt beds) {
    return new StationOptions(
        link,
        beds,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false);
  }
}
