package org.wardbeat.station.theme;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.text.Text;

/** Makes and measures single lines of text. User-interface thread only. */
public final class Texts {
  private static final String ELLIPSIS = "…";

  private Texts() {}

  /** A line of text that is placed by its baseline. */
  public static Text line(String... styleClasses) {
    Text text = new Text();
    text.setTextOrigin(VPos.BASELINE);
    text.setMouseTransparent(true);
    text.setManaged(false);
    text.getStyleClass().addAll("text", "line");
    text.getStyleClass().addAll(styleClasses);
    return text;
  }

  /** Changes what a text says, if it says something else. */
  public static void set(Text text, String content) {
    if (!text.getText().equals(content)) {
      text.setText(content);
    }
  }

  /** Puts the start of a text's baseline at a point, on whole pixels. */
  public static void place(Text text, double x, double baseline) {
    text.setLayoutX(Math.rint(x));
    text.setLayoutY(Math.rint(baseline));
  }

  /** Width of a line in px, as its style is now. */
  public static double width(Text text) {
    return text.getText().isEmpty() ? 0 : text.getLayoutBounds().getWidth();
  }

  /**
   * Says as much of a text as fits, the cut shown by {@code …}; nothing if not even one character
   * fits.
   */
  public static void fit(Text text, String content, double room) {
    set(text, content);
    if (content.isEmpty() || width(text) <= room) {
      return;
    }
    int low = 0;
    int high = content.length() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      text.setText(cut(content, middle));
      if (width(text) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    text.setText(low == 0 ? "" : cut(content, low));
  }

  /** Never within what is read as one character. */
  private static String cut(String content, int length) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(content);
    int end = characters.isBoundary(length) ? length : characters.preceding(length);
    return end <= 0 ? "" : content.substring(0, end).stripTrailing() + ELLIPSIS;
  }
}
