package org.wardbeat.systemtests;

import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.StationOptions;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operator;

/** A whole station whose window is rendered in memory, as a nurse sees it. */
final class StationScreen implements Part {
  /** The window of 16 beds: waves move at 25 mm/s, 4 px a mm. */
  static final int PIXELS_PER_SECOND = 100;

  private static final int BEDS = 16;

  private final StationWard ward;
  private final StationLink link;
  private final Stage stage;
  private final StationApp app;

  private StationScreen(URI bridge, List<String> units, Optional<Operator> operator) {
    StationReport report = new StationReport(System::nanoTime);
    ward =
        new StationWard(
            System::nanoTime, StationWard.DEFAULT_RETENTION, report, StationLink.initial());
    link = new StationLink(bridge, "system-test", units, ward, report);
    ward.attach(link);
    StationOptions options =
        new StationOptions(
            LinkSettings.of(bridge, "system-test", Subscription.ofUnits(units)),
            operator,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            false);
    app =
        new StationApp(
            options,
            SettingsStore.inMemory(Settings.INITIAL.with(Setting.LAYOUT, BEDS)),
            ward,
            report,
            new WorkingSpeaker());
    stage = new Stage();
    app.start(stage);
    link.start();
  }

  /** Starts JavaFX on its headless platform, once for all tests. */
  static void startToolkit() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    try {
      Platform.startup(() -> started.complete(true));
    } catch (IllegalStateException _) {
      started.complete(false); // an earlier test has started it
    }
    started.join();
    Platform.setImplicitExit(false);
  }

  static StationScreen open(URI bridge) {
    return open(bridge, List.of());
  }

  /** One that shows some units only. */
  static StationScreen open(URI bridge, List<String> units) {
    return onFxThread(() -> new StationScreen(bridge, units, Optional.empty()));
  }

  /** One at which somebody has signed in. */
  static StationScreen open(URI bridge, List<String> units, Operator operator) {
    return onFxThread(() -> new StationScreen(bridge, units, Optional.of(operator)));
  }

  /** Presses a key, with or without the key of shortcuts, wherever the focus is. */
  void press(KeyCode code, boolean shortcut) {
    onFxThread(
        () -> {
          Node focused = stage.getScene().getFocusOwner();
          EventTarget target = focused == null ? stage.getScene() : focused;
          boolean mac = System.getProperty("os.name", "").startsWith("Mac");
          boolean control = shortcut && !mac;
          boolean meta = shortcut && mac;
          Event.fireEvent(
              target,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, meta));
          return true;
        });
  }

  /** Whether there is a node of that id to be seen. */
  boolean has(String id) {
    return onFxThread(
        () -> {
          Node node = node("#" + id);
          return node != null && isSeen(node);
        });
  }

  /** Writes into a field in the place of what stands there. */
  void write(String id, String text) {
    onFxThread(
        () -> {
          if (!(node("#" + id) instanceof TextInputControl field)) {
            throw new AssertionError("There is no field " + id);
          }
          field.setText(text);
          return true;
        });
  }

  /** Fires a button. */
  void fire(String id) {
    onFxThread(
        () -> {
          if (!(node("#" + id) instanceof ButtonBase button)) {
            throw new AssertionError("There is no button " + id);
          }
          button.fire();
          return true;
        });
  }

  /** What a label or a text says, empty if there is none. */
  String words(String id) {
    return onFxThread(
        () ->
            switch (node("#" + id)) {
              case Labeled labeled -> labeled.getText();
              case Text text -> text.getText();
              case null, default -> "";
            });
  }

  /**
   * Looks at each picture that is laid out from now on, until something is seen.
   *
   * @param seen asked on the JavaFX thread
   * @return when it was seen first, in nanoseconds of the monotonic clock
   */
  CompletableFuture<Long> watch(BooleanSupplier seen) {
    CompletableFuture<Long> sighted = new CompletableFuture<>();
    onFxThread(
        () -> {
          Scene scene = stage.getScene();
          Runnable look =
              new Runnable() {
                @Override
                public void run() {
                  if (!sighted.isDone() && seen.getAsBoolean()) {
                    sighted.complete(System.nanoTime());
                  }
                  if (sighted.isDone()) {
                    Platform.runLater(() -> scene.removePostLayoutPulseListener(this));
                  }
                }
              };
          scene.addPostLayoutPulseListener(look);
          return true;
        });
    return sighted;
  }

  /** When the last heartbeat came, in nanoseconds of the monotonic clock. */
  long lastHeartbeatNanos() {
    return ward.snapshot().link().lastHeartbeatNanos();
  }

  /** Does what the button of that name does. */
  void retryNow() {
    ward.retryNow();
  }

  /** The banner's whole sentence. */
  String banner() {
    return onFxThread(
        () -> {
          Node banner = node("#banner");
          return banner == null ? "" : String.valueOf(banner.getAccessibleText());
        });
  }

  /** What a text says that can be seen, empty if it cannot. */
  String text(String id) {
    return onFxThread(
        () -> node("#" + id) instanceof Text text && isSeen(text) ? text.getText() : "");
  }

  /** The rows of a table. */
  List<Object> rows(String id) {
    return onFxThread(
        () ->
            node("#" + id) instanceof TableView<?> table
                ? List.copyOf(table.getItems())
                : List.of());
  }

  /** Who lies in a bed. */
  String name(BedId bed) {
    return text(prefix(bed) + "-name");
  }

  /** The header's message of a bed, and behind it its age. */
  String header(BedId bed) {
    return (text(prefix(bed) + "-message") + " " + text(prefix(bed) + "-age")).strip();
  }

  /** The words in the wave area of a bed. */
  String waveText(BedId bed) {
    return text(prefix(bed) + "-wave");
  }

  String heartRate(BedId bed) {
    return text(prefix(bed) + "-hr");
  }

  /** The first wave's ring. */
  @Nullable SampleRing ring(BedId bed) {
    return ward.ring(bed, 0);
  }

  /** The columns of a bed's wave area in which the ECG is drawn. */
  BitSet waveColumns(BedId bed) {
    return columns(bed, StationScreen::isEcgGreen).getFirst();
  }

  /** The columns of a bed's wave area in which there is a pixel as wanted, of one picture. */
  List<BitSet> columns(BedId bed, IntPredicate... wanted) {
    return onFxThread(
        () -> {
          Node waves = node("#" + prefix(bed) + " .waves");
          WritableImage image = stage.getScene().snapshot(null);
          return Stream.of(wanted)
              .map(
                  each ->
                      waves == null
                          ? new BitSet()
                          : columns(image, waves.localToScene(waves.getBoundsInLocal()), each))
              .toList();
        });
  }

  private static BitSet columns(WritableImage image, Bounds area, IntPredicate wanted) {
    BitSet columns = new BitSet();
    PixelReader pixels = image.getPixelReader();
    int left = (int) Math.max(0, area.getMinX());
    int right = (int) Math.min(image.getWidth(), area.getMaxX());
    int top = (int) Math.max(0, area.getMinY());
    int bottom = (int) Math.min(image.getHeight(), area.getMaxY());
    for (int x = left; x < right; x++) {
      for (int y = top; y < bottom; y++) {
        if (wanted.test(pixels.getArgb(x, y))) {
          columns.set(x - left);
          break;
        }
      }
    }
    return columns;
  }

  /** Green by far, as only the ECG is in a wave area. */
  private static boolean isEcgGreen(int argb) {
    int red = argb >> 16 & 0xFF;
    int green = argb >> 8 & 0xFF;
    int blue = argb & 0xFF;
    return green > 96 && green > red + 48 && green > blue + 32;
  }

  private @Nullable Node node(String selector) {
    Scene scene = stage.getScene();
    return scene.lookup(selector);
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String prefix(BedId bed) {
    return "bed-" + bed.bed();
  }

  private static <T> T onFxThread(Callable<T> task) {
    if (Platform.isFxApplicationThread()) {
      try {
        return task.call();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(task.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(Child.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    link.close();
    onFxThread(
        () -> {
          app.stop();
          stage.close();
          return true;
        });
  }
}
