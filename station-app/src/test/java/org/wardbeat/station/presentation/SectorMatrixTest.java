package org.wardbeat.station.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.station.presentation.Beds.NOW;
import static org.wardbeat.station.presentation.Beds.NOW_NANOS;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/** The states matrix, cell by cell. */
class SectorMatrixTest {
  private static SectorView show(LinkSnapshot link, BedSnapshot bed) {
    return Beds.presenter()
        .present(Beds.ward(link, bed), 0, Beds.AUDIBLE, NOW, NOW_NANOS)
        .sectors()
        .getFirst();
  }

  private static List<String> texts(SectorView view) {
    ValuesView values = view.values();
    return List.of(
        values.hr().text(),
        values.spo2().text(),
        values.rr().text(),
        values.temp().text(),
        values.nibp().text());
  }

  private static List<ValueView.Tone> tones(SectorView view) {
    ValuesView values = view.values();
    return List.of(
        values.hr().tone(),
        values.spo2().tone(),
        values.rr().tone(),
        values.temp().tone(),
        values.nibp().tone());
  }

  /** The ages at which each row of the matrix begins and ends, on every link that is not lost. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # age s, wave, wave text, message, age, HR, tone
          0.0,    TRACE, '', '', '', 76, FRESH
          1.999,  TRACE, '', '', '', 76, FRESH
          2.0,    TRACE, '', '', '', 76, FRESH
          4.999,  TRACE, '', '', '', 76, FRESH
          5.0,    BLANK, No wave for 5 s, age 5 s, '', 76, DIM
          7.4,    BLANK, No wave for 7 s, age 7 s, '', 76, DIM
          9.999,  BLANK, No wave for 9 s, age 9 s, '', 76, DIM
          10.0,   BLANK, Last known at 10:12:21, !! DATA OLD, age 10 s, ---, DIM
          14.2,   BLANK, Last known at 10:12:16, !! DATA OLD, age 14 s, ---, DIM
          29.999, BLANK, Last known at 10:12:01, !! DATA OLD, age 29 s, ---, DIM
          30.0,   LOST,  NO DATA FROM BED 30 s, !!! NO DATA, 30 s, ---, DIM
          38.0,   LOST,  NO DATA FROM BED 38 s, !!! NO DATA, 38 s, ---, DIM
          65.0,   LOST,  NO DATA FROM BED 1:05, !!! NO DATA, 1:05, ---, DIM
          """)
  void showsABedByItsAge(
      double age,
      WaveView.Mode mode,
      String wave,
      String message,
      String headerAge,
      String hr,
      ValueView.Tone tone) {
    for (LinkState state :
        List.of(LinkState.STREAMING, LinkState.DEGRADED, LinkState.STALLED, LinkState.RESUMING)) {
      SectorView view = show(Beds.link(state), Beds.bed("408", age));
      assertThat(view.kind()).isEqualTo(SectorView.Kind.MONITORED);
      assertThat(view.wave().mode()).as("%s", state).isEqualTo(mode);
      assertThat(view.wave().text()).isEqualTo(wave);
      assertThat(view.header().message()).isEqualTo(message);
      assertThat(view.header().age()).isEqualTo(headerAge);
      assertThat(view.header().name()).isEqualTo("Ivanova, S");
      assertThat(view.values().hr()).isEqualTo(new ValueView(hr, tone));
    }
  }

  @Test
  void keepsFreshValuesInColour() {
    SectorView view = show(Beds.link(LinkState.STREAMING), Beds.bed("408", 1));
    assertThat(texts(view)).containsExactly("76", "98", "15", "36.7", "118/72");
    assertThat(tones(view)).containsOnly(ValueView.Tone.FRESH);
    assertThat(view.values().nibpTime()).isEqualTo("08:29");
    assertThat(view.header()).isEqualTo(HeaderView.quiet("408", "Ivanova, S"));
    assertThat(view.accessibleText())
        .isEqualTo("Bed 408, Ivanova S, heart rate 76, oxygen saturation 98, respiratory rate 15");
  }

  /** A source that speaks on but leaves a vital sign out does not keep the old value alive. */
  @ParameterizedTest
  @CsvSource({
    "0, 98, FRESH",
    "4999, 98, FRESH",
    "5000, 98, DIM",
    "9999, 98, DIM",
    "10000, ---, DIM"
  })
  void agesAValueThatItsSourceLeavesOut(long leftOutMillis, String text, ValueView.Tone tone) {
    Map<VitalSign, Reading> readings = Beds.readings();
    readings.put(VitalSign.SPO2, Reading.of(VitalSign.SPO2, 98, NOW - leftOutMillis * 1_000));
    ValuesView values =
        ValuesView.of(readings, NOW, Timers.DEFAULT, NOW, ZoneOffset.UTC, Words.english());
    assertThat(values.spo2()).isEqualTo(new ValueView(text, tone));
    assertThat(values.hr()).isEqualTo(new ValueView("76", ValueView.Tone.FRESH));
    assertThat(values.nibp()).isEqualTo(new ValueView("118/72", ValueView.Tone.FRESH));
  }

  @Test
  void dimsEveryValueFromFiveSecondsOn() {
    SectorView view = show(Beds.link(LinkState.STREAMING), Beds.bed("408", 7));
    assertThat(texts(view)).containsExactly("76", "98", "15", "36.7", "118/72");
    assertThat(tones(view)).containsOnly(ValueView.Tone.DIM);
    assertThat(view.accessibleText()).contains("data 7 seconds old");
  }

  @Test
  void tellsTheLastKnownValuesApartFromTenSecondsOn() {
    SectorView view = show(Beds.link(LinkState.STREAMING), Beds.bed("404", 14));
    assertThat(texts(view)).containsExactly("---", "---", "---", "---", "118/72");
    assertThat(tones(view)).containsOnly(ValueView.Tone.DIM);
    assertThat(view.wave().text()).isEqualTo("Last known at 10:12:17");
    assertThat(view.wave().detail()).isEqualTo("HR 76   SpO₂ 98   RR 15");
    assertThat(view.header().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(view.accessibleText())
        .startsWith("Bed 404, Ivanova S, medium technical alarm data old, 14 seconds");
  }

  @Test
  void showsNothingOlderFromThirtySecondsOn() {
    SectorView view = show(Beds.link(LinkState.STREAMING), Beds.bed("410", 38));
    assertThat(texts(view)).containsExactly("---", "---", "---", "---", "118/72");
    assertThat(view.wave().detail()).isEmpty();
    assertThat(view.header().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void keepsWhatDoesNotComeFromTheElectrodesWhileTheyAreOff() {
    SectorView view =
        show(Beds.link(LinkState.STREAMING), Beds.bed("410", 1, Beds.leadsOff(), true));
    assertThat(texts(view)).containsExactly("---", "98", "---", "36.7", "118/72");
    assertThat(tones(view)).containsOnly(ValueView.Tone.FRESH);
    assertThat(view.values().pulse().text()).isEqualTo("78");
    assertThat(view.wave())
        .isEqualTo(new WaveView(WaveView.Mode.LEADS_OFF, "LEADS OFF: RA, LL", ""));
    assertThat(view.header().message()).isEqualTo("! LEADS OFF");
    assertThat(view.header().age()).isEqualTo("2:05");
    assertThat(view.header().severity()).isEqualTo(Severity.LOW);
    assertThat(view.caption().electrode()).isEqualTo(CaptionView.Electrodes.OFF);
  }

  @Test
  void letsAgeRulesWinOverLeadsOff() {
    SectorView view =
        show(Beds.link(LinkState.STALLED), Beds.bed("410", 14, Beds.leadsOff(), true));
    assertThat(view.header().message()).isEqualTo("!! DATA OLD +1");
    assertThat(view.wave().mode()).isEqualTo(WaveView.Mode.BLANK);
    assertThat(view.wave().detail()).isEqualTo("HR ---   SpO₂ 98   RR ---");
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkState.class,
      names = {"OFFLINE", "CONNECTING"})
  void showsNothingAsLiveWhileTheBridgeIsOutOfReach(LinkState state) {
    assertNotLive(show(Beds.link(state), Beds.bed("401", 0.2)));
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkState.class,
      names = {"STREAMING", "DEGRADED", "STALLED", "RESUMING"})
  void showsNothingAsLiveWhileTheBrokerIsLost(LinkState state) {
    BrokerState down = new BrokerState(false, NOW - 23_000_000);
    assertNotLive(show(Beds.link(state, down), Beds.bed("401", 0.2)));
  }

  @Test
  void keepsABedNotLiveWhileResumingUntilItIsHeardAgain() {
    LinkSnapshot resuming = Beds.link(LinkState.RESUMING);
    assertNotLive(show(resuming, Beds.bed("401", 0.2, Beds.allOn(), false)));
    assertThat(show(resuming, Beds.bed("401", 0.2, Beds.allOn(), true)).wave().mode())
        .isEqualTo(WaveView.Mode.TRACE);
  }

  private static void assertNotLive(SectorView view) {
    assertThat(view.kind()).isEqualTo(SectorView.Kind.NOT_LIVE);
    assertThat(view.wave()).isEqualTo(new WaveView(WaveView.Mode.NOT_LIVE, "NOT LIVE", ""));
    assertThat(texts(view)).containsOnly("---");
    assertThat(tones(view)).containsOnly(ValueView.Tone.DIM);
    assertThat(view.values().nibpTime()).isEmpty();
    assertThat(view.header().name()).isEqualTo("Ivanova, S");
    assertThat(view.accessibleText()).isEqualTo("Bed 401, Ivanova S, not live");
  }

  @ParameterizedTest
  @EnumSource(LinkState.class)
  void showsAnEmptyBedAsEmptyOnEveryLink(LinkState state) {
    SectorView view = show(Beds.link(state), Beds.empty("405"));
    assertThat(view.kind()).isEqualTo(SectorView.Kind.EMPTY);
    assertThat(view.header().bed()).isEqualTo("405");
    assertThat(view.header().name()).isEqualTo("Empty");
    boolean cutOff = LinkPhase.of(Beds.link(state)).isCutOff();
    assertThat(view.wave().text()).isEqualTo(cutOff ? "" : "Admit patient");
  }

  @ParameterizedTest
  @CsvSource({
    "0, BLANK, Waiting for first data 0 s, '', ''",
    "4, BLANK, Waiting for first data 4 s, '', ''",
    "9, BLANK, Waiting for first data 9 s, '', ''",
    "10, BLANK, Waiting for first data 10 s, !! NO DATA, 10 s",
    "30, LOST, NO DATA FROM BED 30 s, !!! NO DATA, 30 s",
  })
  void waitsForTheFirstDataAndThenFollowsTheAgeRules(
      int seconds, WaveView.Mode mode, String wave, String message, String age) {
    OverviewPresenter presenter = Beds.presenter();
    var ward = Beds.ward(Beds.link(LinkState.STREAMING), Beds.neverHeard("401"));
    presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    SectorView view =
        presenter
            .present(ward, 0, Beds.AUDIBLE, NOW + seconds * 1_000_000L, NOW_NANOS)
            .sectors()
            .getFirst();
    assertThat(view.wave()).isEqualTo(new WaveView(mode, wave, ""));
    assertThat(view.header().message()).isEqualTo(message);
    assertThat(view.header().age()).isEqualTo(age);
    assertThat(texts(view)).containsOnly("---");
  }

  @ParameterizedTest
  @CsvSource({"5, !! DEVICE OFF, 0:05, MEDIUM", "30, !!! DEVICE OFF, 0:30, HIGH"})
  void namesADeviceThatIsOff(int seconds, String message, String age, Severity severity) {
    BedSnapshot bed = Beds.bed("406", 1, new DeviceStatus(false, Set.of(), -1), true);
    long now = bed.statusSinceMicros() + seconds * 1_000_000L;
    SectorView view =
        Beds.presenter()
            .present(
                Beds.ward(Beds.link(LinkState.STREAMING), bed), 0, Beds.AUDIBLE, now, NOW_NANOS)
            .sectors()
            .getFirst();
    assertThat(view.header().message()).isEqualTo(message);
    assertThat(view.header().age()).isEqualTo(age);
    assertThat(view.header().severity()).isEqualTo(severity);
    assertThat(view.wave().text()).isEqualTo("DEVICE OFF");
    assertThat(view.wave().detail()).isEqualTo("since 10:10:26");
    assertThat(texts(view)).containsExactly("---", "---", "---", "---", "118/72");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, HIDDEN, '', ''",
    "64, GOOD, '', ''",
    "20, GOOD, '', ''",
    "19, CAUTION, 19%, ''",
    "10, CAUTION, 10%, ''",
    "9, ALARM, 9%, ! BATTERY LOW"
  })
  void warnsOfABatteryBelowTwentyAndRaisesAConditionBelowTen(
      int percent, CaptionView.Battery battery, String text, String message) {
    SectorView view =
        show(
            Beds.link(LinkState.STREAMING),
            Beds.bed("415", 1, new DeviceStatus(true, Set.of(), percent), true));
    assertThat(view.caption().battery()).isEqualTo(battery);
    assertThat(view.caption().batteryText()).isEqualTo(text);
    assertThat(view.header().message()).isEqualTo(message);
  }

  @Test
  void keepsAConditionThatWasActiveWhenTheLinkWasLost() {
    OverviewPresenter presenter = Beds.presenter();
    BedSnapshot bed = Beds.bed("410", 1, Beds.leadsOff(), true);
    presenter.present(
        Beds.ward(Beds.link(LinkState.STREAMING), bed), 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    OverviewView view =
        presenter.present(
            Beds.ward(Beds.link(LinkState.OFFLINE), bed),
            0,
            Beds.AUDIBLE,
            NOW + 3_000_000,
            NOW_NANOS);
    HeaderView header = view.sectors().getFirst().header();
    assertThat(header.was()).isTrue();
    assertThat(header.message()).isEqualTo("! LEADS OFF");
    assertThat(view.strip().title()).isEqualTo("Active when link was lost");
    assertThat(view.strip().note()).isEqualTo("Not cleared. Check these beds in person first.");
    assertThat(view.strip().entries())
        .containsExactly(
            entry(null, Severity.HIGH, "!!!", AlarmLook.NEW, "4 East", "STATION NOT LIVE", "0:26"),
            entry(
                "410",
                Severity.LOW,
                "!",
                AlarmLook.WAS,
                "410",
                "LEADS OFF: RA, LL",
                "since 10:10:26"));
  }

  @Test
  void listsConditionsByPriorityThenByHowLongTheyLast() {
    StripView strip =
        Beds.presenter()
            .present(
                Beds.ward(
                    Beds.link(LinkState.STREAMING),
                    Beds.bed("401", 12),
                    Beds.bed("402", 1, Beds.leadsOff(), true),
                    Beds.bed("403", 38),
                    Beds.bed("404", 14),
                    Beds.bed("405", 1),
                    Beds.empty("406")),
                0,
                Beds.AUDIBLE,
                NOW,
                NOW_NANOS)
            .strip();
    assertThat(strip.title()).isEqualTo("4 alarms");
    assertThat(strip.entries())
        .containsExactly(
            entry("403", Severity.HIGH, "!!!", AlarmLook.NEW, "403", "NO DATA FROM BED", "0:38"),
            entry("404", Severity.MEDIUM, "!!", AlarmLook.NEW, "404", "DATA OLD", "0:14"),
            entry("401", Severity.MEDIUM, "!!", AlarmLook.NEW, "401", "DATA OLD", "0:12"),
            entry("402", Severity.LOW, "!", AlarmLook.NEW, "402", "LEADS OFF: RA, LL", "2:05"));
  }

  @Test
  void countsAgesOnWhileTheLinkIsStalled() {
    OverviewPresenter presenter = Beds.presenter();
    var ward = Beds.ward(Beds.link(LinkState.STALLED), Beds.bed("401", 4));
    assertThat(
            presenter
                .present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS)
                .sectors()
                .getFirst()
                .wave()
                .text())
        .isEmpty();
    assertThat(
            presenter
                .present(ward, 0, Beds.AUDIBLE, NOW + 3_000_000, NOW_NANOS)
                .sectors()
                .getFirst()
                .header()
                .message())
        .isEqualTo("age 7 s");
  }

  @Test
  void returnsTheSameViewWhileNothingChanges() {
    OverviewPresenter presenter = Beds.presenter();
    var ward = Beds.ward(Beds.link(LinkState.STREAMING), Beds.bed("401", 1));
    OverviewView first = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    assertThat(presenter.present(ward, 0, Beds.AUDIBLE, NOW + 16_000, NOW_NANOS + 16_000_000))
        .isSameAs(first);
  }

  /** What a device alarms of is shown before what is known of the device itself. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          HIGH,   ASYSTOLE,     1,  *** ASYSTOLE,        0:14, HIGH
          MEDIUM, SpO₂ 86 < 90, 1,  ** SpO₂ 86 < 90,     0:14, MEDIUM
          LOW,    PVC 12 > 10,  1,  * PVC 12 > 10,       0:14, LOW
          HIGH,   ASYSTOLE,     7,  *** ASYSTOLE,        0:14, HIGH
          HIGH,   ASYSTOLE,     38, *** ASYSTOLE +1,     0:14, HIGH
          MEDIUM, SpO₂ 86 < 90, 14, ** SpO₂ 86 < 90 +1,  0:14, MEDIUM
          LOW,    PVC 12 > 10,  14, !! DATA OLD +1,      age 14 s, MEDIUM
          """)
  void showsADeviceAlarmAboveATechnicalConditionOfItsPriority(
      AlarmPriority priority,
      String text,
      double age,
      String message,
      String headerAge,
      Severity severity) {
    BedSnapshot bed = Beds.alarming(Beds.bed("407", age), Beds.alarm(priority, text, 14));
    HeaderView header = show(Beds.link(LinkState.STREAMING), bed).header();
    assertThat(header.message()).isEqualTo(message);
    assertThat(header.age()).isEqualTo(headerAge);
    assertThat(header.severity()).isEqualTo(severity);
  }

  @Test
  void shortensARelationInASmallSectorAndSpeaksOfItInFull() {
    BedSnapshot bed =
        Beds.alarming(Beds.bed("407", 1), Beds.alarm(AlarmPriority.MEDIUM, "HR 168 > 120", 14));
    SectorView view = show(Beds.link(LinkState.STREAMING), bed);
    assertThat(view.header().brief()).isEqualTo("** HR 168>120");
    assertThat(view.accessibleText())
        .startsWith("Bed 407, Ivanova S, medium alarm hr 168 > 120, 14 seconds");
  }

  @Test
  void keepsAnAlarmOfABedThatIsSaidToBeEmptyOrWhoseDeviceIsOff() {
    Alarm asystole = Beds.alarm(AlarmPriority.HIGH, "ASYSTOLE", 14);
    SectorView empty =
        show(Beds.link(LinkState.STREAMING), Beds.alarming(Beds.empty("405"), asystole));
    assertThat(empty.kind()).isEqualTo(SectorView.Kind.EMPTY);
    assertThat(empty.header().message()).isEqualTo("*** ASYSTOLE");
    BedSnapshot off = Beds.bed("406", 1, new DeviceStatus(false, Set.of(), -1), true);
    assertThat(
            show(Beds.link(LinkState.STREAMING), Beds.alarming(off, asystole)).header().message())
        .isEqualTo("*** ASYSTOLE +1");
  }

  @Test
  void marksADeviceAlarmThatWasActiveWhenTheLinkWasLost() {
    OverviewPresenter presenter = Beds.presenter();
    BedSnapshot bed =
        Beds.alarming(Beds.bed("407", 1), Beds.alarm(AlarmPriority.HIGH, "ASYSTOLE", 14));
    presenter.present(
        Beds.ward(Beds.link(LinkState.STREAMING), bed), 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    OverviewView view =
        presenter.present(
            Beds.ward(Beds.link(LinkState.OFFLINE), bed), 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    HeaderView header = view.sectors().getFirst().header();
    assertThat(header.was()).isTrue();
    assertThat(header.message()).isEqualTo("*** ASYSTOLE");
    assertThat(view.strip().entries().getFirst())
        .usingRecursiveComparison()
        .ignoringFields("alarm")
        .isEqualTo(
            entry("407", Severity.HIGH, "***", AlarmLook.WAS, "407", "ASYSTOLE", "since 10:12:17"));
  }

  @Test
  void listsAlarmsByPriorityThenPatientsThenTheLongestWaiting() {
    StripView strip =
        Beds.presenter()
            .present(
                Beds.ward(
                    Beds.link(LinkState.STREAMING),
                    Beds.bed("401", 38),
                    Beds.alarming(
                        Beds.bed("402", 1),
                        Beds.alarm(AlarmPriority.HIGH, "VT", 5),
                        Beds.alarm(AlarmPriority.LOW, "PVC", 90)),
                    Beds.alarming(
                        Beds.bed("403", 1), Beds.alarm(AlarmPriority.HIGH, "ASYSTOLE", 14)),
                    Beds.bed("404", 1, Beds.leadsOff(), true)),
                0,
                Beds.AUDIBLE,
                NOW,
                NOW_NANOS)
            .strip();
    assertThat(strip.entries())
        .extracting(entry -> entry.prefix() + " " + entry.place() + " " + entry.text())
        .containsExactly(
            "*** 403 ASYSTOLE",
            "*** 402 VT",
            "!!! 401 NO DATA FROM BED",
            "* 402 PVC",
            "! 404 LEADS OFF: RA, LL");
  }

  @Test
  void looksAtASilentBedAgainWhenTheClockTurnsBack() {
    OverviewPresenter presenter = Beds.presenter();
    WardSnapshot ward = Beds.ward(Beds.link(LinkState.STREAMING), Beds.bed("408", 14));
    presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    OverviewView back = presenter.present(ward, 0, Beds.AUDIBLE, NOW - 7_000_000, NOW_NANOS);
    assertThat(back.sectors().getFirst().header().message()).isEqualTo("age 7 s");
  }

  private static StripView.Entry entry(
      @Nullable String bed,
      Severity severity,
      String prefix,
      AlarmLook look,
      String place,
      String text,
      String age) {
    BedId id = bed == null ? null : new BedId("4 East", bed);
    return new StripView.Entry(id, null, severity, prefix, look, false, place, text, age);
  }
}
