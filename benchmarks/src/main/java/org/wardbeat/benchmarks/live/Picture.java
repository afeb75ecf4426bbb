package org.wardbeat.benchmarks.live;

import javafx.scene.Parent;

/** A peer's picture of the waves. JavaFX thread only. */
interface Picture {

  /** What is put on the scene. */
  Parent root();

  /** Shows the samples up to an instant. */
  void pulse(double seconds);
}
