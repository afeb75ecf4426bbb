package org.wardbeat.station;

import java.util.Locale;
import java.util.Map;

/** Whether JavaFX draws on a display or only in memory. */
final class DisplayMode {
  private DisplayMode() {}

  /**
   * Whether there is a display to draw on. Only Linux can tell by the environment that there is
   * none; elsewhere a desktop is taken for granted.
   */
  static boolean hasDisplay(String osName, Map<String, String> environment) {
    boolean isLinux = osName.toLowerCase(Locale.ROOT).contains("linux");
    return !isLinux
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  /** Makes JavaFX, which must not have started yet, render in memory, without a graphics card. */
  static void drawInMemory() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }
}
