package org.wardbeat.simulator.scenario;

import java.io.IOException;
import java.io.Serial;

/** A scenario that cannot be used; the message names file, line and what was expected. */
public final class ScenarioException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  ScenarioException(String message) {
    super(message);
  }

  static ScenarioException at(String file, int line, String problem) {
    return new ScenarioException(file + " line " + line + ": " + problem);
  }
}
