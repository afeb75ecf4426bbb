package org.wardbeat.benchmarks.live;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Nothing but what it costs to present a frame. */
final class BlankFloor implements Picture {

  private static final Color DARK = Color.rgb(5, 7, 10);
  private static final Color LESS_DARK = Color.rgb(6, 7, 10);

  private final Rectangle node;
  private final Pane root;
  private final boolean whole;
  private final double width;

  BlankFloor(LiveCase of) {
    this.whole = !of.equals(LiveCase.ONE_NODE);
    this.width = of.sight().width();
    this.node =
        whole ? new Rectangle(width, of.sight().height()) : new Rectangle(20, 20, Color.WHITE);
    this.root = new Pane(node);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void pulse(double seconds) {
    if (whole) {
      node.setFill(DARK.equals(node.getFill()) ? LESS_DARK : DARK);
    } else {
      node.setX((node.getX() + 1) % (width - 20));
    }
  }
}
