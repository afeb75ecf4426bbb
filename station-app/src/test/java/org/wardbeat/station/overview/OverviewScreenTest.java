package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;

/** What stands on the scene graph, and whether it fits. */
class OverviewScreenTest {
  private static final DeviceStatus LEADS_OFF =
      new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward(int beds) {
    FakeWard ward = FakeWard.still(beds);
    ward.feed();
    return ward;
  }

  private static Window open(FakeWard ward) {
    return open(ward, 1920, 1080);
  }

  private static Window open(FakeWard ward, int width, int height) {
    Window window = Window.open(ward, width, height);
    window.settle();
    return window;
  }

  /** Beds in all the states there are, in the first row of the page and the second. */
  private static FakeWard mixed(int beds) {
    FakeWard ward = ward(beds);
    ward.advance(Duration.ofSeconds(60));
    ward.feed();
    long now = ward.bridgeNowMicros();
    ward.silence(1, now - 7_400_000);
    ward.silence(2, now - 14_400_000);
    ward.silence(3, now - 38_400_000);
    ward.change(4, FakeWard.status(LEADS_OFF));
    ward.change(5, FakeWard.status(new DeviceStatus(false, Set.of(), -1)));
    ward.change(6, FakeWard.status(new DeviceStatus(true, Set.of(), 8)));
    ward.change(7, FakeWard::empty);
    ward.setSimulated(true);
    return ward;
  }

  @Test
  void showsTheNumbersOfABed() {
    try (Window window = open(ward(16))) {
      assertThat(window.text("#bed-407-hr")).isEqualTo("102");
      assertThat(window.text("#bed-407-spo2")).isEqualTo("94");
      assertThat(window.text("#bed-407-rr")).isEqualTo("18");
      assertThat(window.text("#bed-407-temp")).isEqualTo("37.1");
      assertThat(window.text("#bed-407-nibp")).isEqualTo("126/67");
      assertThat(window.text("#bed-407-nibp-time")).isEqualTo("09:15");
      assertThat(window.text("#bed-407-name")).isEqualTo("Haddad, R");
      assertThat(window.text("#link-pill")).isEqualTo("STREAMING · 18 ms");
      assertThat(window.text("#clock")).isEqualTo("09:41:08");
      assertThat(window.text("#unit")).isEqualTo("4 East");
      assertThat(window.accessible("#banner"))
          .isEqualTo("LIVE  16 of 16 monitored beds fresh, oldest value 0.3 s");
    }
  }

  @Test
  void movesInAllSectorsAsTimeGoesOn() {
    FakeWard ward = ward(16);
    try (Window window = open(ward)) {
      int[] before = window.pixels();
      ward.advance(Duration.ofMillis(300));
      ward.feed();
      window.pulse();
      int[] after = window.pixels();
      for (int bed = 0; bed < 16; bed++) {
        int left = 7 + bed % 4 * 478;
        int top = 106 + bed / 4 * 223 + 54;
        assertThat(changed(before, after, left, top, 472, 87)).as("bed %d", bed).isPositive();
      }
    }
  }

  @Test
  void halvesTheGainOfAWaveThatLeavesItsLaneAndSaysSo() {
    FakeWard ward = FakeWard.still(16);
    ward.setPeak(2, 2.6);
    ward.feed();
    try (Window window = open(ward)) {
      ward.advance(Duration.ofSeconds(1));
      ward.feed();
      window.advance(Duration.ofSeconds(1));
      window.settle();
      assertThat(window.text("#bed-403-gain")).isEqualTo("×½");
      assertThat(window.text("#bed-404-gain")).isEmpty();
    }
  }

  private static int changed(int[] before, int[] after, int x, int y, int width, int height) {
    int changed = 0;
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        int at = row * 1920 + column;
        changed += before[at] == after[at] ? 0 : 1;
      }
    }
    return changed;
  }

  @Test
  void showsEveryStateOfABedInWords() {
    try (Window window = open(mixed(16))) {
      assertThat(window.text("#bed-402-message")).isEqualTo("age 7 s");
      assertThat(window.text("#bed-402-wave")).isEqualTo("No wave for 7 s");
      assertThat(window.text("#bed-402-hr")).isEqualTo("67");
      assertThat(window.isDim("#bed-402-hr")).isTrue();
      assertThat(window.text("#bed-403-message")).isEqualTo("!! DATA OLD");
      assertThat(window.text("#bed-403-age")).isEqualTo("age 14 s");
      assertThat(window.text("#bed-403-wave-detail")).isEqualTo("HR 74   SpO₂ 96   RR 14");
      assertThat(window.text("#bed-403-hr")).isEqualTo("---");
      assertThat(window.text("#bed-404-message")).isEqualTo("!!! NO DATA");
      assertThat(window.text("#bed-404-wave")).isEqualTo("NO DATA FROM BED 38 s");
      assertThat(window.text("#bed-405-message")).isEqualTo("! LEADS OFF");
      assertThat(window.text("#bed-405-wave")).isEqualTo("LEADS OFF: RA, LL");
      assertThat(window.text("#bed-405-hr")).isEqualTo("---");
      assertThat(window.isDim("#bed-405-hr")).isFalse();
      assertThat(window.text("#bed-405-pulse")).isEqualTo("88");
      assertThat(window.text("#bed-406-message")).isEqualTo("!!! DEVICE OFF");
      assertThat(window.text("#bed-407-message")).isEqualTo("! BATTERY LOW");
      assertThat(window.text("#bed-408-name")).isEqualTo("Empty");
      assertThat(window.node("#simulated").isVisible()).isTrue();
      window.save("states-16");
    }
  }

  @Test
  void countsTheAgeOn() {
    FakeWard ward = mixed(16);
    try (Window window = open(ward)) {
      ward.advance(Duration.ofSeconds(1));
      window.pulse();
      assertThat(window.text("#bed-402-message")).isEqualTo("age 8 s");
      assertThat(window.text("#bed-403-age")).isEqualTo("age 15 s");
      assertThat(window.text("#bed-404-wave")).isEqualTo("NO DATA FROM BED 39 s");
    }
  }

  @Test
  void takesEverythingAwayWhileTheBridgeIsOutOfReach() {
    FakeWard ward = mixed(16);
    try (Window window = open(ward)) {
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_400_000));
      window.settle();
      assertThat(window.text("#banner-title"))
          .isEqualTo("NOT LIVE — last data 09:41:44 (00:23 ago)");
      assertThat(window.text("#banner-instruction"))
          .isEqualTo(
              "Use the bedside monitors now. No waves, numbers or alarms reach this station.");
      assertThat(window.text("#link-pill")).isEqualTo("OFFLINE");
      assertThat(window.text("#bed-401-wave")).isEqualTo("NOT LIVE");
      assertThat(window.text("#bed-401-hr")).isEqualTo("---");
      assertThat(window.text("#bed-405-message")).isEqualTo("! LEADS OFF");
      assertThat(window.node("#banner").getBoundsInParent().getHeight()).isEqualTo(130);
      window.save("offline-16");
      ward.setLink(Links.streaming());
      window.settle();
      assertThat(window.text("#bed-401-hr")).isEqualTo("60");
      assertThat(window.node("#banner").getBoundsInParent().getHeight()).isEqualTo(44);
    }
  }

  @Test
  void showsTheBannerOfEveryOtherStateOfLinkAndBroker() {
    FakeWard ward = ward(4);
    ward.change(0, FakeWard::unheard);
    long now = ward.bridgeNowMicros();
    try (Window window = open(ward)) {
      ward.setLink(Links.stalled(4, now));
      assertBanner(window, "NO CONTACT 4 s  Numbers on screen are from 09:41:08. | Reconnecting");
      ward.setLink(Links.degraded());
      assertBanner(
          window,
          "SLOW LINK  Waves and numbers show 0.9 s late. Alarms still arrive and are confirmed. | The"
              + " network to the bridge is slow");
      ward.setLink(Links.resuming());
      assertBanner(
          window, "RECONNECTED  3 of 4 beds live again. Alarms are checked from the start.");
      assertThat(window.text("#bed-401-wave")).isEqualTo("NOT LIVE");
      assertThat(window.saying("#bed-402-wave")).isEmpty();
      ward.setLink(Links.brokerLost(now - 23_000_000));
      assertBanner(
          window,
          "NOT LIVE — devices cut off since 09:40:45 (00:23 ago) / Use the bedside monitors now."
              + " The bridge answers, but no device data reaches it.");
      ward.setLink(Links.neverConnected());
      assertBanner(
          window,
          "NOT LIVE — no data since start / Use the bedside monitors now. This station has not"
              + " reached the bridge yet.");
    }
  }

  private static void assertBanner(Window window, String sentence) {
    window.pulse();
    assertThat(window.accessible("#banner")).isEqualTo(sentence);
    assertThat(window.node("#banner").isVisible()).isTrue();
  }

  @Test
  void retriesWhenAsked() {
    FakeWard ward = ward(1);
    try (Window window = open(ward)) {
      ward.setLink(Links.offline(ward.bridgeNowMicros()));
      window.settle();
      Window.onFx(
          () -> {
            ((javafx.scene.control.Button) window.screen().lookup("#retry-now")).fire();
            return true;
          });
      assertThat(ward.retries()).isEqualTo(1);
    }
  }

  @Test
  void saysThatAUnitHasNoBeds() {
    try (Window window = open(ward(0))) {
      assertThat(window.text("#no-beds")).isEqualTo("No beds in this unit. Choose a unit.");
    }
  }

  @Test
  void laysOutAnewWhenTheWindowChangesItsSize() {
    FakeWard ward = ward(16);
    try (Window window = open(ward)) {
      window.resize(1280, 720);
      window.settle();
      assertThat(window.node("#bed-416").getBoundsInParent().getMaxX()).isLessThanOrEqualTo(1266);
      assertThat(window.problems()).isEmpty();
      window.resize(1920, 1080);
      window.settle();
      assertThat(window.node("#bed-416").getBoundsInParent().getMaxX()).isEqualTo(1906);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,1920,1080", "4,1920,1080", "8,1920,1080", "16,1920,1080", "32,1920,1080", "64,1920,1080",
    "1,1280,720", "4,1280,720", "8,1280,720", "16,1280,720", "32,1280,720", "64,1280,720",
    "16,3840,2160", "64,3840,2160"
  })
  void cutsNothingOffAndOverlapsNothing(int beds, int width, int height) {
    FakeWard ward = beds < 8 ? ward(beds) : mixed(beds);
    try (Window window = open(ward, width, height)) {
      assertThat(window.problems()).isEmpty();
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.settle();
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void setsNoTextSmallerThanFifteenPixels() {
    try (Window window = open(mixed(64))) {
      assertThat(window.texts())
          .isNotEmpty()
          .allSatisfy(text -> assertThat(sizeOf(text)).isGreaterThanOrEqualTo(15));
    }
  }

  private static double sizeOf(Text text) {
    return text.getFont().getSize();
  }
}
