package org.wardbeat.station.window;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * Puts a window where it was when there were the same displays, and remembers where it goes. When a
 * display comes or goes the window follows, so that it can always be seen. User-interface thread
 * only.
 */
public final class WindowMemory {
  private static final Duration SETTLED = Duration.seconds(1);

  private final WindowFile file;
  private final String window;
  private final Supplier<DisplaySetup> displays;
  private final Function<DisplaySetup, WindowPlace> usual;
  private final PauseTransition settled = new PauseTransition(SETTLED);

  /**
   * @param file where places are kept
   * @param disk where that is written
   */
  public WindowMemory(Path file, Executor disk) {
    this(file, disk, WindowDisplay::present);
  }

  WindowMemory(Path file, Executor disk, Supplier<DisplaySetup> displays) {
    this(new WindowFile(file, disk), "", displays, DisplaySetup::usual);
  }

  private WindowMemory(
      WindowFile file,
      String window,
      Supplier<DisplaySetup> displays,
      Function<DisplaySetup, WindowPlace> usual) {
    this.file = file;
    this.window = window;
    this.displays = displays;
    this.usual = usual;
  }

  /** That of a second window, which usually is on a display where the first is not. */
  public WindowMemory beside(Stage first) {
    return new WindowMemory(file, "second-", displays, setup -> setup.beside(placeOf(first)));
  }

  /** Places a window, and follows it from then on until it is closed. */
  public void follow(Stage stage) {
    place(stage);
    InvalidationListener otherDisplays = _ -> place(stage);
    Screen.getScreens().addListener(otherDisplays);
    settled.setOnFinished(_ -> remember(stage));
    InvalidationListener moved = _ -> settled.playFromStart();
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
    stage.addEventHandler(
        WindowEvent.WINDOW_HIDDEN,
        _ -> {
          Screen.getScreens().removeListener(otherDisplays);
          settled.setOnFinished(null);
        });
  }

  /** To where it was with these displays, or to its usual place. */
  void place(Stage stage) {
    DisplaySetup setup = displays.get();
    WindowPlace place =
        file.place(window + setup.key()).map(setup::fit).orElseGet(() -> usual.apply(setup));
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }

  /** Where it is now; a window that is minimised or covers a screen comes back to where it was. */
  void remember(Stage stage) {
    if (!stage.isIconified() && !stage.isFullScreen()) {
      file.keep(window + displays.get().key(), placeOf(stage));
    }
  }

  private static WindowPlace placeOf(Stage stage) {
    return new WindowPlace(
        (int) stage.getX(),
        (int) stage.getY(),
        Math.max(1, (int) stage.getWidth()),
        Math.max(1, (int) stage.getHeight()));
  }
}
