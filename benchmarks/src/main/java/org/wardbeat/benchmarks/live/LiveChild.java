package org.wardbeat.benchmarks.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.wardbeat.render.toolkit.ToolkitSettings;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.StationOptions;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.NoSound;
import org.wardbeat.station.wall.WallSettings;

/**
 * Shows one case, measures it, and writes its figures as a line to the standard output. Run in a
 * process of its own, as a toolkit can be started once only.
 */
final class LiveChild {

  /** What the line of figures begins with. */
  static final String FIGURES = "FIGURES ";

  private static final double WALL_INCHES = 55;

  /** The first ones take up to a second each. */
  private static final int LEAST_WARM_FRAMES = 20;

  private final LiveCase subject;
  private final double warmSeconds;
  private final double measuredSeconds;
  private final Meter meter = new Meter();
  private long firstNanos;
  private long beginNanos;
  private int warmFrames;

  private LiveChild(LiveCase subject, double warmSeconds, double measuredSeconds) {
    this.subject = subject;
    this.warmSeconds = warmSeconds;
    this.measuredSeconds = measuredSeconds;
  }

  /** Arguments: the case's key, seconds before and seconds of the measurement. */
  public static void main(String[] args) {
    LiveCase subject = LiveCase.ofKey(args[0]);
    if (subject.subject() == Subject.WARDBEAT) {
      ToolkitSettings.prepare();
    }
    LiveChild child =
        new LiveChild(subject, Double.parseDouble(args[1]), Double.parseDouble(args[2]));
    Platform.startup(child::start);
  }

  private void start() {
    try {
      HeadlessScreen.fit(subject.sight().width(), subject.sight().height());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This JavaFX has another headless platform.", e);
    }
    Stage stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    if (subject.subject() == Subject.WARDBEAT) {
      startStation(stage);
    } else {
      startPeer(stage, picture());
    }
  }

  private Picture picture() {
    return switch (subject.subject()) {
      case LINE_CHART -> new LineCharts(subject.sight());
      case CHART_FX -> new ChartFxCharts(subject.sight());
      case BLANK_FLOOR -> new BlankFloor(subject);
      case WARDBEAT -> throw new IllegalArgumentException("The station has its own window.");
    };
  }

  private void startStation(Stage stage) {
    boolean flooded = subject.equals(LiveCase.FLOOD);
    BenchWard ward = new BenchWard(subject.sight(), flooded);
    PaintMetrics metrics =
        new PaintMetrics() {
          @Override
          public void pulse(long nowNanos) {
            tick(nowNanos);
          }

          @Override
          public void painted(long decodedNanos) {}
        };
    station(ward, metrics).start(stage);
    stage.setWidth(subject.sight().width());
    stage.setHeight(subject.sight().height());
    if (subject.sight().screen() == Sight.Screen.PATIENT) {
      Platform.runLater(() -> openPatient(stage.getScene()));
    }
    Thread.ofPlatform().daemon().name("ward").start(ward::send);
    if (flooded) {
      Thread.ofPlatform().daemon().name("flood").start(ward::alarm);
    }
  }

  /** As a user does, once the bed is there: to the first bed, and into its window. */
  private void openPatient(Scene scene) {
    if (scene.lookup(".sector") == null) {
      Platform.runLater(() -> openPatient(scene));
      return;
    }
    press(scene, KeyCode.HOME);
    press(scene, KeyCode.ENTER);
    if (!scene.lookup(".patient").isVisible()) {
      System.err.println("The patient window did not open.");
      Runtime.getRuntime().halt(1); // else another screen would be measured
    }
  }

  private static void press(Scene scene, KeyCode code) {
    Event.fireEvent(
        scene,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
  }

  private StationApp station(BenchWard ward, PaintMetrics metrics) {
    NoSound sound = new NoSound(System.nanoTime());
    int beds = subject.sight().beds();
    SettingsStore settings = SettingsStore.inMemory(Settings.INITIAL.with(Setting.LAYOUT, beds));
    if (subject.sight().screen() == Sight.Screen.WALL) {
      return new StationApp(
          new WallSettings(
              WallSettings.DEFAULT_METRES,
              OptionalDouble.of(WALL_INCHES),
              OptionalInt.of(beds),
              OptionalInt.empty()),
          settings,
          ward,
          metrics,
          sound);
    }
    LinkSettings link =
        LinkSettings.of(URI.create("ws://127.0.0.1:0/ws"), "test", Subscription.ofUnits(List.of()));
    return new StationApp(StationOptions.headless(link), settings, ward, metrics, sound);
  }

  private void startPeer(Stage stage, Picture picture) {
    Scene scene =
        new Scene(picture.root(), subject.sight().width(), subject.sight().height(), Color.BLACK);
    stage.setScene(scene);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long nowNanos) {
            tick(nowNanos);
            picture.pulse((nowNanos - firstNanos) / 1e9);
          }
        };
    afterFirstLayout(scene, timer::start);
    stage.show();
  }

  /** chart-fx locks its data from when a chart is shown until it was laid out in a pulse. */
  private static void afterFirstLayout(Scene scene, Runnable action) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            action.run();
          }
        });
  }

  private void tick(long nowNanos) {
    if (firstNanos == 0) {
      firstNanos = nowNanos;
    }
    if (beginNanos != 0) {
      meter.frame();
      if (nowNanos - beginNanos >= measuredSeconds * 1e9) {
        finish();
      }
    } else if (warmFrames++ >= LEAST_WARM_FRAMES && nowNanos - firstNanos >= warmSeconds * 1e9) {
      beginNanos = nowNanos;
      meter.begin();
    }
  }

  private void finish() {
    try {
      System.out.println(FIGURES + new ObjectMapper().writeValueAsString(meter.end(subject)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
