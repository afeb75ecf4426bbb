package org.wardbeat.bridge.mqtt;

import org.jspecify.annotations.Nullable;

/** What the connectors of both Paho clients share. */
final class PahoFailure {
  /** How long a goodbye may take to be sent. */
  static final long GOODBYE_MILLIS = 300;

  /**
   * How long a client may take to have started all its threads; it sleeps 100 ms for each of three,
   * and a starved machine makes that seconds. To close it earlier would leave threads behind.
   */
  static final long SETTLE_MILLIS = 15_000;

  private static final int NOTICES = 5;
  private static final long NOTICE_MILLIS = 20;

  private PahoFailure() {}

  /** The address as Paho wants it; TLS is up to our socket. */
  static String tcpUri(MqttOptions options) {
    return "tcp://" + options.broker().getHost() + ":" + options.port();
  }

  /** The reason in words: the root cause says more than Paho's own message. */
  static String describe(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    @Nullable String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /**
   * Sees that a closed client's sender ends. Paho 1.2.5 gives it a single notice ({@code
   * CommsSender.stop} means to repeat it, but looks at what it has just changed itself); a sender
   * that was about to wait misses that and would wait for ever.
   */
  static void endSender(Runnable notice) throws InterruptedException {
    for (int i = 0; i < NOTICES; i++) {
      notice.run();
      Thread.sleep(NOTICE_MILLIS);
    }
  }
}
