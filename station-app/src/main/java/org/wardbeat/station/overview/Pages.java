package org.wardbeat.station.overview;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Keeps pages that are not visible out of their scene: JavaFX goes through all nodes of a scene in
 * each pulse in which anything moves, hidden or not ({@code Parent.updateBounds}), and waves always
 * move. User-interface thread only.
 */
final class Pages {
  private final ObservableList<Node> children;
  private final List<Node> order;
  private final Runnable focusElsewhere;

  private Pages(ObservableList<Node> children, Runnable focusElsewhere) {
    this.focusElsewhere = focusElsewhere;
    this.children = children;
    this.order = List.copyOf(children);
  }

  /**
   * Takes out what is not visible now, and from now on follows what becomes visible.
   *
   * @param children from the back to the front, the pages among them; nothing else changes them
   * @param focusElsewhere called when a page that has the focus is about to be taken out
   */
  static void keep(
      ObservableList<Node> children, List<? extends Node> pages, Runnable focusElsewhere) {
    Pages kept = new Pages(children, focusElsewhere);
    for (Node page : pages) {
      page.visibleProperty().addListener((_, _, _) -> kept.follow(page));
      kept.follow(page);
    }
  }

  private void follow(Node page) {
    if (page.isVisible() == children.contains(page)) {
      return;
    }
    if (page.isVisible()) {
      long behind =
          order.subList(0, order.indexOf(page)).stream().filter(children::contains).count();
      children.add((int) behind, page);
    } else {
      if (hasFocus(page)) {
        focusElsewhere.run();
      }
      children.remove(page);
    }
  }

  private static boolean hasFocus(Node page) {
    Node owner = page.getScene() == null ? null : page.getScene().getFocusOwner();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node.equals(page)) {
        return true;
      }
    }
    return false;
  }
}
