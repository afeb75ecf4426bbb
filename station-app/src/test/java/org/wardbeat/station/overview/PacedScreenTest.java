package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A device whose pacemaker fires every 2 s, at the first of 100 samples at which its converter is
 * saturated: 0.4 s at 100 px a second.
 */
class PacedScreenTest {
  private static final int WIDTH = 1_920;
  private static final int HERTZ = 250;
  private static final int PERIOD = 500;
  private static final int FIRED = 100;
  private static final int HIGHEST = 150;
  private static final int CLIPPED = 100;
  private static final int CAP_PX = 40;
  private static final int TICK = 0xFFF2F5F8;
  private static final int CAP = 0xFFFFB648;

  /** Columns of a lane beside each other that have something in common. */
  private record Run(int from, int length) {}

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward() {
    FakeWard ward = FakeWard.still(16);
    ward.equip(
        0,
        List.of(
            new WaveformChannel("P", SignalKind.PACER, HERTZ, 1, 0, "1"),
            new WaveformChannel("II", SignalKind.ECG, HERTZ, 200, 0, "mV")
                .within(-HIGHEST, HIGHEST)));
    int[] ecg = new int[PERIOD];
    int[] pulses = new int[PERIOD];
    Arrays.fill(ecg, FIRED, FIRED + CLIPPED, HIGHEST);
    pulses[FIRED] = 1;
    ward.play(0, 0, new Records.Lead(pulses, HERTZ, 1, 0));
    ward.play(0, 1, new Records.Lead(ecg, HERTZ, 200, 0));
    ward.feed();
    return ward;
  }

  private static void goOn(FakeWard ward, Window window) {
    ward.advance(Duration.ofSeconds(3));
    ward.feed();
    window.advance(Duration.ofSeconds(3));
    window.settle();
  }

  private static List<Run> runs(Bounds area, IntPredicate isPart) {
    List<Run> runs = new ArrayList<>();
    int from = -1;
    for (int x = (int) area.getMinX(); x <= area.getMaxX(); x++) {
      boolean part = x < (int) area.getMaxX() && isPart.test(x);
      if (part && from < 0) {
        from = x;
      } else if (!part && from >= 0) {
        runs.add(new Run(from, x - from));
        from = -1;
      }
    }
    return runs;
  }

  private static boolean has(int[] pixels, int x, int top, int bottom, int colour) {
    for (int y = top; y < bottom; y++) {
      if (pixels[y * WIDTH + x] == colour) {
        return true;
      }
    }
    return false;
  }

  /** That each cap begins at a tick, which is seen so far below the top of its lane. */
  private static void assertTicksWhereCapsBegin(Window window, String waves, int below) {
    int[] pixels = window.pixels();
    Bounds area = window.area(waves);
    int top = (int) Math.rint(area.getMinY());
    int bottom = (int) Math.rint(area.getMaxY());
    List<Run> ticks = runs(area, x -> has(pixels, x, top + below, top + below + 1, TICK));
    List<Run> caps =
        runs(area, x -> has(pixels, x, top, bottom, CAP)).stream()
            .filter(cap -> cap.length() > CAP_PX - 4)
            .toList();
    assertThat(caps).hasSizeGreaterThanOrEqualTo(2);
    for (Run cap : caps) {
      assertThat(cap.length()).isCloseTo(CAP_PX, within(2));
      assertThat(ticks.stream().mapToInt(Run::from))
          .as("ticks where the cap at %d px begins", cap.from())
          .anyMatch(tick -> Math.abs(tick - cap.from()) <= 1);
    }
    assertThat(ticks)
        .allSatisfy(tick -> assertThat(tick.length()).isBetween(1, 2))
        .hasSizeBetween(caps.size(), caps.size() + 2);
  }

  @Test
  void ticksAndCapsAreOnTheEcgOfASector() {
    FakeWard ward = ward();
    try (Window window = Window.open(ward, WIDTH, 1_080)) {
      window.settle();
      goOn(ward, window);
      window.save("paced");
      assertTicksWhereCapsBegin(window, "#bed-401-waves", 2);
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void ticksAndCapsAreOnTheEcgOfThePatientWindowLiveAndFrozen() {
    FakeWard ward = ward();
    try (Window window = Window.open(ward, WIDTH, 1_080)) {
      window.settle();
      window.clickBed("401");
      window.press(KeyCode.ENTER, false);
      window.settle();
      goOn(ward, window);
      window.save("patient-paced");
      assertTicksWhereCapsBegin(window, "#patient-waves", 50);
      assertThat(window.isShown("#patient-lead-0")).as("the pulses are no wave").isFalse();
      window.press(KeyCode.SPACE, true);
      window.settle();
      assertThat(window.text("#frozen-badge")).isEqualTo("FROZEN, NOT LIVE");
      window.save("patient-paced-frozen");
      assertTicksWhereCapsBegin(window, "#patient-waves", 50);
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void pulsesAreNoWaveThatCanBeChosen() {
    FakeWard ward = ward();
    try (Window window = Window.open(ward, WIDTH, 1_080)) {
      window.settle();
      window.clickBed("401");
      window.press(KeyCode.F10, false);
      window.settle();
      assertThat(window.isShown("#display-ECG")).isTrue();
      assertThat(window.isShown("#display-Other")).isFalse();
    }
  }
}
