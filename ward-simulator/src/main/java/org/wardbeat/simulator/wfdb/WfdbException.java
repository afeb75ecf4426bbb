package org.wardbeat.simulator.wfdb;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * A record that cannot be read. The message is one sentence that names the file (and the line or
 * position in it), what was expected and what to do.
 */
public final class WfdbException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private WfdbException(String message) {
    super(message);
  }

  private WfdbException(String message, Throwable cause) {
    super(message, cause);
  }

  static WfdbException at(Path file, String problem) {
    return new WfdbException(file + ": " + problem);
  }

  static WfdbException at(Path file, int line, String problem) {
    return new WfdbException(file + " line " + line + ": " + problem);
  }

  static WfdbException unreadable(Path file, IOException cause) {
    return new WfdbException(
        file
            + ": cannot be read ("
            + cause.getClass().getSimpleName()
            + "); check that the file exists and may be read.",
        cause);
  }
}
