package org.wardbeat.station.overview;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Keeps pages that are not visible out of their scene: JavaFX goes through all nodes of a scene in
 * each pulse in which anything moves, hidden or not, and waves always move. User-interface thread
 * only.
 */
final class Pages {
  private final ObservableList<Node> children;
  private final List<Node> order;

  private Pages(ObservableList<Node> children) {
    this.children = children;
    this.order = List.copyOf(children);
  }

  /**
   * Takes out what is not visible now, and from now on follows what becomes visible.
   *
   * @param children from the back to the front, the pages among them; nothing else changes them
   */
  static void keep(ObservableList<Node> children, List<? extends Node> pages) {
    Pages kept = new Pages(children);
    for (Node page : pages) {
      page.visibleProperty().addListener((_, _, _) -> kept.follow(page));
      kept.follow(page);
    }
  }

  private void follow(Node page) {
    children.remove(page);
    if (page.isVisible()) {
      long behind =
          order.subList(0, order.indexOf(page)).stream().filter(children::contains).count();
      children.add((int) behind, page);
      page.applyCss();
    }
  }
}
