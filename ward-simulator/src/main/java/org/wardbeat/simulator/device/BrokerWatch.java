package org.wardbeat.simulator.device;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once for all devices that the broker cannot be reached, and once that it can again. Safe for
 * several threads.
 */
public final class BrokerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  private final BrokerAddress broker;
  private boolean unreachable;

  /** Watches one broker. */
  public BrokerWatch(BrokerAddress broker) {
    this.broker = broker;
  }

  BrokerAddress broker() {
    return broker;
  }

  synchronized void failed(Throwable reason) {
    if (!unreachable) {
      unreachable = true;
      LOG.warn(
          "Broker {} cannot be reached ({}); trying again until it can. Check that it runs.",
          broker,
          rootCause(reason));
    }
  }

  synchronized void succeeded() {
    if (unreachable) {
      unreachable = false;
      LOG.info("Broker {} is reached again.", broker);
    }
  }

  /** A connection that is over could not be released; nothing depends on it any more. */
  void releaseFailed(Throwable reason) {
    LOG.debug("A closed connection to broker {} was not released ({}).", broker, rootCause(reason));
  }

  private static String rootCause(Throwable reason) {
    Throwable cause = reason;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
