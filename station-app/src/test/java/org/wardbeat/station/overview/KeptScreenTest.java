package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.StoredSettings;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.wire.ward.BedId;

/** A station that is arranged, ended and started again, by mouse and by keyboard. */
class KeptScreenTest {
  private static final List<String> LOCKABLE =
      List.of("layout", "order", "units", "mine", "screens", "sectors");
  private static final List<String> OF_WAVES =
      List.of("sweepSpeed", "ecgGain", "ecgBand", "ecgNotch", "waveMotion", "waveGrid");

  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void lock(List<String> keys) throws IOException {
    String names = String.join("\", \"", keys);
    Files.writeString(StoredSettings.administrators(folder), "{\"locked\": [\"" + names + "\"]}");
  }

  private static Window open(SettingsStore store) {
    FakeWard ward = FakeWard.still(32);
    IntStream.range(16, 32)
        .forEach(i -> ward.change(i, bed -> FakeWard.at("4 West", bed.id().bed(), bed)));
    ward.feed();
    Window window = Window.open(ward, 1920, 1080, store);
    window.settle();
    return window;
  }

  private static void fire(Window window, String... buttons) {
    for (String button : buttons) {
      window.fire(button);
      window.settle();
    }
  }

  private static List<String> sectors(Window window) {
    return Window.onFx(() -> window.board().order().stream().map(BedId::bed).toList());
  }

  private static Arrangement arrangement(Window window) {
    return Window.onFx(() -> window.board().arrangement());
  }

  @Test
  void theBedsAreAsTheyWereLeft() {
    Arrangement left;
    List<String> order;
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      fire(window, "#view-open", "#unit-2", "#mine-1", "#screens-1", "#move-beds");
      window.drag("417", "420");
      window.settle();
      window.press(KeyCode.DIGIT3, true);
      window.settle();
      fire(window, "#move-done");
      left = arrangement(window);
      order = sectors(window);
      assertThat(order).hasSize(16).startsWith("420", "418", "419", "417");
    }
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      assertThat(store.problems()).isEmpty();
      assertThat(arrangement(window)).isEqualTo(left);
      assertThat(sectors(window)).isEqualTo(order);
      assertThat(window.find(".sector")).hasSize(8);
      assertThat(window.find("#bed-420")).isNotEmpty();
      fire(window, "#view-open");
      assertThat(window.isSelected("#layout-3")).isTrue();
      assertThat(window.isSelected("#unit-2")).isTrue();
      assertThat(window.isSelected("#mine-1")).isTrue();
      assertThat(window.isSelected("#screens-1")).isTrue();
      window.press(KeyCode.ESCAPE, false);
      window.press(KeyCode.COMMA, true);
      window.settle();
      assertThat(window.isSelected("#set-layout-8")).isTrue();
      window.click("#set-layout-16");
      window.press(KeyCode.DIGIT0, true);
      window.press(KeyCode.ESCAPE, false);
      window.press(KeyCode.COMMA, true);
      assertThat(window.isSelected("#set-layout-0")).isTrue();
    }
  }

  @Test
  void aSectorShowsWhatWasChosenForIt() {
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      window.press(KeyCode.DIGIT4, true);
      window.clickBed("403");
      window.press(KeyCode.F10, false);
      window.settle();
      fire(
          window,
          "#display-Pleth",
          "#display-hr",
          "#display-spo2",
          "#display-pulse",
          "#display-st");
      window.press(KeyCode.ENTER, true);
      window.settle();
      assertThat(window.words("#panel-message")).isEqualTo("Shown so at this station");
    }
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      assertThat(window.isShown("#bed-403-st")).isTrue();
      assertThat(window.isShown("#bed-404-st")).isFalse();
    }
  }

  @Test
  void wavesAreDrawnAsTheyWereChosenLast() {
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = openPatient(store)) {
      window.press(KeyCode.LEFT, true);
      window.press(KeyCode.UP, true);
      window.focus("#wave-band");
      window.press(KeyCode.DOWN, false);
      window.focus("#wave-notch");
      window.press(KeyCode.DOWN, false);
      fire(window, "#wave-grid", "#wave-scroll");
      assertThat(wavesOf(window))
          .containsExactly("MM_12_5", "MM_2_5", "ST", "HZ_50", "false", "true");
    }
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = openPatient(store)) {
      assertThat(wavesOf(window))
          .containsExactly("MM_12_5", "MM_2_5", "ST", "HZ_50", "false", "true");
    }
  }

  private static Window openPatient(SettingsStore store) {
    Window window = open(store);
    window.clickBed("402");
    window.press(KeyCode.ENTER, false);
    window.settle();
    return window;
  }

  private static List<String> wavesOf(Window window) {
    return Window.onFx(
        () ->
            List.of(
                chosen(window, "#wave-speed"),
                chosen(window, "#wave-gain"),
                chosen(window, "#wave-band"),
                chosen(window, "#wave-notch"),
                String.valueOf(((CheckBox) window.lookup("#wave-grid")).isSelected()),
                String.valueOf(((CheckBox) window.lookup("#wave-scroll")).isSelected())));
  }

  private static String chosen(Window window, String box) {
    return ((ComboBox<?>) window.lookup(box)).getValue().toString();
  }

  @Test
  void whatIsLockedIsShownAndStaysAsItIs() throws IOException {
    lock(LOCKABLE);
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = open(store)) {
      window.press(KeyCode.DIGIT3, true);
      window.press(KeyCode.M, true);
      window.settle();
      assertThat(window.text("#acknowledge-message")).isEqualTo("Locked by the administrator");
      fire(window, "#view-open");
      for (String choices : List.of("#layout", "#mine", "#screens", "#move-beds", "#unit-1")) {
        assertThat(isDisabled(window, choices)).as(choices).isTrue();
      }
      assertThat(titles(window))
          .filteredOn(title -> title.endsWith(": Locked by the administrator"))
          .hasSize(5);
      assertThat(window.cutLabels()).isEmpty();
      window.save("arrange-locked");
      fire(window, "#view-close");
      window.clickBed("403");
      window.press(KeyCode.F10, false);
      window.settle();
      assertThat(window.isShown("#display-locked")).isTrue();
      window.press(KeyCode.ENTER, true);
      window.settle();
      assertThat(window.words("#panel-message")).isEqualTo("Locked by the administrator");
      assertThat(arrangement(window)).isEqualTo(Arrangement.AUTOMATIC);
    }
    assertThat(folder.resolve("station-at-desk.json")).doesNotExist();
  }

  private static boolean isDisabled(Window window, String selector) {
    Node node = window.node(selector);
    return Window.onFx(node::isDisabled);
  }

  private static List<String> titles(Window window) {
    return window.find("#view-card .section-title").stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  @Test
  void howWavesAreDrawnCanBeLocked() throws IOException {
    lock(OF_WAVES);
    try (SettingsStore store = StoredSettings.in(folder);
        Window window = openPatient(store)) {
      window.press(KeyCode.LEFT, true);
      window.press(KeyCode.UP, true);
      for (String box : List.of("speed", "gain", "band", "notch", "grid", "scroll")) {
        assertThat(isDisabled(window, "#wave-" + box)).as(box).isTrue();
        assertThat(window.accessible("#wave-" + box))
            .as(box)
            .endsWith("Locked by the administrator");
      }
      window.press(KeyCode.SPACE, true);
      window.press(KeyCode.SPACE, true);
      window.settle();
      assertThat(isDisabled(window, "#wave-speed")).isTrue();
      assertThat(wavesOf(window))
          .containsExactly("MM_25", "AUTOMATIC", "MONITOR", "KEPT", "true", "false");
      assertThat(window.problems()).isEmpty();
      window.save("patient-locked");
    }
    assertThat(folder.resolve("station.json")).doesNotExist();
  }
}
