package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Cursor;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.NoSound;
import org.wardbeat.station.wall.WallSettings;

/** The wall's window as the program opens it, with its own animation timer. */
class WallAppTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeWard ward = FakeWard.running(16);
  private final StationApp app;
  private final Stage stage;

  WallAppTest() {
    PaintMetrics unmeasured =
        new PaintMetrics() {
          @Override
          public void pulse(long nowNanos) {}

          @Override
          public void painted(long decodedNanos) {}
        };
    WallSettings settings =
        new WallSettings(4, OptionalDouble.of(55), OptionalInt.empty(), OptionalInt.empty());
    app =
        Window.onFx(
            () ->
                new StationApp(
                    settings,
                    SettingsStore.inMemory(Settings.INITIAL),
                    ward,
                    unmeasured,
                    new NoSound(System.nanoTime())));
    stage = Window.onFx(Stage::new);
  }

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void show() {
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

  private void awaitText(String selector, String start) {
    await()
        .atMost(LONG)
        .until(
            () ->
                Window.onFx(
                    () ->
                        stage.getScene().lookup(selector) instanceof Text text
                            && text.getText().startsWith(start)));
  }

  @Test
  void showsTheWardWithoutAPointerAndAsksForNoDiagnostics() {
    awaitText("#truth-lead", "LIVE");
    awaitText("#wall-bed-416-hr", "105");
    assertThat(Window.onFx(() -> stage.getScene().getCursor())).isEqualTo(Cursor.NONE);
    assertThat(Window.onFx(stage::getTitle)).isEqualTo("Wardbeat");
    assertThat(ward.diagnostics()).isFalse();
  }

  @Test
  void showsAndOutlivesAFailureOfTheScreen() {
    awaitText("#truth-lead", "LIVE");
    ward.failNextSnapshot();
    awaitText("#wall-banner-since", "this screen failed at ");
    assertThat(Window.onFx(() -> stage.getScene().lookup("#wall-bed-401") == null)).isTrue();
    awaitText("#wall-bed-401-hr", "60");
  }
}
