package org.wardbeat.station.wall;

import java.util.Locale;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The sizes of type on the wall, each by the height of its capitals in arc minutes. What is read
 * from afar has 16 or more; what tells more to whoever steps nearer has less.
 */
enum Type {
  /** A bed's label. */
  BED(20, true),
  /** The heart rate. */
  HR(24, false),
  /** Saturation and respiratory rate. */
  VALUE(16, false),
  /** Bed and priority of a pinned alarm. */
  PINNED(20, true),
  /** What a pinned alarm says. */
  CONDITION(16, true),
  /** How long it lasts, and the words of the top bar. */
  BAR(16, false),
  /** The words of the top bar that count most. */
  BAR_BOLD(16, true),
  /** The time of day. */
  CLOCK(30, false),
  /** That nothing is live. */
  NOT_LIVE(40, true),
  /** What a bed's sector says of its alarm; read from a quarter of the distance. */
  MESSAGE(8.9, true),
  /** The same, of less weight. */
  DETAIL(8.9, false),
  /** What a number is. */
  LABEL(5.6, false),
  /** A score. */
  SCORE(6.6, true);

  /** Of B612, in which all of the wall is set. */
  static final double CAP_HEIGHT = 0.76;

  private static final String FAMILY = "B612";

  private final double arcMinutes;
  private final boolean bold;

  Type(double arcMinutes, boolean bold) {
    this.arcMinutes = arcMinutes;
    this.bold = bold;
  }

  /** How high its capitals are at the least. */
  double arcMinutes() {
    return arcMinutes;
  }

  /** The height of its capitals in px. */
  double capPx(WallScale scale) {
    return scale.px(arcMinutes);
  }

  /** Its size in px. */
  double px(WallScale scale) {
    return capPx(scale) / CAP_HEIGHT;
  }

  /** The style of a line of it, in px. */
  String style(double px) {
    return String.format(
        Locale.ROOT, "-fx-font: %s %.2fpx \"%s\"", bold ? "bold" : "normal", px, FAMILY);
  }

  /** The same in another size, in px. */
  Font ofSize(double px) {
    return Font.font(FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, px);
  }
}
