package org.wardbeat.station.overview;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.wardbeat.station.fixture.Pictures;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Audience;
import org.wardbeat.station.presentation.OverviewPresenter;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.theme.Theme;
import org.wardbeat.station.wall.WallScreen;
import org.wardbeat.station.wall.WallSettings;

/** A wall display whose pulses a test makes, as large as no window without a display can be. */
final class WallWindow implements AutoCloseable {
  private static final PaintMetrics UNMEASURED =
      new PaintMetrics() {
        @Override
        public void pulse(long nowNanos) {}

        @Override
        public void painted(long decodedNanos) {}
      };

  private static final List<String> PARTS =
      List.of("wall-top", "wall-slot", "wall-tile", "wall-banner", "wall-sector");

  private final FakeSound sound = new FakeSound();
  private final WallScreen screen;
  private final Stage stage;
  private final Scene scene;
  private long pulseNanos = 960_000_000_000L;
  private long nowNanos = Links.NANOS;

  private WallWindow(FakeWard ward, WallSettings settings, int width, int height) {
    screen =
        new WallScreen(
            settings,
            ward,
            UNMEASURED,
            new OverviewPresenter(
                Timers.DEFAULT, ZoneOffset.UTC, Words.english(), Audience.PASSERS_BY),
            sound,
            () -> 96);
    screen.setManaged(false);
    scene = new Scene(new Group(screen), 640, 480);
    Theme.applyTo(scene);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
    screen.resize(width, height);
  }

  /** A wall of a size, of 55 inches. */
  static WallWindow open(FakeWard ward, double metres, int width, int height) {
    return open(
        ward,
        new WallSettings(metres, OptionalDouble.of(55), OptionalInt.empty(), OptionalInt.empty()),
        width,
        height);
  }

  static WallWindow open(FakeWard ward, WallSettings settings, int width, int height) {
    WallWindow window = Window.onFx(() -> new WallWindow(ward, settings, width, height));
    window.settle();
    return window;
  }

  /** Shows the present and waits until it is laid out. */
  void pulse() {
    CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
    Window.onFx(
        () -> {
          pulseNanos += 16_666_667;
          screen.pulse(pulseNanos, nowNanos);
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
    try {
      laidOut.get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void settle() {
    pulse();
    pulse();
    pulse();
  }

  /** Lets the clock of the pulses run on. */
  void advance(Duration time) {
    Window.onFx(
        () -> {
          pulseNanos += time.toNanos();
          return true;
        });
  }

  /** Lets the clock of the link run on while the screen stands still. */
  void standStill(Duration time) {
    Window.onFx(
        () -> {
          nowNanos += time.toNanos();
          return true;
        });
  }

  FakeSound sound() {
    return sound;
  }

  WallScreen screen() {
    return screen;
  }

  Node node(String selector) {
    Node node = Window.onFx(() -> scene.lookup(selector));
    if (node == null) {
      throw new AssertionError("Nothing on the wall is " + selector);
    }
    return node;
  }

  boolean has(String selector) {
    return Window.onFx(() -> scene.lookup(selector)) != null;
  }

  String text(String selector) {
    return ((Text) node(selector)).getText();
  }

  /** The pinned alarms that can be seen, in words. */
  List<String> pinned() {
    return Window.onFx(
        () -> {
          List<String> words = new ArrayList<>();
          for (int i = 0; scene.lookup("#pinned-" + i) != null; i++) {
            Node slot = scene.lookup("#pinned-" + i);
            if (slot.isVisible()) {
              words.add(slot.getAccessibleText());
            }
          }
          return words;
        });
  }

  /** All texts that can be seen. */
  List<Text> texts() {
    return Window.onFx(
        () -> {
          List<Text> texts = new ArrayList<>();
          collect(screen, texts);
          return texts;
        });
  }

  /** The colour behind a region. */
  Color background(String selector) {
    Region region = (Region) node(selector);
    return Window.onFx(() -> (Color) region.getBackground().getFills().getFirst().getFill());
  }

  /** What takes the focus or the mouse. */
  List<Node> focusable() {
    return Window.onFx(
        () ->
            screen.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() || node.getOnMouseClicked() != null)
                .toList());
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

  /** The fonts of all texts that can be seen, by their ids. */
  Map<String, Font> fonts() {
    List<Text> texts = texts();
    return Window.onFx(
        () ->
            texts.stream()
                .filter(text -> text.getId() != null)
                .collect(Collectors.toMap(Text::getId, Text::getFont, (one, _) -> one)));
  }

  List<String> words() {
    return texts().stream().map(Text::getText).toList();
  }

  /** Texts that leave the part of the wall they belong to, or lie on another text of it. */
  List<String> problems() {
    List<Text> texts = texts();
    return Window.onFx(
        () -> {
          List<String> problems = new ArrayList<>();
          for (int i = 0; i < texts.size(); i++) {
            Bounds ink = ink(texts.get(i));
            Region part = part(texts.get(i));
            Bounds room =
                part.localToScene(new BoundingBox(0, 0, part.getWidth(), part.getHeight()));
            if (!room.contains(ink)) {
              problems.add(texts.get(i).getText() + " leaves its part: " + ink + " / " + room);
            }
            for (int j = i + 1; j < texts.size(); j++) {
              if (part.equals(part(texts.get(j))) && ink.intersects(ink(texts.get(j)))) {
                problems.add(
                    part.getId()
                        + ": "
                        + texts.get(i).getText()
                        + " overlaps "
                        + texts.get(j).getText());
              }
            }
          }
          return problems;
        });
  }

  private Region part(Node text) {
    for (Node node = text; node.getParent() != null; node = node.getParent()) {
      if (node instanceof Region region
          && PARTS.stream().anyMatch(region.getStyleClass()::contains)) {
        return region;
      }
    }
    return screen;
  }

  private static Bounds ink(Text text) {
    double size = text.getFont().getSize();
    double width = text.getLayoutBounds().getWidth();
    return text.localToScene(new BoundingBox(1, -0.74 * size, Math.max(0, width - 2), 0.74 * size));
  }

  /** Where a node is on the picture. */
  Rectangle2D place(Node node) {
    return Window.onFx(
        () -> {
          Bounds bounds = node.localToScene(node.getLayoutBounds());
          return new Rectangle2D(
              bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        });
  }

  int[] pixels() {
    return Window.onFx(() -> Pictures.pixels(screen));
  }

  void save(String name) {
    Pictures.save(pixels(), (int) screen.getWidth(), name);
  }

  @Override
  public void close() {
    Window.onFx(
        () -> {
          stage.close();
          return true;
        });
  }
}
