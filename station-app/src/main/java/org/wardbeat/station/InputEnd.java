package org.wardbeat.station;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the end of standard input, by which a parent ends its child. */
final class InputEnd {
  private static final Logger LOG = LoggerFactory.getLogger(InputEnd.class);

  private InputEnd() {}

  /** Runs an action once standard input is closed. */
  static void then(Runnable action) {
    Thread.ofPlatform().name("wardbeat-stdin").daemon().start(() -> drain(action));
  }

  private static void drain(Runnable action) {
    try (InputStream in = System.in) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.info("Standard input broke: {}", e.toString());
    }
    action.run();
  }
}
