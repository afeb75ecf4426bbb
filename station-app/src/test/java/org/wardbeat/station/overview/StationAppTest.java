package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
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
import org.wardbeat.wire.ward.VitalSign;

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
    assertThat(settings.current().get(Setting.SCREENS)).isEqualTo(1);
  }

  @Test
  void hasItsSecondWindowAgainAtTheNextStart() {
    awaitPulses(3);
    Window.onFx(() -> settings.set(Setting.SCREENS, 2)).join();
    close();
    app = Window.onFx(this::newApp);
    stage = Window.onFx(Stage::new);
    show();
    await().atMost(LONG).until(() -> !seconds().isEmpty());
    close();
    assertThat(seconds()).isEmpty();
    assertThat(settings.current().get(Setting.SCREENS)).isEqualTo(2);
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
    fire("#tab-settings");
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

  /** Each trend, event, bed, page and choice is where it was; only the words are others. */
  @Test
  void losesNothingWhenItSpeaksAnotherLanguage() {
    ward.change(0, FakeWard.alarming(Alarms.asystole(14)));
    press(KeyCode.HOME, false);
    press(KeyCode.ENTER, false);
    assertThat(Window.onFx(() -> stage.getScene().lookup("#patient").isVisible())).isTrue();
    press(KeyCode.LEFT, true);
    awaitAsystole();
    ward.change(0, FakeWard.alarming());
    ward.advance(Duration.ofHours(2));
    DesignWard.measureNow(ward, 0, VitalSign.HR, 90);
    await().atMost(LONG).until(this::showsTrendOfTwoHoursAgo);

    Window.onFx(() -> settings.set(Setting.LANGUAGE, Language.GERMAN)).join();
    assertThat(label("#tab-beds")).isEqualTo("Betten");
    awaitAsystole();
    assertThat(Window.onFx(() -> stage.getScene().lookup("#patient").isVisible())).isTrue();
    assertThat(text("#patient-name")).isEqualTo("Almeida, Robin");
    await().atMost(LONG).until(this::showsTrendOfTwoHoursAgo);
    assertThat(
            Window.onFx(
                () -> ((ComboBox<?>) stage.getScene().lookup("#wave-speed")).getValue().toString()))
        .isEqualTo("MM_12_5");
  }

  private void awaitAsystole() {
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(text("#patient-event-0")).contains("ASYSTOLE"));
  }

  private void press(KeyCode code, boolean shortcut) {
    awaitPulses(2);
    Window.onFx(
        () -> {
          Node focused = stage.getScene().getFocusOwner();
          Event.fireEvent(
              focused == null ? stage.getScene() : focused,
              new KeyEvent(
                  KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  code,
                  false,
                  shortcut && !isMac(),
                  false,
                  shortcut && isMac()));
          return true;
        });
    awaitPulses(2);
  }

  private static boolean isMac() {
    return System.getProperty("os.name", "").startsWith("Mac");
  }

  private String text(String selector) {
    return Window.onFx(
        () -> stage.getScene().lookup(selector) instanceof Text text ? text.getText() : "");
  }

  /** Whether anything is drawn a quarter of 8 h before now. */
  private boolean showsTrendOfTwoHoursAgo() {
    return Window.onFx(
        () -> {
          Node chart =
              ((Parent) stage.getScene().lookup("#patient-hr-card"))
                  .getChildrenUnmodifiable().stream()
                      .filter(each -> each.getClass().getSimpleName().equals("TrendChart"))
                      .findFirst()
                      .orElseThrow();
          WritableImage drawn = chart.snapshot(null, null);
          int middle = (int) (drawn.getWidth() * 3 / 4);
          return IntStream.rangeClosed(middle - 8, middle + 8)
              .anyMatch(
                  x ->
                      IntStream.range(4, (int) drawn.getHeight() - 4)
                          .anyMatch(
                              y -> !drawn.getPixelReader().getColor(x, y).equals(Color.WHITE)));
        });
  }

  @Test
  void waitsWithOtherWordsUntilNothingIsEnteredAnyMore() {
    press(KeyCode.HOME, false);
    press(KeyCode.F10, false);
    fire("#display-how-1");
    fire("#display-ECG");
    Window.onFx(() -> settings.set(Setting.LANGUAGE, Language.GERMAN)).join();
    awaitPulses(3);
    assertThat(label("#tab-beds")).isEqualTo("Beds");
    press(KeyCode.ENTER, true);
    await().atMost(LONG).until(() -> label("#tab-beds").equals("Betten"));
    await().atMost(LONG).until(() -> has(stage, "#display-ECG"));
    assertThat(label("#panel-bed")).contains("401");
    assertThat(settings.current().get(Setting.SECTORS)).hasSize(1);
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
