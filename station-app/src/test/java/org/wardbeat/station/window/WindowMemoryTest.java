package org.wardbeat.station.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.window.DisplaySetup.Display;

class WindowMemoryTest {
  private static final Display DESK = new Display(0, 0, 1920, 1080, 1);
  private static final Display SECOND = new Display(1920, 0, 2560, 1440, 1.25);
  private static final DisplaySetup ONE = new DisplaySetup(List.of(DESK));
  private static final DisplaySetup TWO = new DisplaySetup(List.of(DESK, SECOND));

  @TempDir Path folder;
  private DisplaySetup displays = TWO;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private WindowMemory memory() {
    return new WindowMemory(folder.resolve("windows.properties"), Runnable::run, () -> displays);
  }

  private static WindowPlace onFx(Consumer<Stage> action) throws Exception {
    CompletableFuture<WindowPlace> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          Stage stage = new Stage();
          action.accept(stage);
          done.complete(
              new WindowPlace(
                  (int) stage.getX(),
                  (int) stage.getY(),
                  (int) stage.getWidth(),
                  (int) stage.getHeight()));
        });
    return done.get(60, TimeUnit.SECONDS);
  }

  private void moveTo(int x, int y, int width, int height) throws Exception {
    onFx(
        stage -> {
          stage.setX(x);
          stage.setY(y);
          stage.setWidth(width);
          stage.setHeight(height);
          memory().remember(stage);
        });
  }

  @Test
  void aWindowComesBackToWhereItWasWithTheSameDisplays() throws Exception {
    moveTo(2000, 100, 1600, 900);
    displays = ONE;
    assertThat(onFx(memory()::place)).isEqualTo(ONE.usual());
    moveTo(50, 60, 1280, 720);
    displays = new DisplaySetup(List.of(SECOND, DESK));
    assertThat(onFx(memory()::place)).isEqualTo(new WindowPlace(2000, 100, 1600, 900));
    displays = ONE;
    assertThat(onFx(memory()::place)).isEqualTo(new WindowPlace(50, 60, 1280, 720));
  }

  @Test
  void theSecondWindowIsWhereTheFirstIsNotUntilItIsMoved() throws Exception {
    Stage first = firstAt(50, 60);
    assertThat(onFx(stage -> memory().beside(first).place(stage)))
        .isEqualTo(new WindowPlace(1920, 0, 2560, 1440));
    onFx(
        stage -> {
          stage.setX(2000);
          stage.setY(100);
          stage.setWidth(1600);
          stage.setHeight(900);
          memory().beside(first).remember(stage);
        });
    moveTo(50, 60, 1280, 720);
    assertThat(onFx(stage -> memory().beside(first).place(stage)))
        .isEqualTo(new WindowPlace(2000, 100, 1600, 900));
    assertThat(onFx(memory()::place)).isEqualTo(new WindowPlace(50, 60, 1280, 720));
  }

  @Test
  void theSecondWindowIsSeenOnTheDisplayThatIsLeft() throws Exception {
    Stage first = firstAt(2000, 60);
    assertThat(onFx(stage -> memory().beside(first).place(stage))).isEqualTo(TWO.usual());
    displays = ONE;
    assertThat(onFx(stage -> memory().beside(first).place(stage)))
        .isEqualTo(new WindowPlace(640, 60, 1280, 720));
  }

  private static Stage firstAt(int x, int y) throws Exception {
    CompletableFuture<Stage> made = new CompletableFuture<>();
    onFx(
        stage -> {
          stage.setX(x);
          stage.setY(y);
          stage.setWidth(1280);
          stage.setHeight(720);
          made.complete(stage);
        });
    return made.get();
  }

  @Test
  void anotherScaleIsAnotherSetUp() {
    DisplaySetup scaled = new DisplaySetup(List.of(new Display(0, 0, 1920, 1080, 1.5)));
    assertThat(scaled.key()).isNotEqualTo(ONE.key());
  }

  @ParameterizedTest
  @CsvSource({
    // place, seen at
    "100 50 1280 720, 100 50 1280 720",
    "-40 -40 1280 720, 0 0 1280 720",
    "0 0 4000 3000, 0 0 1920 1080",
    "1800 900 1280 720, 640 360 1280 720",
    "9000 9000 1280 720, 0 0 1920 1080"
  })
  void aWindowCanAlwaysBeSeen(String place, String seen) {
    assertThat(ONE.fit(WindowPlace.ofWords(place).orElseThrow()).words()).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({"''", "1 2 3", "1 2 0 4", "a b c d", "1 2 3 99999999"})
  void whatIsNoPlaceIsIgnored(String words) throws Exception {
    assertThat(WindowPlace.ofWords(words)).isEmpty();
    Files.writeString(
        folder.resolve("windows.properties"), TWO.key().replace(":", "\\:") + "=" + words);
    assertThat(onFx(memory()::place)).isEqualTo(TWO.usual());
  }

  @Test
  void aFileThatCannotBeReadOrWrittenCostsNoMoreThanThat() throws Exception {
    makeUnusable();
    moveTo(50, 60, 1280, 720);
    assertThat(onFx(memory()::place)).isEqualTo(TWO.usual());
  }

  private void makeUnusable() throws IOException {
    Files.createDirectories(folder.resolve("windows.properties").resolve("in-the-way"));
  }
}
