package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.StationOptions;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.NoSound;

/** The window as the program opens it, with its own animation timer. */
class StationAppTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicInteger pulses = new AtomicInteger();
  private final AtomicInteger painted = new AtomicInteger();
  private final FakeWard ward = FakeWard.running(16);
  private final SettingsStore settings = SettingsStore.inMemory(Settings.INITIAL);
  private StationApp app;
  private Stage stage;

  StationAppTest() {
    app = Window.onFx(this::newApp);
    stage = Window.onFx(Stage::new);
  }

  private StationApp newApp() {
    StationOptions options =
        StationOptions.headless(
            LinkSettings.of(
                URI.create("ws://127.0.0.1:8420/ws"), "test", Subscription.ofUnits(List.of())));
    PaintMetrics metrics =
        new PaintMetrics() {
          @Override
          public void pulse(long nowNanos) {
            pulses.incrementAndGet();
          }

          @Override
          public void painted(long decodedNanos) {
            painted.incrementAndGet();
          }
        };
    return new StationApp(options, settings, ward, metrics, new NoSound(System.nanoTime()));
  }

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void show() {
    ward.feed();
    Window.onFx(
        () -> {
          app.start(stage);
          return true;
        });
  }

  @AfterEach
  void close() {
    Window.onFx(
        () -> {
          app.stop();
          stage.close();
          return true;
        });
  }

  private int[] sector(int bed) {
    return Window.onFx(
        () -> {
          WritableImage image = stage.getScene().snapshot(null);
          int[] argb = new int[460 * 60];
          image
              .getPixelReader()
              .getPixels(
                  13 + bed % 4 * 478,
                  160 + bed / 4 * 203,
                  460,
                  60,
                  PixelFormat.getIntArgbInstance(),
                  argb,
                  0,
                  460);
          return argb;
        });
  }

  private void awaitMovement(int bed) {
    int[] before = sector(bed);
    await()
        .atMost(LONG)
        .until(
            () -> {
              ward.feed();
              return !Arrays.equals(before, sector(bed));
            });
  }

  private void awaitPulses(int more) {
    int from = pulses.get();
    await().atMost(LONG).until(() -> pulses.get() >= from + more);
  }

  @Test
  void movesSixteenSectorsAndHidesPatientsFromTheTitle() {
    for (int bed = 0; bed < 16; bed++) {
      awaitMovement(bed);
    }
    assertThat(Window.onFx(stage::getTitle)).isEqualTo("Wardbeat");
    await().atMost(LONG).until(() -> painted.get() > 0);
  }

  @Test
  void opensAWindowForTheSecondScreenAndTakesItsBedsBackWhenThatCloses() {
    awaitPulses(3);
    fire("#view-open");
    await().atMost(LONG).until(() -> has(stage, "#screens-1"));
    fire("#screens-1");
    await().atMost(LONG).until(() -> !seconds().isEmpty() && !has(stage, "#bed-409"));
    Stage second = seconds().getFirst();
    await().atMost(LONG).until(() -> has(second, "#bed-409") && !has(second, "#bed-401"));
    Window.onFx(
        () -> {
          second.close();
          return true;
        });
    await().atMost(LONG).until(() -> has(stage, "#bed-409") && has(stage, "#bed-401"));
    assertThat(seconds()).isEmpty();
  }

  private void fire(String selector) {
    Window.onFx(
        () -> {
          ((ButtonBase) stage.getScene().lookup(selector)).fire();
          return true;
        });
  }

  private static boolean has(Stage window, String selector) {
    return Window.onFx(() -> window.getScene().lookup(selector) != null);
  }

  private static List<Stage> seconds() {
    return Window.onFx(
        () ->
            javafx.stage.Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(each -> "Wardbeat 2".equals(each.getTitle()))
                .toList());
  }

  @Test
  void goesOnAfterItWasResizedAndMinimised() {
    awaitMovement(0);
    Window.onFx(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(720);
          return true;
        });
    await()
        .atMost(LONG)
        .until(
            () ->
                Window.onFx(
                    () ->
                        stage.getScene().lookup("#bed-416").getBoundsInParent().getMaxX() <= 1266));
    Window.onFx(
        () -> {
          stage.setIconified(true);
          return true;
        });
    awaitPulses(3);
    Window.onFx(
        () -> {
          stage.setIconified(false);
          stage.setWidth(1920);
          stage.setHeight(998);
          return true;
        });
    awaitRightEdge(1906);
    awaitMovement(15);
  }

  @Test
  void speaksAnotherLanguageAtOnceAndGoesOn() {
    awaitMovement(0);
    Window.onFx(() -> settings.set(Setting.LANGUAGE, Language.GERMAN)).join();
    Window.onFx(() -> settings.set(Setting.LAYOUT, 32)).join();
    assertThat(label("#tab-beds")).isEqualTo("Betten");
    assertThat(Window.onFx(() -> stage.getScene().lookup("#settings").isVisible())).isTrue();
    Window.onFx(
        () -> {
          ((Button) stage.getScene().lookup("#tab-beds")).fire();
          return true;
        });
    await()
        .atMost(LONG)
        .until(() -> Window.onFx(() -> stage.getScene().lookup("#bed-401") != null));
    awaitPulses(3);
    assertThat(
            Window.onFx(() -> stage.getScene().lookup("#bed-401").getBoundsInParent().getWidth()))
        .isLessThan(300);
  }

  private String label(String selector) {
    return Window.onFx(() -> ((Labeled) stage.getScene().lookup(selector)).getText());
  }

  private void awaitRightEdge(double most) {
    await()
        .atMost(LONG)
        .until(
            () -> {
              double edge =
                  Window.onFx(
                      () -> stage.getScene().lookup("#bed-416").getBoundsInParent().getMaxX());
              return edge <= most && edge > most - 8;
            });
  }

  @Test
  void showsAndOutlivesAFailureOfTheScreen() {
    awaitMovement(0);
    ward.failNextSnapshot();
    await()
        .atMost(LONG)
        .until(
            () -> {
              ward.feed();
              return Window.onFx(
                  () ->
                      stage.getScene().lookup("#banner-title") instanceof Text title
                          && title.getText().startsWith("NOT LIVE — this screen failed at "));
            });
    assertThat(Window.onFx(() -> stage.getScene().lookup("#bed-401") == null)).isTrue();
    await()
        .atMost(LONG)
        .until(
            () -> {
              ward.feed();
              return Window.onFx(() -> stage.getScene().lookup("#bed-401") != null);
            });
    awaitMovement(0);
  }
}
