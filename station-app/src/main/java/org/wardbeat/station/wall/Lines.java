package org.wardbeat.station.wall;

import javafx.scene.text.Text;
import org.wardbeat.station.theme.Texts;

/** Sizes and places lines of text. */
final class Lines {
  private record Sized(Type type, double px) {}

  private Lines() {}

  /**
   * Sets a line in a size, in px: at once, and as a style, because a font that is only set is
   * forgotten when the style sheet is applied to another state.
   */
  static void size(Text text, Type type, double px) {
    double rounded = Math.rint(px * 100) / 100;
    Sized sized = new Sized(type, rounded);
    if (!sized.equals(text.getUserData())) {
      text.setUserData(sized);
      text.setStyle(type.style(rounded));
      text.setFont(type.ofSize(rounded));
    }
  }

  /** Sets a line in the size it has at a scale. */
  static void size(Text text, Type type, WallScale scale) {
    size(text, type, type.px(scale));
  }

  /** How wide a line would be. */
  static double width(Type type, double px, String content) {
    Text probe = new Text(content);
    probe.setFont(type.ofSize(px));
    return Texts.width(probe);
  }

  /**
   * Says all of a text in a room: smaller where it has to be, and cut where that is not enough.
   *
   * @param px the size that it should have
   * @param least the share of that size that it has at the least
   */
  static void fit(Text text, String content, Type type, double px, double least, double room) {
    double width = width(type, px, content);
    // In whole px: JavaFX keeps each size it has ever drawn, and a wall runs for months.
    double smaller = Math.max(1, Math.floor(px * Math.max(least, room / width * 0.99)));
    size(text, type, width <= room ? px : smaller);
    Texts.set(text, content);
    if (width * least > room) {
      Texts.fit(text, content, room);
    }
  }

  /** Puts a line into a room with its right end at a place. */
  static void placeRight(Text text, double right, double baseline) {
    Texts.place(text, right - Texts.width(text), baseline);
  }

  /** Puts a line's middle at a place. */
  static void placeMiddle(Text text, double middle, double baseline) {
    Texts.place(text, middle - Texts.width(text) / 2, baseline);
  }

  /** Where the baseline of a line is whose capitals stand in the middle of a height. */
  static double baseline(Text text, double middle) {
    return middle + text.getFont().getSize() * Type.CAP_HEIGHT / 2;
  }
}
