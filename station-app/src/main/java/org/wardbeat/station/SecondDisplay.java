package org.wardbeat.station;

import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.screen.LiveScreen;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.theme.Theme;

/**
 * The station's second window, which is there while the beds are arranged on two screens. Who
 * closes it has all beds on the first again: no bed is ever on a screen that is not there.
 * User-interface thread only.
 */
final class SecondDisplay {
  private static final double WIDTH = 1_280;
  private static final double HEIGHT = 720;

  /** What is painted is measured at the first window. */
  static final PaintMetrics UNMEASURED =
      new PaintMetrics() {
        @Override
        public void pulse(long nowNanos) {}

        @Override
        public void painted(long decodedNanos) {}
      };

  private record Open(Stage stage, LiveScreen screen) {}

  private final Board board;
  private final Supplier<LiveScreen> maker;
  private @Nullable Stage first;
  private @Nullable Open open;

  /**
   * @param board where each bed is
   * @param maker makes what the window shows
   */
  SecondDisplay(Board board, Supplier<LiveScreen> maker) {
    this.board = board;
    this.maker = maker;
  }

  /** The same sound, of which the first window alone says what it is to be. */
  static SoundControl silent(SoundControl sound) {
    return new SoundControl() {
      @Override
      public void demand(SoundDemand demand) {}

      @Override
      public void test() {
        sound.test();
      }

      @Override
      public SoundState state() {
        return sound.state();
      }
    };
  }

  /** The first window; with it the second closes. */
  void follow(Stage firstWindow) {
    first = firstWindow;
    firstWindow.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> close());
  }

  void pulse(long pulseNanos, long nowNanos) {
    boolean wanted = board.arrangement().displays() > 1;
    if (wanted && open == null && first != null) {
      open = open(first);
    } else if (!wanted) {
      close();
    }
    if (open != null) {
      open.screen.pulse(pulseNanos, nowNanos);
    }
  }

  private Open open(Stage firstWindow) {
    LiveScreen screen = maker.get();
    Stage stage = new Stage();
    Scene scene = new Scene(screen.node(), WIDTH, HEIGHT, Color.web("#05070A"));
    Theme.applyTo(scene);
    stage.setTitle(firstWindow.getTitle() + " 2");
    stage.setScene(scene);
    Rectangle2D free = freeScreen(firstWindow);
    if (free != null) {
      stage.setX(free.getMinX());
      stage.setY(free.getMinY());
      stage.setWidth(free.getWidth());
      stage.setHeight(free.getHeight());
    }
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed(stage));
    stage.show();
    return new Open(stage, screen);
  }

  /** The room on a screen where the first window is not, null if there is none. */
  private static @Nullable Rectangle2D freeScreen(Stage firstWindow) {
    return Screen.getScreens().stream()
        .filter(
            screen ->
                !screen
                    .getBounds()
                    .contains(
                        firstWindow.getX() + firstWindow.getWidth() / 2,
                        firstWindow.getY() + firstWindow.getHeight() / 2))
        .map(Screen::getVisualBounds)
        .findFirst()
        .orElse(null);
  }

  private void closed(Stage stage) {
    if (open != null && open.stage.equals(stage)) {
      open = null;
      board.arrange(board.arrangement().withDisplays(1));
    }
  }

  /** Makes what the window shows anew, should it be open. */
  void remake() {
    if (open != null) {
      LiveScreen next = maker.get();
      open.stage.getScene().setRoot(next.node());
      open = new Open(open.stage, next);
    }
  }

  void showFailure(String clock) {
    if (open != null) {
      open.screen.showFailure(clock);
    }
  }

  /** Closes the window, should it be open. */
  void close() {
    if (open != null) {
      open.stage.close();
    }
  }
}
