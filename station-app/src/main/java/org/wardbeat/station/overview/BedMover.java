package org.wardbeat.station.overview;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.wire.ward.BedId;

/**
 * Has beds change places, dragged by mouse or finger. Only while this bar says so: nobody moves a
 * bed by accident. User-interface thread only.
 */
final class BedMover extends HBox {
  /** Its height in px. */
  static final double HEIGHT = 56;

  /** How far a finger trembles, in px. */
  private static final double TREMBLE = 10;

  private final Board board;
  private final BedGrid grid;
  private @Nullable BedId carried;
  private double pressedX;
  private double pressedY;
  private boolean dragged;

  BedMover(Words words, Board board, BedGrid grid) {
    this.board = board;
    this.grid = grid;
    setId("move-bar");
    getStyleClass().addAll("side-panel", "move-bar");
    Label how = PanelStyles.label("move-words", "panel-note");
    how.setText(words.text("arrange.moving"));
    how.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(how, Priority.ALWAYS);
    Button done = new Button(words.text("arrange.done"));
    done.setId("move-done");
    done.getStyleClass().setAll("panel-button");
    done.setMinWidth(USE_PREF_SIZE);
    done.setOnAction(_ -> show(false));
    getChildren().addAll(how, done);
    setVisible(false);
    grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    grid.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    grid.addEventHandler(MouseEvent.MOUSE_RELEASED, this::drop);
  }

  /** Begins or ends that beds can be moved. */
  void show(boolean moving) {
    setVisible(moving);
    carried = null;
    grid.mark(null);
  }

  boolean isMoving() {
    return isVisible();
  }

  /** Whether what the mouse did last was to carry a bed, so that it is no click. */
  boolean hasDragged() {
    return dragged;
  }

  private void press(MouseEvent event) {
    dragged = false;
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    carried = isMoving() && primary ? grid.bedAt(event.getX(), event.getY()) : null;
    pressedX = event.getX();
    pressedY = event.getY();
  }

  private void drag(MouseEvent event) {
    double far = Math.hypot(event.getX() - pressedX, event.getY() - pressedY);
    if (carried != null && (dragged || far > TREMBLE)) {
      dragged = true;
      grid.mark(grid.bedAt(event.getX(), event.getY()));
    }
  }

  private void drop(MouseEvent event) {
    BedId from = carried;
    BedId to = grid.bedAt(event.getX(), event.getY());
    carried = null;
    grid.mark(null);
    if (dragged && from != null && to != null && !from.equals(to)) {
      board.swap(from, to);
    }
  }
}
