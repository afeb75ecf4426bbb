package org.wardbeat.station.overview;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;

class OverviewPictureTest {
  @BeforeAll
  static void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1920,1080",
    "4,1920,1080",
    "8,1920,1080",
    "16,1920,1080",
    "32,1920,1080",
    "64,1920,1080",
    "16,1280,720",
    "64,1280,720",
    "8,1280,720",
    "16,3840,2160"
  })
  void showsEveryLayout(int beds, int width, int height) {
    FakeWard ward = FakeWard.still(beds);
    ward.advance(Duration.ofSeconds(60));
    ward.feed();
    mix(ward, beds);
    try (Window window = Window.open(ward, width, height)) {
      window.pulse();
      window.pulse();
      window.pulse();
      window.save("beds-%d-%d".formatted(beds, width));
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.pulse();
      window.pulse();
      window.save("beds-%d-%d-offline".formatted(beds, width));
    }
  }

  private static void mix(FakeWard ward, int beds) {
    long now = ward.bridgeNowMicros();
    if (beds < 8) {
      return;
    }
    ward.silence(1, now - 7_400_000);
    ward.silence(2, now - 14_400_000);
    ward.silence(3, now - 38_400_000);
    ward.change(4, FakeWard.status(new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 14)));
    ward.change(5, FakeWard.status(new DeviceStatus(false, Set.of(), -1)));
    ward.change(6, FakeWard.status(new DeviceStatus(true, Set.of(), 8)));
    ward.change(7, FakeWard::empty);
    ward.setSimulated(true);
  }
}
