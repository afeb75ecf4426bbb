package org.wardbeat.render.sweep;

/** How waves move on a page. */
public enum SweepMotion {
  /** Waves stand still; a gap moves to the right over them and leaves new ones behind it. */
  ERASE_BAR,
  /**
   * Waves move to the left and new ones appear at the right edge. Everything changes with each
   * frame, so it costs several times as much.
   */
  SCROLL
}
