package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** The patient window by mouse and by keyboard, and that it shows nothing old as live. */
class PatientScreenTest {
  private static final int BEDS = 4;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward() {
    FakeWard ward = FakeWard.still(BEDS);
    ward.change(1, Alarms.with(PanelFixtures.scored(FakeWard.START_MICROS - 60_000_000L)));
    ward.feed();
    return ward;
  }

  private static Window openBeds(FakeWard ward) {
    Window window = Window.open(ward, 1920, 1080);
    window.settle();
    return window;
  }

  private static Window open(FakeWard ward) {
    Window window = openBeds(ward);
    openBed(window);
    return window;
  }

  private static void openBed(Window window) {
    window.settle();
    window.clickBed("402");
    window.press(KeyCode.ENTER, false);
    window.settle();
  }

  private static void goOn(FakeWard ward, Window window, Duration time) {
    ward.advance(time);
    ward.feed();
    window.advance(time);
    window.settle();
  }

  @Test
  void opensByEnterAndLeavesByEscape() {
    try (Window window = openBeds(ward())) {
      window.press(KeyCode.ENTER, false);
      assertThat(window.isShown("#patient")).as("no bed was gone to").isFalse();
      window.clickBed("402");
      window.press(KeyCode.ENTER, false);
      window.settle();
      assertThat(window.isShown("#patient")).isTrue();
      assertThat(window.isShown("#bed-grid")).isFalse();
      assertThat(window.text("#patient-name")).isEqualTo("Brandt, Robin");
      assertThat(window.text("#patient-live")).isEqualTo("LIVE");
      assertThat(window.text("#patient-hr")).isEqualTo("67");
      assertThat(window.text("#patient-rr-high")).isEqualTo("20");
      assertThat(window.text("#patient-news2")).isEqualTo("3");
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#patient")).isFalse();
      assertThat(window.isShown("#bed-grid")).isTrue();
    }
  }

  @Test
  void opensByTwoClicksAndLeavesByItsButton() {
    try (Window window = openBeds(ward())) {
      window.clickBed("403");
      assertThat(window.isShown("#patient")).isFalse();
      window.clickBed("403");
      window.settle();
      assertThat(window.isShown("#patient")).isTrue();
      assertThat(window.text("#patient-name")).isEqualTo("Castellanos, Robin");
      window.click("#patient-back");
      assertThat(window.isShown("#bed-grid")).isTrue();
      window.clickBed("403");
      window.click("#tab-beds");
      assertThat(window.isShown("#bed-grid")).isTrue();
    }
  }

  @Test
  void choosesSpeedAndGainByKeys() {
    try (Window window = open(ward())) {
      assertThat(chosen(window, "#wave-speed")).isEqualTo("MM_25");
      assertThat(chosen(window, "#wave-gain")).isEqualTo("AUTOMATIC");
      window.press(KeyCode.LEFT, true);
      window.press(KeyCode.LEFT, true);
      assertThat(chosen(window, "#wave-speed")).isEqualTo("MM_6_25");
      window.press(KeyCode.RIGHT, true);
      window.press(KeyCode.RIGHT, true);
      window.press(KeyCode.RIGHT, true);
      window.press(KeyCode.RIGHT, true);
      assertThat(chosen(window, "#wave-speed")).isEqualTo("MM_50");
      for (int i = 0; i < 9; i++) {
        window.press(KeyCode.UP, true);
      }
      assertThat(chosen(window, "#wave-gain")).isEqualTo("MM_40");
      window.settle();
      window.focus("#wave-gain");
      window.press(KeyCode.UP, false);
      assertThat(chosen(window, "#wave-gain")).isEqualTo("MM_20");
      window.focus("#wave-band");
      window.press(KeyCode.DOWN, false);
      assertThat(chosen(window, "#wave-band")).isEqualTo("ST");
      window.focus("#wave-notch");
      window.press(KeyCode.DOWN, false);
      assertThat(chosen(window, "#wave-notch")).isEqualTo("HZ_50");
      window.settle();
    }
  }

  @Test
  void choosesHowWavesAreDrawnByMouse() {
    try (Window window = open(ward())) {
      choose(window, "#wave-speed", 1);
      choose(window, "#wave-gain", 4);
      choose(window, "#wave-band", 2);
      choose(window, "#wave-notch", 2);
      window.settle();
      assertThat(chosen(window, "#wave-speed")).isEqualTo("MM_12_5");
      assertThat(chosen(window, "#wave-gain")).isEqualTo("MM_20");
      assertThat(chosen(window, "#wave-band")).isEqualTo("DIAGNOSTIC");
      assertThat(chosen(window, "#wave-notch")).isEqualTo("HZ_60");
      int[] before = window.pixels();
      window.fire("#wave-grid");
      window.settle();
      assertThat(((CheckBox) window.node("#wave-grid")).isSelected()).isFalse();
      assertThat(window.pixels()).isNotEqualTo(before);
      window.fire("#wave-scroll");
      window.settle();
      assertThat(((CheckBox) window.node("#wave-scroll")).isSelected()).isTrue();
    }
  }

  private static String chosen(Window window, String box) {
    return Window.onFx(() -> ((ComboBox<?>) window.lookup(box)).getValue().toString());
  }

  private static void choose(Window window, String box, int index) {
    Window.onFx(
        () -> {
          ((ComboBox<?>) window.lookup(box)).getSelectionModel().select(index);
          return true;
        });
  }

  @Test
  void freezesAndMeasuresByKeysWhileNumbersGoOn() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      window.press(KeyCode.SPACE, true);
      window.settle();
      assertThat(window.isShown("#frozen-badge")).isTrue();
      assertThat(window.text("#frozen-badge")).isEqualTo("FROZEN, NOT LIVE");
      String before = window.accessible("#frozen-waves");
      assertThat(before).matches("FROZEN, NOT LIVE, \\S+ ms, \\d+ bpm, \\S?\\d\\.\\d\\d mV");
      window.press(KeyCode.RIGHT, false);
      assertThat(millis(window) - millisOf(before)).isEqualTo(4);
      window.press(KeyCode.HOME, false);
      window.press(KeyCode.RIGHT, false);
      assertThat(millis(window) - millisOf(before)).isZero();
      window.press(KeyCode.DOWN, false);
      assertThat(window.accessible("#frozen-waves")).doesNotContain("mV");
      window.press(KeyCode.UP, false);
      DesignWard.measure(ward, 1, VitalSign.HR, 99);
      goOn(ward, window, Duration.ofSeconds(2));
      assertThat(window.text("#patient-hr")).isEqualTo("99");
      assertThat(millis(window) - millisOf(before)).isZero();
      window.press(KeyCode.SPACE, true);
      window.settle();
      assertThat(window.isShown("#frozen-badge")).isFalse();
    }
  }

  private static int millis(Window window) {
    return millisOf(window.accessible("#frozen-waves"));
  }

  private static int millisOf(String said) {
    return Integer.parseInt(said.replaceFirst(" ms.*", "").replaceAll("\\D", ""));
  }

  @Test
  void freezesAndMeasuresByMouse() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      window.click("#wave-freeze");
      window.settle();
      assertThat(window.isShown("#frozen-waves")).isTrue();
      window.drag("#frozen-waves", 156, 60, 256, 60);
      window.drag("#frozen-waves", 1_000, 60, 356, 60);
      assertThat(millis(window)).isEqualTo(1_000);
      window.click("#wave-freeze");
      window.settle();
      assertThat(window.isShown("#frozen-waves")).isFalse();
    }
  }

  @Test
  void doesNotKeepAFreezeForAnotherBedOrPage() {
    try (Window window = open(ward())) {
      window.press(KeyCode.SPACE, true);
      assertThat(window.isShown("#frozen-badge")).isTrue();
      window.press(KeyCode.ESCAPE, false);
      window.press(KeyCode.ENTER, false);
      window.settle();
      assertThat(window.isShown("#frozen-badge")).isFalse();
    }
  }

  @Test
  void measuresTheScreenByKeysAndKeepsWhatWasMeasured() {
    try (Window window = open(ward())) {
      assertThat(window.words("#wave-freeze")).isEqualTo("Freeze  Ctrl+Space");
      assertThat(window.words("#wave-ruler")).isEqualTo("Screen not measured");
      window.fire("#wave-ruler");
      window.type("#ruler-length", "12");
      assertThat(window.words("#ruler-fault")).isEqualTo("Enter a length from 50 to 1000 mm.");
      window.type("#ruler-length", "200");
      window.press(KeyCode.ENTER, false);
      window.settle();
      assertThat(window.isShown("#ruler")).isFalse();
      assertThat(window.ruler().measured()).containsExactly(5.0);
      assertThat(window.words("#wave-ruler")).isEqualTo("Ruler checked, 5.00 px per mm");
      window.fire("#wave-ruler");
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#ruler")).isFalse();
      assertThat(window.isShown("#patient")).isTrue();
      window.fire("#wave-ruler");
      window.click("#ruler-length-plus");
      window.click("#ruler-apply");
      assertThat(window.ruler().measured()).singleElement().matches(measured -> measured < 5);
    }
  }

  @Test
  void measuresEachScaleOfTheScreenByItself() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      window.fire("#wave-ruler");
      window.type("#ruler-length", "200");
      window.press(KeyCode.ENTER, false);
      window.fire("#wave-ruler");
      assertThat(window.isShown("#ruler")).isTrue();
      window.setRenderScale(1.25);
      goOn(ward, window, Duration.ofSeconds(1));
      assertThat(window.words("#wave-ruler")).isEqualTo("Screen not measured");
      assertThat(window.isShown("#ruler")).as("its bar had the other length").isFalse();
      window.fire("#wave-ruler");
      window.type("#ruler-length", "250");
      window.press(KeyCode.ENTER, false);
      assertThat(window.words("#wave-ruler")).isEqualTo("Ruler checked, 4.00 px per mm");
      window.setRenderScale(1);
      goOn(ward, window, Duration.ofSeconds(1));
      assertThat(window.words("#wave-ruler")).isEqualTo("Ruler checked, 5.00 px per mm");
      assertThat(window.ruler().measured()).containsExactlyInAnyOrder(5.0, 4.0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH | device 74 › broker 3.2 › bridge 624 › screen 16 ms | Delays, medians of all beds: device to broker 74 ms, broker to bridge 3.2 ms, bridge to station 624 ms, station to screen 16 ms
          GERMAN  | Gerät 74 › Broker 3.2 › Bridge 624 › Bild 16 ms | Verzögerungen, Mediane aller Betten: Gerät bis Broker 74 ms, Broker bis Bridge 3.2 ms, Bridge bis Station 624 ms, Station bis Bild 16 ms
          """)
  void saysHowLongEachPartOfTheWayTakes(Language language, String shown, String spoken) {
    FakeWard ward = ward();
    ward.setLink(Links.overHttp());
    ward.feed();
    Settings settings = Settings.INITIAL.with(Setting.LANGUAGE, language);
    try (Window window = Window.open(ward, 1920, 1080, SettingsStore.inMemory(settings))) {
      openBed(window);
      window.save("patient-way-" + language);
      assertThat(way(window)).isEqualTo(shown);
      assertThat(window.accessible("#patient-way")).isEqualTo(spoken);
      assertThat(window.node("#patient-way").isVisible()).isTrue();
    }
  }

  @Test
  void theWayTakesNoRoomFromWhoThePatientIs() {
    FakeWard ward = ward();
    ward.setLink(Links.overHttp());
    ward.feed();
    try (Window window = Window.open(ward, 1280, 800)) {
      openBed(window);
      window.save("patient-way-narrow");
      assertThat(window.node("#patient-way").isVisible()).isFalse();
      assertThat(window.text("#patient-name")).isEqualTo("Brandt, Robin");
      assertThat(window.node("#patient-id").isVisible()).isTrue();
    }
  }

  @Test
  void saysNothingOfAWayThatIsNotKnownOrWithoutALink() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      assertThat(way(window)).as("not measured").isEmpty();
      ward.setLink(Links.overHttp());
      window.advance(Duration.ofSeconds(1));
      window.settle();
      assertThat(way(window)).startsWith("device 74");
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.advance(Duration.ofSeconds(1));
      window.settle();
      assertThat(way(window)).isEmpty();
      assertThat(window.accessible("#patient-way")).isEmpty();
    }
  }

  private static String way(Window window) {
    return ((MixedLine) window.node("#patient-way")).content();
  }

  /** Old is shown on this page as it is on the overview: the same words, the same dashes. */
  @ParameterizedTest
  @CsvSource({
    "1.0, LIVE, 67, false, ''",
    "7.4, NOT FRESH, 67, true, No wave for 7 s",
    "14.4, NOT LIVE, ---, true, Last known at 09:40:53",
    "38.4, NOT LIVE, ---, true, NO DATA FROM BED 38 s"
  })
  void showsNothingOldAsLive(
      double ageSeconds, String mark, String hr, boolean dim, String inWavesPlace) {
    FakeWard ward = ward();
    ward.silence(1, ward.bridgeNowMicros() - Math.round(ageSeconds * 1e6));
    try (Window window = open(ward)) {
      assertThat(window.text("#patient-live")).isEqualTo(mark);
      assertThat(window.text("#patient-hr")).isEqualTo(hr);
      assertThat(window.isDim("#patient-hr")).isEqualTo(dim);
      assertThat(window.text("#patient-wave")).isEqualTo(inWavesPlace);
      assertThat(window.text("#patient-wave")).isEqualTo(window.saying("#bed-402-wave"));
      assertThat(window.node("#wave-freeze").isDisabled()).isEqualTo(!mark.equals("LIVE"));
    }
  }

  @Test
  void isNotLiveWithoutALink() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.settle();
      assertThat(window.text("#patient-live")).isEqualTo("NOT LIVE");
      for (String number : Set.of("hr", "spo2", "rr", "temp", "nibp")) {
        assertThat(window.text("#patient-" + number)).as(number).isEqualTo("---");
        assertThat(window.isDim("#patient-" + number)).as(number).isTrue();
      }
      assertThat(window.text("#patient-wave")).isEqualTo("NOT LIVE");
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void tellsBetweenWhichValuesAPressureLies() {
    FakeWard ward = FakeWard.still(4);
    ward.equip(
        1,
        List.of(
            new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV"),
            new WaveformChannel("ART", SignalKind.ART, 125, 8, 0, "mm[Hg]"),
            new WaveformChannel("PLETH", SignalKind.PLETH, 125, 1_000, 0, "1")));
    ward.advance(Duration.ofSeconds(20));
    ward.feed();
    try (Window window = open(ward)) {
      goOn(ward, window, Duration.ofSeconds(2));
      assertThat(window.text("#patient-scale-1")).isEqualTo("150");
      assertThat(window.text("#patient-lead-1")).isEqualTo("ART  mmHg");
      assertThat(window.text("#patient-scale-2")).isEmpty();
      window.save("patient-pressure");
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void showsElectrodesThatAreOffAndWhoIsNotThere() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      ward.change(1, FakeWard.status(new DeviceStatus(true, Set.of(Electrode.LL), 64)));
      window.settle();
      assertThat(window.text("#patient-wave")).isEqualTo("LEADS OFF: LL");
      assertThat(window.text("#patient-hr")).isEqualTo("---");
      assertThat(window.text("#patient-spo2")).isEqualTo("95");
      ward.change(1, FakeWard::empty);
      window.settle();
      assertThat(window.text("#patient-live")).isEqualTo("EMPTY");
      assertThat(window.text("#patient-name")).doesNotContain("Brandt");
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void opensFormsForItsBedAndClosesThemFirst() {
    try (Window window = open(ward())) {
      window.press(KeyCode.F6, false);
      window.settle();
      assertThat(window.isShown("#side-panel")).isTrue();
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#patient")).isTrue();
      window.click("#patient-open-observations");
      window.settle();
      assertThat(window.isShown("#side-panel")).isTrue();
      window.press(KeyCode.ESCAPE, false);
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#bed-grid")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"1366, 768", "1280, 720", "2560, 1440"})
  void fitsOtherDisplays(int width, int height) {
    FakeWard ward = ward();
    ward.change(1, FakeWard.alarming(Alarms.asystole(14)));
    try (Window window = Window.open(ward, width, height)) {
      window.settle();
      window.clickBed("402");
      window.press(KeyCode.ENTER, false);
      window.settle();
      assertThat(window.problems()).isEmpty();
      assertThat(window.cutLabels()).isEmpty();
    }
  }
}
