package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.StationOptions;
import org.wardbeat.station.help.Keyboard;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.NoSound;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/**
 * A way through the pages of the program's own window by a pointer that is moved and clicked, and
 * by keys that are typed: what lies under the pointer and what has the focus is found by JavaFX.
 */
class RobotScreenTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int BED = 6;
  private static final int MOST_TABS = 80;

  private final FakeWard ward = FakeWard.running(16);
  private final SettingsStore settings = SettingsStore.inMemory(Settings.INITIAL);
  private final FxRobot robot = new FxRobot();
  private final StationApp app;
  private final Stage stage;

  RobotScreenTest() {
    app = Window.onFx(this::newApp);
    stage = Window.onFx(Stage::new);
  }

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private StationApp newApp() {
    StationOptions options =
        new StationOptions(
            LinkSettings.of(
                URI.create("ws://127.0.0.1:8420/ws"), "test", Subscription.ofUnits(List.of())),
            Optional.of(new Operator(Alarms.USER, Role.NURSE)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            false);
    PaintMetrics unmeasured =
        new PaintMetrics() {
          @Override
          public void pulse(long nowNanos) {}

          @Override
          public void painted(long decodedNanos) {}
        };
    return new StationApp(options, settings, ward, unmeasured, new NoSound(System.nanoTime()));
  }

  @BeforeEach
  void show() {
    ward.change(BED, Alarms.with(PanelFixtures.unit(), Alarms.desaturation(14)));
    ward.past(PastAlarms.of(60, 300));
    ward.feed();
    Window.onFx(
        () -> {
          app.start(stage);
          stage.setX(0);
          stage.setY(0);
          stage.requestFocus();
          stage.getScene().addEventFilter(MouseEvent.ANY, RobotScreenTest::asByMouse);
          return true;
        });
    awaitThat(() -> isShown("#bed-407") && isShown("#strip-acknowledge-0"));
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

  /**
   * The robot of the headless platform says of each press and release that it asks for a context
   * menu, upon which the head of a column leaves it alone; the left button of a mouse does not.
   */
  private static void asByMouse(MouseEvent event) {
    if (event.isPopupTrigger() && event.getButton() == MouseButton.PRIMARY) {
      event.consume();
      Event.fireEvent(event.getTarget(), withoutMenu(event));
    }
  }

  private static MouseEvent withoutMenu(MouseEvent event) {
    return new MouseEvent(
        event.getSource(),
        event.getTarget(),
        event.getEventType(),
        event.getSceneX(),
        event.getSceneY(),
        event.getScreenX(),
        event.getScreenY(),
        event.getButton(),
        event.getClickCount(),
        event.isShiftDown(),
        event.isControlDown(),
        event.isAltDown(),
        event.isMetaDown(),
        event.isPrimaryButtonDown(),
        event.isMiddleButtonDown(),
        event.isSecondaryButtonDown(),
        event.isSynthesized(),
        false,
        event.isStillSincePress(),
        event.getPickResult());
  }

  /** Samples go on coming meanwhile. */
  private void awaitThat(BooleanSupplier so) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              ward.feed();
              return so.getAsBoolean();
            });
  }

  private boolean isShown(String selector) {
    return Window.onFx(
        () -> {
          Node found = stage.getScene().lookup(selector);
          for (Node each = found; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
              return false;
            }
          }
          return found != null && found.getLayoutBounds().getWidth() > 0;
        });
  }

  private Node node(String selector) {
    return Window.onFx(() -> stage.getScene().lookup(selector));
  }

  private String focusedId() {
    return Window.onFx(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          return owner == null || owner.getId() == null ? "" : owner.getId();
        });
  }

  private String typed(String selector) {
    return Window.onFx(
        () ->
            stage.getScene().lookup(selector) instanceof TextInputControl field
                ? field.getText()
                : "");
  }

  private String words(String selector) {
    return Window.onFx(
        () ->
            stage.getScene().lookup(selector) instanceof Labeled labeled ? labeled.getText() : "");
  }

  private void click(String selector) {
    awaitThat(() -> isShown(selector));
    FxRobotInterface _ = robot.clickOn(node(selector));
  }

  private void tap(KeyCode key) {
    FxRobotInterface _ = robot.type(key);
  }

  private void tapShortcut(KeyCode key) {
    KeyCode held = Keyboard.ofSystem().isCommand(key) ? KeyCode.META : KeyCode.CONTROL;
    FxRobotInterface _ = robot.press(held, key).release(key, held);
  }

  /** Presses Tab until something has the focus. */
  private void tabTo(String id) {
    for (int i = 0; i < MOST_TABS && !focusedId().equals(id); i++) {
      tap(KeyCode.TAB);
    }
    assertThat(focusedId()).isEqualTo(id);
  }

  private void done() {
    awaitThat(() -> !ward.acts().isEmpty());
    ward.acts().getLast().answer().complete(new ActResult(ActResult.Status.DONE, ""));
  }

  private void checkThatTheLimitWasSent() {
    done();
    Operation.SetLimits wanted = (Operation.SetLimits) ward.acts().getLast().operation();
    Limit heartRate = wanted.limits().limits().getFirst();
    assertThat(heartRate.high()).isEqualTo(119);
    ward.change(
        BED,
        Alarms.with(
            PanelFixtures.set(2, Alarms.USER, wanted.reason(), wanted.limits()),
            Alarms.desaturation(14)));
    awaitThat(() -> words("#panel-message").startsWith("Set."));
  }

  private void checkThatTheAlarmWasAcknowledged() {
    awaitThat(() -> ward.acts().size() == 2);
    done();
    assertThat(ward.acts().getLast().operation()).isInstanceOf(Operation.Acknowledge.class);
  }

  @Test
  void byPointer() {
    click("#bed-407");
    awaitThat(() -> isShown("#selected-bed"));
    click("#bed-407");
    awaitThat(() -> isShown("#patient"));
    awaitThat(() -> !node("#wave-freeze").isDisabled());
    click("#wave-freeze");
    awaitThat(() -> isShown("#frozen-waves"));
    click("#patient-back");
    awaitThat(() -> !isShown("#patient"));
    click("#bed-407");
    click("#patient-open-limits");
    click("#limit-hr-high-minus");
    awaitThat(() -> typed("#limit-hr-high").equals("119"));
    click("#limits-reason-0");
    click("#panel-confirm");
    checkThatTheLimitWasSent();
    click("#panel-close");
    awaitThat(() -> !isShown("#side-panel"));
    click("#strip-acknowledge-0");
    checkThatTheAlarmWasAcknowledged();
    click("#tab-review");
    awaitThat(() -> isShown("#alarms .table-row-cell"));
    click("#column-duration");
    awaitThat(() -> isShown("#column-duration .arrow"));
    click("#mode-burden");
    awaitThat(() -> isShown("#burden-alarms"));
    click("#tab-settings");
    click("#set-temperature-fahrenheit");
    awaitThat(() -> settings.current().get(Setting.TEMPERATURE) == TemperatureUnit.FAHRENHEIT);
    click("#tab-beds");
    awaitThat(() -> isShown("#bed-407"));
  }

  @Test
  void byKeys() {
    tap(KeyCode.HOME);
    awaitThat(() -> focusedId().equals("bed-401"));
    for (int i = 0; i < BED; i++) {
      tap(KeyCode.RIGHT);
    }
    awaitThat(() -> focusedId().equals("bed-407"));
    tap(KeyCode.ENTER);
    awaitThat(() -> isShown("#patient") && !node("#wave-freeze").isDisabled());
    tapShortcut(KeyCode.SPACE);
    awaitThat(() -> isShown("#frozen-waves"));
    tap(KeyCode.ESCAPE);
    awaitThat(() -> !isShown("#patient"));
    tap(KeyCode.F6);
    awaitThat(() -> focusedId().equals("limit-hr-low"));
    tabTo("limit-hr-high");
    tap(KeyCode.DOWN);
    awaitThat(() -> typed("#limit-hr-high").equals("119"));
    tabTo("limits-reason");
    FxRobotInterface _ = robot.write("order");
    awaitThat(() -> typed("#limits-reason").equals("order"));
    tapShortcut(KeyCode.ENTER);
    checkThatTheLimitWasSent();
    tabTo("panel-close");
    tap(KeyCode.SPACE);
    awaitThat(() -> !isShown("#side-panel"));
    tap(KeyCode.F2);
    tap(KeyCode.F3);
    checkThatTheAlarmWasAcknowledged();
    tap(KeyCode.F5);
    awaitThat(() -> isShown("#alarms .table-row-cell"));
    tabTo("sort-duration");
    tap(KeyCode.SPACE);
    awaitThat(() -> isShown("#column-duration .arrow"));
    tapShortcut(KeyCode.COMMA);
    awaitThat(() -> isShown("#settings"));
    tabTo("set-temperature-celsius");
    tap(KeyCode.RIGHT);
    awaitThat(() -> focusedId().equals("set-temperature-fahrenheit"));
    tap(KeyCode.SPACE);
    awaitThat(() -> settings.current().get(Setting.TEMPERATURE) == TemperatureUnit.FAHRENHEIT);
    tap(KeyCode.ESCAPE);
    awaitThat(() -> isShown("#bed-407"));
  }
}
