package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/** Names and values as no hospital has them, and more beds than there is room for. */
class BadInputScreenTest {
  private static final List<Patient> NAMES =
      List.of(
          new Patient("1", "W".repeat(128), "Q".repeat(128)),
          new Patient("2", "\u05DB\u05D4\u05DF", "\u05D3\u05D5\u05D3"),
          new Patient("3", "\u202Eesrever\u202C", "\u2066I\u2069"),
          new Patient("4", "\uD83D\uDC69\u200D\u2695\uFE0F\uD83D\uDE00", "\uD83E\uDD15"),
          new Patient("5", "Line\nfeed\u0000\u0007\tTab", "\u001B[31m"),
          new Patient("6", "Z" + "\u0335\u0321\u0316".repeat(30) + "algo", "A"),
          new Patient("7", "", ""),
          new Patient("8", "\uD800", "\uDC00"),
          new Patient("9", "<b>bold</b> ' OR 1=1 --", "%s {0}"),
          new Patient("10", "\u200B\u200D", "\uFEFF"));

  private static FakeWard ward;
  private static Window window;

  @BeforeAll
  static void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    ward = FakeWard.still(200);
    for (int i = 0; i < NAMES.size(); i++) {
      Patient name = NAMES.get(i);
      ward.change(i, bed -> BedCopy.of(bed).patient(name).bed());
    }
    ward.change(10, bed -> BedCopy.of(bed).id(new BedId("4 East\u202E", "B".repeat(40))).bed());
    ward.change(11, bed -> measuring(bed, 32_000, 255, 32_000, 9_999));
    ward.change(12, bed -> measuring(bed, -5, -1, -300, -999));
    ward.feed();
    window = Window.open(ward, 1920, 1080);
    settle();
  }

  private static BedSnapshot measuring(BedSnapshot bed, int hr, int spo2, int rr, int temp) {
    long at = FakeWard.START_MICROS;
    return BedCopy.of(bed)
        .readings(
            Map.of(
                VitalSign.HR, Reading.of(VitalSign.HR, hr, at),
                VitalSign.SPO2, Reading.of(VitalSign.SPO2, spo2, at),
                VitalSign.RR, Reading.of(VitalSign.RR, rr, at),
                VitalSign.TEMP, Reading.of(VitalSign.TEMP, temp, at)),
            at)
        .bed();
  }

  @AfterAll
  static void close() {
    window.close();
  }

  private static void settle() {
    window.pulse();
    window.pulse();
  }

  @Test
  void keepsHostileNamesInTheirPlaceOnOneLineAndInTheOrderOfReading() {
    for (KeyCode layout :
        List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6)) {
      window.press(layout, true);
      settle();
      assertThat(window.problems()).as("%s", layout).isEmpty();
      assertThat(window.texts().stream().map(Text::getText))
          .as("%s", layout)
          .noneMatch(BadInputScreenTest::isHostile);
      window.save("bad-input-" + layout);
    }
    for (Node sector : window.find(".sector")) {
      assertThat(sector.getAccessibleText()).isNotBlank().doesNotContainPattern("\\p{Cc}");
    }
  }

  private static boolean isHostile(String text) {
    return text.codePoints()
        .anyMatch(
            each ->
                Character.getType(each) == Character.CONTROL
                    || Character.getType(each) == Character.SURROGATE
                    || (each >= 0x202A && each <= 0x202E)
                    || (each >= 0x2066 && each <= 0x2069));
  }

  @Test
  void showsWhatNoSensorCanMeasureAsNotValid() {
    window.press(KeyCode.DIGIT4, true);
    settle();
    for (String bed : List.of("412", "413")) {
      for (String number : List.of("hr", "spo2", "rr")) {
        assertThat(window.text("#bed-" + bed + "-" + number)).as(bed + number).isEqualTo("---");
      }
    }
    assertThat(window.accessible("#bed-412")).contains("heart rate not known");
  }

  @Test
  void showsSixtyFourOfTwoHundredBedsSaysSoAndLosesNoAlarm() {
    window.press(KeyCode.DIGIT0, true);
    settle();
    assertThat(window.find(".sector")).hasSize(64);
    assertThat(Window.onFx(() -> window.board().perPage())).isEqualTo(64);
    ward.change(199, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    settle();
    assertThat(window.stripEntries()).hasSize(1);
    assertThat(window.words("#away")).isEqualTo("*** 1 elsewhere");
    window.fire("#away");
    settle();
    assertThat(window.find("#bed-600")).isNotEmpty();
    assertThat(window.text("#bed-600-message")).contains("ASYST");
    window.press(KeyCode.HOME, false);
    ward.change(199, Alarms.with(BedWatch.NONE));
    settle();
    assertThat(window.find("#bed-401")).isNotEmpty();
  }
}
