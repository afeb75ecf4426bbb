package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.VitalSign;

/** Every page speaks the language that is set, and has room for its words. */
class LanguageScreenTest {
  private static final long MINUTE = 60_000_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /**
   * What reads alike in both: names of the field, units, what the bridge calls alarms and devices,
   * names of people and of units, technical terms, and words that both languages have.
   */
  private static final Set<String> ALIKE = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (String words :
        List.of(
            "HR SpO RR Temp NIBP PVC ST II III ECG Pleth Resp NEWS sys dia EtCO ACVPU MRN",
            "bpm mmHg mm ms min mV px Hz MB AM PM CSV",
            "ASYSTOLE PVC LEADS OFF RA LL VTACH SPO LOW HIGH HR HR_HIGH SPO2_LOW LEADS_OFF",
            "East monitor patch mqtt MQTT wb WebSocket HTTP Wardbeat wss hospital example ws",
            "LIVE LIMIT INFO WARN Broker Bridge Heartbeat Median Station Alarm Standby STANDBY",
            "Details Prio Gas Enter Esc Patient Name Test Auto Notch Monitor Trends live von Ende Status",
            "Okafor Ruiz Weber English Deutsch Français Robin Almeida Brandt Castellanos Dlamini",
            "Ellis Eriksson Haddad Ivanova Jensen Kaplan Lindqvist Moreau Nakamura Osei Petrov Quinn")) {
      ALIKE.addAll(List.of(words.split(" ")));
    }
  }

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward() {
    FakeWard ward = FakeWard.still(16);
    ward.feed();
    ward.setLink(Links.overHttp());
    ward.change(1, Alarms.with(PanelFixtures.scored(FakeWard.START_MICROS - MINUTE)));
    ward.change(6, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    ward.change(10, Alarms.with(BedWatch.NONE, Alarms.acknowledged(Alarms.desaturation(38), 20)));
    ward.change(4, FakeWard::empty);
    ward.hold(Alarms.hold("403", Inactivation.STANDBY, 600));
    ward.past(past());
    return ward;
  }

  private static List<Frame.AlarmRecord> past() {
    long onset = FakeWard.START_MICROS - 30 * MINUTE;
    Alarm leads =
        Alarms.technical("LEADS_OFF", AlarmPriority.LOW, "LEADS OFF: RA, LL", 20 * 60)
            .escalated(onset + 11 * MINUTE)
            .ended(false, onset + 12 * MINUTE);
    Alarm low =
        Alarms.desaturation(40 * 60)
            .acknowledged(new Acknowledgement("Ruiz, C", onset - 9 * MINUTE))
            .ended(false, onset - 8 * MINUTE);
    return List.of(
        new Frame.AlarmRecord(new BedId("4 East", "402"), leads),
        new Frame.AlarmRecord(new BedId("4 East", "409"), low));
  }

  private static Window open(Settings settings, int width, int height) {
    Window window = Window.open(ward(), width, height, SettingsStore.inMemory(settings));
    window.settle();
    return window;
  }

  private static void openReview(Window window) {
    window.press(KeyCode.F5, false);
    window.until(
        () -> Window.onFx(() -> ((TableView<?>) window.lookup("#alarms")).getItems().size()) == 4);
    window.select("#alarms", 1);
    window.settle();
  }

  private static void openBurden(Window window) {
    window.click("#mode-burden");
    window.until(() -> !window.words("#burden-alarms").isEmpty());
  }

  private static void openDiagnostics(Window window) {
    window.press(KeyCode.F12, false);
    window.runForASecond();
    window.settle();
  }

  /** What stands on each page. */
  private static Map<String, Set<String>> pages(Settings settings) {
    Map<String, Set<String>> pages = new TreeMap<>();
    try (Window window = open(settings, 1920, 1080)) {
      pages.put("beds", window.said());
      openReview(window);
      pages.put("review", window.said());
      openBurden(window);
      pages.put("burden", window.said());
      openDiagnostics(window);
      pages.put("diagnostics", window.said());
      window.press(KeyCode.F1, false);
      window.settle();
      pages.put("help", window.said());
      window.press(KeyCode.COMMA, true);
      window.settle();
      pages.put("settings", window.said());
      window.press(KeyCode.ESCAPE, false);
      window.clickBed("402");
      for (KeyCode panel : List.of(KeyCode.F6, KeyCode.F8, KeyCode.F9, KeyCode.F10)) {
        window.press(panel, false);
        window.settle();
        pages.put(panel.getName(), window.said());
        window.press(KeyCode.ESCAPE, false);
      }
      window.press(KeyCode.P, true);
      window.settle();
      pages.put("people", window.said());
      window.press(KeyCode.ESCAPE, false);
      window.press(KeyCode.ENTER, false);
      window.settle();
      pages.put("patient", window.said());
    }
    return pages;
  }

  @Test
  void saysNothingInEnglishOnAnyPageInGerman() {
    Map<String, Set<String>> english = pages(Settings.INITIAL);
    Map<String, Set<String>> german =
        pages(Settings.INITIAL.with(Setting.LANGUAGE, Language.GERMAN));

    assertThat(german.keySet()).isEqualTo(english.keySet());
    Set<String> untranslated = new TreeSet<>();
    german.forEach(
        (page, texts) -> {
          Set<String> same = new TreeSet<>(texts);
          same.retainAll(english.getOrDefault(page, Set.of()));
          same.stream()
              .filter(text -> !isAlike(text))
              .forEach(text -> untranslated.add(page + ": " + text));
        });
    assertThat(untranslated).isEmpty();
  }

  private static boolean isAlike(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (!ALIKE.contains(words.group())) {
        return false;
      }
    }
    return true;
  }

  /** What the bridge writes of temperatures is in °C, whatever they are shown and entered in. */
  @Test
  void saysWhatStaysInCelsiusWhereFahrenheitIsShown() {
    FakeWard ward = ward();
    long onset = FakeWard.START_MICROS - MINUTE;
    Alarm fever =
        Alarm.raised(
            "TEMP_HIGH",
            AlarmKind.PHYSIOLOGICAL,
            AlarmPriority.MEDIUM,
            VitalSign.TEMP,
            "TEMP 39.4 > 39.0",
            onset,
            onset);
    ward.change(1, Alarms.with(PanelFixtures.scored(onset), fever));
    Settings settings = Settings.INITIAL.with(Setting.TEMPERATURE, TemperatureUnit.FAHRENHEIT);
    try (Window window = Window.open(ward, 1920, 1080, SettingsStore.inMemory(settings))) {
      window.settle();
      assertThat(window.text("#bed-402-message")).isEqualTo("** TEMP 39.4 > 39.0 °C");
      window.clickBed("402");
      for (KeyCode panel : List.of(KeyCode.F6, KeyCode.F9)) {
        window.press(panel, false);
        window.settle();
        window.save("fahrenheit-" + panel.getName());
        assertThat(window.said()).contains("°F");
        assertThat(window.cutLabels()).isEmpty();
        window.press(KeyCode.ESCAPE, false);
      }
      window.press(KeyCode.ENTER, false);
      window.settle();
      assertThat(window.said()).contains("°F", "TEMP 39.4 > 39.0 °C");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GERMAN, HOURS_24, 1920, 1080",
    "GERMAN, HOURS_12, 1366, 768",
    "FRENCH, HOURS_12, 1366, 768",
  })
  void hasRoomForItsWords(Language language, ClockStyle clock, int width, int height) {
    Settings settings =
        Settings.INITIAL
            .with(Setting.LANGUAGE, language)
            .with(Setting.CLOCK, clock)
            .with(Setting.TEMPERATURE, TemperatureUnit.FAHRENHEIT);
    String name = language.tag() + (clock == ClockStyle.HOURS_12 ? "-12h-" : "-") + width;
    try (Window window = open(settings, width, height)) {
      openReview(window);
      window.save("review-" + name);
      assertThat(window.cutLabels()).as("review").isEmpty();
      openBurden(window);
      window.save("burden-" + name);
      assertThat(window.cutLabels()).as("burden").isEmpty();
      openDiagnostics(window);
      window.save("diagnostics-" + name);
      assertThat(window.cutLabels()).as("diagnostics").isEmpty();
      assertThat(window.problems()).as("diagnostics").isEmpty();
      assertThat(((ScrollPane) window.node("#diagnostics")).getViewportBounds().getWidth())
          .as("all of its width is seen")
          .isGreaterThanOrEqualTo(((Region) window.node("#diagnostics-content")).getWidth());
      window.press(KeyCode.F1, false);
      window.settle();
      window.save("help-" + name);
      assertThat(window.cutLabels()).as("help").isEmpty();
    }
  }
}
