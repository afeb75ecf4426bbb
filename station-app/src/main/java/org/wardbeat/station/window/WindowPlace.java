package org.wardbeat.station.window;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a window is, in logical px of the desktop.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width above 0
 * @param height above 0
 */
record WindowPlace(int x, int y, int width, int height) {
  private static final Pattern WORDS =
      Pattern.compile("(-?\\d{1,6}) (-?\\d{1,6}) ([1-9]\\d{0,5}) ([1-9]\\d{0,5})");

  /** As it is written in a file. */
  String words() {
    return x + " " + y + " " + width + " " + height;
  }

  static Optional<WindowPlace> ofWords(String words) {
    Matcher matcher = WORDS.matcher(words);
    return matcher.matches()
        ? Optional.of(
            new WindowPlace(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4))))
        : Optional.empty();
  }
}
