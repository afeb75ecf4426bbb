package org.wardbeat.station.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.Pictures;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** The millimetre grid, pixel by pixel, on displays of several scales. */
class WaveBackdropTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 300;
  private static final double PX_PER_MM = 3.78;
  private static final int FINE = 0xFF10181D;
  private static final int COARSE = 0xFF1F2B33;
  private static final int BLACK = 0xFF000000;

  private final WaveBackdrop backdrop = new WaveBackdrop();
  private final Pane root = new Pane(backdrop);
  private Stage stage = onFx(Stage::new);

  /** Pixels of one colour in a row or column, {@code to} being the first of another. */
  private record Line(int from, int to) {}

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void show() {
    onFx(
        () -> {
          backdrop.resizeRelocate(7, 13, WIDTH, HEIGHT);
          WaveformChannel ecg = new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV");
          backdrop.show(
              List.of(new LanePlace(0, ecg, 0, HEIGHT)), List.of(10.0), PX_PER_MM, true, true);
          root.setStyle("-fx-background-color: black");
          stage.setScene(new Scene(root, 640, 330));
          stage.show();
          return true;
        });
  }

  @AfterEach
  void close() {
    onFx(
        () -> {
          stage.close();
          return true;
        });
  }

  private static <T> T onFx(Callable<T> task) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(task.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Of the window on a display of a scale, from the backdrop's corner on. */
  private int[] picture(double scale) {
    return onFx(
        () -> {
          stage.setRenderScaleX(scale);
          stage.setRenderScaleY(scale);
          root.layout();
          SnapshotParameters asShown = new SnapshotParameters();
          asShown.setFill(Color.BLACK);
          asShown.setTransform(Transform.scale(scale, scale));
          asShown.setViewport(
              new Rectangle2D(
                  Math.rint(7 * scale), Math.rint(13 * scale), WIDTH * scale, HEIGHT * scale));
          int[] shown = Pictures.pixels(root.snapshot(asShown, null));
          return Arrays.stream(shown).map(WaveBackdropTest::colour).toArray();
        });
  }

  /** The colour of the grid that it is, but for what rounding does; half covered it is none. */
  private static int colour(int pixel) {
    return IntStream.of(FINE, COARSE, BLACK)
        .filter(each -> Math.abs((each & 0xFF) - (pixel & 0xFF)) <= 1)
        .findFirst()
        .orElse(pixel);
  }

  private static List<Line> lines(int length, IntUnaryOperator pixel) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= length; at++) {
      boolean ends = at == length || pixel.applyAsInt(at) != pixel.applyAsInt(from);
      if (ends && pixel.applyAsInt(from) != BLACK) {
        lines.add(new Line(from, at));
      }
      from = ends ? at : from;
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1.25, 1", "1.5, 2", "1.75, 2", "2, 2"})
  void aMillimetreIsAMillimetreInSharpLinesAtAnyScale(double scale, int hair) {
    int[] picture = picture(scale);

    int wide = (int) (WIDTH * scale);
    int high = (int) (HEIGHT * scale);
    int freeRow = (int) Math.rint(2 * PX_PER_MM * scale) + hair + 1;
    int freeColumn = (int) Math.rint((1 + 40 * PX_PER_MM) * scale) + hair;
    int[] across = Arrays.copyOfRange(picture, freeRow * wide, (freeRow + 1) * wide);
    assertMillimetres(lines(wide - hair - 1, at -> across[at]), across, scale, hair, scale);
    int[] down = new int[high];
    Arrays.setAll(down, at -> picture[at * wide + freeColumn]);
    assertMillimetres(lines(high, at -> down[at]), down, scale, hair, 0);
  }

  private static void assertMillimetres(
      List<Line> lines, int[] pixels, double scale, int hair, double origin) {
    assertThat(lines).hasSizeGreaterThan(70);
    for (int mm = 0; mm < lines.size() - 1; mm++) {
      Line line = lines.get(mm);
      assertThat(pixels[line.from()]).as("%d mm", mm).isEqualTo(mm % 5 == 0 ? COARSE : FINE);
      assertThat(line.to() - line.from()).as("width at %d mm", mm).isEqualTo(hair);
      assertThat((double) line.from())
          .as("place of %d mm", mm)
          .isCloseTo(origin + mm * PX_PER_MM * scale, within(0.5001));
    }
  }

  @Test
  void followsTheScaleOfTheDisplay() {
    int[] first = picture(1.25);
    picture(1.5);
    int[] again = picture(1.25);

    assertThat(again).isEqualTo(first);
  }
}
