package org.wardbeat.station.wall;

import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.theme.Icon;

/** A place for an icon, in whatever size. */
final class WallIcon {
  private static final double BOX = 20;

  private final SVGPath shape;
  private final Scale scale = new Scale(1, 1);

  /**
   * @param first what it shows first
   */
  WallIcon(Icon first) {
    shape = first.node();
    shape.setManaged(false);
    shape.setVisible(false);
    shape.getTransforms().add(scale);
  }

  SVGPath node() {
    return shape;
  }

  /** Shows an icon, or none. */
  void show(@Nullable Icon icon) {
    shape.setVisible(icon != null);
    if (icon != null) {
      icon.showOn(shape);
    }
  }

  boolean isShown() {
    return shape.isVisible();
  }

  /**
   * Places it.
   *
   * @param x its left edge
   * @param middle its middle from top to bottom
   * @param size its height and width in px
   */
  void place(double x, double middle, double size) {
    scale.setX(size / BOX);
    scale.setY(size / BOX);
    shape.setLayoutX(Math.rint(x));
    shape.setLayoutY(Math.rint(middle - size / 2));
  }
}
