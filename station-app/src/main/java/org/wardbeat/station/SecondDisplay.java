package org.wardbeat.station;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.overview.OverviewScreen;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.theme.Theme;
import org.wardbeat.station.window.WindowMemory;

/**
 * The station's second window, which is there while the beds are arranged on two screens. Who
 * closes it has all beds on the first again, and so has who takes its display away, until that is
 * back: no bed is ever on a screen that is not there. User-interface thread only.
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

  private record Open(Stage stage, OverviewScreen screen) {}

  private final Board board;
  private final Supplier<OverviewScreen> maker;
  private final InvalidationListener otherScreens;
  private Optional<WindowMemory> memory = Optional.empty();
  private @Nullable Stage first;
  private @Nullable Open open;

  /**
   * @param board where each bed is
   * @param maker makes what the window shows
   */
  SecondDisplay(Board board, Supplier<OverviewScreen> maker) {
    this.board = board;
    this.maker = maker;
    this.otherScreens = _ -> board.seeScreens(Screen.getScreens().size());
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

  /**
   * Follows the first window; with it the second closes, and is there again at the next start.
   *
   * @param windows remembers where that one is; empty where windows have no place
   */
  void follow(Stage firstWindow, Optional<WindowMemory> windows) {
    first = firstWindow;
    memory = windows;
    board.seeScreens(Screen.getScreens().size());
    Screen.getScreens().addListener(otherScreens);
    firstWindow.addEventHandler(
        WindowEvent.WINDOW_HIDDEN,
        _ -> {
          Screen.getScreens().removeListener(otherScreens);
          first = null;
          close();
        });
  }

  void pulse(long pulseNanos, long nowNanos) {
    boolean wanted = board.displays() > 1;
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
    OverviewScreen screen = maker.get();
    Stage stage = new Stage();
    Scene scene = new Scene(screen, WIDTH, HEIGHT, Color.web("#05070A"));
    List<String> _ = Theme.applyTo(scene); // the first display tells what is missing
    stage.setTitle(firstWindow.getTitle() + " 2");
    stage.setScene(scene);
    memory.ifPresent(windows -> windows.beside(firstWindow).follow(stage));
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> closed(stage));
    stage.show();
    return new Open(stage, screen);
  }

  private void closed(Stage stage) {
    if (open != null && open.stage.equals(stage)) {
      open = null;
      board.loseSecondScreen();
    }
  }

  /** Makes what the window shows anew, should it be open. */
  void remake() {
    if (open != null) {
      OverviewScreen next = maker.get();
      next.follow(open.screen);
      open.stage.getScene().setRoot(next);
      open = new Open(open.stage, next);
    }
  }

  void showFailure(String clock) {
    if (open != null) {
      open.screen.showFailure(clock);
    }
  }

  /** Whether somebody is at something there that would be lost if it were made anew. */
  boolean isBusy() {
    return open != null && open.screen.isBusy();
  }

  /** Closes the window, should it be open; how the beds are arranged stays. */
  void close() {
    Open was = open;
    open = null;
    if (was != null) {
      was.stage.close();
    }
  }
}
