package org.wardbeat.station.truth;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/**
 * Ten cells, of which the lit one moves on once a second as long as the user-interface thread runs:
 * if it stands still, so does the screen.
 */
public final class Heartbeat extends Region {
  /** Its width in px. */
  public static final double WIDTH = 76;

  /** Its height in px. */
  public static final double HEIGHT = 16;

  private static final int CELLS = 10;
  private static final double PITCH = 7.6;
  private static final long STEP_NANOS = 1_000_000_000;
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final Region[] cells = new Region[CELLS];
  private int lit = -1;

  /** A heartbeat that has not begun. */
  public Heartbeat() {
    getStyleClass().add("heartbeat");
    setManaged(false);
    setMouseTransparent(true);
    for (int i = 0; i < CELLS; i++) {
      cells[i] = new Region();
      cells[i].getStyleClass().add("cell");
      cells[i].setManaged(false);
    }
    getChildren().addAll(cells);
  }

  /** Moves on to the moment of a pulse. */
  public void beat(long nowNanos) {
    int next = (int) Math.floorMod(nowNanos / STEP_NANOS, (long) CELLS);
    if (next == lit) {
      return;
    }
    if (lit >= 0) {
      place(lit, false);
    }
    place(next, true);
    lit = next;
  }

  private void place(int index, boolean on) {
    Region cell = cells[index];
    cell.pseudoClassStateChanged(LIT, on);
    double x = Math.rint(index * PITCH);
    cell.resizeRelocate(x, on ? 1 : 5, 5, on ? 14 : 6);
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < CELLS; i++) {
      place(i, i == lit);
    }
  }
}
