package org.wardbeat.render.toolkit;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * The pixels of a display, on which lines have to lie whole to be sharp. Lengths and places are
 * logical pixels if nothing else is said.
 *
 * @param scale device pixels in a logical one
 */
public record DevicePixels(double scale) {

  /** Those that the window of a node is rendered with now; one to one if it is in none. */
  public static DevicePixels of(Node node) {
    Scene scene = node.getScene();
    Window window = scene == null ? null : scene.getWindow();
    return new DevicePixels(window == null ? 1 : window.getRenderScaleX());
  }

  /** How many make up a length, to the nearest. */
  public int count(double length) {
    return (int) Math.round(length * scale);
  }

  /** The edge between two that is nearest to a place. */
  public double snap(double place) {
    return Math.rint(place * scale) / scale;
  }

  /** The nearest width of a line that is made of whole ones, at least of one. */
  public double width(double wanted) {
    return Math.max(1, Math.rint(wanted * scale)) / scale;
  }

  /**
   * Where the middle of a line has to lie for its edges to be sharp.
   *
   * @param place where it should lie
   * @param width of the line, as of {@link #width}
   */
  public double middle(double place, double width) {
    return snap(place - width / 2) + width / 2;
  }

  /** How far what a node contains has to be moved for the node's corner to lie between pixels. */
  public Point2D offset(Node node) {
    Point2D corner = node.localToScene(0, 0);
    return new Point2D(snap(corner.getX()) - corner.getX(), snap(corner.getY()) - corner.getY());
  }
}
