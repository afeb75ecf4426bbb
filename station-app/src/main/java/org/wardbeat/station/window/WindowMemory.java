package org.wardbeat.station.window;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a window where it was when there were the same displays, and remembers where it goes. When a
 * display comes or goes the window follows, so that it can always be seen. A file that cannot be
 * read or written costs no more than that. User-interface thread only.
 */
public final class WindowMemory {
  private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
  private static final int MOST_SETUPS = 50;
  private static final Duration SETTLED = Duration.seconds(1);

  private final Path file;
  private final Executor disk;
  private final Supplier<DisplaySetup> displays;
  private final PauseTransition settled = new PauseTransition(SETTLED);

  /**
   * @param file where places are kept
   * @param disk where that is written
   */
  public WindowMemory(Path file, Executor disk) {
    this(file, disk, WindowMemory::present);
  }

  WindowMemory(Path file, Executor disk, Supplier<DisplaySetup> displays) {
    this.file = file;
    this.disk = disk;
    this.displays = displays;
  }

  private static DisplaySetup present() {
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

  /** Places a window, and follows it from then on. */
  public void follow(Stage stage) {
    place(stage);
    Screen.getScreens().addListener((InvalidationListener) _ -> place(stage));
    settled.setOnFinished(_ -> remember(stage));
    InvalidationListener moved = _ -> settled.playFromStart();
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
  }

  /** To where it was with these displays, or covering the primary one. */
  void place(Stage stage) {
    DisplaySetup setup = displays.get();
    WindowPlace place =
        Optional.ofNullable(read().getProperty(setup.key()))
            .flatMap(WindowPlace::ofWords)
            .map(setup::fit)
            .orElse(setup.usual());
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
  }

  /** Where it is now; a window that is minimised or covers a screen comes back to where it was. */
  void remember(Stage stage) {
    if (stage.isIconified() || stage.isFullScreen()) {
      return;
    }
    WindowPlace place =
        new WindowPlace(
            (int) stage.getX(),
            (int) stage.getY(),
            Math.max(1, (int) stage.getWidth()),
            Math.max(1, (int) stage.getHeight()));
    String key = displays.get().key();
    disk.execute(() -> write(key, place));
  }

  private Properties read() {
    Properties known = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("Where windows were cannot be read from {}", file, e);
      }
    }
    return known;
  }

  private void write(String key, WindowPlace place) {
    Properties known = read();
    if (known.size() >= MOST_SETUPS && !known.containsKey(key)) {
      known.clear();
    }
    known.setProperty(key, place.words());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".new");
      try (Writer writer = Files.newBufferedWriter(next)) {
        known.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("Where the window is cannot be written to {}", file, e);
    }
  }
}
