package org.wardbeat.station.overview;

import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Has nodes in a scene only while there is something to see of them: JavaFX goes through all nodes
 * of a scene in each pulse, seen or not, and there are 64 sectors.
 */
final class Needed {
  private Needed() {}

  /** Adds a node in front of the others while it is needed, and takes it away while it is not. */
  static void show(ObservableList<Node> children, Node node, boolean needed) {
    if (needed != children.contains(node)) {
      if (needed) {
        children.add(node);
      } else {
        children.remove(node);
      }
    }
  }
}
