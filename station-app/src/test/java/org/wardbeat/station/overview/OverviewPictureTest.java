package org.wardbeat.station.overview;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class OverviewPictureTest {
  @BeforeAll
  static void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 16, 32, 64})
  void showsEveryLayout(int beds) {
    FakeWard ward = FakeWard.still(beds);
    ward.feed();
    try (Window window = Window.open(ward, 1920, 1080)) {
      window.pulse();
      window.pulse();
      window.save("beds-" + beds);
    }
  }

  @Test
  void small() {
    for (int beds : new int[] {1, 4, 8, 16, 32, 64}) {
      FakeWard ward = FakeWard.still(beds);
      ward.feed();
      try (Window window = Window.open(ward, 1280, 720)) {
        window.pulse();
        window.pulse();
        window.save("small-" + beds);
      }
    }
  }
}
