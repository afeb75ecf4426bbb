package org.wardbeat.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wardbeat.simulator.device.Script;

/**
 * What happens in a ward, by bed and time. The file is YAML:
 *
 * <pre>{@code
 * events:
 *   - {bed: 3, at: 20 s, for: 30 s, do: leads-off, electrodes: [RA, LL]}
 *   - {bed: 4, at: 1 min, do: deterioration, severity: 0.8, over: 5 min}
 *   - {bed: 5, at: 30 s, for: 15 s, do: dropout}
 *   - {bed: 6, at: 0 s, do: battery, percent: 14}
 *   - {bed: 7, at: 10 s, for: 20 s, do: device-off}
 *   - {bed: 8, at: 0 s, do: clock-skew, by: -1 h}
 *   - {bed: 9, at: 40 s, for: 20 s, do: asystole}
 *   - {bed: 9, at: 45 s, for: 15 s, do: alarm, condition: ASYS, kind: physiological, priority: high, text: "*** ASYSTOLE"}
 * }</pre>
 *
 * <p>{@code bed} counts from 1, or is {@code all}; {@code at} counts from the device's start;
 * without {@code for} it lasts. The rhythms are {@code sinus}, {@code bigeminy}, {@code
 * atrial-fibrillation}, {@code ventricular-tachycardia}, {@code ventricular-fibrillation}, {@code
 * asystole} and {@code paced}, in which a device tells the pulses only if its patient is usually
 * paced. Immutable.
 */
public final class Scenario {
  private static final long MAX_BYTES = 1 << 20;

  /** The calm ward has something to see up to this bed. */
  public static final int CALM_BEDS = 6;

  private static final String CALM = "calm.yaml";

  private final String file;
  private final List<Event> events;

  private Scenario(String file, List<Event> events) {
    this.file = file;
    this.events = List.copyOf(events);
  }

  /** A ward in which nothing happens. */
  public static Scenario none() {
    return new Scenario("none", List.of());
  }

  /** A calm ward with a little life, for the demonstration. */
  public static Scenario calm() {
    try (InputStream in = Scenario.class.getResourceAsStream(CALM)) {
      if (in == null) {
        throw new IllegalStateException(CALM + " is missing from the program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Scenario(CALM, ScenarioParser.parse(CALM, text));
    } catch (IOException e) {
      throw new IllegalStateException(CALM + " of the program is damaged", e);
    }
  }

  /**
   * Reads a scenario.
   *
   * @throws ScenarioException with one sentence when the file cannot be read or used
   */
  public static Scenario load(Path file) throws ScenarioException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ScenarioException(file + ": is too large for a scenario; give a smaller file.");
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new Scenario(file.toString(), ScenarioParser.parse(file.toString(), text));
    } catch (ScenarioException e) {
      throw e;
    } catch (IOException e) {
      throw new ScenarioException(
          file
              + ": cannot be read ("
              + e.getClass().getSimpleName()
              + "); check that the file exists and may be read.");
    }
  }

  /**
   * Proves that the scenario fits a ward.
   *
   * @param beds number of beds
   * @param patients whether the beds hold simulated patients, not records
   * @throws ScenarioException naming the line that does not
   */
  public void requireFits(int beds, boolean patients) throws ScenarioException {
    for (Event event : events) {
      if (event.bed() > beds) {
        throw ScenarioException.at(
            file, event.line(), "names bed " + event.bed() + " of a ward of " + beds + " beds.");
      }
      if (event.action().needsPatient() && !patients) {
        throw ScenarioException.at(
            file,
            event.line(),
            "needs a simulated patient, but the beds replay records; take the event out.");
      }
    }
  }

  /** What happens at one bed, counted from 1. */
  public Script scriptFor(int bed) {
    return new EventScript(events.stream().filter(event -> event.isAt(bed)).toList());
  }
}
