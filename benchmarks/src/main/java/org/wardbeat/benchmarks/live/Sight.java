package org.wardbeat.benchmarks.live;

/**
 * What all subjects of a case show, and on a window of which size.
 *
 * @param screen which of the station's screens
 * @param beds on the screen
 * @param waves of each bed
 * @param width of the window in px
 * @param height of the window in px
 */
record Sight(Screen screen, int beds, int waves, int width, int height) {

  /** The station's screens. */
  enum Screen {
    OVERVIEW,
    PATIENT,
    WALL
  }

  static Sight overview(int beds, int waves) {
    return new Sight(Screen.OVERVIEW, beds, waves, 1_920, 1_080);
  }

  static Sight patient(int waves) {
    return new Sight(Screen.PATIENT, 1, waves, 1_920, 1_080);
  }

  static Sight wall(int beds) {
    return new Sight(Screen.WALL, beds, 1, 3_840, 2_160);
  }

  /** All waves on the screen. */
  int count() {
    return beds * waves;
  }
}
