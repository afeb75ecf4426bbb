package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Real ECGs whose baseline or beats leave a lane of the usual place and gain. */
class RecordedEcgTest {
  private static final int LEFT = 13;
  private static final int TOP = 106 + 54;
  private static final int WIDTH = 460;
  private static final int HEIGHT = 87;
  private static final int WINDOWS = 12;

  /** Greenish, brighter than the calibration bar and the frame. */
  private static final int WAVE_GREEN = 140;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /** A wave that is cut off leaves paint in the outermost row of its lane. */
  @ParameterizedTest
  @ValueSource(strings = {"119", "200", "208", "203", "105"})
  void liesWithinItsLaneAsAWhole(String record) throws IOException {
    FakeWard ward = FakeWard.still(16);
    ward.play(0, 0, Records.arrhythmia(record, 0, 360 * 120));
    ward.feed();
    try (Window window = Window.open(ward, 1920, 1080)) {
      window.settle();
      for (int i = 0; i < WINDOWS; i++) {
        ward.advance(Duration.ofSeconds(3));
        ward.feed();
        window.advance(Duration.ofSeconds(1));
        window.settle();
        int[] pixels = window.pixels();
        assertThat(painted(pixels, 0)).as("top of window %d", i).isZero();
        assertThat(painted(pixels, HEIGHT - 1)).as("bottom of window %d", i).isZero();
        assertThat(painted(pixels)).as("wave of window %d", i).isGreaterThan(WIDTH);
      }
      window.save("record-" + record);
    }
  }

  private static int painted(int[] pixels) {
    int painted = 0;
    for (int row = 0; row < HEIGHT; row++) {
      painted += painted(pixels, row);
    }
    return painted;
  }

  private static int painted(int[] pixels, int row) {
    int painted = 0;
    for (int x = LEFT; x < LEFT + WIDTH; x++) {
      int argb = pixels[(TOP + row) * 1920 + x];
      int green = argb >> 8 & 0xff;
      boolean isWave = green >= WAVE_GREEN && green > (argb >> 16 & 0xff) + 40;
      painted += isWave ? 1 : 0;
    }
    return painted;
  }
}
