package org.wardbeat.station;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.render.toolkit.RenderPipeline;
import org.wardbeat.render.toolkit.ToolkitSettings;
import org.wardbeat.station.instance.OneStation;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.AlarmSound;
import org.wardbeat.station.sound.NoSound;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.sound.SoundDevices;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.station.standstill.FreezeEnd;
import org.wardbeat.station.standstill.FreezeWatchdog;
import org.wardbeat.station.wall.ScreenAwake;
import org.wardbeat.station.wall.WallSettings;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.station.ward.WardSnapshot;

/** One life of a station, from its options to its report. */
final class StationRun {
  private static final Logger LOG = LoggerFactory.getLogger(StationRun.class);
  private static final int FAILED = 1;
  private static final long SHOW_SECONDS = 60;
  private static final long STOP_MILLIS = 300;
  private static final long FINISH_MILLIS = 1_500;

  private final StationOptions options;
  private final Optional<WallSettings> wall;
  private final SettingsStore settings;
  private final Optional<OneStation> one;
  private final PrintStream out;
  private final PrintStream err;
  private final StationReport report = new StationReport(System::nanoTime, running());
  private final StationWard ward =
      new StationWard(
          System::nanoTime, StationWard.DEFAULT_RETENTION, report, StationLink.initial());
  private final StationLink link;
  private final SoundControl sound;
  private final Optional<AlarmSound> speaker;
  private final LastLive lastLive;
  private final ScreenAwake awake = new ScreenAwake(StationRun::nudge);
  private final FreezeWatchdog watchdog =
      new FreezeWatchdog(Platform::runLater, System::nanoTime, new FreezeEnd());
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean finished = new AtomicBoolean();
  private final CountDownLatch finishDone = new CountDownLatch(1);
  private final boolean headless;
  private volatile boolean reportFailed;
  private volatile @Nullable StationApp app;
  private volatile @Nullable WindowPictures pictures;

  /**
   * @param wall how the wall display hangs; empty for a desk, at which users act
   * @param settings what users and administrator set, and the command line asked for
   * @param one what is asked to show this station where it is the user's only one
   */
  StationRun(
      StationOptions options,
      Optional<WallSettings> wall,
      SettingsStore settings,
      Optional<OneStation> one,
      PrintStream out,
      PrintStream err) {
    this.options = options;
    this.settings = settings;
    this.one = one;
    Settings set = settings.current();
    this.wall = wall.map(hangs -> hangs.readFrom(set.get(Setting.DISTANCE)));
    this.lastLive = LastLive.of(UserFolder.ofSystem(), options.computer(), wall.isPresent());
    this.out = out;
    this.err = err;
    this.headless =
        options.headless()
            || !DisplayMode.hasDisplay(System.getProperty("os.name", ""), System.getenv());
    this.link = new StationLink(options.link(), ward, report);
    ward.attach(link);
    this.speaker =
        options
            .sound()
            .map(_ -> new Volume(set.get(Setting.VOLUME)))
            .map(volume -> new AlarmSound(SoundDevices.ofSystem(), volume, System::nanoTime));
    this.sound = speaker.isPresent() ? speaker.get() : new NoSound(System.nanoTime());
  }

  /** For how long this process has been running, as far as the system tells. */
  private static Duration running() {
    Instant now = Instant.now();
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, now))
        .orElse(Duration.ZERO);
  }

  /** Shows the ward until the end is asked for; returns the exit code. */
  int run() {
    try {
      Optional<Path> folder = pictureFolder();
      ToolkitSettings.prepare();
      if (headless) {
        DisplayMode.drawInMemory();
      }
      Stage stage = show();
      one.ifPresent(asked -> asked.onAsked(() -> Platform.runLater(() -> bringForward(stage))));
      if (folder.isPresent()) {
        pictures = new WindowPictures(stage.getScene(), folder.get());
        pictures.start();
      }
    } catch (IOException e) {
      err.println("The folder for pictures cannot be made: " + e.getMessage() + ".");
      return FAILED;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.error("The window could not be shown", e);
      err.println("The window cannot be shown; station --headless needs no display.");
      return FAILED;
    }
    return runUntilEnd();
  }

  private static void bringForward(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /** What a hand at the mouse would do: a step to where the pointer is. */
  private static void nudge() {
    Platform.runLater(
        () -> {
          Robot hand = new Robot();
          hand.mouseMove(hand.getMousePosition());
        });
  }

  private Optional<Path> pictureFolder() throws IOException {
    if (!headless || options.snapshots().isPresent()) {
      return options.snapshots();
    }
    Path folder = Files.createTempDirectory("wardbeat-station-");
    out.println("There is no display: rendering headless, pictures every 2 s in " + folder);
    return Optional.of(folder);
  }

  /** Starts JavaFX and shows the window. */
  private Stage show() throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Stage> shown = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    try {
      Platform.startup(() -> show(shown));
    } catch (UnsupportedOperationException noDisplay) {
      throw new ExecutionException(noDisplay);
    }
    return shown.get(SHOW_SECONDS, TimeUnit.SECONDS);
  }

  private void show(CompletableFuture<Stage> shown) {
    try {
      LOG.info(
          "JavaFX {}, rendering pipeline: {}",
          System.getProperty("javafx.runtime.version", "unknown"),
          RenderPipeline.inUse());
      Stage stage = new Stage();
      stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> ended.countDown());
      StationApp made =
          wall.isPresent()
              ? new StationApp(wall.get(), settings, ward, report, sound)
              : new StationApp(options, settings, ward, report, sound);
      app = made;
      lastLive.read().ifPresent(made::restarted);
      lastLive.follow(made::liveMicros);
      made.start(stage);
      shown.complete(stage);
    } catch (Exception e) {
      shown.completeExceptionally(e);
    }
  }

  private int runUntilEnd() {
    Thread onSignal = Thread.ofPlatform().name("wardbeat-end").unstarted(this::finishWithoutWindow);
    Runtime.getRuntime().addShutdownHook(onSignal);
    link.start();
    speaker.ifPresent(AlarmSound::start);
    if (wall.isPresent() && !headless) {
      awake.start();
    }
    if (!FreezeEnd.isDebugged()) {
      watchdog.start();
    }
    if (options.endWithStdin()) {
      InputEnd.then(ended::countDown);
    }
    out.println("ready");
    out.flush();
    try {
      if (options.runFor().isPresent()) {
        boolean _ = ended.await(options.runFor().get().toMillis(), TimeUnit.MILLISECONDS);
      } else {
        ended.await();
      }
    } catch (InterruptedException e) {
      LOG.info("Interrupted, the station ends");
    }
    finish();
    return reportFailed ? FAILED : 0;
  }

  /** Writes what was asked for and ends window and link. */
  private void finish() {
    if (finished.compareAndSet(false, true)) {
      closeParts();
      WindowPictures open = pictures;
      if (open != null) {
        open.close();
      }
      stopApp();
      finishDone.countDown();
    }
  }

  /** Writes the report and ends what has no window. */
  private void closeParts() {
    watchdog.close();
    options.report().ifPresent(this::writeReport);
    lastLive.close();
    awake.close();
    link.close();
    settings.close();
    one.ifPresent(OneStation::close);
    speaker.ifPresent(AlarmSound::close);
  }

  /**
   * The process is being ended from outside. JavaFX then ends by itself, at the same time, and
   * answers nobody any more: only what needs no window is done.
   */
  private void finishWithoutWindow() {
    try {
      if (finished.compareAndSet(false, true)) {
        closeParts();
      } else if (!finishDone.await(FINISH_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("The station did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeReport(Path file) {
    try {
      WardSnapshot last = ward.snapshot();
      LinkSnapshot lastLink = last.link();
      report.write(file, last.beds().size(), lastLink.state(), lastLink.transport().label());
    } catch (IOException e) {
      reportFailed = true;
      err.println("The report cannot be written to " + file + ": " + e.getMessage() + ".");
    }
  }

  private void stopApp() {
    StationApp running = app;
    if (running == null) {
      return;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          running.stop();
          stopped.countDown();
        });
    try {
      if (!stopped.await(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("The window did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
