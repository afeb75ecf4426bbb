package org.wardbeat.station;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.acting.Acting;
import org.wardbeat.station.diagnostics.DiagnosticsScreen;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.OverviewScreen;
import org.wardbeat.station.patient.PatientScreen;
import org.wardbeat.station.patient.RulerFile;
import org.wardbeat.station.presentation.Audience;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.OverviewPresenter;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.review.ReviewScreen;
import org.wardbeat.station.screen.LiveScreen;
import org.wardbeat.station.settings.DeskSettings;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsScreen;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.theme.Theme;
import org.wardbeat.station.trend.StationMemory;
import org.wardbeat.station.wall.WallScreen;
import org.wardbeat.station.wall.WallSettings;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.window.DisplayChoice;
import org.wardbeat.station.window.WindowMemory;
import org.wardbeat.wire.ward.Operator;

/**
 * The station's window. All methods are for the JavaFX thread.
 *
 * <p>A failure while drawing is logged and shown, never swallowed: the sectors are taken away and
 * made anew {@value #RETRY_SECONDS} s later.
 */
public final class StationApp {
  private static final Logger LOG = LoggerFactory.getLogger(StationApp.class);
  private static final String TITLE = "Wardbeat";
  private static final double WIDTH = 1_920;
  private static final double HEIGHT = 1_080;

  /** JavaFX 26 draws windows without a display into a buffer of 1,000 by 1,000 px, row by row. */
  private static final double HEIGHT_IN_MEMORY = 998;

  private static final double LEAST_WIDTH = 1_280;
  private static final double LEAST_HEIGHT = 720;
  private static final int RETRY_SECONDS = 5;

  private final WardFeed feed;
  private final boolean wall;
  private final @Nullable SecondDisplay second;
  private final Optional<Desk> desk;
  private final Optional<DisplayChoice> covered;
  private LiveScreen screen;
  private OverviewPresenter presenter;
  private volatile long liveMicros;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long pulseNanos) {
          pulse(pulseNanos);
        }
      };
  private long failedNanos;
  private boolean failed;
  private boolean otherWords;
  private @Nullable Stage stage;

  /** What the window of a desk is made of, anew if it is to look otherwise. */
  private record Desk(
      StationOptions options,
      SettingsStore settings,
      PaintMetrics metrics,
      SoundControl sound,
      Board board,
      BedDisplays displays,
      StationMemory memory) {}

  /**
   * @param options where the beds come from, and who acts
   * @param settings how the window looks; a change shows at once
   * @param feed what is known of the ward; its listener is taken
   * @param metrics told what is painted when
   * @param sound lets alarms be heard
   */
  public StationApp(
      StationOptions options,
      SettingsStore settings,
      WardFeed feed,
      PaintMetrics metrics,
      SoundControl sound) {
    this.feed = feed;
    this.wall = false;
    Desk made =
        new Desk(
            options,
            settings,
            metrics,
            sound,
            DeskSettings.board(settings),
            DeskSettings.displays(settings),
            new StationMemory());
    this.desk = Optional.of(made);
    this.covered = Optional.empty();
    made.board().serve(options.operator().map(Operator::user).orElse(""));
    this.presenter = presenter(made, 0);
    this.screen = overview(feed, made, presenter, 0);
    this.second =
        new SecondDisplay(made.board(), () -> overview(feed, made, presenter(made, 1), 1));
    settings.problems().forEach(presenter::tellOfSettings);
  }

  private static Words words(SettingsStore settings) {
    Settings now = settings.current();
    return Words.in(
        now.get(Setting.LANGUAGE), now.get(Setting.CLOCK), now.get(Setting.TEMPERATURE));
  }

  private static OverviewPresenter presenter(Desk made, int index) {
    return new OverviewPresenter(
        Timers.DEFAULT,
        ZoneId.systemDefault(),
        words(made.settings()),
        Audience.STAFF,
        made.board(),
        index);
  }

  /** The beds of one of the station's displays, with its other pages. */
  private static OverviewScreen overview(
      WardFeed feed, Desk made, OverviewPresenter presenter, int index) {
    StationOptions options = made.options();
    ZoneId zone = presenter.zone();
    Words words = presenter.words();
    DiagnosticsScreen diagnostics =
        new DiagnosticsScreen(
            Timers.DEFAULT,
            words,
            zone,
            InstantSource.system(),
            folder("wardbeat-diagnostics"),
            facts(made));
    ReviewScreen review =
        new ReviewScreen(
            feed,
            options.link().subscription().units(),
            words,
            zone,
            InstantSource.system(),
            folder("wardbeat-review"),
            options.operator());
    boolean first = index == 0;
    return new OverviewScreen(
        feed,
        first ? made.metrics() : SecondDisplay.UNMEASURED,
        presenter,
        diagnostics,
        review,
        new PatientScreen(
            feed,
            words,
            zone,
            new RulerFile(computerFile(made, "screen-ruler")),
            made.settings(),
            made.memory()),
        new SettingsScreen(made.settings(), words),
        index,
        made.displays(),
        first ? made.sound() : SecondDisplay.silent(made.sound()),
        new Acting(feed, options.operator(), words, Platform::runLater, System::nanoTime));
  }

  /** In other words; what is known of the ward stays, and where everybody is. */
  private void remake(Desk made) {
    otherWords = false;
    OverviewPresenter next = presenter(made, 0);
    OverviewScreen shown = overview(feed, made, next, 0);
    if (screen instanceof OverviewScreen before) {
      shown.follow(before);
    }
    presenter = next;
    screen = shown;
    Stage open = stage;
    if (open != null) {
      open.getScene().setRoot(shown);
    }
    if (second != null) {
      second.remake();
    }
  }

  /**
   * The window of a wall display.
   *
   * @param hangs how it hangs
   * @param settings in which language, when it starts
   * @param feed what is known of the ward; its listener is taken
   * @param metrics told what is painted when
   * @param sound lets alarms be heard
   */
  public StationApp(
      WallSettings hangs,
      SettingsStore settings,
      WardFeed feed,
      PaintMetrics metrics,
      SoundControl sound) {
    this.feed = feed;
    this.wall = true;
    this.second = null;
    this.desk = Optional.empty();
    DisplayChoice display = new DisplayChoice(hangs.display());
    this.covered = Optional.of(display);
    this.presenter =
        new OverviewPresenter(
            Timers.DEFAULT, ZoneId.systemDefault(), words(settings), Audience.PASSERS_BY);
    this.screen = new WallScreen(hangs, feed, metrics, presenter, sound, display::dpi);
  }

  private static Map<String, String> facts(Desk made) {
    List<String> units = made.options().link().subscription().units();
    OptionalInt beds = DeskSettings.layout(made.settings().current());
    return Map.of(
        "units", units.isEmpty() ? "all" : String.join(", ", units),
        "beds", beds.isPresent() ? String.valueOf(beds.getAsInt()) : "all");
  }

  private static Path folder(String name) {
    return Path.of(System.getProperty("user.home", "."), name);
  }

  private static Path computerFile(Desk made, String kind) {
    return made.options().computer().file(UserFolder.ofSystem(), kind, ".properties");
  }

  /** Tells that this station ran before, until a time, and did not end on purpose. */
  void restarted(long untilMicros) {
    presenter.restarted(untilMicros);
  }

  /** When the screen was last live, UTC microseconds; 0 if it was not yet. Any thread. */
  long liveMicros() {
    return liveMicros;
  }

  /**
   * Shows the window; it covers the screen if there is one.
   *
   * @param stage a new stage, whose closing ends the program
   */
  public void start(Stage stage) {
    double height = isInMemory() ? HEIGHT_IN_MEMORY : HEIGHT;
    Scene scene = new Scene(screen.node(), WIDTH, height, Color.web("#05070A"));
    List<String> missingFonts = Theme.applyTo(scene);
    if (!wall) {
      presenter.tellOfFonts(missingFonts); // nobody could close it there
    }
    stage.setTitle(TITLE);
    stage.setScene(scene);
    Optional<WindowMemory> memory = desk.flatMap(StationApp::windowMemory);
    covered.ifPresent(display -> hang(stage, display));
    if (!wall) {
      stage.setMinWidth(LEAST_WIDTH);
      stage.setMinHeight(LEAST_HEIGHT);
      memory.ifPresent(windows -> windows.follow(stage));
    }
    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> fail(failure));
    if (!wall) {
      feed.showDiagnostics(true);
    }
    this.stage = stage;
    desk.ifPresent(made -> made.settings().listen(_ -> changed(made)));
    stage.show();
    if (second != null) {
      second.follow(stage, memory);
    }
    timer.start();
  }

  /** Empty where windows are drawn in memory, in which they have no place. */
  private static Optional<WindowMemory> windowMemory(Desk made) {
    return isInMemory()
        ? Optional.empty()
        : Optional.of(
            new WindowMemory(
                computerFile(made, "windows"),
                task -> Thread.ofVirtual().name("wardbeat-windows").start(task)));
  }

  /** Over all of the display, without a frame or a pointer, and no key takes it away. */
  private static void hang(Stage stage, DisplayChoice display) {
    stage.getScene().setCursor(Cursor.NONE);
    if (isInMemory()) {
      return;
    }
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    display.follow(stage);
  }

  /** A platform without a display has no screen whose size means anything. */
  private static boolean isInMemory() {
    return "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
  }

  private void changed(Desk made) {
    Settings now = made.settings().current();
    Words shown = presenter.words();
    otherWords =
        now.get(Setting.LANGUAGE) != shown.language()
            || now.get(Setting.CLOCK) != shown.clock()
            || now.get(Setting.TEMPERATURE) != shown.temperature();
    remakeIfFree(made);
    made.board().arrange(made.board().arrangement().withLayout(DeskSettings.layout(now)));
  }

  /** Nobody loses what is being entered, or what is held, for other words. */
  private void remakeIfFree(Desk made) {
    if (!otherWords) {
      return;
    }
    boolean busy =
        (screen instanceof OverviewScreen first && first.isBusy())
            || (second != null && second.isBusy());
    if (!busy) {
      remake(made);
    }
  }

  private void pulse(long pulseNanos) {
    long nowNanos = System.nanoTime();
    if (failed && nowNanos - failedNanos < RETRY_SECONDS * 1_000_000_000L) {
      return;
    }
    failed = false;
    try {
      if (desk.isPresent()) {
        Desk made = desk.get();
        made.memory().pulse(feed, pulseNanos);
        remakeIfFree(made);
      }
      screen.pulse(pulseNanos, nowNanos);
      if (second != null) {
        second.pulse(pulseNanos, nowNanos);
      }
      if (screen.isLive()) {
        liveMicros = feed.bridgeNowMicros();
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fail(Throwable failure) {
    LOG.error("The screen failed; what it shows is taken away.", failure);
    failed = true;
    failedNanos = System.nanoTime();
    String clock = Formats.clock(feed.bridgeNowMicros(), presenter.zone(), presenter.words());
    screen.showFailure(clock);
    if (second != null) {
      second.showFailure(clock);
    }
  }

  /** Ends what {@link #start} started. */
  public void stop() {
    timer.stop();
    if (second != null) {
      second.close();
    }
  }
}
