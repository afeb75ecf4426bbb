package org.wardbeat.station.overview;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.wire.ward.BedId;

/**
 * Goes from bed to bed by arrows, on to the next page or screen where there is one. With Shift,
 * while beds are moved, the bed itself goes. User-interface thread only.
 */
final class BedWalk {
  private final Board board;
  private final BedGrid grid;
  private final int screen;
  private final Consumer<@Nullable BedId> goTo;

  /**
   * @param screen which of the station's screens this is
   * @param goTo goes to a bed
   */
  BedWalk(Board board, BedGrid grid, int screen, Consumer<@Nullable BedId> goTo) {
    this.board = board;
    this.grid = grid;
    this.screen = screen;
    this.goTo = goTo;
  }

  /**
   * Does what a key is for; returns whether it is one of these.
   *
   * @param moving whether beds may be moved
   */
  boolean key(KeyEvent event, boolean moving) {
    boolean plain = !event.isControlDown() && !event.isMetaDown() && !event.isAltDown();
    List<BedId> order = board.order();
    if (!plain || order.isEmpty() || (event.isShiftDown() && !moving)) {
      return false;
    }
    int from = from(order);
    Integer to = to(event, from, order.size());
    if (to == null) {
      return false;
    }
    boolean possible = to >= 0 && to < order.size();
    if (possible && event.isShiftDown() && from >= 0) {
      board.swap(order.get(from), order.get(to));
      goTo.accept(order.get(from));
    } else if (possible) {
      goTo.accept(order.get(to));
    }
    return true;
  }

  private int from(List<BedId> order) {
    BedId focused = grid.focused();
    int index = focused == null ? -1 : order.indexOf(focused);
    return index >= 0 ? index : order.indexOf(board.selected());
  }

  /** Where a key leads, which may be beyond the ends; null if it leads nowhere. */
  private @Nullable Integer to(KeyEvent event, int from, int count) {
    return switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> from < 0 ? board.first(screen) : from + step(event);
      case HOME -> 0;
      case END -> count - 1;
      default -> null;
    };
  }

  private int step(KeyEvent event) {
    return switch (event.getCode()) {
      case LEFT -> -1;
      case RIGHT -> 1;
      case UP -> -grid.columns();
      default -> grid.columns();
    };
  }
}
