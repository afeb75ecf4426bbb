package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.sound.SoundDemand;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.wall.WallSettings;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/** What stands on the wall, and how large. */
class WallScreenTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /** Beds in all the states there are. */
  private static FakeWard mixed(int beds) {
    FakeWard ward = FakeWard.still(beds);
    ward.advance(Duration.ofSeconds(60));
    long now = ward.bridgeNowMicros();
    for (int bed = 0; bed < beds; bed++) {
      ward.change(bed, Alarms.with(score(bed)));
    }
    ward.change(1, FakeWard.status(new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64)));
    ward.change(3, Alarms.with(score(3), Alarms.acknowledged(Alarms.desaturation(300), 100)));
    ward.change(4, FakeWard::empty);
    ward.change(6, Alarms.with(score(6), Alarms.asystole(-46)));
    ward.change(
        7,
        Alarms.with(
            score(7),
            Alarms.alarm("HR_HIGH", AlarmPriority.MEDIUM, VitalSign.HR, "HR 168 > 120", 12)));
    ward.change(
        10,
        Alarms.with(
            score(10),
            Alarms.ended(
                Alarms.alarm(
                    "EXTREME_TACHY",
                    AlarmPriority.HIGH,
                    VitalSign.HR,
                    "EXTREME TACHY 182 > 160",
                    400),
                true,
                100)));
    if (beds >= 32) {
      ward.change(
          20,
          Alarms.with(
              score(20),
              Alarms.alarm(
                      "EXTREME_BRADY",
                      AlarmPriority.HIGH,
                      VitalSign.HR,
                      "EXTREME BRADY 28 < 40",
                      100)
                  .escalated(FakeWard.START_MICROS)));
      ward.hold(
          Alarms.hold("412", Inactivation.STANDBY, 1_122 + 60),
          Alarms.hold("414", Inactivation.ALARM_PAUSED, 160),
          Alarms.hold("416", Inactivation.AUDIO_PAUSED, 130));
      ward.silence(26, now - 7_400_000);
      ward.silence(27, now - 14_400_000);
      ward.silence(28, now - 38_400_000);
      ward.change(29, FakeWard.status(new DeviceStatus(false, Set.of(), -1)));
      ward.change(30, Alarms.with(Alarms.limitOff(VitalSign.HR)));
    }
    ward.feed();
    return ward;
  }

  private static BedWatch score(int bed) {
    Score.Band band =
        bed % 7 == 6 ? Score.Band.HIGH : bed % 5 == 4 ? Score.Band.MEDIUM : Score.Band.LOW;
    return Alarms.news2(bed % 7 == 6 ? 9 : bed % 5, band);
  }

  @Test
  void showsThirtyTwoBedsToBeReadFromFourMetres() {
    try (WallWindow wall = WallWindow.open(mixed(32), 4, 3_840, 2_160)) {
      wall.save("wall-mixed");
      assertThat(wall.problems()).isEmpty();
    }
    try (WallWindow wall = WallWindow.open(mixed(32), 4, 1_920, 1_080)) {
      wall.save("wall-mixed-hd");
      assertThat(wall.problems()).isEmpty();
    }
  }

  @Test
  void laysOutAnyNumberOfBedsWithoutCuttingOrCoveringAWord() {
    for (int beds : new int[] {1, 4, 8, 16, 24, 64}) {
      try (WallWindow wall = WallWindow.open(mixed(Math.max(beds, 12)), 4, 3_840, 2_160)) {
        wall.save("wall-" + beds);
        assertThat(wall.problems()).as("%d beds", beds).isEmpty();
      }
    }
  }

  @Test
  void staysLegibleOnDisplaysOfOtherShapesAndDistances() {
    for (double metres : new double[] {3, 5, 6}) {
      for (int[] size : new int[][] {{3_840, 2_160}, {2_560, 1_440}, {1_080, 1_920}}) {
        try (WallWindow wall = WallWindow.open(mixed(32), metres, size[0], size[1])) {
          wall.save("wall-" + Math.round(metres) + "m-" + size[0]);
          assertThat(wall.problems()).as("%s m, %d px", metres, size[0]).isEmpty();
        }
      }
    }
  }

  /**
   * Bed, least arc minutes. What is read from the distance has 16; bed label and heart rate more.
   */
  @ParameterizedTest
  @CsvSource({"3, 3840, 2160", "4, 3840, 2160", "5, 3840, 2160", "4, 1920, 1080", "5, 1920, 1080"})
  void drawsCapitalsAsHighAsTheDistanceAsks(double metres, int width, int height) {
    try (WallWindow wall = WallWindow.open(mixed(32), metres, width, height)) {
      double mmPerPx = 55 * 25.4 / Math.hypot(width, height);
      double pxPerArcMinute = 2 * metres * 1_000 * Math.tan(Math.toRadians(1 / 120.0)) / mmPerPx;
      int[] pixels = wall.pixels();
      Map<String, Double> least =
          Map.of(
              "#wall-bed-401-label", 20.0,
              "#wall-bed-401-hr", 24.0,
              "#wall-bed-401-spo2", 16.0,
              "#wall-clock", 30.0,
              "#truth-lead", 16.0,
              "#wall-audio", 16.0,
              "#pinned-0-place", 20.0,
              "#pinned-0-condition", 16.0);
      least.forEach(
          (selector, arcMinutes) ->
              assertThat((double) inkHeight(wall, pixels, width, selector))
                  .as("%s at %s m", selector, metres)
                  .isGreaterThanOrEqualTo(arcMinutes * pxPerArcMinute - 1));
    }
  }

  /** Rows of the picture that a text's capitals or digits cover, as its middle is drawn. */
  private static int inkHeight(WallWindow wall, int[] pixels, int width, String selector) {
    Text text = (Text) wall.node(selector);
    assertThat(text.getText()).as(selector).isNotBlank();
    Rectangle2D box = wall.place(text);
    int left = (int) Math.max(0, Math.floor(box.getMinX()));
    int right = (int) Math.min(width, Math.ceil(box.getMaxX()));
    int top = (int) Math.max(0, Math.floor(box.getMinY()));
    int background = pixels[top * width + left];
    int first = -1;
    int last = -1;
    for (int y = top; y < box.getMaxY(); y++) {
      for (int x = left; x < right; x++) {
        if (distance(pixels[y * width + x], background) > 180) {
          first = first < 0 ? y : first;
          last = y;
          break;
        }
      }
    }
    return last - first + 1;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
    }
    return sum;
  }

  /** Beside the waves nothing on the wall has their colour but heart rates, which are below. */
  @Test
  void drawsTheEcgOfABedWhileItsSamplesComeAndThereIsRoom() {
    try (WallWindow wall = WallWindow.open(mixed(32), 4, 3_840, 2_160)) {
      assertThat(ecgColumns(wall, "401")).isGreaterThan(380);
      assertThat(ecgColumns(wall, "402")).as("leads off").isZero();
      assertThat(wall.text("#wall-bed-402-wave")).isEqualTo("RA, LL off");
      assertThat(ecgColumns(wall, "405")).as("empty").isZero();
      assertThat(ecgColumns(wall, "412")).as("standby").isZero();
      assertThat(ecgColumns(wall, "427")).as("silent for 7 s").isZero();
      assertThat(wall.text("#wall-bed-427-wave")).isEqualTo("No wave for 7 s");
      assertThat(ecgColumns(wall, "429")).as("no data").isZero();
    }
    try (WallWindow wall = WallWindow.open(mixed(64), 4, 3_840, 2_160)) {
      assertThat(wall.node("#wall-bed-401-wave").getParent().isVisible()).isFalse();
    }
  }

  @Test
  void drawsNoWaveOnceTheLinkIsLost() {
    FakeWard ward = mixed(32);
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      ward.setLink(Links.offline(FakeWard.START_MICROS + 60_000_000));
      wall.settle();
      assertThat(ecgColumns(wall, "401")).isZero();
    }
  }

  /** Below the bars. */
  private static long ecgPixels(WallWindow wall) {
    int[] pixels = wall.pixels();
    return Arrays.stream(pixels, pixels.length / 3, pixels.length)
        .filter(pixel -> (pixel & 0xffffff) == 0x4FE08C)
        .count();
  }

  /** Columns of a bed's sector in which its ECG is painted, between its words and its numbers. */
  private static int ecgColumns(WallWindow wall, String bed) {
    int[] pixels = wall.pixels();
    Rectangle2D frame = wall.place(wall.node("#wall-bed-" + bed + "-frame"));
    int top = (int) frame.getMinY() + 160;
    int columns = 0;
    for (int x = (int) frame.getMinX(); x < frame.getMaxX(); x++) {
      boolean painted = false;
      for (int y = top; y < top + 100; y++) {
        painted |= (pixels[y * 3_840 + x] & 0xffffff) == 0x4FE08C;
      }
      columns += painted ? 1 : 0;
    }
    return columns;
  }

  @Test
  void saysThatItIsNotLiveAsLongAsItHasNotReachedABridge() {
    FakeWard ward = FakeWard.still(0);
    ward.setLink(Links.neverConnected());
    try (WallWindow wall = WallWindow.open(ward, 4, 1_920, 1_080)) {
      wall.save("wall-never-connected");
      assertThat(wall.text("#wall-banner-lead")).isEqualTo("NOT LIVE");
      assertThat(wall.text("#wall-banner-since")).isEqualTo("no data since start");
      assertThat(wall.words()).noneMatch(words -> words.startsWith("No alarms"));
      assertThat(wall.text("#truth-lead")).isEqualTo("NOT LIVE");
      assertThat(wall.screen().isLive()).isFalse();
      assertThat(wall.problems()).isEmpty();
    }
  }

  @Test
  void takesAllNumbersAwayWhenTheLinkIsLostAndKeepsTheAlarms() {
    FakeWard ward = mixed(32);
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      ward.setLink(Links.offline(FakeWard.START_MICROS + 60_000_000));
      ward.advance(Duration.ofSeconds(23));
      wall.settle();
      wall.save("wall-not-live");
      assertThat(wall.text("#wall-banner-lead")).isEqualTo("NOT LIVE");
      for (int bed = 401; bed <= 432; bed++) {
        for (String number : List.of("hr", "spo2", "rr")) {
          if (wall.node("#wall-bed-" + bed + "-" + number).getParent().isVisible()) {
            assertThat(wall.text("#wall-bed-" + bed + "-" + number)).isEqualTo("---");
          }
        }
      }
      assertThat(wall.text("#wall-bed-407-message")).isEqualTo("was ASYSTOLE");
      assertThat(wall.pinned()).anyMatch(words -> words.contains("407 ASYSTOLE"));
      assertThat(wall.problems()).isEmpty();
      ward.setLink(Links.streaming());
      wall.settle();
      assertThat(wall.text("#truth-lead")).isEqualTo("LIVE");
      assertThat(wall.text("#wall-bed-401-hr")).isEqualTo("60");
    }
  }

  @Test
  void countsTheBedsAndAlarmsForWhichThereIsNoRoom() {
    FakeWard ward = FakeWard.still(96);
    ward.advance(Duration.ofSeconds(60));
    ward.change(95, Alarms.with(score(0), Alarms.asystole(-46)));
    ward.change(94, Alarms.with(score(0), Alarms.desaturation(10)));
    ward.feed();
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      wall.save("wall-96");
      assertThat(wall.text("#beds-not-shown")).isEqualTo("32 beds not shown");
      assertThat(wall.text("#alarms-not-shown")).isEqualTo("2 alarms ***");
      assertThat(wall.has("#wall-bed-464")).isTrue();
      assertThat(wall.has("#wall-bed-465")).isFalse();
      assertThat(wall.pinned()).first().asString().contains("496 ASYSTOLE");
      assertThat(wall.problems()).isEmpty();
    }
  }

  /** Metres, how many alarms are pinned. */
  @ParameterizedTest
  @CsvSource({"3, 4", "4, 3", "5, 2", "8, 1"})
  void pinsAsManyAlarmsAsThereIsRoomForAndCountsTheRest(double metres, int pinned) {
    try (WallWindow wall = WallWindow.open(mixed(32), metres, 3_840, 2_160)) {
      assertThat(wall.pinned()).hasSize(pinned);
      assertThat(wall.text("#lane-more")).startsWith("+" + (9 - pinned) + " ");
    }
  }

  @Test
  void pinsTheLethalInAFloodAndCountsTheRest() {
    FakeWard ward = FakeWard.still(32);
    for (int bed = 0; bed < 32; bed++) {
      ward.change(
          bed,
          Alarms.with(
              score(0),
              Alarms.alarm("RR_HIGH", AlarmPriority.HIGH, VitalSign.RR, "RR 41 > 30", 500 + bed)));
    }
    ward.change(17, Alarms.with(score(0), Alarms.asystole(2)));
    ward.feed();
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      assertThat(wall.pinned()).hasSize(3).first().asString().contains("418 ASYSTOLE");
      assertThat(wall.text("#lane-more")).isEqualTo("+29 ***");
      assertThat(wall.problems()).isEmpty();
    }
  }

  @Test
  void flashesHeaderAndPinnedAlarmTogetherAndNothingElse() {
    FakeWard ward = mixed(32);
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      Color on = Color.web("#D6132A");
      Color off = Color.web("#3B0A12");
      Map<String, Font> fonts = wall.fonts();
      List<Color> header = new ArrayList<>();
      List<Color> latched = new ArrayList<>();
      for (int quarter = 0; quarter < 4; quarter++) {
        assertThat(wall.fonts()).isEqualTo(fonts);
        header.add(wall.background("#wall-bed-407-header"));
        latched.add(wall.background("#wall-bed-411-header"));
        assertThat(wall.background("#wall-bed-407-frame")).isEqualTo(on);
        assertThat(wall.background("#pinned-1")).isEqualTo(header.getLast());
        wall.advance(Duration.ofMillis(250));
        wall.pulse();
      }
      assertThat(header).isIn(List.of(on, off, on, off), List.of(off, on, off, on));
      assertThat(latched).containsOnly(off);
    }
  }

  @Test
  void keepsItsTypeWhateverStateIsStyledNext() {
    FakeWard ward = mixed(32);
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      wall.sound().become(SoundState.Mode.NO_SOUND);
      for (int second = 0; second < 4; second++) {
        ward.advance(Duration.ofSeconds(1));
        wall.advance(Duration.ofMillis(500));
        wall.pulse();
        assertThat(wall.fonts().values()).allMatch(font -> font.getFamily().startsWith("B612"));
      }
    }
  }

  @Test
  void tellsBedsOfTheSameLabelApartByTheirUnits() {
    FakeWard ward = FakeWard.still(4);
    ward.change(
        3,
        bed -> Alarms.with(score(0), Alarms.asystole(14)).apply(FakeWard.at("4 West", "401", bed)));
    ward.feed();
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      assertThat(wall.pinned()).first().asString().contains("401 4 West ASYSTOLE");
      assertThat(wall.words()).contains("4 East", "B R");
      assertThat(wall.problems()).isEmpty();
    }
  }

  @Test
  void tellsInitialsUnderTheLabelAndNoMoreOfAName() {
    try (WallWindow wall = WallWindow.open(mixed(32), 4, 3_840, 2_160)) {
      assertThat(wall.text("#wall-bed-401-initials")).isEqualTo("A R");
      assertThat(wall.text("#wall-bed-412-initials")).as("standby").isEqualTo("M R");
      assertThat(wall.text("#wall-bed-405-initials")).as("empty").isEmpty();
      assertThat(wall.text("#wall-bed-407-initials")).as("alarm").isEmpty();
      assertThat(wall.words()).noneMatch(word -> word.contains("Alm") || word.contains("Robin"));
      assertThat(wall.node("#wall-bed-401").getAccessibleText()).contains("A R");
    }
  }

  @Test
  void tellsNothingOfANameThatDidNotCome() {
    FakeWard ward = FakeWard.still(4);
    for (int bed = 0; bed < 4; bed++) {
      ward.change(bed, FakeWard::nameless);
    }
    ward.feed();
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      for (int bed = 401; bed <= 404; bed++) {
        assertThat(wall.text("#wall-bed-" + bed + "-initials")).isEmpty();
        assertThat(wall.text("#wall-bed-" + bed + "-hr")).isNotEmpty();
      }
      assertThat(wall.problems()).isEmpty();
    }
  }

  @Test
  void tellsInitialsOfHostileNamesInTheirPlace() {
    Map<Patient, String> initials = new LinkedHashMap<>();
    initials.put(new Patient("1", "W".repeat(128), "Q".repeat(128)), "W Q");
    initials.put(new Patient("2", "\u05DB\u05D4\u05DF", "\u05D3\u05D5\u05D3"), "\u05DB \u05D3");
    initials.put(new Patient("3", "\u202Eesrever\u202C", "\u2066I\u2069"), "e I");
    initials.put(new Patient("4", "\uD83D\uDC69\u200D\u2695\uFE0F", "\uD83E\uDD15"), "");
    initials.put(new Patient("5", "\n\u0000\u0007\tTab", "\u001B[31m"), "T 3");
    initials.put(
        new Patient("6", "Z" + "\u0335".repeat(90) + "algo", "A\u030A"),
        "Z\u0335\u0335\u0335 \u00C5");
    initials.put(new Patient("7", "", "Robin"), "R");
    initials.put(new Patient("8", "\uD800", "\uDC00"), "");
    FakeWard ward = FakeWard.still(initials.size());
    List<Patient> patients = List.copyOf(initials.keySet());
    for (int i = 0; i < patients.size(); i++) {
      Patient patient = patients.get(i);
      ward.change(i, bed -> BedCopy.of(bed).patient(patient).bed());
    }
    ward.feed();
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      wall.save("wall-hostile-names");
      for (int i = 0; i < patients.size(); i++) {
        assertThat(wall.text("#wall-bed-" + (401 + i) + "-initials"))
            .as("%d", i + 1)
            .isEqualTo(initials.get(patients.get(i)));
      }
      assertThat(wall.problems()).isEmpty();
    }
  }

  @Test
  void tellsNoNamesOfPatientsOrStaff() {
    FakeWard ward = mixed(32);
    ward.hold(
        Alarms.hold("412", Inactivation.STANDBY, 900),
        Alarms.hold("", Inactivation.AUDIO_PAUSED, 160));
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      assertThat(wall.words()).noneMatch(word -> word.contains(Alarms.USER));
      assertThat(wall.words()).noneMatch(word -> word.contains("Haddad"));
      assertThat(wall.text("#wall-audio")).isEqualTo("AUDIO PAUSED 1:40");
      assertThat(wall.text("#truth-lead")).isEqualTo("LIVE");
      assertThat(wall.node("#wall-bed-407").getAccessibleText()).doesNotContain("Haddad");
    }
  }

  @Test
  void soundsAsAStationDoesAndSaysWhenItCannot() {
    FakeWard ward = mixed(32);
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      assertThat(wall.sound().demanded()).isNotEqualTo(SoundDemand.NONE);
      wall.sound().become(SoundState.Mode.NO_SOUND);
      wall.settle();
      assertThat(wall.text("#wall-audio")).isEqualTo("NO ALARM SOUND");
      assertThat(wall.text("#truth-lead")).isEqualTo("LIVE");
    }
  }

  @Test
  void saysWhatRestrictsIt() {
    FakeWard ward = mixed(16);
    ward.setLink(Links.degraded());
    ward.setSimulated(true);
    try (WallWindow wall = WallWindow.open(ward, 4, 3_840, 2_160)) {
      wall.save("wall-degraded");
      assertThat(wall.text("#truth-lead")).isEqualTo("SLOW LINK");
      assertThat(wall.words()).contains("SIMULATED DATA");
      assertThat(wall.problems()).isEmpty();
    }
  }

  /** Metres, width and height of a display whose own word for its size is all there is. */
  @ParameterizedTest
  @CsvSource({"4, 1920, 998", "4, 1280, 720", "6, 1920, 1080", "10, 1920, 1080"})
  void keepsTheWordsThatCountApartOnADisplayMuchTooSmallForItsDistance(
      double metres, int width, int height) {
    FakeWard ward = mixed(12);
    ward.setSimulated(true);
    WallSettings settings =
        new WallSettings(metres, OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty());
    try (WallWindow wall = WallWindow.open(ward, settings, width, height)) {
      for (SoundState.Mode mode : List.of(SoundState.Mode.NO_SOUND, SoundState.Mode.ON)) {
        wall.sound().become(mode);
        for (LinkSnapshot link : List.of(Links.streaming(), Links.degraded())) {
          ward.setLink(link);
          wall.settle();
          wall.save("wall-small-" + width + "-" + Math.round(metres) + "m-" + mode);
          assertThat(wall.problems()).isEmpty();
          assertThat(wall.words()).contains("SIMULATED DATA");
          assertThat(wall.text("#pinned-0-place")).isEqualTo("407");
          assertThat(wall.text("#pinned-0-condition")).isEqualTo("ASYSTOLE");
          assertThat(wall.text("#truth-lead")).isIn("LIVE", "SLOW LINK");
          assertThat(wall.text("#wall-audio")).isIn("NO ALARM SOUND", "");
          assertThat(wall.text("#wall-clock")).isNotBlank();
        }
      }
    }
  }

  @Test
  void movesThePictureSlowlyAndNeverOffTheDisplay() {
    try (WallWindow wall = WallWindow.open(mixed(32), 4, 3_840, 2_160)) {
      Set<String> places = new HashSet<>();
      for (int minute = 0; minute < 40; minute++) {
        Rectangle2D clock = wall.place(wall.node("#wall-clock"));
        Rectangle2D last = wall.place(wall.node("#wall-bed-432"));
        places.add(clock.getMinX() + "/" + clock.getMinY());
        assertThat(clock.getMaxX()).isLessThanOrEqualTo(3_840);
        assertThat(last.getMaxY()).isLessThanOrEqualTo(2_160);
        wall.advance(Duration.ofMinutes(1));
        wall.pulse();
      }
      assertThat(places).hasSizeBetween(16, 40);
    }
  }

  @Test
  void offersNothingToPointAtOrToType() {
    try (WallWindow wall = WallWindow.open(mixed(32), 4, 1_920, 1_080)) {
      assertThat(wall.screen().getCursor()).isEqualTo(Cursor.NONE);
      assertThat(wall.focusable()).isEmpty();
    }
  }

  @Test
  void tellsForAMinuteThatItStoodStill() {
    FakeWard ward = mixed(16);
    try (WallWindow wall = WallWindow.open(ward, 4, 1_920, 1_080)) {
      ward.advance(Duration.ofSeconds(5));
      wall.standStill(Duration.ofSeconds(5));
      wall.settle();
      assertThat(wall.text("#truth-lead")).startsWith("SCREEN STOOD STILL");
      assertThat(wall.problems()).isEmpty();
      for (int second = 0; second < 61; second++) {
        ward.advance(Duration.ofSeconds(1));
        wall.standStill(Duration.ofSeconds(1));
        wall.pulse();
      }
      wall.pulse();
      assertThat(wall.text("#truth-lead")).isEqualTo("LIVE");
    }
  }

  @Test
  void saysThatItFailedAndComesBack() {
    FakeWard ward = mixed(16);
    try (WallWindow wall = WallWindow.open(ward, 4, 1_920, 1_080)) {
      assertThat(ecgPixels(wall)).isPositive();
      Window.onFx(
          () -> {
            wall.screen().showFailure("09:42:08");
            return true;
          });
      assertThat(ecgPixels(wall)).isZero();
      assertThat(wall.node("#wall-banner").isVisible()).isTrue();
      assertThat(wall.has("#wall-bed-401")).isFalse();
      assertThat(wall.screen().isLive()).isFalse();
      wall.settle();
      assertThat(wall.has("#wall-bed-401")).isTrue();
      assertThat(wall.node("#wall-banner").isVisible()).isFalse();
    }
  }
}
