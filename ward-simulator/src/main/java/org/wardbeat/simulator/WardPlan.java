package org.wardbeat.simulator;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.wardbeat.simulator.device.BrokerAddress;
import org.wardbeat.simulator.scenario.Scenario;

/**
 * What ward to simulate.
 *
 * @param beds 1–64; empty for 16 patients, or for one bed a record
 * @param unit the unit's name
 * @param records a folder whose records are replayed in place of simulated patients
 * @param speed by how much faster than real time records are replayed
 * @param scenario what happens
 * @param broker where to publish; empty for an embedded broker
 * @param embeddedPort port of the embedded broker, 0 for any free one
 * @param seed same seed, same ward
 */
public record WardPlan(
    OptionalInt beds,
    String unit,
    Optional<Path> records,
    double speed,
    Scenario scenario,
    Optional<BrokerAddress> broker,
    int embeddedPort,
    long seed) {
  /** The most beds. */
  public static final int MAX_BEDS = 64;

  static final int DEFAULT_BEDS = 16;

  /** Checks the ranges. */
  public WardPlan {
    if (beds.isPresent() && (beds.getAsInt() < 1 || beds.getAsInt() > MAX_BEDS)) {
      throw new IllegalArgumentException(
          "the number of beds must be from 1 to " + MAX_BEDS + ", not " + beds.getAsInt());
    }
    if (speed != 1 && records.isEmpty()) {
      throw new IllegalArgumentException(
          "a speed other than 1 is for records only; give --records as well");
    }
    if (embeddedPort < 0 || embeddedPort > 65535) {
      throw new IllegalArgumentException(
          "the port of the embedded broker must be from 0 to 65535, not " + embeddedPort);
    }
  }
}
