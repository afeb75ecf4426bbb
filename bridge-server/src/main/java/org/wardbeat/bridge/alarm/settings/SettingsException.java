package org.wardbeat.bridge.alarm.settings;

import java.io.Serial;

/** A file says what cannot be; the message names the file, the line and what was expected. */
final class SettingsException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
