package org.wardbeat.simulator.broker;

import java.io.IOException;
import java.io.Serial;

/** The embedded broker cannot start; the message is one sentence that says what to do. */
public final class BrokerException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
