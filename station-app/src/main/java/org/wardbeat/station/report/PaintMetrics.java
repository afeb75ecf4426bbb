package org.wardbeat.station.report;

/** What the screens measure. Called on the JavaFX thread only; allocates nothing. */
public interface PaintMetrics {
  /**
   * A pulse begins.
   *
   * @param nowNanos the timestamp handed to the animation timer
   */
  void pulse(long nowNanos);

  /**
   * What was decoded at an instant is now on the scene graph and canvases. To be called at the end
   * of the pulse that shows it, once a pulse at most.
   *
   * @param decodedNanos {@code changedNanos} of the snapshot that was shown, if it is not 0
   */
  void painted(long decodedNanos);
}
