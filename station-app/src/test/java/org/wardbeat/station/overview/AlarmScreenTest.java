package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/** How alarms look, flash and are acted on. */
class AlarmScreenTest {
  private static final PseudoClass FLASH_OFF = PseudoClass.getPseudoClass("flash-off");
  private static final int PULSES_PER_SECOND = 60;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Window open(FakeWard ward) {
    ward.feed();
    Window window = Window.open(ward, 1920, 1080);
    window.settle();
    return window;
  }

  /** Beds in all states of an alarm. */
  private static FakeWard allStates(int beds) {
    FakeWard ward = FakeWard.still(beds);
    Score.Band low = Score.Band.LOW;
    Alarm tachycardia =
        Alarms.alarm("HR_HIGH", AlarmPriority.MEDIUM, VitalSign.HR, "HR 121 > 120", 192);
    ward.change(0, Alarms.with(Alarms.news2(0, low)));
    ward.change(
        1,
        Alarms.with(Alarms.news2(3, Score.Band.LOW_MEDIUM), Alarms.acknowledged(tachycardia, 80)));
    ward.change(2, Alarms.with(Alarms.news2(6, Score.Band.MEDIUM), Alarms.asystole(14)));
    ward.change(
        3,
        Alarms.with(
            Alarms.news2(8, Score.Band.HIGH), Alarms.ended(Alarms.asystole(100), true, 40)));
    ward.change(
        4,
        Alarms.with(
            Alarms.news2(10, Score.Band.HIGH),
            Alarms.desaturation(38),
            Alarms.alarm("RR_HIGH", AlarmPriority.LOW, VitalSign.RR, "RR 31 > 30", 30)));
    ward.change(5, Alarms.with(Alarms.limitOff(VitalSign.SPO2)));
    ward.change(
        6, Alarms.with(Alarms.news2(Score.NO_TOTAL, Score.Band.NONE), Alarms.desaturation(12)));
    ward.change(
        8,
        Alarms.with(
            Alarms.news2(
                1,
                low,
                Alarms.ended(Alarms.acknowledged(Alarms.desaturation(900), 800), false, 700))));
    ward.change(9, Alarms.with(BedWatch.NONE, Alarms.asystole(75).escalated(1)));
    ward.change(
        10,
        Alarms.with(
            BedWatch.NONE,
            Alarms.technical("CLOCK_UNSYNCED", AlarmPriority.LOW, "CLOCK UNSYNCED", 500)));
    ward.hold(
        Alarms.hold("407", Inactivation.AUDIO_PAUSED, 102),
        Alarms.hold("408", Inactivation.ALARM_PAUSED, 90),
        Alarms.hold("412", Inactivation.STANDBY, 1_122));
    return ward;
  }

  @Test
  void headersTellHowFarEachAlarmHasCome() {
    try (Window window = open(allStates(16))) {
      window.save("alarms-16");
      assertThat(window.text("#bed-402-message")).isEqualTo("** HR 121 > 120");
      assertThat(window.text("#bed-402-age")).isEqualTo("3:12");
      assertThat(icon(window, "#bed-402-mark")).isEqualTo(Icon.CHECK);
      assertThat(states(window, "#bed-402-header-box")).contains("acknowledged", "medium");
      assertThat(window.text("#bed-403-message")).isEqualTo("*** ASYSTOLE");
      assertThat(window.text("#bed-404-age")).isEqualTo("ended 09:40");
      assertThat(states(window, "#bed-404-header-box")).contains("latched", "high");
      assertThat(window.text("#bed-405-message")).isEqualTo("** SpO₂ 86 < 90 +1");
      assertThat(icon(window, "#bed-407-aside")).isEqualTo(Icon.SPEAKER_BARS);
      assertThat(window.text("#bed-407-age")).isEqualTo("1:42");
      assertThat(window.text("#bed-408-message")).isEqualTo("ALARMS OFF");
      assertThat(window.text("#bed-408-age")).isEqualTo("1:30");
      assertThat(icon(window, "#bed-410-mark")).isEqualTo(Icon.ESCALATED);
      assertThat(window.text("#bed-411-message")).isEqualTo("! CLOCK UNSYNCED");
      assertThat(window.text("#bed-412-message")).isEqualTo("STANDBY");
      assertThat(window.text("#bed-412-away-left")).isEqualTo("18:42");
      assertThat(window.problems()).isEmpty();
    }
  }

  @Test
  void valueThatCausesAnAlarmIsFilledUntilSomebodySeesToIt() {
    try (Window window = open(allStates(16))) {
      assertThat(window.node("#bed-403-hr-cause").isVisible()).isTrue();
      assertThat(states(window, "#bed-403-hr-cause")).contains("high");
      assertThat(states(window, "#bed-405-spo2-cause")).contains("medium");
      assertThat(states(window, "#bed-405-rr-cause")).contains("low");
      assertThat(window.find("#bed-402-hr-cause")).as("acknowledged").isEmpty();
      assertThat(window.find("#bed-404-hr-cause")).as("ended").isEmpty();
      assertThat(window.node("#bed-406-spo2-limit-off").isVisible()).isTrue();
      assertThat(window.find("#bed-406-hr-limit-off")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"401, 0, ''", "402, 3, single", "403, 6, medium", "404, 8, high", "407, –, ''"})
  void news2IsOutlinedByItsBand(String bed, String points, String state) {
    try (Window window = open(allStates(16))) {
      assertThat(window.text("#bed-" + bed + "-news2")).isEqualTo(points);
      List<String> states = states(window, "#bed-" + bed + "-news2-box");
      assertThat(states).containsExactlyElementsOf(state.isEmpty() ? List.of() : List.of(state));
    }
  }

  @ParameterizedTest
  @CsvSource({"4", "8", "16", "32", "64"})
  void fitsInEachLayout(int beds) {
    try (Window window = open(allStates(Math.max(16, beds)))) {
      window.press(layoutKey(beds), true);
      window.settle();
      window.save("alarms-layout-" + beds);
      assertThat(window.problems()).isEmpty();
    }
  }

  private static KeyCode layoutKey(int beds) {
    return switch (beds) {
      case 4 -> KeyCode.DIGIT2;
      case 8 -> KeyCode.DIGIT3;
      case 16 -> KeyCode.DIGIT4;
      case 32 -> KeyCode.DIGIT5;
      default -> KeyCode.DIGIT6;
    };
  }

  /**
   * IEC 60601-1-8:2006+A1:2012, table 2: high 1.4 to 2.8 Hz and 20 to 60 % on, medium 0.4 to 0.8 Hz
   * and 20 to 60 % on, low steady. Here 2.0 and 0.5 Hz, half on and half off.
   */
  @ParameterizedTest
  @CsvSource({
    "#bed-403-header-box, 2.0, 0.5",
    "#bed-405-header-box, 0.5, 0.5",
    "#bed-411-header-box, 0, 1",
    "#bed-402-header-box, 0, 1",
    "#bed-404-header-box, 0, 1",
    "#strip-entry-1, 2.0, 0.5"
  })
  void flashesAtItsRateAndWithHalfOfItsTimeOn(String selector, double hertz, double duty) {
    int seconds = 10;
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      Node node = window.node(selector);
      List<Boolean> off = new ArrayList<>();
      Window.onFx(
          () -> {
            for (int i = 0; i < seconds * PULSES_PER_SECOND; i++) {
              ward.advance(Duration.ofNanos(16_666_667));
              window.pulseOnce();
              off.add(node.getPseudoClassStates().contains(FLASH_OFF));
            }
            return true;
          });
      assertThat(turns(off) / 2.0 / seconds).isCloseTo(hertz, within(0.05));
      double on = off.stream().filter(each -> !each).count() / (double) off.size();
      assertThat(on).isCloseTo(duty, within(0.02));
      assertThat(longest(off)).isLessThanOrEqualTo(hertz == 0 ? off.size() : longestPhase(hertz));
    }
  }

  /** In pulses, with one more for the pulse that a phase may begin or end in. */
  private static int longestPhase(double hertz) {
    return (int) (PULSES_PER_SECOND / hertz / 2) + 1;
  }

  private static int turns(List<Boolean> states) {
    int turns = 0;
    for (int i = 1; i < states.size(); i++) {
      turns += states.get(i).equals(states.get(i - 1)) ? 0 : 1;
    }
    return turns;
  }

  private static int longest(List<Boolean> states) {
    int longest = 0;
    int length = 0;
    for (int i = 0; i < states.size(); i++) {
      length = i > 0 && states.get(i).equals(states.get(i - 1)) ? length + 1 : 1;
      longest = Math.max(longest, length);
    }
    return longest;
  }

  @Test
  void headersAreRedAndDarkRedInTurn() {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      List<Color> seen = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        window.pulse();
        Color color = window.background("#bed-403-header-box");
        if (seen.isEmpty() || !seen.getLast().equals(color)) {
          seen.add(color);
        }
      }
      assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
      assertThat(seen).containsOnly(Color.web("#D6132A"), Color.web("#3B0A12"));
    }
  }

  @Test
  void stripListsWhatWaitsBeforeWhatWasSeenToBeforeWhatIsOver() {
    try (Window window = open(allStates(16))) {
      List<String> entries = window.stripEntries();
      assertThat(entries.subList(0, 3))
          .as("the lethal first, what lasts before what has ended, what waits longer before")
          .containsExactly(
              "410 ASYSTOLE 1:15, escalated", "403 ASYSTOLE 0:14", "404 ASYSTOLE ended 09:40");
      assertThat(window.text("#strip-title")).isEqualTo("8 alarms");
      assertThat(window.text("#strip-overflow")).isEqualTo("**  +3 more");
    }
  }

  @Test
  void keysGoToTheNextAlarmAndAcknowledgeJustThatOne() {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      window.press(KeyCode.F3, false);
      window.pulse();
      assertThat(window.text("#acknowledge-message"))
          .isEqualTo("Choose an alarm first, with F2 or a click");
      window.press(KeyCode.F2, false);
      window.press(KeyCode.F2, false);
      window.press(KeyCode.F3, false);
      window.pulse();
      assertThat(ward.acts()).hasSize(1);
      FakeWard.Wanted wanted = ward.acts().getFirst();
      assertThat(wanted.operator().user()).isEqualTo(Alarms.USER);
      assertThat(((Operation.Acknowledge) wanted.operation()).bed().bed()).isEqualTo("403");
      assertThat(window.text("#acknowledge-message")).isEqualTo("Asking the bridge");
    }
  }

  @ParameterizedTest
  @EnumSource(ActResult.Status.class)
  void tellsWhatBecameOfAnAcknowledgementForFourSeconds(ActResult.Status status) {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      window.clickOn("#strip-acknowledge-2");
      boolean done = status == ActResult.Status.DONE;
      ward.acts()
          .getFirst()
          .answer()
          .complete(new ActResult(status, done ? "" : "The bridge is busy"));
      window.pulse();
      String told = window.text("#acknowledge-message");
      assertThat(told)
          .startsWith(
              done
                  ? "Acknowledged 404 ASYSTOLE"
                  : status == ActResult.Status.UNANSWERED ? "Not confirmed: " : "Not done: ");
      assertThat(window.text("#bed-404-age")).as("only the bridge ends it").startsWith("ended");
      window.advance(Duration.ofMillis(4_100));
      window.pulse();
      assertThat(window.text("#acknowledge-message")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"SPACE", "ENTER", "A", "Q", "S", "ESCAPE", "DELETE"})
  void noOtherKeyAcknowledgesOrSilences(KeyCode code) {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      window.press(KeyCode.F2, false);
      window.click("#strip-entry-0");
      window.press(code, false);
      window.press(code, false);
      window.pulse();
      assertThat(ward.acts()).isEmpty();
    }
  }

  @Test
  void buttonOfAnEntryAcknowledgesThatEntry() {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      window.clickOn("#strip-acknowledge-1");
      assertThat(ward.acts()).hasSize(1);
      assertThat(((Operation.Acknowledge) ward.acts().getFirst().operation()).bed().bed())
          .isEqualTo("403");
    }
  }

  @Test
  void f4PausesTheSoundOfTheUnitAndEndsThat() {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      window.press(KeyCode.F4, false);
      ward.hold(Alarms.hold("", Inactivation.AUDIO_PAUSED, 102));
      window.pulse();
      assertThat(window.accessible("#top-bar")).contains("AUDIO PAUSED 1:42 Okafor, A");
      assertThat(window.accessible("#banner"))
          .isEqualTo("AUDIO PAUSED  1:42, Okafor, A. Alarms show but do not sound.");
      window.press(KeyCode.F4, false);
      assertThat(ward.acts())
          .extracting(FakeWard.Wanted::operation)
          .containsExactly(
              new Operation.Inactivate("4 East", "", Inactivation.AUDIO_PAUSED, 0, 120, ""),
              new Operation.Inactivate("4 East", "", Inactivation.AUDIO_PAUSED, 0, 0, ""));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SoundState.Mode.class,
      names = {"NO_SOUND", "OFF"})
  void f4EndsAPauseAlsoWhereNothingCouldBeHeardAnyway(SoundState.Mode mode) {
    FakeWard ward = allStates(16);
    try (Window window = open(ward)) {
      ward.hold(Alarms.hold("", Inactivation.AUDIO_PAUSED, 102));
      window.sound().become(mode);
      window.settle();
      window.press(KeyCode.F4, false);
      assertThat(ward.acts())
          .extracting(FakeWard.Wanted::operation)
          .containsExactly(
              new Operation.Inactivate("4 East", "", Inactivation.AUDIO_PAUSED, 0, 0, ""));
    }
  }

  @Test
  void bedBeyondTheScreenIsOneClickAway() {
    FakeWard ward = FakeWard.still(80);
    ward.change(70, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    try (Window window = open(ward)) {
      assertThat(window.find("#bed-471")).isEmpty();
      window.clickOn("#strip-entry-0");
      window.settle();
      assertThat(window.node("#bed-471").isVisible()).isTrue();
      assertThat(window.node("#selected-bed").isVisible()).isTrue();
      assertThat(window.text("#bed-471-message")).isEqualTo("*** ASYSTOLE");
    }
  }

  @Test
  void whatNobodySawToIsToSoundUnlessItsBedIsPaused() {
    try (Window window = open(allStates(16))) {
      assertThat(window.sound().demanded().alarms())
          .extracting(alarm -> alarm.id().substring(7, 10))
          .containsExactlyInAnyOrder("403", "404", "405", "405", "410", "411");
    }
  }

  @Test
  void aTestToneIsOneClickAwayUnlessTheStationIsSilentOnPurpose() {
    try (Window window = open(FakeWard.still(16))) {
      window.click("#test-sound");
      assertThat(window.sound().tests()).isEqualTo(1);
      window.sound().become(SoundState.Mode.NO_SOUND);
      window.settle();
      assertThat(window.node("#test-sound").isVisible()).as("the banner has one").isFalse();
      window.click("#banner-details");
      assertThat(window.sound().tests()).isEqualTo(2);
      window.sound().become(SoundState.Mode.OFF);
      window.settle();
      assertThat(window.node("#test-sound").isVisible()).isFalse();
    }
  }

  @Test
  void missingSoundIsSaidInThreePlaces() {
    FakeWard ward = FakeWard.still(16);
    try (Window window = open(ward)) {
      window.sound().become(SoundState.Mode.NO_SOUND);
      window.settle();
      window.save("no-alarm-sound");
      assertThat(window.accessible("#top-bar")).contains("NO ALARM SOUND");
      assertThat(window.accessible("#banner")).startsWith("NO ALARM SOUND  Alarms show but cannot");
      assertThat(window.stripEntries().getFirst()).startsWith("4 East NO ALARM SOUND");
      window.click("#banner-details");
      assertThat(window.sound().tests()).isOne();
    }
  }

  private static Icon icon(Window window, String selector) {
    SVGPath shape = (SVGPath) window.node(selector);
    assertThat(shape.isVisible()).as(selector).isTrue();
    for (Icon icon : Icon.values()) {
      if (Window.onFx(() -> icon.node().getContent()).equals(shape.getContent())) {
        return icon;
      }
    }
    throw new AssertionError(selector + " shows no icon");
  }

  private static List<String> states(Window window, String selector) {
    return window.node(selector).getPseudoClassStates().stream()
        .map(PseudoClass::getPseudoClassName)
        .filter(name -> !name.startsWith("nth-child"))
        .toList();
  }
}
