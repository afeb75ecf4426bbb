package org.wardbeat.launcher.demo;

import java.io.Serial;

/** Why a demo cannot go on, in words for the person who started it. */
public final class DemoFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  DemoFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What the program that meets it exits with. */
  public int exitCode() {
    return exitCode;
  }

  /** The sentence; never null. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
