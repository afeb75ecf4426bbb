package org.wardbeat.benchmarks.alarms;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.Scene;

/**
 * Tells, a line each, what a screen's texts say and when a sound begins. A text counts as painted
 * when the pulse after the one that laid it out begins, as JavaFX renders in between.
 */
final class Sightings {
  static final String READY = "ready";
  static final String PAINTED = "painted";
  static final String HEARD = "heard";

  private final PrintStream out;

  /**
   * @param out where the lines go
   */
  Sightings(PrintStream out) {
    this.out = out;
  }

  /** A sound began. Any thread. */
  void heard(long nanos) {
    out.println(HEARD + " " + nanos);
  }

  /** From now on the texts are looked at; JavaFX thread only. */
  void watch(Scene scene, List<Supplier<String>> texts) {
    scene.addPostLayoutPulseListener(new Look(texts));
    out.println(READY);
  }

  private final class Look implements Runnable {
    private final List<Supplier<String>> texts;
    private final String[] laidOut;
    private final boolean[] changed;

    Look(List<Supplier<String>> texts) {
      this.texts = texts;
      this.laidOut = new String[texts.size()];
      this.changed = new boolean[texts.size()];
      for (int i = 0; i < laidOut.length; i++) {
        laidOut[i] = texts.get(i).get();
      }
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      for (int i = 0; i < laidOut.length; i++) {
        if (changed[i]) {
          changed[i] = false;
          out.println(PAINTED + " " + now + " " + i + " " + laidOut[i]);
        }
        String text = texts.get(i).get();
        if (!Objects.equals(text, laidOut[i])) {
          laidOut[i] = text;
          changed[i] = true;
        }
      }
    }
  }
}
