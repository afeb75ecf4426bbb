package org.wardbeat.station.screen;

import javafx.scene.layout.Region;

/** All of a window, moved on by one animation timer. User-interface thread only. */
public interface LiveScreen {
  /** What the window shows. */
  Region node();

  /**
   * Shows the present.
   *
   * @param pulseNanos the moment of the pulse, as an animation timer is told
   * @param nowNanos the monotonic clock that the link's times refer to
   */
  void pulse(long pulseNanos, long nowNanos);

  /** Whether what is on the screen is live. */
  boolean isLive();

  /**
   * Says that the screen itself failed, and takes away what may not be true.
   *
   * @param clock the time of day at which it failed
   */
  void showFailure(String clock);
}
