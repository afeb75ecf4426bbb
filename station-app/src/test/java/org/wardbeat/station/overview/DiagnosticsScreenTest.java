package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.DeviceStatus;

/** The page for the technician, and the ways to it. */
class DiagnosticsScreenTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /** A ward on a slow link, with beds that are silent and devices that alarm. */
  private static FakeWard degraded() {
    FakeWard ward = FakeWard.still(16);
    ward.feed();
    ward.advance(Duration.ofSeconds(60));
    ward.feed();
    long now = ward.bridgeNowMicros();
    ward.setLink(Links.overHttp());
    ward.silence(3, now - 14_400_000);
    ward.silence(7, now - 7_400_000);
    ward.silence(9, now - 38_400_000);
    ward.change(4, FakeWard::empty);
    ward.change(6, FakeWard.alarming(alarm(AlarmPriority.HIGH, "ASYSTOLE", now, 14)));
    ward.change(
        10,
        FakeWard.alarming(
            alarm(AlarmPriority.MEDIUM, "SpO₂ 86 < 90", now, 38),
            alarm(AlarmPriority.LOW, "PVC 12 > 10 /min", now, 190)));
    ward.change(14, FakeWard.status(new DeviceStatus(true, Set.of(), 14)));
    return ward;
  }

  private static Alarm alarm(AlarmPriority priority, String text, long now, int seconds) {
    long onset = now - seconds * 1_000_000L;
    return Alarm.raised(text, AlarmKind.PHYSIOLOGICAL, priority, null, text, onset, onset);
  }

  private static Window open(FakeWard ward, int width, int height) {
    Window window = Window.open(ward, width, height);
    window.settle();
    return window;
  }

  private static Window openDiagnostics(FakeWard ward, int width, int height) {
    Window window = open(ward, width, height);
    window.press(KeyCode.F12, false);
    window.runForASecond();
    window.settle();
    return window;
  }

  private static void assertPage(Window window, boolean diagnostics) {
    assertThat(window.isShown("#diagnostics")).isEqualTo(diagnostics);
    assertThat(window.isShown("#bed-401")).isEqualTo(!diagnostics);
    assertThat(window.isShown("#banner")).isTrue();
    assertThat(window.isShown("#strip")).isTrue();
  }

  @Test
  void changesThePageByKeys() {
    try (Window window = open(degraded(), 1920, 1080)) {
      assertPage(window, false);
      window.press(KeyCode.F12, false);
      window.settle();
      assertPage(window, true);
      window.press(KeyCode.F12, false);
      assertPage(window, true);
      window.press(KeyCode.ESCAPE, false);
      window.settle();
      assertPage(window, false);
    }
  }

  @Test
  void changesThePageByItsTab() {
    try (Window window = open(degraded(), 1920, 1080)) {
      window.click("#tab-diagnostics");
      assertPage(window, true);
      window.click("#tab-beds");
      assertPage(window, false);
    }
  }

  @Test
  void changesThePageByItsTabWithTheKeyboard() {
    try (Window window = open(degraded(), 1920, 1080)) {
      window.focus("#tab-diagnostics");
      window.press(KeyCode.SPACE, false);
      assertPage(window, true);
    }
  }

  @Test
  void leadsFromTheBannerToTheDetails() {
    try (Window window = open(degraded(), 1920, 1080)) {
      assertThat(window.isShown("#banner-details")).isTrue();
      window.click("#banner-details");
      window.settle();
      assertPage(window, true);
      assertThat(window.isShown("#banner-details")).isFalse();
    }
  }

  @Test
  void offersNoDetailsWhileAllIsWell() {
    FakeWard ward = FakeWard.still(4);
    ward.feed();
    try (Window window = open(ward, 1920, 1080)) {
      assertThat(window.isShown("#banner-details")).isFalse();
    }
  }

  @Test
  void tellsHopsTransportsCountsTestsAndSources() {
    try (Window window = openDiagnostics(degraded(), 1920, 1080)) {
      assertThat(window.words("#hop-0")).isEqualTo("74");
      assertThat(window.words("#hop-2")).isEqualTo("624");
      assertThat(window.words("#total-median")).isEqualTo("717");
      assertThat(window.words("#next-climb")).startsWith("next try up 0:4");
      assertThat(window.words("#count-3-gaps")).isEqualTo("6");
      assertThat(window.words("#count-2-received")).isEqualTo("38\u2009412");
      assertThat(((TableView<?>) window.node("#sources")).getItems()).hasSize(15);
      assertThat(window.text("#link-pill")).isEqualTo("DEGRADED · HTTP · 640 ms");
      window.save("diagnostics");
      window.press(KeyCode.ESCAPE, false);
      window.settle();
      window.save("degraded-16");
    }
  }

  @ParameterizedTest
  @CsvSource({"1920,1080", "1366,768", "1536,864", "1280,720", "3840,2160", "2560,1440"})
  void cutsNoWordOnEitherPage(int width, int height) {
    FakeWard ward = degraded();
    ward.setSimulated(true);
    try (Window window = open(ward, width, height)) {
      assertThat(window.problems()).isEmpty();
      assertThat(window.cutLabels()).isEmpty();
      window.press(KeyCode.F12, false);
      window.runForASecond();
      window.settle();
      window.save("diagnostics-" + width);
      assertThat(((Region) window.node("#diagnostics-content")).getWidth())
          .isLessThanOrEqualTo(width);
      assertThat(((ScrollPane) window.node("#diagnostics")).getViewportBounds().getWidth())
          .isGreaterThanOrEqualTo(((Region) window.node("#diagnostics-content")).getWidth());
      assertThat(window.cutLabels()).isEmpty();
      assertThat(window.problems()).isEmpty();
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.runForASecond();
      window.settle();
      assertThat(window.cutLabels()).isEmpty();
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void showsDeviceAlarmsByPriorityAndKeepsThemWhenTheLinkIsLost() {
    FakeWard ward = degraded();
    try (Window window = open(ward, 1920, 1080)) {
      assertThat(window.text("#bed-407-message")).isEqualTo("*** ASYSTOLE");
      assertThat(window.text("#bed-407-age")).isEqualTo("0:14");
      assertThat(window.text("#bed-411-message")).isEqualTo("** SpO₂ 86 < 90 +1");
      assertThat(window.text("#strip-title")).isEqualTo("5 alarms");
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.settle();
      assertThat(window.text("#bed-407-message")).isEqualTo("*** ASYSTOLE");
      assertThat(window.node("#bed-407").isVisible()).isTrue();
      window.save("offline-alarms");
    }
  }

  @Test
  void writesAllOfItToAFileWithoutNamesValuesOrSecrets() throws IOException {
    clearExports();
    try (Window window = open(degraded(), 1920, 1080)) {
      window.press(KeyCode.E, true);
      assertPage(window, true);
      Path file = awaitExport();
      String json = Files.readString(file);
      assertThat(json)
          .contains("\"units\" : \"4 East\"", "patch-410", "HTTP streaming", "BRIDGE_TO_STATION")
          .doesNotContain("secret", "Almeida", "Haddad", "MRN", "SpO₂", "ASYSTOLE");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> window.words("#export-message").equals("Saved to " + file));
      window.settle();
      assertThat(window.cutLabels()).isEmpty();
    }
  }

  @Test
  void writesAFileByTheButton() throws IOException {
    clearExports();
    try (Window window = openDiagnostics(degraded(), 1920, 1080)) {
      assertThat(window.words("#export-message")).contains(Window.EXPORTS.toString());
      window.click("#export");
      assertThat(awaitExport()).isNotEmptyFile();
    }
  }

  private static void clearExports() throws IOException {
    for (Path file : exports()) {
      Files.delete(file);
    }
  }

  private static Path awaitExport() throws IOException {
    await().atMost(Duration.ofSeconds(60)).until(() -> exports().size() == 1);
    return exports().getFirst();
  }

  private static List<Path> exports() throws IOException {
    if (!Files.isDirectory(Window.EXPORTS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Window.EXPORTS)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @Test
  void saysThatAlarmsAreNotConfirmed() {
    FakeWard ward = FakeWard.still(4);
    ward.feed();
    ward.setLink(Links.unconfirmed(12));
    try (Window window = open(ward, 1920, 1080)) {
      assertThat(window.accessible("#banner"))
          .isEqualTo(
              "ALARMS NOT CONFIRMED  The bridge has not confirmed alarms for 12 s. Watch the"
                  + " bedside monitors.");
    }
  }
}
