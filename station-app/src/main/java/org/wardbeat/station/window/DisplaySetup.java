package org.wardbeat.station.window;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The displays there are.
 *
 * @param displays at least one, the primary one first
 */
record DisplaySetup(List<Display> displays) {
  private static final int PART_WIDTH = 1_280;
  private static final int PART_HEIGHT = 720;

  /**
   * A display.
   *
   * @param x its left edge, in logical px of the desktop
   * @param y its upper edge
   * @param width in logical px
   * @param height in logical px
   * @param scale device px in a logical one
   */
  record Display(int x, int y, int width, int height, double scale) {
    String words() {
      return width + "x" + height + "+" + x + "+" + y + "@" + scale;
    }

    Display withScale(double other) {
      return new Display(x, y, width, height, other);
    }

    private WindowPlace all() {
      return new WindowPlace(x, y, width, height);
    }

    /** How many square px of a window are on it. */
    private long shows(WindowPlace place) {
      int across = Math.min(x + width, place.x() + place.width()) - Math.max(x, place.x());
      int down = Math.min(y + height, place.y() + place.height()) - Math.max(y, place.y());
      return (long) Math.max(0, across) * Math.max(0, down);
    }
  }

  DisplaySetup {
    displays = List.copyOf(displays);
  }

  /** The same for the same displays, in whatever order they are told. */
  String key() {
    return displays.stream().map(Display::words).sorted().collect(Collectors.joining("_"));
  }

  /** All of the primary display. */
  WindowPlace usual() {
    return displays.getFirst().all();
  }

  /**
   * The nearest place at which a window can be seen whole: moved onto the display that shows most
   * of it, and no larger than that. One that no display shows goes to the usual place.
   */
  WindowPlace fit(WindowPlace place) {
    return mostOf(place).map(display -> within(display, place)).orElse(usual());
  }

  /**
   * All of a display other than the one that shows most of another window; where there is but one,
   * a part of it, so that both windows can be seen.
   */
  WindowPlace beside(WindowPlace other) {
    Display shown = showing(other);
    return displays.stream()
        .filter(each -> !each.equals(shown))
        .findFirst()
        .map(Display::all)
        .orElse(within(shown, new WindowPlace(other.x(), other.y(), PART_WIDTH, PART_HEIGHT)));
  }

  /** The display that shows most of a window, the primary one if none does. */
  Display showing(WindowPlace place) {
    return mostOf(place).orElse(displays.getFirst());
  }

  private Optional<Display> mostOf(WindowPlace place) {
    return displays.stream()
        .filter(each -> each.shows(place) > 0)
        .max(Comparator.comparingLong(each -> each.shows(place)));
  }

  private static WindowPlace within(Display on, WindowPlace place) {
    int width = Math.min(place.width(), on.width());
    int height = Math.min(place.height(), on.height());
    return new WindowPlace(
        Math.clamp(place.x(), on.x(), on.x() + on.width() - width),
        Math.clamp(place.y(), on.y(), on.y() + on.height() - height),
        width,
        height);
  }
}
