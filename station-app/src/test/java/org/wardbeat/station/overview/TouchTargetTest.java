package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.theme.PressArea;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.wire.ward.Inactivation;

/** What a finger presses, wherever it is, is large enough for one, and says what it does. */
class TouchTargetTest {
  private static final double LEAST = 44;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward() {
    FakeWard ward = FakeWard.still(16);
    ward.change(1, Alarms.with(PanelFixtures.scored(FakeWard.START_MICROS - 60_000_000L)));
    ward.change(4, FakeWard::empty);
    ward.change(6, Alarms.with(BedWatch.NONE, Alarms.asystole(14), Alarms.desaturation(30)));
    ward.hold(Alarms.hold("412", Inactivation.STANDBY, 1_122));
    ward.setLink(Links.degraded());
    ward.feed();
    return ward;
  }

  private static Arguments place(String name, Consumer<Window> go) {
    return Arguments.of(name, go);
  }

  private static Consumer<Window> bedKey(KeyCode code, boolean control) {
    return window -> {
      window.clickBed("407");
      window.press(code, control);
    };
  }

  static Stream<Arguments> places() {
    return Stream.of(
        place("beds", _ -> {}),
        place("find", window -> window.press(KeyCode.F, true)),
        place("patient", bedKey(KeyCode.ENTER, false)),
        place("limits", bedKey(KeyCode.F6, false)),
        place("pauses", bedKey(KeyCode.F8, false)),
        place("NEWS2 entry", bedKey(KeyCode.F9, false)),
        place("display", bedKey(KeyCode.F10, false)),
        place("people", bedKey(KeyCode.P, true)),
        place("review", window -> window.press(KeyCode.F5, false)),
        place("diagnostics", window -> window.press(KeyCode.F12, false)),
        place("settings", window -> window.press(KeyCode.COMMA, true)),
        place("keys", window -> window.press(KeyCode.F1, false)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void isLargeEnoughForAFingerAndSaysWhatItDoes(String name, Consumer<Window> go) {
    try (Window window = Window.open(ward(), 1_920, 1_080)) {
      window.settle();
      go.accept(window);
      window.settle();
      assertThat(problems(window)).as(name).isEmpty();
    }
  }

  private static List<String> problems(Window window) {
    return Window.onFx(
        () -> {
          List<String> problems = new ArrayList<>();
          for (Node node : window.screen().lookupAll("*")) {
            if (isPressed(node) && isSeen(node)) {
              Region region = (Region) node;
              boolean small = region.getHeight() < LEAST || region.getWidth() < LEAST;
              if (small && !region.isMouseTransparent()) {
                problems.add(node + ": " + region.getWidth() + " x " + region.getHeight());
              }
              if (isNameless(node)) {
                problems.add(node + " says nothing");
              }
            }
          }
          return problems;
        });
  }

  private static boolean isPressed(Node node) {
    return node instanceof ButtonBase
        || node instanceof ComboBoxBase
        || node instanceof TextField
        || node instanceof PressArea
        || node.getAccessibleRole() == AccessibleRole.BUTTON;
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameless(Node node) {
    boolean written = node instanceof Labeled labeled && !labeled.getText().isBlank();
    return !written && (node.getAccessibleText() == null || node.getAccessibleText().isBlank());
  }

  @Test
  void doesTheSameForAScreenReader() {
    FakeWard ward = ward();
    try (Window window = Window.open(ward, 1_920, 1_080)) {
      window.settle();
      window.fireAccessibly("#strip-acknowledge-0");
      window.settle();
      assertThat(ward.acts()).hasSize(1);
    }
  }

  @Test
  void aSectorOpensForAScreenReaderAsByAClick() {
    try (Window window = Window.open(ward(), 1_920, 1_080)) {
      window.settle();
      window.fireAccessibly("#bed-402");
      window.settle();
      assertThat(window.isShown("#selected-bed")).isTrue();
      assertThat(window.isShown("#patient")).isFalse();
      window.fireAccessibly("#bed-402");
      window.settle();
      assertThat(window.isShown("#patient")).isTrue();
    }
  }

  @Test
  void anEmptySectorOffersAdmissionToAScreenReader() {
    try (Window window = Window.open(ward(), 1_920, 1_080)) {
      window.settle();
      window.fireAccessibly("#bed-405");
      window.settle();
      assertThat(window.isShown("#people-identifier")).isTrue();
    }
  }

  /** Also those for which nobody waits any more, which F2 leaves out. */
  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"ENTER", "SPACE"})
  void anEntryOfTheStripIsReachedByTabAndLeadsToItsBed(KeyCode key) {
    FakeWard ward = FakeWard.still(16);
    ward.change(6, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    ward.change(10, Alarms.with(BedWatch.NONE, Alarms.acknowledged(Alarms.desaturation(38), 20)));
    ward.feed();
    try (Window window = Window.open(ward, 1_920, 1_080)) {
      window.settle();
      window.focus("#strip-entry-0");
      window.press(KeyCode.TAB, false);
      assertThat(window.focusedId()).isEqualTo("strip-entry-1");
      window.press(key, false);
      window.settle();
      assertThat(window.focusedId()).isEqualTo("bed-411");
      assertThat(window.isShown("#patient")).isFalse();
      assertThat(ward.acts()).isEmpty();
    }
  }

  @Test
  void anEntryOfTheStripLeadsToItsBedForAScreenReader() {
    try (Window window = Window.open(ward(), 1_920, 1_080)) {
      window.settle();
      window.fireAccessibly("#strip-entry-0");
      window.settle();
      assertThat(window.focusedId()).isEqualTo("bed-407");
    }
  }
}
