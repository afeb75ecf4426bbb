package org.wardbeat.station.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.station.presentation.Beds.NOW;
import static org.wardbeat.station.presentation.Beds.NOW_NANOS;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.sound.SoundingAlarm;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.VitalSign;

/** What the screen says of alarms, wherever they are in their lives. */
class AlarmPresentationTest {
  private static final long SECOND = 1_000_000;
  private static final LinkSnapshot LIVE = Beds.link(LinkState.STREAMING);

  private static Alarm alarm(
      String code, AlarmKind kind, AlarmPriority priority, String text, int seconds) {
    long onset = NOW - seconds * SECOND;
    VitalSign sign = code.startsWith("SPO2") ? VitalSign.SPO2 : null;
    return Alarm.raised(code, kind, priority, sign, text, onset, onset);
  }

  private static Alarm patient(String code, AlarmPriority priority, int seconds) {
    return alarm(code, AlarmKind.PHYSIOLOGICAL, priority, code, seconds);
  }

  private static Alarm technical(String code, AlarmPriority priority, int seconds) {
    return alarm(code, AlarmKind.TECHNICAL, priority, code, seconds);
  }

  private static Alarm seen(Alarm alarm, int secondsAgo) {
    return alarm.acknowledged(new Acknowledgement("Ruiz, C", NOW - secondsAgo * SECOND));
  }

  private static Alarm over(Alarm alarm, boolean latched, int secondsAgo) {
    return alarm.ended(latched, NOW - secondsAgo * SECOND);
  }

  private static OverviewView view(WardSnapshot ward) {
    return view(ward, Beds.AUDIBLE);
  }

  private static OverviewView view(WardSnapshot ward, SoundState sound) {
    return Beds.presenter().present(ward, 0, sound, NOW, NOW_NANOS);
  }

  private static OverviewView view(BedSnapshot... beds) {
    return view(Beds.ward(LIVE, beds));
  }

  private static OverviewView held(List<InactivationState> held, BedSnapshot... beds) {
    return view(new WardSnapshot(LIVE, List.of(beds), held, NOW, false, 0));
  }

  private static InactivationState hold(String bed, Inactivation kind, int secondsLeft) {
    return new InactivationState(
        "4 East", bed, kind, true, NOW - 60 * SECOND, NOW + secondsLeft * SECOND, "Okafor, A");
  }

  private static BedSnapshot bed(String label, Alarm... alarms) {
    return Beds.alarming(Beds.bed(label, 1), alarms);
  }

  private static HeaderView header(OverviewView view) {
    return view.sectors().getFirst().header();
  }

  private static List<String> strip(OverviewView view) {
    return view.strip().entries().stream()
        .map(entry -> entry.place() + " " + entry.prefix() + " " + entry.text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "NEW,          *** ASYSTOLE, 1:30,         true",
    "ACKNOWLEDGED, *** ASYSTOLE, 1:30,         false",
    "LATCHED,      *** ASYSTOLE, ended 10:12,  false"
  })
  void headerTellsHowFarAnAlarmHasCome(
      AlarmLook look, String message, String age, boolean flashes) {
    Alarm asystole = patient("ASYSTOLE", AlarmPriority.HIGH, 90);
    Alarm shown =
        switch (look) {
          case ACKNOWLEDGED -> seen(asystole, 10);
          case LATCHED -> over(asystole, true, 20);
          default -> asystole;
        };
    HeaderView header = header(view(bed("407", shown)));
    assertThat(header.look()).isEqualTo(look);
    assertThat(header.message()).isEqualTo(message);
    assertThat(header.age()).isEqualTo(age);
    assertThat(header.flashes()).isEqualTo(flashes);
  }

  @Test
  void acknowledgedAlarmNeverHidesANewOneBehindIt() {
    HeaderView header =
        header(
            view(
                bed(
                    "407",
                    seen(technical("DEVICE_CONFLICT", AlarmPriority.HIGH, 60), 5),
                    patient("SPO2_LOW", AlarmPriority.MEDIUM, 10))));
    assertThat(header.message()).isEqualTo("** SPO2_LOW +1");
    assertThat(header.look()).isEqualTo(AlarmLook.NEW);
  }

  @Test
  void stripIsInTheOrderInWhichAlarmsWait() {
    OverviewView view =
        view(
            bed("401", patient("RR_HIGH", AlarmPriority.LOW, 300)),
            bed("402", seen(patient("ASYSTOLE", AlarmPriority.HIGH, 400), 100)),
            bed("403", technical("DEVICE_CONFLICT", AlarmPriority.HIGH, 500)),
            bed("404", patient("SPO2_LOW", AlarmPriority.MEDIUM, 20)),
            bed("405", patient("HR_LOW", AlarmPriority.MEDIUM, 40)),
            bed("406", patient("SPO2_EXTREME", AlarmPriority.HIGH, 200)),
            bed("407", patient("ASYSTOLE", AlarmPriority.HIGH, 10)),
            bed("408", over(patient("VF", AlarmPriority.HIGH, 30), true, 5)));
    assertThat(strip(view))
        .containsExactly(
            "407 *** ASYSTOLE",
            "408 *** VF",
            "406 *** SPO2_EXTREME",
            "403 !!! DEVICE_CONFLICT",
            "405 ** HR_LOW",
            "404 ** SPO2_LOW",
            "401 * RR_HIGH",
            "402 *** *** ASYSTOLE");
    assertThat(view.strip().title()).isEqualTo("8 alarms");
    assertThat(view.strip().highestPrefix(4)).isEqualTo("***");
    assertThat(view.strip().highestPrefix(8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60, true", "1799, true", "1801, false"})
  void whatIsOverAndWasSeenToStaysForHalfAnHourAtTheEnd(int secondsAgo, boolean listed) {
    Alarm past =
        over(seen(patient("HR_HIGH", AlarmPriority.MEDIUM, 4_000), 3_900), false, secondsAgo);
    BedSnapshot quiet =
        Beds.watched(Beds.bed("409", 1), new BedWatch(null, List.of(), List.of(past)));
    OverviewView view = view(quiet, bed("410", patient("RR_LOW", AlarmPriority.LOW, 5)));
    assertThat(view.strip().title()).isEqualTo("1 alarm");
    assertThat(view.strip().open()).isOne();
    if (listed) {
      StripView.Entry entry = view.strip().entries().getLast();
      assertThat(entry.text()).isEqualTo("** HR_HIGH, ended");
      assertThat(entry.age()).isEqualTo("09:07 Ruiz, C");
    } else {
      assertThat(view.strip().entries()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NO_DATA, 14, MEDIUM, 404 !! DATA OLD",
    "NO_DATA, 38, HIGH, 404 !!! NO DATA FROM BED"
  })
  void bridgesTechnicalAlarmReplacesTheStationsOwn(
      String code, int age, AlarmPriority priority, String expected) {
    Alarm told = technical(code, priority, age - 10);
    OverviewView view = view(Beds.alarming(Beds.bed("404", age), told));
    assertThat(strip(view)).containsExactly(expected);
    assertThat(view.strip().entries().getFirst().alarm()).isNotNull();
    OverviewView after = view(Beds.alarming(Beds.bed("404", age), seen(told, 1)));
    assertThat(after.strip().entries())
        .singleElement()
        .extracting(StripView.Entry::look)
        .isEqualTo(AlarmLook.ACKNOWLEDGED);
  }

  @Test
  void stationsOwnStaysWhereTheBridgeSaysNothing() {
    assertThat(strip(view(Beds.bed("404", 14)))).containsExactly("404 !! DATA OLD");
    assertThat(strip(view(Beds.bed("404", 1, Beds.leadsOff(), true))))
        .containsExactly("404 ! LEADS OFF: RA, LL");
  }

  @Test
  void whatGetsWorseWhileTheBridgeCannotSaySoIsToldAnew() {
    Alarm told = seen(technical("NO_DATA", AlarmPriority.MEDIUM, 25), 5);
    BedSnapshot silent = Beds.alarming(Beds.bed("404", 38), told);
    OverviewView view = view(Beds.ward(Beds.link(LinkState.STALLED), silent));
    assertThat(strip(view)).containsExactly("404 !!! NO DATA FROM BED");
    assertThat(view.strip().entries().getFirst().look()).isEqualTo(AlarmLook.NEW);
  }

  @ParameterizedTest
  @CsvSource({
    "AUDIO_PAUSED, 102, AUDIO_PAUSED, ** SPO2_LOW, 1:42",
    "ALARM_PAUSED, 90,  NONE,         ** SPO2_LOW, 0:30",
    "STANDBY,      90,  NONE,         ** SPO2_LOW, 0:30"
  })
  void whatStillLastsIsShownWhateverIsHeldBack(
      Inactivation kind, int left, HeaderView.Note note, String message, String age) {
    HeaderView header =
        header(
            held(
                List.of(hold("407", kind, left)),
                bed("407", patient("SPO2_LOW", AlarmPriority.MEDIUM, 30))));
    assertThat(header.note()).isEqualTo(note);
    assertThat(header.message()).isEqualTo(message);
    assertThat(header.age()).isEqualTo(age);
  }

  @ParameterizedTest
  @CsvSource({
    "407, AUDIO_PAUSED, AUDIO_PAUSED, '',         1:42",
    "407, ALARM_PAUSED, ALARMS_OFF,   ALARMS OFF, 1:42",
    "'',  ALARM_PAUSED, ALARMS_OFF,   ALARMS OFF, 1:42",
    "407, STANDBY,      STANDBY,      STANDBY,    1:42",
    "408, STANDBY,      NONE,         '',         ''"
  })
  void whatIsHeldBackIsSaidWithTheTimeLeft(
      String bed, Inactivation kind, HeaderView.Note note, String message, String age) {
    HeaderView header = header(held(List.of(hold(bed, kind, 102)), Beds.bed("407", 1)));
    assertThat(header.note()).isEqualTo(note);
    assertThat(header.message()).isEqualTo(message);
    assertThat(header.age()).isEqualTo(age);
  }

  @Test
  void pauseEndsByItselfThoughNobodySaysSo() {
    OverviewPresenter presenter = Beds.presenter();
    WardSnapshot ward =
        new WardSnapshot(
            LIVE,
            List.of(Beds.bed("407", 1)),
            List.of(hold("407", Inactivation.STANDBY, 2)),
            NOW,
            false,
            0);
    OverviewView before = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    assertThat(header(before).note()).isEqualTo(HeaderView.Note.STANDBY);
    OverviewView after =
        presenter.present(ward, 0, Beds.AUDIBLE, NOW + 2 * SECOND, NOW_NANOS + 2_000_000_000L);
    assertThat(header(after).note()).isEqualTo(HeaderView.Note.NONE);
    assertThat(after.sectors().getFirst().values().hr().text()).isEqualTo("76");
  }

  @Test
  void standbyShowsNoValueAndDoesNotCountAsMonitored() {
    OverviewView view =
        held(
            List.of(hold("407", Inactivation.STANDBY, 1_122)),
            Beds.bed("407", 45),
            Beds.bed("408", 1));
    SectorView sector = view.sectors().getFirst();
    assertThat(sector.values()).isEqualTo(ValuesView.UNKNOWN);
    assertThat(sector.wave().text()).isEqualTo("No alarms until 10:31:13");
    assertThat(sector.wave().detail()).isEqualTo("by Okafor, A at 10:11");
    assertThat(view.strip().entries()).as("silent on purpose").isEmpty();
    assertThat(view.banner().sentence())
        .startsWith("LIVE  1 of 1 monitored beds fresh")
        .contains("407 standby, resumes in 18:42");
  }

  @ParameterizedTest
  @CsvSource({
    "NEW,          '',  true",
    "LATCHED,      '',  true",
    "ACKNOWLEDGED, '',  false",
    "NEW,          bed, false",
    "NEW,          unit, false"
  })
  void whatWaitsIsToSound(AlarmLook look, String paused, boolean sounds) {
    Alarm vf = patient("VF", AlarmPriority.HIGH, 60);
    Alarm told =
        switch (look) {
          case LATCHED -> over(vf, true, 5);
          case ACKNOWLEDGED -> seen(vf, 5);
          default -> vf;
        };
    List<InactivationState> held =
        paused.isEmpty()
            ? List.of()
            : List.of(hold(paused.equals("bed") ? "407" : "", Inactivation.AUDIO_PAUSED, 60));
    SoundDemand demand = held(held, bed("407", told)).sound();
    if (sounds) {
      assertThat(demand.alarms())
          .containsExactly(
              new SoundingAlarm("4 East/407 VF " + vf.onsetDeviceMicros(), AlarmPriority.HIGH));
    } else {
      assertThat(demand.alarms()).isEmpty();
    }
    assertThat(demand.pausedUntilNanos())
        .isEqualTo(paused.equals("unit") ? NOW_NANOS + 60_000_000_000L : 0);
  }

  @Test
  void lostBridgeIsToSoundByItself() {
    BedSnapshot bed = bed("407", patient("VF", AlarmPriority.HIGH, 60));
    assertThat(view(Beds.ward(Beds.link(LinkState.OFFLINE), bed)).sound())
        .isEqualTo(new SoundDemand(Set.of(), 0, true));
    OverviewPresenter fresh = Beds.presenter();
    WardSnapshot never = Beds.ward(Beds.link(LinkState.CONNECTING));
    assertThat(fresh.present(never, 0, Beds.AUDIBLE, NOW, NOW_NANOS).sound().cutOff()).isFalse();
    long later = NOW_NANOS + 11_000_000_000L;
    assertThat(fresh.present(never, 0, Beds.AUDIBLE, NOW + 11 * SECOND, later).sound().cutOff())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ON       |     | AUDIO ON       |      | LIVE",
        "ON       | 102 | AUDIO PAUSED   | 1:42 | AUDIO PAUSED",
        "OFF      |     | AUDIO OFF      |      | AUDIO OFF",
        "NO_SOUND | 102 | NO ALARM SOUND |      | NO ALARM SOUND"
      })
  void whetherAlarmsCanBeHeardIsAlwaysSaid(
      SoundState.Mode mode,
      @Nullable Integer pause,
      String title,
      @Nullable String time,
      String lead) {
    List<InactivationState> held =
        pause == null ? List.of() : List.of(hold("", Inactivation.AUDIO_PAUSED, pause));
    SoundState sound =
        new SoundState(mode, NOW_NANOS - 600_000_000_000L, 0, 0, "", "No device plays");
    OverviewView view =
        view(new WardSnapshot(LIVE, List.of(Beds.bed("407", 1)), held, NOW, false, 0), sound);
    assertThat(view.top().audio().title()).isEqualTo(title);
    assertThat(view.top().audio().time()).isEqualTo(time == null ? "" : time);
    assertThat(view.banner().lead()).isEqualTo(lead);
    boolean silent = mode == SoundState.Mode.NO_SOUND;
    assertThat(strip(view))
        .isEqualTo(silent ? List.of("4 East !! NO ALARM SOUND: No device plays") : List.of());
  }

  @Test
  void toneThatWasHeardIsSaidWithItsTime() {
    SoundState heard =
        new SoundState(SoundState.Mode.ON, 0, 0, NOW_NANOS - 120_000_000_000L, "speaker", "");
    assertThat(view(Beds.ward(LIVE, Beds.bed("407", 1)), heard).top().audio().detail())
        .isEqualTo("tone heard 10:10");
  }

  @Test
  void bedsThatDoNotFitAreOnFurtherPages() {
    OverviewPresenter presenter = Beds.presenter();
    WardSnapshot ward = Beds.ward(LIVE, Beds.bed("401", 1), Beds.bed("402", 1), Beds.bed("403", 1));
    presenter.setPageSize(2);
    assertThat(presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).top().beds())
        .isEqualTo("first 2 of 3 beds");
    assertThat(presenter.board().reveal(ward.beds().getLast().id())).isTrue();
    OverviewView second = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    assertThat(second.top().beds()).isEqualTo("3 to 3 of 3 beds");
    assertThat(second.of(ward.beds())).containsExactly(ward.beds().getLast());
    presenter.board().turn(5);
    presenter.board().turn(-1);
    OverviewView first = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    assertThat(first.sectors()).hasSize(2);
  }

  @Test
  void restartIsToldUntilAUserClosesIt() {
    OverviewPresenter presenter = Beds.presenter();
    presenter.restarted(NOW - 80 * SECOND);
    WardSnapshot ward =
        Beds.ward(
            LIVE,
            bed("407", patient("VF", AlarmPriority.HIGH, 60)),
            bed("408", seen(patient("RR_LOW", AlarmPriority.LOW, 60), 5)));
    BannerView banner = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner();
    assertThat(banner.sentence())
        .isEqualTo("RESTARTED 10:12:31  Blind for 1:20. 2 alarms are still active.");
    assertThat(banner.remedy()).isEqualTo(BannerView.Remedy.CLOSE);
    presenter.closeNotice();
    assertThat(presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner().lead())
        .isEqualTo("LIVE");
  }

  @Test
  void aScreenThatStoodStillIsToldUntilAUserClosesIt() {
    OverviewPresenter presenter = Beds.presenter();
    WardSnapshot ward = Beds.ward(LIVE, bed("407", patient("VF", AlarmPriority.HIGH, 60)));
    presenter.present(ward, 0, Beds.AUDIBLE, NOW - 6 * SECOND, NOW_NANOS - 6_000_000_000L);
    presenter.present(ward, 0, Beds.AUDIBLE, NOW - 5 * SECOND, NOW_NANOS - 5_000_000_000L);
    BannerView banner = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner();
    assertThat(banner.sentence())
        .isEqualTo("SCREEN STOOD STILL 10:12:31  Blind for 0:05. 1 alarm is still active.");
    assertThat(banner.remedy()).isEqualTo(BannerView.Remedy.CLOSE);
    presenter.closeNotice();
    assertThat(presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner().lead())
        .isEqualTo("LIVE");
  }

  @Test
  void whatIsWrongWithThisStationIsToldOneAfterTheOtherUntilAUserClosesIt() {
    OverviewPresenter presenter = Beds.presenter();
    presenter.tellOfFonts(List.of());
    presenter.tellOfFonts(List.of("Inter-Bold.otf"));
    presenter.tellOfSettings("The file is damaged.");
    WardSnapshot ward = Beds.ward(LIVE, bed("407"));
    BannerView fonts = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner();
    assertThat(fonts.lead()).isEqualTo("LETTERS LOOK DIFFERENT");
    assertThat(fonts.sentence()).contains("Inter-Bold.otf", "start it anew");
    assertThat(fonts.remedy()).isEqualTo(BannerView.Remedy.CLOSE);
    presenter.closeNotice();
    BannerView settings = presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner();
    assertThat(settings.sentence()).isEqualTo("SETTINGS NOT READ  The file is damaged.");
    presenter.closeNotice();
    assertThat(presenter.present(ward, 0, Beds.AUDIBLE, NOW, NOW_NANOS).banner().lead())
        .isEqualTo("LIVE");
  }

  @Test
  void whatWasOverBeforeThisStationCameIsListedOnceToo() {
    Alarm past = over(seen(patient("HR_HIGH", AlarmPriority.MEDIUM, 900), 800), false, 700);
    Alarm unseen = over(patient("RR_LOW", AlarmPriority.LOW, 900), false, 700);
    BedSnapshot bed =
        Beds.watched(Beds.bed("409", 1), new BedWatch(null, List.of(), List.of(past)));
    OverviewPresenter presenter = Beds.presenter();
    presenter.setEarlier(
        List.of(
            new Frame.AlarmRecord(bed.id(), past),
            new Frame.AlarmRecord(Beds.bed("410", 1).id(), past),
            new Frame.AlarmRecord(bed.id(), unseen)));
    OverviewView view =
        presenter.present(
            Beds.ward(LIVE, bed, Beds.bed("410", 1)), 0, Beds.AUDIBLE, NOW, NOW_NANOS);
    assertThat(strip(view)).containsExactly("409 ** ** HR_HIGH, ended", "410 ** ** HR_HIGH, ended");
  }
}
