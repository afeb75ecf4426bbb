package org.wardbeat.bridge;

/** The bridge as a program. */
public final class BridgeMain {
  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private BridgeMain() {}

  /**
   * Runs a bridge until it is told to end. Exits with 0, or with 2 and one sentence if it was
   * started wrongly.
   */
  public static void main(String[] args) {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "org/wardbeat/bridge/logback.xml");
    }
    System.exit(new BridgeProgram(System.getenv(), System.in, System.out, System.err).run(args));
  }
}
