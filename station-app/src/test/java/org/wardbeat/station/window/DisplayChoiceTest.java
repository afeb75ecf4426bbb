package org.wardbeat.station.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.window.DisplayChoice.Display;

class DisplayChoiceTest {
  private static final Display DESK = new Display(new Rectangle2D(0, 0, 1920, 1080), 92);
  private static final Display WALL = new Display(new Rectangle2D(1920, 0, 3840, 2160), 80);
  private static final Display LEFT = new Display(new Rectangle2D(-1280, 0, 1280, 1024), 96);
  private static final List<Display> ALL = List.of(DESK, WALL, LEFT);

  private List<Display> there = ALL;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private DisplayChoice wanted(OptionalInt number) {
    return new DisplayChoice(number, () -> there);
  }

  private static Rectangle2D cover(Stage stage, DisplayChoice choice) throws Exception {
    CompletableFuture<Rectangle2D> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          choice.cover(stage);
          done.complete(
              new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        });
    return done.get(60, TimeUnit.SECONDS);
  }

  private static Stage stage() throws Exception {
    CompletableFuture<Stage> made = new CompletableFuture<>();
    Platform.runLater(() -> made.complete(new Stage()));
    return made.get(60, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 2", "4, 0"})
  void theWindowCoversTheWantedDisplayOrElseThePrimaryOne(int number, int covered)
      throws Exception {
    DisplayChoice choice = wanted(OptionalInt.of(number));
    Stage stage = stage();
    assertThat(cover(stage, choice)).isEqualTo(ALL.get(covered).bounds());
    assertThat(stage.isFullScreen()).isTrue();
    assertThat(choice.dpi()).isEqualTo(ALL.get(covered).dpi());
  }

  @Test
  void withoutAWishItIsThePrimaryOne() throws Exception {
    assertThat(cover(stage(), wanted(OptionalInt.empty()))).isEqualTo(DESK.bounds());
  }

  @Test
  void goesToTheWantedDisplayWhenThatComesAndBackWhenItGoes() throws Exception {
    DisplayChoice choice = wanted(OptionalInt.of(2));
    Stage stage = stage();
    there = List.of(DESK);
    assertThat(cover(stage, choice)).isEqualTo(DESK.bounds());
    there = List.of(DESK, WALL);
    assertThat(cover(stage, choice)).isEqualTo(WALL.bounds());
    assertThat(choice.dpi()).isEqualTo(WALL.dpi());
    there = List.of(DESK);
    assertThat(cover(stage, choice)).isEqualTo(DESK.bounds());
    assertThat(stage.isFullScreen()).isTrue();
  }

  @Test
  void aDisplayThatIsNotThereIsToldWithThoseThatAre() {
    assertThat(wanted(OptionalInt.of(4)).missing(List.of(DESK, WALL)))
        .isEqualTo(
            "Display 4 is wanted, but there are 2 displays (1920 × 1080, 3840 × 2160). "
                + "The window is on the primary one until it comes.");
    assertThat(wanted(OptionalInt.of(2)).missing(List.of(DESK)))
        .startsWith("Display 2 is wanted, but there is 1 display (1920 × 1080).");
  }
}
