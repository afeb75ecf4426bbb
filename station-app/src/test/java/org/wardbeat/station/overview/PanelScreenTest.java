package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** Limits, observations and pauses: what is entered, what is sent, and what is said of it. */
class PanelScreenTest {
  private static final int BED = 6;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward(BedWatch watch) {
    FakeWard ward = FakeWard.still(16);
    ward.change(BED, Alarms.with(watch));
    return ward;
  }

  private static Window open(FakeWard ward, KeyCode panel) {
    ward.feed();
    Window window = Window.open(ward, 1920, 1080);
    window.settle();
    window.clickBed("407");
    window.press(panel, false);
    window.settle();
    return window;
  }

  private static void answer(FakeWard ward, ActResult.Status status, String reason) {
    ward.acts().getLast().answer().complete(new ActResult(status, reason));
  }

  private static Operation last(FakeWard ward) {
    return ward.acts().getLast().operation();
  }

  private static Limit heartRate(AlarmLimits limits) {
    return limits.limits().getFirst();
  }

  private static String note(Window window, String row) {
    return window.words("#limit-" + row + "-note");
  }

  private static String message(Window window) {
    return window.words("#panel-message");
  }

  @Test
  void limitsShowEachSignWithItsValueAndWhoSetThem() {
    BedWatch watch =
        PanelFixtures.set(4, "Ruiz, C", "usual for patient", PanelFixtures.limits(45, 100));
    try (Window window = open(ward(watch), KeyCode.F6)) {
      window.save("panel-limits");
      assertThat(window.words("#panel-bed")).isEqualTo("407");
      assertThat(window.words("#limits-history"))
          .isEqualTo(
              "Set for this patient by Ruiz, C, Tue 10 Mar 2026 09:40:08: usual for patient");
      assertThat(window.words("#limit-hr-now")).isEqualTo("102");
      assertThat(window.typed("#limit-hr-low")).isEqualTo("45");
      assertThat(window.typed("#limit-hr-extreme-high")).isEqualTo("120");
      assertThat(note(window, "hr")).isEqualTo("unit 50 to 120");
      assertThat(note(window, "rr")).isEqualTo("as the unit");
      assertThat(window.typed("#limit-temp-high")).isEqualTo("39.0");
      assertThat(window.typed("#limit-st-i-low")).isEqualTo("\u22122.0");
      assertThat(window.cutLabels()).isEmpty();
    }
  }

  @Test
  void panelLiesWhereItsBedIsNotAndCoversNeitherStripNorTruthLine() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      assertThat(window.overlaps("#side-panel", "#bed-407")).isFalse();
      for (String part : List.of("#top-bar", "#strip", "#banner")) {
        assertThat(window.overlaps("#side-panel", part)).as(part).isFalse();
      }
    }
  }

  @Test
  void everythingToTouchIsAtLeast44PixelsHigh() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      for (KeyCode panel : List.of(KeyCode.F6, KeyCode.F8, KeyCode.F9)) {
        window.press(panel, false);
        window.settle();
        for (Node node : window.find("#side-panel .panel-button, #side-panel .text-field")) {
          assertThat(((Region) node).getHeight()).as(panel + " " + node).isGreaterThanOrEqualTo(44);
        }
      }
    }
  }

  @Test
  void limitIsSteppedByTouchAndSetOnceTheBridgeSaysSo() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-hr-high-minus");
      window.click("#limit-hr-high-minus");
      window.click("#limit-rr-high-plus");
      window.click("#panel-confirm");
      assertThat(message(window)).isEqualTo("Give a reason: choose one or write it");
      window.click("#limits-reason-1");
      window.click("#panel-confirm");
      Operation.SetLimits wanted = (Operation.SetLimits) last(ward);
      assertThat(wanted.baseVersion()).isEqualTo(1);
      assertThat(wanted.reason()).isEqualTo("Usual for patient");
      assertThat(heartRate(wanted.limits()))
          .isEqualTo(new Limit(VitalSign.HR, true, 50, 118, 40, 140));
      assertThat(wanted.limits().limits().get(2).high()).isEqualTo(31);
      assertThat(message(window)).isEqualTo("Asking the bridge");
      answer(ward, ActResult.Status.DONE, "");
      ward.change(
          BED,
          Alarms.with(PanelFixtures.set(2, Alarms.USER, "Usual for patient", wanted.limits())));
      window.settle();
      window.save("panel-limits-set");
      assertThat(message(window)).isEqualTo("Set. The bridge has confirmed these limits");
      assertThat(window.words("#limits-history")).contains("Okafor, A", "Usual for patient");
      assertThat(note(window, "hr")).isEqualTo("unit 50 to 120");
    }
  }

  @Test
  void limitIsTypedSteppedAndSetByKeyboardAlone() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.type("#limit-hr-low", "55");
      window.press(KeyCode.UP, false);
      window.type("#limits-reason", "sleeps badly");
      window.press(KeyCode.ENTER, false);
      window.press(KeyCode.SPACE, false);
      assertThat(ward.acts()).as("neither Enter nor Space sets anything").isEmpty();
      window.press(KeyCode.ENTER, true);
      Operation.SetLimits wanted = (Operation.SetLimits) last(ward);
      assertThat(heartRate(wanted.limits()).low()).isEqualTo(56);
      assertThat(wanted.reason()).isEqualTo("sleeps badly");
    }
  }

  @Test
  void wheelStepsTheFieldThatHasTheFocusOnly() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.focus("#limit-rr-low");
      window.wheel("#limit-hr-low", 40);
      window.wheel("#limit-rr-low", 40);
      window.wheel("#limit-rr-low", 40);
      assertThat(window.typed("#limit-hr-low")).isEqualTo("50");
      assertThat(window.typed("#limit-rr-low")).isEqualTo("10");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hr-low           | 120  | hr         | The low limit 120 must be below the high limit 120.
          hr-high          | 400  | hr         | High: enter a whole number from 15 to 300, or leave it empty.
          hr-low           | 5x   | hr         | Low: enter a whole number from 15 to 300, or leave it empty.
          hr-extreme-low   | 60   | hr-extreme | The extreme low limit 60 must not be above the low limit 50.
          hr-extreme-high  | 119  | hr-extreme | The extreme high limit 119 must not be below the high limit 120.
          temp-high        | 45.06 | temp      | High: enter tenths from 25.0 to 45.0, or leave it empty.
          hr-high          | 101  | hr         | Alarms at once: HR 102 is beyond this limit.
          """)
  void sentenceBesideTheFieldSaysWhatIsWrongOrWhatHappens(
      String field, String typed, String row, String sentence) {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.type("#limit-" + field, typed);
      window.pulse();
      assertThat(note(window, row)).isEqualTo(sentence);
      assertThat(window.cutLabels()).isEmpty();
      window.save("panel-limits-" + field);
      if (!sentence.startsWith("Alarms")) {
        window.click("#limits-reason-0");
        window.click("#panel-confirm");
        assertThat(ward.acts()).isEmpty();
        assertThat(message(window)).startsWith("Not set: look at ");
      }
    }
  }

  @Test
  void wideningALimitSaysThatItEndsAnAlarm() {
    BedWatch watch = PanelFixtures.set(4, "Ruiz, C", "", PanelFixtures.limits(45, 100));
    try (Window window = open(ward(watch), KeyCode.F6)) {
      window.click("#limit-hr-on");
      assertThat(note(window, "hr"))
          .isEqualTo("Silences: HR 102 raises no alarm while this is off.");
      window.click("#limit-hr-on");
      window.type("#limit-hr-high", "110");
      assertThat(note(window, "hr")).isEqualTo("Ends an alarm: HR 102 is within this limit.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, 20",
    "ENGLISH, 90",
    "ENGLISH, 240",
    "GERMAN, 20",
    "GERMAN, 90",
    "GERMAN, 240"
  })
  void theButtonKeepsItsWidthHoweverLongAMessageIs(Language language, int length) {
    FakeWard ward = ward(PanelFixtures.unit());
    ward.feed();
    Settings settings = Settings.INITIAL.with(Setting.LANGUAGE, language);
    try (Window window = Window.open(ward, 1920, 1080, SettingsStore.inMemory(settings))) {
      window.settle();
      window.clickBed("407");
      window.press(KeyCode.F6, false);
      window.settle();
      window.click("#limit-hr-high-minus");
      window.click("#limits-reason-1");
      window.click("#panel-confirm");
      answer(ward, ActResult.Status.REFUSED, "A nurse may not. ".repeat(20).substring(0, length));
      window.settle();
      window.save("panel-message-" + language.tag() + "-" + length);
      for (String part : List.of("#panel-confirm", "#panel-close", "#panel-limits")) {
        Region button = (Region) window.node(part);
        assertThat(button.getWidth()).as(part).isGreaterThanOrEqualTo(button.prefWidth(-1));
      }
      assertThat(window.cutLabels()).isEmpty();
      assertThat(window.overlaps("#panel-message", "#panel-confirm")).isFalse();
      assertThat(window.overlaps("#panel-message", "#limits-reason")).isFalse();
      assertThat(window.overlaps("#panel-confirm", "#strip")).isFalse();
      assertThat(((Region) window.node("#panel-message")).getHeight()).isLessThan(110);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED, 'A technician may not set alarm limits. Ask a nurse.', 'Not done: '",
    "FAILED, 'The bridge cannot record this', 'Not done: '",
    "NOT_SENT, 'There is no link', 'Not done: '",
    "UNANSWERED, 'The link was lost before the bridge answered', 'Not confirmed: '"
  })
  void whatIsNotConfirmedIsSaidAtOnceAndStaysEditable(
      ActResult.Status status, String reason, String words) {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-hr-high-minus");
      window.click("#limits-reason-0");
      window.click("#panel-confirm");
      answer(ward, status, reason);
      window.settle();
      assertThat(message(window)).isEqualTo(words + reason);
      assertThat(window.typed("#limit-hr-high")).isEqualTo("119");
      window.click("#limit-hr-high-minus");
      window.click("#panel-confirm");
      assertThat(ward.acts()).hasSize(2);
      assertThat(heartRate(((Operation.SetLimits) last(ward)).limits()).high()).isEqualTo(118);
    }
  }

  @Test
  void noAnswerAtAllIsSaidAfterThreeSecondsAndALateOneStillCounts() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-hr-high-minus");
      window.click("#limits-reason-0");
      window.click("#panel-confirm");
      AlarmLimits wanted = ((Operation.SetLimits) last(ward)).limits();
      window.advance(Duration.ofMillis(3_300));
      window.settle();
      assertThat(message(window)).isEqualTo("Not confirmed: The bridge has not answered for 3 s");
      ward.change(BED, Alarms.with(PanelFixtures.set(2, Alarms.USER, "Doctor's order", wanted)));
      window.settle();
      assertThat(message(window)).isEqualTo("Set. The bridge has confirmed these limits");
    }
  }

  @Test
  void limitsSomebodyElseSetStandBesideMineUntilIDecide() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-rr-high-plus");
      window.click("#limits-reason-0");
      ward.change(
          BED,
          Alarms.with(PanelFixtures.set(2, "Ruiz, C", "fever", PanelFixtures.limits(50, 130))));
      window.settle();
      window.save("panel-limits-conflict");
      assertThat(window.words("#limits-conflict"))
          .isEqualTo("Ruiz, C changed the limits at 09:40:08: fever. Theirs stand beside yours.");
      assertThat(note(window, "hr")).isEqualTo("Ruiz, C: 50 to 130");
      window.click("#panel-confirm");
      assertThat(ward.acts()).isEmpty();
      assertThat(message(window))
          .isEqualTo("Decide first: take the limits of Ruiz, C or keep yours");
      window.click("#limits-ours");
      window.click("#panel-confirm");
      Operation.SetLimits wanted = (Operation.SetLimits) last(ward);
      assertThat(wanted.baseVersion()).isEqualTo(2);
      assertThat(heartRate(wanted.limits()).high()).as("theirs").isEqualTo(130);
      assertThat(wanted.limits().limits().get(2).high()).as("mine").isEqualTo(31);
    }
  }

  @Test
  void takingTheirsGivesUpMine() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-rr-high-plus");
      ward.change(
          BED,
          Alarms.with(PanelFixtures.set(2, "Ruiz, C", "fever", PanelFixtures.limits(50, 130))));
      window.settle();
      window.click("#limits-theirs");
      assertThat(window.typed("#limit-rr-high")).isEqualTo("30");
      assertThat(window.typed("#limit-hr-high")).isEqualTo("130");
    }
  }

  @Test
  void unitDefaultIsPutIntoAllFieldsAndSetLikeAnythingElse() {
    BedWatch watch = PanelFixtures.set(4, "Ruiz, C", "fever", PanelFixtures.limits(45, 100));
    FakeWard ward = ward(watch);
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limits-back");
      assertThat(window.typed("#limit-hr-high")).isEqualTo("120");
      window.click("#panel-confirm");
      assertThat(last(ward))
          .isEqualTo(
              new Operation.SetLimits(
                  ((Operation.SetLimits) last(ward)).bed(),
                  4,
                  PanelFixtures.limits(50, 120),
                  "Back to the unit's limits"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "F6, limits-back, limits-history",
    "F8, pause-kind-0, pause-meaning",
    "F9, news2-acvpu-1, news2-meaning"
  })
  void nothingMeantForOnePatientReachesAnother(KeyCode panel, String entry, String note) {
    BedWatch watch = PanelFixtures.set(4, "Ruiz, C", "fever", PanelFixtures.limits(45, 100));
    FakeWard ward = ward(watch);
    String another = "Another patient or device: close this and open it again";
    try (Window window = open(ward, panel)) {
      window.fire("#" + entry);
      ward.change(BED, PanelScreenTest::otherPatient);
      window.settle();
      assertThat(window.words("#" + note)).isEqualTo(another);
      window.click("#panel-confirm");
      assertThat(ward.acts()).isEmpty();
      assertThat(message(window)).isEqualTo(another);
    }
  }

  private static BedSnapshot otherPatient(BedSnapshot bed) {
    return BedCopy.of(bed)
        .occupancy(bed.occupancy() + 1)
        .patient(new Patient("MRN-other", "Ruiz", "Sam"))
        .bed();
  }

  @Test
  void lostLinkTakesThePresentValuesAwayAndWhatWasEnteredStays() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-hr-high-minus");
      ward.setLink(Links.offline(FakeWard.START_MICROS));
      window.settle();
      assertThat(window.words("#limit-hr-now")).isEqualTo("---");
      assertThat(window.words("#limits-history")).startsWith("No link. As last told: ");
      assertThat(window.typed("#limit-hr-high")).isEqualTo("119");
      window.save("panel-limits-offline");
    }
  }

  @Test
  void lostLinkIsSaidWhereAlarmsAreHeldBack() {
    FakeWard ward = ward(PanelFixtures.unit());
    ward.hold(Alarms.hold("407", Inactivation.STANDBY, 102));
    try (Window window = open(ward, KeyCode.F8)) {
      ward.setLink(Links.offline(FakeWard.START_MICROS));
      window.settle();
      assertThat(window.words("#pause-meaning"))
          .isEqualTo("No link. What is held back is as last told");
    }
  }

  @Test
  void escapeGivesUpWhatWasEnteredOnlyTheSecondTime() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-hr-high-minus");
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#side-panel")).isTrue();
      assertThat(message(window)).isEqualTo("Not sent yet. Once more gives it up");
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#side-panel")).isFalse();
    }
  }

  @Test
  void panelStaysUntilItIsKnownWhatBecameOfWhatWasSent() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F8)) {
      window.fire("#pause-kind-0");
      window.click("#panel-confirm");
      window.press(KeyCode.ESCAPE, false);
      window.press(KeyCode.F6, false);
      window.click("#panel-close");
      window.settle();
      assertThat(message(window)).isEqualTo("Asking the bridge");
      assertThat(window.isShown("#pause-kind")).isTrue();
      answer(ward, ActResult.Status.DONE, "");
      window.settle();
      assertThat(message(window)).isEqualTo("Done: audio pause of 407 for 2 min");
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#side-panel")).isFalse();
    }
  }

  @Test
  void anotherBedIsOnlyTakenOnceWhatWasEnteredIsGivenUp() {
    FakeWard ward = ward(PanelFixtures.unit());
    ward.change(7, Alarms.with(PanelFixtures.unit()));
    try (Window window = open(ward, KeyCode.F6)) {
      window.click("#limit-hr-high-minus");
      window.clickBed("408");
      window.press(KeyCode.F6, false);
      window.settle();
      assertThat(window.words("#panel-bed")).isEqualTo("407");
      assertThat(window.typed("#limit-hr-high")).isEqualTo("119");
      window.press(KeyCode.F6, false);
      window.settle();
      assertThat(window.words("#panel-bed")).isEqualTo("408");
    }
  }

  @ParameterizedTest
  @CsvSource({"F6, limit-hr-low", "F8, pause-kind-0", "F9, news2-respiration"})
  void firstFieldHasTheFocusSoThatNoMouseIsNeeded(KeyCode panel, String field) {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, panel)) {
      assertThat(window.focusedId()).isEqualTo(field);
    }
  }

  @Test
  void withoutABedThePanelAsksForOneAndTakesTheNext() {
    FakeWard ward = ward(PanelFixtures.unit());
    ward.feed();
    try (Window window = Window.open(ward, 1920, 1080)) {
      window.settle();
      window.press(KeyCode.F6, false);
      window.settle();
      assertThat(window.words("#panel-none")).startsWith("Choose a bed first");
      window.clickBed("407");
      window.settle();
      assertThat(window.words("#panel-bed")).isEqualTo("407");
      assertThat(window.typed("#limit-hr-low")).isEqualTo("50");
    }
  }

  @Test
  void buttonsOfThePatientWindowOpenItsPanels() {
    FakeWard ward = ward(PanelFixtures.unit());
    ward.feed();
    try (Window window = Window.open(ward, 1920, 1080)) {
      window.settle();
      window.clickBed("407");
      assertThat(window.isShown("#side-panel")).isFalse();
      window.clickBed("407");
      window.settle();
      assertThat(window.isShown("#side-panel")).isFalse();
      window.click("#patient-open-limits");
      window.settle();
      assertThat(window.isShown("#side-panel")).isTrue();
      window.click("#panel-observations");
      window.settle();
      assertThat(window.words("#news2-total")).isEqualTo("NEWS2  –");
    }
  }

  @Test
  void news2ShowsItsPartsTheirSourcesAndWhatIsMissing() {
    try (Window window = open(ward(PanelFixtures.unit()), KeyCode.F9)) {
      window.save("panel-news2");
      assertThat(window.words("#news2-meaning"))
          .isEqualTo("No total, missing: ACVPU; too old: Systolic BP");
      assertThat(window.words("#news2-respiration-now")).isEqualTo("21");
      assertThat(window.words("#news2-respiration-points")).isEqualTo("2");
      assertThat(window.words("#news2-respiration-source")).isEqualTo("device, 3 s ago");
      assertThat(window.words("#news2-oxygen-now")).isEqualTo("Oxygen");
      assertThat(window.words("#news2-oxygen-source"))
          .isEqualTo("Okafor, A, 30:00 ago, counts until 13:11:08");
      assertThat(window.words("#news2-acvpu-source")).isEqualTo("not entered");
      assertThat(window.words("#news2-systolic-source")).isEqualTo("too old: device, 04:41:08");
      assertThat(window.words("#news2-temperature-now")).isEqualTo("37.2");
      assertThat(window.cutLabels()).isEmpty();
    }
  }

  @Test
  void observationsAreEnteredByMouseAndKeyboardAndConfirmedByTheBridge() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F9)) {
      window.fire("#news2-acvpu-1");
      window.fire("#news2-oxygen-0");
      window.type("#news2-temperature", "38,6");
      window.click("#news2-systolic-plus");
      window.click("#news2-systolic-plus");
      window.press(KeyCode.ENTER, true);
      assertThat(((Operation.EnterObservations) last(ward)).entries())
          .containsExactly(
              new ScoreEntry(ScoreParameter.OXYGEN, 0),
              new ScoreEntry(ScoreParameter.SYSTOLIC, 119),
              new ScoreEntry(ScoreParameter.ACVPU, 1),
              new ScoreEntry(ScoreParameter.TEMPERATURE, 386));
      assertThat(window.typed("#news2-temperature")).isEqualTo("38,6");
      answer(ward, ActResult.Status.DONE, "");
      window.settle();
      assertThat(message(window)).isEqualTo("Entered. The bridge has confirmed it");
      assertThat(window.typed("#news2-temperature")).isEmpty();
    }
  }

  @Test
  void wrongObservationIsNotSent() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F9)) {
      window.type("#news2-spo2", "101");
      window.pulse();
      assertThat(window.words("#news2-spo2-fault"))
          .isEqualTo("Enter a whole number from 0 to 100.");
      window.click("#panel-confirm");
      assertThat(ward.acts()).isEmpty();
    }
  }

  @Test
  void scale2TakesAWordThatItWasDecidedFor() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F9)) {
      window.fire("#news2-spo2-scale-2-1");
      window.settle();
      window.save("panel-news2-scale-2");
      assertThat(window.words("#news2-warning")).contains("hypercapnic", "competent clinician");
      window.click("#panel-confirm");
      assertThat(ward.acts()).isEmpty();
      assertThat(message(window)).isEqualTo("Say first that scale 2 was decided for");
      window.fire("#news2-scale-decided");
      window.click("#panel-confirm");
      assertThat(((Operation.EnterObservations) last(ward)).entries())
          .containsExactly(new ScoreEntry(ScoreParameter.SPO2_SCALE_2, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, '', '407', AUDIO_PAUSED, 60, ''",
    "0, 1, 2, '', '', AUDIO_PAUSED, 180, ''",
    "1, 0, 1, 1, '407', ALARM_PAUSED, 300, Suctioning",
    "1, 1, 0, 0, '', ALARM_PAUSED, 120, Care at the bed",
    "2, 0, 2, 0, '407', STANDBY, 3600, Imaging"
  })
  void pauseIsChosenAndThenSent(
      int kind,
      int place,
      int time,
      String reason,
      String bed,
      Inactivation inactivation,
      int seconds,
      String why) {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F8)) {
      window.fire("#pause-kind-" + kind);
      window.fire("#pause-place-" + place);
      window.fire("#pause-time-" + time);
      window.settle();
      if (!reason.isEmpty()) {
        window.click("#panel-confirm");
        assertThat(ward.acts()).as("without a reason").isEmpty();
        window.click("#pause-reason-" + reason);
      }
      window.save("panel-pauses-" + kind + place);
      assertThat(ward.acts()).as("choosing does nothing").isEmpty();
      window.press(KeyCode.ENTER, true);
      assertThat(last(ward))
          .isEqualTo(new Operation.Inactivate("4 East", bed, inactivation, 0, seconds, why));
      answer(ward, ActResult.Status.REFUSED, "A nurse may not do that. Ask the charge nurse.");
      window.settle();
      assertThat(message(window))
          .isEqualTo("Not done: A nurse may not do that. Ask the charge nurse.");
    }
  }

  @ParameterizedTest
  @EnumSource(Inactivation.class)
  void whatIsHeldBackCountsDownAndIsEndedEarly(Inactivation kind) {
    FakeWard ward = ward(PanelFixtures.unit());
    InactivationState held = Alarms.hold("407", kind, 102);
    ward.hold(held, Alarms.hold("408", kind, 50));
    try (Window window = open(ward, KeyCode.F8)) {
      window.save("panel-held-" + kind);
      assertThat(window.words("#held-0"))
          .endsWith(" of 407 by Okafor, A at 09:40:08, until 09:42:50");
      assertThat(window.words("#held-0-left")).isEqualTo("1:42");
      assertThat(window.find("#held-1")).as("another bed's").isEmpty();
      ward.advance(Duration.ofSeconds(2));
      window.settle();
      assertThat(window.words("#held-0-left")).isEqualTo("1:40");
      window.click("#held-0-end");
      assertThat(last(ward))
          .isEqualTo(new Operation.Inactivate("4 East", "407", kind, held.sinceMicros(), 0, ""));
      ward.hold();
      answer(ward, ActResult.Status.DONE, "");
      window.settle();
      assertThat(message(window)).startsWith("Ended: ");
      assertThat(window.isShown("#held-none")).isTrue();
    }
  }

  @Test
  void standbySomebodyElseHasSetMeanwhileIsSaidAndCanBeDecidedAgain() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F8)) {
      window.click("#pause-reason-0");
      InactivationState theirs = Alarms.hold("407", Inactivation.STANDBY, 600);
      ward.hold(theirs);
      window.settle();
      window.click("#panel-confirm");
      assertThat(last(ward)).as("made on what was seen when it was chosen").isEqualTo(standby(0));
      String other = "Okafor, A set standby of 407 meanwhile.";
      answer(ward, ActResult.Status.CONFLICT, other);
      window.settle();
      window.save("panel-pauses-conflict");
      assertThat(message(window)).isEqualTo("Not done: " + other);
      assertThat(window.words("#held-0"))
          .isEqualTo("Standby of 407 by Okafor, A at 09:40:08, until 09:51:08");
      assertThat(window.cutLabels()).isEmpty();
      window.click("#panel-confirm");
      assertThat(last(ward)).as("on what is seen now").isEqualTo(standby(theirs.sinceMicros()));
    }
  }

  private static Operation standby(long base) {
    return new Operation.Inactivate("4 East", "407", Inactivation.STANDBY, base, 1_800, "Imaging");
  }

  @Test
  void alarmsOfWhatTheBedDoesStayInSightBesideThePanel() {
    FakeWard ward = ward(PanelFixtures.unit());
    UnaryOperator<BedSnapshot> asystole = Alarms.with(PanelFixtures.unit(), Alarms.asystole(3));
    try (Window window = open(ward, KeyCode.F6)) {
      ward.change(BED, asystole);
      window.settle();
      assertThat(window.text("#bed-407-message")).isEqualTo("*** ASYSTOLE");
      assertThat(window.stripEntries().getFirst()).startsWith("407 ASYSTOLE");
    }
  }

  private static Window open(
      FakeWard ward, KeyCode panel, Language language, TemperatureUnit temperature) {
    ward.feed();
    Settings settings =
        Settings.INITIAL.with(Setting.LANGUAGE, language).with(Setting.TEMPERATURE, temperature);
    Window window = Window.open(ward, 1920, 1080, SettingsStore.inMemory(settings));
    window.settle();
    window.clickBed("407");
    window.press(panel, false);
    window.settle();
    return window;
  }

  private static @Nullable Integer temperatureHigh(FakeWard ward) {
    Operation.SetLimits wanted = (Operation.SetLimits) last(ward);
    return wanted.limits().limits().stream()
        .filter(each -> each.sign() == VitalSign.TEMP)
        .findFirst()
        .orElseThrow()
        .high();
  }

  private static final String TEMPERATURES =
      """
      ENGLISH, FAHRENHEIT, 101.0, 100.9, 383, Kept as 100.9 °F. Not sent yet
      ENGLISH, CELSIUS,    38.55, 38.6,  386, Kept as 38.6 °C. Not sent yet
      GERMAN,  FAHRENHEIT, '101,0', 100.9, 383, Gespeichert wird 100.9 °F. Noch nicht gesendet
      GERMAN,  CELSIUS,    '38,55', 38.6,  386, Gespeichert wird 38.6 °C. Noch nicht gesendet
      """;

  @ParameterizedTest
  @CsvSource(textBlock = TEMPERATURES)
  void aLimitOfTemperatureIsShownAsItIsKeptWhenItsFieldIsLeft(
      Language language,
      TemperatureUnit temperature,
      String typed,
      String shown,
      int kept,
      String note) {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6, language, temperature)) {
      window.type("#limit-temp-high", typed);
      window.settle();
      assertThat(window.typed("#limit-temp-high")).as("while it has the focus").isEqualTo(typed);
      window.focus("#limits-reason");
      window.settle();
      assertThat(window.typed("#limit-temp-high")).isEqualTo(shown);
      assertThat(message(window)).isEqualTo(note);
      assertThat(window.cutLabels()).isEmpty();
      window.click("#limits-reason-1");
      window.click("#panel-confirm");
      assertThat(temperatureHigh(ward)).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = TEMPERATURES)
  void aLimitOfTemperatureThatIsKeptOtherwiseThanTypedIsConfirmedTwice(
      Language language,
      TemperatureUnit temperature,
      String typed,
      String shown,
      int kept,
      String note) {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6, language, temperature)) {
      window.click("#limits-reason-1");
      window.type("#limit-temp-high", typed);
      window.press(KeyCode.ENTER, true);
      window.settle();
      assertThat(ward.acts()).isEmpty();
      assertThat(window.typed("#limit-temp-high")).isEqualTo(shown);
      assertThat(message(window)).isEqualTo(note);
      window.press(KeyCode.ENTER, true);
      assertThat(temperatureHigh(ward)).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = TEMPERATURES)
  void aTemperatureThatIsKeptOtherwiseThanTypedIsShownWhenItsFieldIsLeft(
      Language language,
      TemperatureUnit temperature,
      String typed,
      String shown,
      int kept,
      String note) {
    FakeWard ward = ward(PanelFixtures.scored(FakeWard.START_MICROS - 60_000_000L));
    try (Window window = open(ward, KeyCode.F9, language, temperature)) {
      window.type("#news2-temperature", typed);
      window.focus("#news2-pulse");
      window.settle();
      assertThat(window.typed("#news2-temperature")).isEqualTo(shown);
      assertThat(message(window)).isEqualTo(note);
      assertThat(window.cutLabels()).isEmpty();
      window.press(KeyCode.ENTER, true);
      assertThat(((Operation.EnterObservations) last(ward)).entries())
          .containsExactly(new ScoreEntry(ScoreParameter.TEMPERATURE, kept));
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = TEMPERATURES)
  void aTemperatureThatIsKeptOtherwiseThanTypedIsConfirmedTwice(
      Language language,
      TemperatureUnit temperature,
      String typed,
      String shown,
      int kept,
      String note) {
    FakeWard ward = ward(PanelFixtures.scored(FakeWard.START_MICROS - 60_000_000L));
    try (Window window = open(ward, KeyCode.F9, language, temperature)) {
      window.type("#news2-temperature", typed);
      window.settle();
      assertThat(window.words("#news2-temperature-fault")).isEmpty();
      window.click("#panel-confirm");
      window.settle();
      assertThat(ward.acts()).isEmpty();
      assertThat(window.typed("#news2-temperature")).isEqualTo(shown);
      assertThat(message(window)).isEqualTo(note);
      window.click("#panel-confirm");
      assertThat(((Operation.EnterObservations) last(ward)).entries())
          .containsExactly(new ScoreEntry(ScoreParameter.TEMPERATURE, kept));
    }
  }

  @Test
  void aTemperatureThatIsKeptAsTypedIsConfirmedOnce() {
    FakeWard ward = ward(PanelFixtures.unit());
    try (Window window = open(ward, KeyCode.F6, Language.ENGLISH, TemperatureUnit.FAHRENHEIT)) {
      assertThat(window.typed("#limit-temp-high")).isEqualTo("102.2");
      window.click("#limit-temp-high-minus");
      assertThat(window.typed("#limit-temp-high")).isEqualTo("102.0");
      window.click("#limits-reason-1");
      window.type("#limit-temp-high", "101.1");
      window.settle();
      assertThat(note(window, "temp")).contains("102.2").doesNotContain("39");
      window.press(KeyCode.ENTER, true);
      assertThat(temperatureHigh(ward)).isEqualTo(384);
    }
  }
}
