package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.Pictures;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The pictures that the documents show: each state of the design with real recordings. {@code
 * ./wardbeat screens} makes them anew.
 */
class DesignScreensTest {
  private static final int WIDTH = 1_920;
  private static final int HEIGHT = 1_080;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Window open(FakeWard ward) {
    Window window = Window.open(ward, WIDTH, HEIGHT);
    window.settle();
    // What was asked of the past, and how a wave fits its lane, comes with the next second.
    window.advance(Duration.ofSeconds(1));
    window.settle();
    return window;
  }

  /** A picture counts only if no word of it is cut or covered. */
  private static void save(Window window, String name) {
    window.save(name);
    assertThat(window.problems()).as(name).isEmpty();
    assertThat(window.cutLabels()).as(name).isEmpty();
  }

  @Test
  void station16() throws IOException {
    try (Window window = open(DesignWard.working(16))) {
      save(window, "station-16");
      assertThat(window.text("#bed-407-hr")).isEqualTo("0");
    }
  }

  @Test
  void stationDegradedAndDiagnostics() throws IOException {
    FakeWard ward = DesignWard.working(16);
    ward.setLink(Links.overHttp());
    long now = ward.bridgeNowMicros();
    ward.silence(7, now - 7_400_000);
    ward.silence(3, now - 14_400_000);
    ward.silence(13, now - 38_400_000);
    ward.change(
        DesignWard.LINDQVIST,
        Alarms.with(
            Alarms.news2(10, Score.Band.HIGH), Alarms.acknowledged(Alarms.desaturation(158), 100)));
    try (Window window = open(ward)) {
      save(window, "station-degraded");
      window.press(KeyCode.F12, false);
      window.runForASecond();
      window.settle();
      save(window, "diagnostics");
    }
  }

  @Test
  void stationOffline() throws IOException {
    FakeWard ward = DesignWard.working(16);
    try (Window window = open(ward)) {
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000, 4));
      window.settle();
      save(window, "station-offline");
      assertThat(window.text("#bed-401-hr")).isEqualTo("---");
    }
  }

  @Test
  void patientAndFrozen() throws IOException {
    FakeWard ward = DesignWard.patient(16);
    ward.advance(Duration.ofHours(-8));
    try (Window window = Window.open(ward, WIDTH, HEIGHT)) {
      Window.onFx(
          () -> {
            DesignWard.live(ward, window::leap);
            return true;
          });
      window.clickBed("402");
      window.press(KeyCode.ENTER, false);
      window.settle();
      window.advance(Duration.ofSeconds(1));
      window.settle();
      window.fire("#wave-ruler");
      window.type("#ruler-length", "250");
      window.fire("#ruler-apply");
      ward.setLink(Links.measured());
      window.advance(Duration.ofSeconds(1));
      window.settle();
      save(window, "patient");
      window.press(KeyCode.SPACE, true);
      window.settle();
      save(window, "patient-frozen");
    }
  }

  /** Somebody else changes them while they are edited. */
  @Test
  void limits() throws IOException {
    FakeWard ward = DesignWard.quiet(16);
    ward.change(DesignWard.HADDAD, Alarms.with(PanelFixtures.unit()));
    try (Window window = open(ward)) {
      window.clickBed("407");
      window.press(KeyCode.F6, false);
      window.settle();
      window.advance(Duration.ofSeconds(1));
      window.settle();
      window.click("#limit-rr-high-plus");
      window.click("#limits-reason-0");
      ward.change(
          DesignWard.HADDAD,
          Alarms.with(PanelFixtures.set(2, "Ruiz, C", "fever", PanelFixtures.limits(50, 130))));
      window.settle();
      window.save("limits");
      assertThat(window.isShown("#limits-conflict")).isTrue();
      assertThat(window.cutLabels()).isEmpty();
    }
  }

  /** A week of alarms, as a list and as what they burden the ward with. */
  @Test
  void review() throws IOException {
    FakeWard ward = DesignWard.working(16);
    ward.past(PastAlarms.of(1_400, 420));
    try (Window window = open(ward)) {
      window.press(KeyCode.F5, false);
      window.settle();
      window.click("#period-week");
      window.until(() -> window.words("#review-status").startsWith("All alarms since"));
      window.select("#alarms", 0);
      window.settle();
      window.save("review-alarms");
      assertThat(window.cutLabels()).isEmpty();
      window.click("#mode-burden");
      window.until(() -> !window.words("#burden-alarms").isEmpty());
      window.save("review-burden");
      assertThat(window.cutLabels()).isEmpty();
    }
  }

  @Test
  void wall32() throws IOException {
    try (WallWindow wall = WallWindow.open(DesignWard.wall(), 4, 3_840, 2_160)) {
      wall.save("wall-32");
      assertThat(wall.problems()).isEmpty();
      assertThat(wall.text("#wall-bed-401-initials")).isEqualTo("A R");
      assertThat(wall.text("#wall-bed-412-initials")).isEqualTo("M J");
      assertThat(wall.text("#wall-bed-405-initials")).isEmpty();
      assertThat(wall.text("#wall-bed-407-initials")).isEmpty();
    }
  }

  /** Sectors of each layout and in further states, as they are, beside each other. */
  @Test
  void sectors() throws IOException {
    Sheet sheet = new Sheet();
    FakeWard ward = DesignWard.working(32);
    try (Window window = open(ward)) {
      layOut(window, KeyCode.DIGIT2);
      sheet.place(window, "402", "4 beds", 5, 60);
      layOut(window, KeyCode.DIGIT3);
      sheet.place(window, "403", "8 beds", 5, 540);
      layOut(window, KeyCode.DIGIT4);
      sheet.place(window, "408", "16 beds", 5, 797);
      placeStates(sheet, window, ward);
      layOut(window, KeyCode.DIGIT5);
      sheet.place(window, "418", "32 beds", 1_442, 60);
      sheet.place(window, "407", "", 1_681, 60);
      sheet.place(window, "411", "", 1_442, 283);
      sheet.place(window, "413", "", 1_681, 283);
      layOut(window, KeyCode.DIGIT6);
      sheet.place(window, "401", "64 beds", 1_442, 540);
      sheet.place(window, "402", "", 1_681, 540);
      sheet.place(window, "407", "", 1_442, 651);
      sheet.place(window, "411", "", 1_681, 651);
      sheet.place(window, "410", "", 1_442, 762);
      sheet.place(window, "408", "", 1_681, 762);
      sheet.place(window, "412", "", 1_442, 873);
      sheet.place(window, "405", "", 1_681, 873);
    }
    sheet.save("sectors");
  }

  private static void placeStates(Sheet sheet, Window window, FakeWard ward) {
    sheet.place(window, "407", "Flash, off phase", 963, 60);
    ward.change(
        DesignWard.HADDAD,
        Alarms.with(
            Alarms.news2(8, Score.Band.HIGH), Alarms.ended(Alarms.asystole(100), true, 40)));
    DesignWard.measure(ward, DesignWard.HADDAD, VitalSign.HR, 118);
    ward.hold(
        Alarms.hold("411", Inactivation.AUDIO_PAUSED, 102),
        Alarms.hold("412", Inactivation.STANDBY, 1_122));
    ward.change(DesignWard.NAKAMURA, Alarms.with(Alarms.limitOff(VitalSign.SPO2)));
    window.settle();
    sheet.place(window, "407", "Latched", 963, 317);
    sheet.place(window, "411", "Audio of the bed paused", 963, 574);
    sheet.place(window, "413", "One limit off", 963, 831);
    ward.change(
        DesignWard.HADDAD,
        Alarms.with(Alarms.news2(Score.NO_TOTAL, Score.Band.NONE), Alarms.asystole(14)));
    DesignWard.measure(ward, DesignWard.HADDAD, VitalSign.HR, 0);
    ward.silence(7, ward.bridgeNowMicros() - 7_400_000);
  }

  private static void layOut(Window window, KeyCode digit) {
    window.press(digit, true);
    window.settle();
    window.advance(Duration.ofSeconds(1));
    window.settle();
  }

  /** A picture that is put together from sectors. */
  private static final class Sheet {
    private final BufferedImage image =
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D on = image.createGraphics();

    Sheet() {
      on.setColor(new Color(0x05070A));
      on.fillRect(0, 0, WIDTH, HEIGHT);
      on.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      on.setColor(new Color(0xF2F5F8));
      on.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    }

    void place(Window window, String bed, String title, int x, int y) {
      Node sector = window.node("#bed-" + bed);
      Bounds at = Window.onFx(() -> sector.localToScene(sector.getLayoutBounds()));
      BufferedImage whole = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      whole.setRGB(0, 0, WIDTH, HEIGHT, window.pixels(), 0, WIDTH);
      on.drawString(title, x, y - 10);
      on.drawImage(
          whole.getSubimage(
              (int) at.getMinX(), (int) at.getMinY(), (int) at.getWidth(), (int) at.getHeight()),
          x,
          y,
          null);
    }

    void save(String name) {
      on.dispose();
      Pictures.save(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH), WIDTH, name);
    }
  }
}
