package org.wardbeat.station.overview;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.wardbeat.station.acting.Acting;
import org.wardbeat.station.diagnostics.DiagnosticsScreen;
import org.wardbeat.station.fixture.Pictures;
import org.wardbeat.station.help.Keyboard;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.patient.PatientScreen;
import org.wardbeat.station.presentation.Audience;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.presentation.OverviewPresenter;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.review.ReviewScreen;
import org.wardbeat.station.settings.DeskSettings;
import org.wardbeat.station.settings.SectorChoice;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsScreen;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.theme.Theme;
import org.wardbeat.station.trend.StationMemory;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/**
 * The overview in a window whose pulses a test makes. It is larger than the window, because a
 * window without a display cannot be as large as a station's.
 */
final class Window implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final PaintMetrics UNMEASURED =
      new PaintMetrics() {
        @Override
        public void pulse(long nowNanos) {}

        @Override
        public void painted(long decodedNanos) {}
      };

  /** Where a test's diagnostics go. */
  static final Path EXPORTS = Path.of("target", "exports");

  /** By this computer's clock. */
  static final Instant NOW = Instant.parse("2026-03-10T09:42:08Z");

  private static final List<String> PARTS =
      List.of(
          "top-bar",
          "truth-line",
          "not-live-banner",
          "strip",
          "bed-grid",
          "patient-part",
          "card-head",
          "place",
          "hop",
          "total",
          "rung",
          "lanes",
          "figures",
          "check",
          "column-header",
          "table-row-cell",
          "card-foot",
          "review",
          "settings");

  private final Board board;
  private final SettingsStore settings;
  private final FakeWard ward;
  private final StationMemory memory = new StationMemory();
  private final OverviewScreen screen;
  private final Stage stage;
  private final Scene scene;
  private final FakeSound sound = new FakeSound();
  private boolean minimised;
  private final FakeRuler ruler = new FakeRuler();
  private long pulseNanos = 1_000_000_000_000L;

  private Window(
      FakeWard ward, int width, int height, Board board, int screenIndex, SettingsStore settings) {
    this.board = board;
    this.settings = settings;
    this.ward = ward;
    Words words = words(settings);
    screen =
        new OverviewScreen(
            ward,
            UNMEASURED,
            new OverviewPresenter(
                Timers.DEFAULT, ZoneOffset.UTC, words, Audience.STAFF, board, screenIndex),
            new DiagnosticsScreen(
                Timers.DEFAULT,
                words,
                ZoneOffset.UTC,
                () -> NOW,
                EXPORTS,
                Map.of("units", "4 East")),
            new ReviewScreen(
                ward,
                List.of(),
                words,
                ZoneOffset.UTC,
                () -> NOW,
                EXPORTS,
                Optional.of(new Operator("Okafor, A", Role.NURSE))),
            new PatientScreen(ward, words, ZoneOffset.UTC, ruler, settings, memory),
            new SettingsScreen(settings, words),
            screenIndex,
            DeskSettings.displays(settings),
            sound,
            new Acting(
                ward,
                Optional.of(new Operator("Okafor, A", Role.NURSE)),
                words,
                Platform::runLater,
                () -> pulseNanos));
    screen.setManaged(false);
    scene = new Scene(new Group(screen), 640, 480);
    Theme.applyTo(scene);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
    screen.resize(width, height);
  }

  static Window open(FakeWard ward, int width, int height) {
    return open(ward, width, height, SettingsStore.inMemory(Settings.INITIAL));
  }

  /** A window in the language that is set. */
  static Window open(FakeWard ward, int width, int height, SettingsStore settings) {
    return onFx(() -> new Window(ward, width, height, DeskSettings.board(settings), 0, settings));
  }

  /** The second screen of a station. */
  static Window openSecond(Window first, FakeWard ward, int width, int height) {
    SettingsStore settings = SettingsStore.inMemory(Settings.INITIAL);
    return onFx(() -> new Window(ward, width, height, first.board, 1, settings));
  }

  private static Words words(SettingsStore store) {
    Settings set = store.current();
    return Words.in(
        set.get(Setting.LANGUAGE), set.get(Setting.CLOCK), set.get(Setting.TEMPERATURE));
  }

  static <T> T onFx(Callable<T> task) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(task.call());
          } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
          }
        });
    return await(done);
  }

  /** Shows the present and waits until it is laid out, which never happens while minimised. */
  void pulse() {
    if (minimised) {
      onFx(
          () -> {
            pulseOnce();
            return true;
          });
      return;
    }
    CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
    onFx(
        () -> {
          pulseOnce();
          scene.addPostLayoutPulseListener(
              new Runnable() {
                @Override
                public void run() {
                  scene.removePostLayoutPulseListener(this);
                  laidOut.complete(true);
                }
              });
          Platform.requestNextPulse();
          return true;
        });
    await(laidOut);
  }

  /**
   * Pulses until what came is on the screen: rings are connected with one pulse, lanes placed after
   * it, waves painted with the next.
   */
  void settle() {
    pulse();
    pulse();
    pulse();
  }

  /** Lets seconds pass until something is so. */
  void until(BooleanSupplier so) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              runForASecond();
              pulse();
              return so.getAsBoolean();
            });
    settle();
  }

  /** A second's worth of pulses, one right after the other. */
  void runForASecond() {
    onFx(
        () -> {
          for (int i = 0; i < 60; i++) {
            pulseOnce();
          }
          return true;
        });
  }

  /** One pulse after so much time, on the thread that calls. */
  void leap(Duration time) {
    pulseNanos += time.toNanos();
    pulseNow();
  }

  private void pulseNow() {
    memory.pulse(ward, pulseNanos);
    screen.pulse(pulseNanos, Links.NANOS);
  }

  /** Lets the clock of the pulses run on. */
  void advance(Duration time) {
    onFx(
        () -> {
          pulseNanos += time.toNanos();
          return true;
        });
  }

  private static <T> T await(CompletableFuture<T> done) {
    try {
      return done.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void resize(int width, int height) {
    onFx(
        () -> {
          screen.resize(width, height);
          return true;
        });
  }

  /** Takes the window away, or shows it again. */
  void setMinimised(boolean now) {
    minimised = now;
    onFx(
        () -> {
          if (now) {
            stage.hide();
          } else {
            stage.show();
          }
          return true;
        });
  }

  /** Has the window drawn as on a display of another scale. */
  void setRenderScale(double scale) {
    onFx(
        () -> {
          stage.setRenderScaleX(scale);
          stage.setRenderScaleY(scale);
          return true;
        });
  }

  FakeRuler ruler() {
    return ruler;
  }

  FakeSound sound() {
    return sound;
  }

  /** What was chosen for sectors to show. */
  Map<BedId, BedDisplay> chosen() {
    return settings.current().get(Setting.SECTORS).stream()
        .collect(Collectors.toMap(SectorChoice::bed, SectorChoice::shows));
  }

  /** Where each bed is; on the thread of the screens. */
  Board board() {
    return board;
  }

  OverviewScreen screen() {
    return screen;
  }

  /** The node; on the thread that calls. */
  Node lookup(String selector) {
    Node node = scene.lookup(selector);
    if (node == null) {
      throw new AssertionError("Nothing in the window is " + selector);
    }
    return node;
  }

  /** Selects a row of a table. */
  void select(String table, int row) {
    onFx(
        () -> {
          ((TableView<?>) lookup(table)).getSelectionModel().clearAndSelect(row);
          return true;
        });
  }

  Node node(String selector) {
    Node node = onFx(() -> scene.lookup(selector));
    if (node == null) {
      throw new AssertionError("Nothing in the window is " + selector);
    }
    return node;
  }

  /** The node, if there is one. */
  List<Node> find(String selector) {
    return onFx(() -> List.copyOf(scene.getRoot().lookupAll(selector)));
  }

  /** The next pulse, on the thread that calls. */
  void pulseOnce() {
    pulseNanos += 16_666_667;
    pulseNow();
  }

  /** The colour behind a region. */
  Color background(String selector) {
    Region region = (Region) node(selector);
    return onFx(() -> (Color) region.getBackground().getFills().getFirst().getFill());
  }

  /** The entries of the strip that can be seen, in words. */
  List<String> stripEntries() {
    return onFx(
        () ->
            scene.getRoot().lookupAll(".strip-entry").stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparing(Node::getId))
                .map(Node::getAccessibleText)
                .toList());
  }

  /** Clicks a node that is no control. */
  void clickOn(String selector) {
    Node node = node(selector);
    onFx(
        () -> {
          Event.fireEvent(node, mouse(MouseEvent.MOUSE_CLICKED));
          return true;
        });
  }

  String text(String selector) {
    return ((Text) node(selector)).getText();
  }

  /** What a text says; nothing if it is not there, as it need not be for that. */
  String saying(String selector) {
    return find(selector).isEmpty() ? "" : text(selector);
  }

  String accessible(String selector) {
    return node(selector).getAccessibleText();
  }

  boolean isDim(String selector) {
    return node(selector).getPseudoClassStates().contains(States.DIM);
  }

  /** Presses a key with Shift, wherever the focus is. */
  void pressShift(KeyCode code) {
    press(code, false, true);
  }

  /** Presses a key, with or without the key of shortcuts, wherever the focus is. */
  void press(KeyCode code, boolean shortcut) {
    press(code, shortcut, false);
  }

  private void press(KeyCode code, boolean shortcut, boolean shift) {
    onFx(
        () -> {
          fire(code, shortcut, shift);
          return true;
        });
  }

  private void fire(KeyCode code, boolean shortcut, boolean shift) {
    Node focused = scene.getFocusOwner();
    EventTarget target = focused == null ? scene : focused;
    boolean command = shortcut && Keyboard.ofSystem().isCommand(code);
    Event.fireEvent(
        target,
        new KeyEvent(
            KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut && !command, false, command));
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
  }

  /** Types a character wherever the focus is. */
  void typeAnywhere(String character) {
    onFx(
        () -> {
          Node focused = scene.getFocusOwner();
          Event.fireEvent(
              focused == null ? scene : focused,
              new KeyEvent(
                  KeyEvent.KEY_TYPED,
                  character,
                  "",
                  KeyCode.UNDEFINED,
                  false,
                  false,
                  false,
                  false));
          return true;
        });
  }

  /** Presses a key, and tells whether the screen had a use for it before what has the focus. */
  boolean isHandled(KeyCode code, boolean shortcut) {
    return onFx(
        () -> {
          boolean[] reached = {false};
          EventHandler<KeyEvent> watch = _ -> reached[0] = true;
          scene.getRoot().addEventFilter(KeyEvent.KEY_PRESSED, watch);
          fire(code, shortcut, false);
          scene.getRoot().removeEventFilter(KeyEvent.KEY_PRESSED, watch);
          return !reached[0];
        });
  }

  /** Whether one of some buttons is the chosen one. */
  boolean isSelected(String selector) {
    ToggleButton button = (ToggleButton) node(selector);
    return onFx(button::isSelected);
  }

  /** Presses the primary button of the mouse on a node. */
  void click(String selector) {
    Node node = node(selector);
    onFx(
        () -> {
          for (EventType<MouseEvent> type :
              List.of(
                  MouseEvent.MOUSE_ENTERED_TARGET,
                  MouseEvent.MOUSE_PRESSED,
                  MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(node, mouse(type));
          }
          return true;
        });
  }

  private static MouseEvent mouse(EventType<MouseEvent> type) {
    return mouseAt(type, 4, 4);
  }

  private static MouseEvent mouseAt(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  /** Presses the primary button at a place on a node, moves, and lets it go. */
  void drag(String selector, double fromX, double fromY, double toX, double toY) {
    Node node = node(selector);
    onFx(
        () -> {
          Point2D from = node.localToScene(fromX, fromY);
          Point2D to = node.localToScene(toX, toY);
          Event.fireEvent(node, mouseAt(MouseEvent.MOUSE_PRESSED, from.getX(), from.getY()));
          Event.fireEvent(node, mouseAt(MouseEvent.MOUSE_DRAGGED, to.getX(), to.getY()));
          Event.fireEvent(node, mouseAt(MouseEvent.MOUSE_RELEASED, to.getX(), to.getY()));
          return true;
        });
  }

  /** Presses a node as a screen reader does. */
  void fireAccessibly(String selector) {
    Node node = node(selector);
    onFx(
        () -> {
          node.executeAccessibleAction(AccessibleAction.FIRE);
          return true;
        });
  }

  /** Fires a button. */
  void fire(String selector) {
    ButtonBase button = (ButtonBase) node(selector);
    onFx(
        () -> {
          button.fire();
          return true;
        });
  }

  /** Clicks the middle of a bed's sector, below its header. */
  void clickMiddleOf(String bed) {
    Node sector = node("#bed-" + bed);
    Node grid = node("#bed-grid");
    onFx(
        () -> {
          Bounds inWindow = sector.localToScene(sector.getLayoutBounds());
          Event.fireEvent(
              grid,
              mouseAt(MouseEvent.MOUSE_CLICKED, inWindow.getCenterX(), inWindow.getCenterY()));
          return true;
        });
  }

  /** Clicks a bed's sector where it is. */
  void clickBed(String bed) {
    clickOnGrid("#bed-" + bed);
  }

  /** Clicks the grid of the beds where a part of it is. */
  void clickOnGrid(String selector) {
    Node sector = node(selector);
    Node grid = node("#bed-grid");
    onFx(
        () -> {
          Bounds at = sector.localToScene(sector.getBoundsInLocal());
          Event.fireEvent(
              grid, mouseAt(MouseEvent.MOUSE_CLICKED, at.getCenterX(), at.getCenterY()));
          return true;
        });
  }

  /** Drags a bed's sector to where another bed is. */
  void drag(String from, String to) {
    Node grid = node("#bed-grid");
    Node start = node("#bed-" + from);
    Node end = node("#bed-" + to);
    onFx(
        () -> {
          Bounds first = start.localToScene(start.getBoundsInLocal());
          Bounds last = end.localToScene(end.getBoundsInLocal());
          fireAt(grid, MouseEvent.MOUSE_PRESSED, first);
          fireAt(grid, MouseEvent.MOUSE_DRAGGED, last);
          fireAt(grid, MouseEvent.MOUSE_RELEASED, last);
          return true;
        });
  }

  private static void fireAt(Node node, EventType<MouseEvent> type, Bounds at) {
    Event.fireEvent(node, mouseAt(type, at.getCenterX(), at.getCenterY()));
  }

  /** Types into a field in the place of what stands there. */
  void type(String selector, String text) {
    focus(selector);
    TextInputControl field = (TextInputControl) node(selector);
    onFx(
        () -> {
          field.selectAll();
          for (int i = 0; i < text.length(); i++) {
            String typed = text.substring(i, i + 1);
            Event.fireEvent(
                field,
                new KeyEvent(
                    KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
          }
          return true;
        });
  }

  /** What stands in a field. */
  String typed(String selector) {
    TextInputControl field = (TextInputControl) node(selector);
    return onFx(field::getText);
  }

  /** Turns the wheel over a node. */
  void wheel(String selector, double pixels) {
    Node node = node(selector);
    onFx(
        () -> {
          Event.fireEvent(
              node,
              new ScrollEvent(
                  ScrollEvent.SCROLL,
                  4,
                  4,
                  4,
                  4,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  0,
                  pixels,
                  0,
                  pixels,
                  ScrollEvent.HorizontalTextScrollUnits.NONE,
                  0,
                  ScrollEvent.VerticalTextScrollUnits.NONE,
                  0,
                  0,
                  null));
          return true;
        });
  }

  /** Whether two parts lie on each other. */
  boolean overlaps(String one, String other) {
    Bounds first = bounds(node(one));
    Bounds second = bounds(node(other));
    return first.intersects(
        new BoundingBox(
            second.getMinX() + 1,
            second.getMinY() + 1,
            second.getWidth() - 2,
            second.getHeight() - 2));
  }

  /** What has the focus, by its id; empty if nothing has. */
  String focusedId() {
    return onFx(
        () -> {
          Node owner = scene.getFocusOwner();
          return owner == null || owner.getId() == null ? "" : owner.getId();
        });
  }

  /** Gives a node the focus. */
  void focus(String selector) {
    Node node = node(selector);
    onFx(
        () -> {
          node.requestFocus();
          return true;
        });
  }

  /** The words of a label, button or text. */
  String words(String selector) {
    Node node = node(selector);
    return onFx(
        () -> node instanceof Labeled labeled ? labeled.getText() : ((Text) node).getText());
  }

  boolean isShown(String selector) {
    return onFx(
        () -> {
          Node node = scene.lookup(selector);
          if (node == null) {
            return false;
          }
          for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
              return false;
            }
          }
          return true;
        });
  }

  /** Labels of which something is cut. */
  List<String> cutLabels() {
    return onFx(
        () -> {
          List<String> cut = new ArrayList<>();
          collectCut(screen, cut);
          return cut;
        });
  }

  private static void collectCut(Node node, List<String> cut) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(Text.class::isInstance)
          .map(child -> ((Text) child).getText().replace("\n", ""))
          .filter(shown -> !labeled.getText().replace("\n", "").equals(shown))
          .forEach(shown -> cut.add(labeled.getText() + " shows as " + shown));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collectCut(child, cut));
    }
  }

  /** All that can be seen or is read out. */
  Set<String> said() {
    return onFx(
        () -> {
          Set<String> said = new TreeSet<>();
          collectSaid(screen, said);
          return said;
        });
  }

  private static void collectSaid(Node node, Set<String> said) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text) {
      said.add(text.getText());
    }
    if (node instanceof TextInputControl field && field.getPromptText() != null) {
      said.add(field.getPromptText());
    }
    if (node.getAccessibleText() != null) {
      said.add(node.getAccessibleText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collectSaid(child, said));
    }
  }

  /** All texts that can be seen. */
  List<Text> texts() {
    return onFx(
        () -> {
          List<Text> texts = new ArrayList<>();
          collect(screen, texts);
          return texts;
        });
  }

  private static void collect(Node node, List<Text> texts) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  /** The same of the top bar alone. */
  List<String> topBarProblems() {
    return problems(
        texts().stream().filter(text -> part(text).getStyleClass().contains("top-bar")).toList());
  }

  /** Texts that leave the part of the screen they belong to, or lie on another text of it. */
  List<String> problems() {
    return problems(texts());
  }

  private static List<String> problems(List<Text> texts) {
    return onFx(
        () -> {
          List<String> problems = new ArrayList<>();
          for (int i = 0; i < texts.size(); i++) {
            Bounds ink = ink(texts.get(i));
            Bounds part = bounds(part(texts.get(i)));
            if (!part.contains(ink)) {
              problems.add(texts.get(i).getText() + " leaves its part: " + ink + " / " + part);
            }
            for (int j = i + 1; j < texts.size(); j++) {
              boolean same = part(texts.get(i)).equals(part(texts.get(j)));
              if (same && ink.intersects(ink(texts.get(j)))) {
                problems.add(texts.get(i).getText() + " overlaps " + texts.get(j).getText());
              }
            }
          }
          return problems;
        });
  }

  /** The sector, bar, banner or strip of a text. */
  private static Node part(Node text) {
    for (Node node = text; node.getParent() != null; node = node.getParent()) {
      boolean part =
          node instanceof Sector
              || (node instanceof Region
                  && PARTS.stream().anyMatch(node.getStyleClass()::contains));
      if (part) {
        return node;
      }
    }
    throw new AssertionError("Nothing holds " + text);
  }

  private static Bounds bounds(Node node) {
    Region region = (Region) node;
    return region.localToScene(new BoundingBox(0, 0, region.getWidth(), region.getHeight()));
  }

  /** Capitals and digits without the room for accents above and descenders below. */
  private static Bounds ink(Text text) {
    double size = text.getFont().getSize();
    double width = text.getLayoutBounds().getWidth();
    return text.localToScene(
        new BoundingBox(0.5, -0.74 * size, Math.max(0, width - 1), 0.74 * size));
  }

  /** Where a node is among the pixels. */
  Bounds area(String id) {
    Node node = node(id);
    return onFx(() -> bounds(node));
  }

  int[] pixels() {
    return onFx(() -> Pictures.pixels(screen));
  }

  void save(String name) {
    Pictures.save(pixels(), (int) screen.getWidth(), name);
  }

  @Override
  public void close() {
    onFx(
        () -> {
          stage.close();
          return true;
        });
  }
}
