package org.wardbeat.render.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.toolkit.StartedToolkit;

/** The page on a real scene, on JavaFX's headless platform. */
class SweepPageTest {

  private static final double PAGE_X = 7;
  private static final double PAGE_Y = 13;

  private double seconds = 3;
  private final PlayoutClock clock =
      new PlayoutClock(() -> SweepFixture.micros(seconds), Duration.ZERO);
  private final SampleRing ring = SweepFixture.ring(250, 15, t -> 0.6 * Math.sin(2 * Math.PI * t));
  private final SweepPage page = new SweepPage(new SweepScale(4, 25), SweepStyle.DESK);
  private final Sweep sweep = page.addSweep(clock);
  private final Pane root = new Pane(page);
  private final Lane lane = sweep.addLane(SweepFixture.GREEN, Amplitude.Calibrated.ecg(100, 0, 10));
  private @Nullable Stage stage;

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    StartedToolkit.await();
  }

  @BeforeEach
  void show() throws Exception {
    page.setManaged(false);
    page.resizeRelocate(PAGE_X, PAGE_Y, 400, 120);
    lane.setBounds(6, 10, 380, 100);
    lane.setRing(ring);
    lane.setMode(LaneMode.TRACE);
    onStage(
        window -> {
          window.setScene(new Scene(root, 450, 150, Color.BLACK));
          window.show();
        });
  }

  @AfterEach
  void close() throws Exception {
    onStage(Stage::close);
  }

  private static <T> T fx(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private void onStage(Consumer<Stage> action) throws Exception {
    fx(
        () -> {
          Stage window = stage;
          if (window == null) {
            window = new Stage();
            stage = window;
          }
          action.accept(window);
          return true;
        });
  }

  private void run(double to) throws Exception {
    fx(
        () -> {
          while (seconds < to) {
            seconds += 0.016;
            page.pulse((long) (seconds * 1e9));
          }
          return true;
        });
  }

  private WritableImage picture(double scale) throws Exception {
    return fx(
        () -> {
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setFill(Color.BLACK);
          parameters.setTransform(Transform.scale(scale, scale));
          return root.snapshot(parameters, null);
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.25, 1.5, 2})
  void showsThePixelsOfTheSweepUnblurredAtAnyScale(double scale) throws Exception {
    renderAt(scale);
    run(8);
    assertShowsTheSweep(scale);
  }

  @Test
  void isRedrawnWhenTheScaleChangesWhileItRuns() throws Exception {
    renderAt(1.5);
    run(7);
    renderAt(1.25);
    run(7.01);
    assertShowsTheSweep(1.25);
    renderAt(2);
    run(8);
    assertShowsTheSweep(2);
  }

  private void renderAt(double scale) throws Exception {
    onStage(
        window -> {
          window.setRenderScaleX(scale);
          window.setRenderScaleY(scale);
        });
  }

  private void assertShowsTheSweep(double scale) throws Exception {
    WritableImage picture = picture(scale);

    SweepFixture expected = new SweepFixture(scale, 25);
    Lane same = expected.lane(6, 10, 380, 100, ring);
    same.setAmplitude(Amplitude.Calibrated.ecg(100, 0, 10));
    expected.pulse(seconds);
    int atX = (int) Math.rint(PAGE_X * scale);
    int atY = (int) Math.rint(PAGE_Y * scale);
    int painted = 0;
    for (int x = 0; x < expected.surface.width(); x++) {
      for (int y = 0; y < expected.surface.height(); y++) {
        int pixel = expected.surface.argb(x, y);
        int shown = picture.getPixelReader().getArgb(atX + x, atY + y);
        assertThat(shown & 0xffffff).as("%d, %d", x, y).isEqualTo(pixel & 0xffffff);
        painted += pixel == 0 ? 0 : 1;
      }
    }
    assertThat(painted).isGreaterThan(500);
  }

  @Test
  void staysOnWholePixelsWhereverItIsMoved() throws Exception {
    run(8);
    int[] before = pixels(picture(1), 7, 13);
    onStage(window -> page.relocate(20.4, 9.7));
    fx(
        () -> {
          page.pulse((long) (seconds * 1e9));
          return true;
        });

    assertThat(pixels(picture(1), 20, 10)).isEqualTo(before);
  }

  private static int[] pixels(WritableImage picture, int x, int y) {
    int[] pixels = new int[400 * 120];
    picture
        .getPixelReader()
        .getPixels(x, y, 400, 120, PixelFormat.getIntArgbInstance(), pixels, 0, 400);
    return pixels;
  }

  @Test
  void paintsNothingWhileTheWindowIsHidden() throws Exception {
    run(5);
    long painted = sweep.paintedMicros();
    onStage(Stage::hide);
    run(7);
    assertThat(sweep.paintedMicros()).isEqualTo(painted);

    onStage(Stage::show);
    run(7.1);
    assertThat(sweep.paintedMicros()).isGreaterThan(SweepFixture.micros(7));
  }

  @Test
  void paintsNothingWhileItOrAParentIsInvisible() throws Exception {
    run(5);
    long painted = sweep.paintedMicros();
    onStage(window -> root.setVisible(false));
    run(6);
    assertThat(sweep.paintedMicros()).isEqualTo(painted);
  }

  @Test
  void paintsNothingWhileMinimised() throws Exception {
    run(5);
    long painted = sweep.paintedMicros();
    onStage(window -> window.setIconified(true));
    run(6);
    assertThat(sweep.paintedMicros()).isEqualTo(painted);
  }

  @Test
  void followsAResizeWithAFullPicture() throws Exception {
    run(8);
    onStage(
        window -> {
          page.resize(300, 90);
          lane.setBounds(0, 0, 300, 90);
          lane.setAmplitude(new Amplitude.Calibrated(100, 0, 10, 0.5));
        });
    run(8.02);
    WritableImage picture = picture(1);

    int blank = 0;
    for (int x = 10; x < 300; x++) {
      boolean found = false;
      for (int y = 0; y < 90; y++) {
        int shown = picture.getPixelReader().getArgb((int) PAGE_X + x, (int) PAGE_Y + y);
        found |= (shown & 0xffffff) != 0;
      }
      blank += found ? 0 : 1;
    }
    assertThat(blank).isBetween(18, 28);
  }

  @Test
  void aRemovedLaneIsGone() throws Exception {
    run(5);
    onStage(window -> sweep.removeLane(lane));
    run(5.1);
    WritableImage picture = picture(1);

    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 120; y++) {
        int shown = picture.getPixelReader().getArgb((int) PAGE_X + x, (int) PAGE_Y + y);
        assertThat(shown & 0xffffff).isZero();
      }
    }
  }

  @Test
  void aPageWithoutASizeIsHarmless() throws Exception {
    onStage(window -> page.resize(0, 0));
    run(5);

    assertThat(page.getChildrenUnmodifiable()).hasSize(1);
  }
}
