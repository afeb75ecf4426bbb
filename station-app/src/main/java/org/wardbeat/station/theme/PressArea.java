package org.wardbeat.station.theme;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/**
 * A region that does something when it is pressed, by mouse, by touch or by a screen reader; for
 * places where a button's own looks would stand in the way. User-interface thread only.
 */
public class PressArea extends Region {
  private final Runnable action;

  /**
   * @param action what it does; the press goes no further
   */
  public PressArea(Runnable action) {
    this.action = action;
    setAccessibleRole(AccessibleRole.BUTTON);
    setManaged(false);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            action.run();
          }
        });
  }

  @Override
  public final void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
    if (wanted == AccessibleAction.FIRE) {
      action.run();
    } else {
      super.executeAccessibleAction(wanted, parameters);
    }
  }
}
