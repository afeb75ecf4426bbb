package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.Slot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;

/** Waves and numbers that users choose for a bed, by mouse and by keyboard. */
class DisplayScreenTest {
  private static final BedId BED = new BedId("4 East", "403");

  private FakeWard ward;
  private Window window;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    ward = FakeWard.still(16);
    ward.feed();
    window = Window.open(ward, 1920, 1080);
    settle();
    window.clickBed("403");
    settle();
    window.press(KeyCode.F10, false);
    settle();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void settle() {
    window.pulse();
    window.pulse();
    window.pulse();
  }

  private void choose(String... buttons) {
    for (String button : buttons) {
      window.fire("#display-" + button);
    }
    settle();
  }

  @Test
  void showsTheWavesAndNumbersThatWereChosen() {
    choose("ECG", "Pleth", "hr", "spo2", "temp", "nibp", "pulse", "st");
    assertThat(window.words("#panel-confirm")).isEqualTo("Show this at bed 403");
    window.fire("#panel-confirm");
    settle();
    assertThat(window.words("#panel-message")).isEqualTo("Shown so at this station");
    window.fire("#panel-close");
    settle();
    assertThat(window.isShown("#bed-403-st")).isTrue();
    assertThat(window.isShown("#bed-403-pulse")).isTrue();
    assertThat(window.find("#bed-403-rr")).isEmpty();
    assertThat(window.find("#bed-404-st")).isEmpty();
    assertThat(window.chosen().get(BED))
        .isEqualTo(
            new BedDisplay(
                List.of(SignalKind.ECG, SignalKind.PLETH),
                List.of(Slot.HR, Slot.SPO2, Slot.TEMP, Slot.NIBP, Slot.PULSE, Slot.ST)));
    assertThat(window.problems()).isEmpty();
    window.save("display-16");
    for (KeyCode layout : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT5, KeyCode.DIGIT6)) {
      window.press(layout, true);
      settle();
      assertThat(window.isShown("#bed-403-hr")).isTrue();
      assertThat(window.problems()).as("%s", layout).isEmpty();
      window.save("display-" + layout);
    }
  }

  @Test
  void saysWhatCannotBe() {
    choose("spo2", "rr", "temp", "nibp");
    window.fire("#panel-confirm");
    settle();
    assertThat(window.words("#panel-message")).isEqualTo("The heart rate is always shown");
    choose("spo2", "rr");
    window.press(KeyCode.ENTER, true);
    settle();
    assertThat(window.words("#panel-message")).isEqualTo("Choose 4 to 6 numbers");
    assertThat(window.chosen()).isEmpty();
  }

  @Test
  void goesBackToWhatTheSizeSuggestsByKeyboard() {
    choose("Pleth");
    window.press(KeyCode.ENTER, true);
    settle();
    assertThat(window.chosen().get(BED))
        .isEqualTo(new BedDisplay(List.of(SignalKind.PLETH), List.of()));
    choose("how-0");
    window.press(KeyCode.ENTER, true);
    settle();
    assertThat(window.words("#panel-message")).isEqualTo("Shown so at this station");
    window.press(KeyCode.ESCAPE, false);
    settle();
    assertThat(window.isShown("#side-panel")).isFalse();
  }
}
