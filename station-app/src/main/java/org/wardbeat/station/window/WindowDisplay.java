package org.wardbeat.station.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/** Which display a window is on. User-interface thread only. */
public final class WindowDisplay {
  private WindowDisplay() {}

  /**
   * Names the display that shows most of a window, by its place, its size and the scale with which
   * the window is drawn; another scale is another name.
   */
  public static String of(Window window) {
    WindowPlace place =
        new WindowPlace(
            (int) window.getX(),
            (int) window.getY(),
            Math.max(1, (int) window.getWidth()),
            Math.max(1, (int) window.getHeight()));
    return present().showing(place).withScale(window.getRenderScaleX()).words();
  }

  /** The displays there are now. */
  static DisplaySetup present() {
    List<DisplaySetup.Display> all = new ArrayList<>();
    all.add(display(Screen.getPrimary()));
    for (Screen screen : Screen.getScreens()) {
      if (!screen.equals(Screen.getPrimary())) {
        all.add(display(screen));
      }
    }
    return new DisplaySetup(all);
  }

  private static DisplaySetup.Display display(Screen screen) {
    Rectangle2D bounds = screen.getVisualBounds();
    return new DisplaySetup.Display(
        (int) bounds.getMinX(),
        (int) bounds.getMinY(),
        (int) bounds.getWidth(),
        (int) bounds.getHeight(),
        screen.getOutputScaleX());
  }
}
