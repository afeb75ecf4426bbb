package org.wardbeat.station.overview;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The ward that the pictures in the documents show, with real recordings: the MIT-BIH Arrhythmia
 * Database and the PhysioNet/CinC Challenge 2015 (Open Data Commons Attribution License 1.0).
 */
final class DesignWard {
  static final int BRANDT = 1;
  static final int EMPTY = 4;
  static final int HADDAD = 6;
  static final int KAPLAN = 9;
  static final int LINDQVIST = 10;
  static final int NAKAMURA = 12;
  private static final int TACHYCARDIC = 21;
  private static final int SILENT = 26;

  private static final List<String> PATIENTS =
      List.of(
          "Almeida, Rui",
          "Brandt, Karl",
          "Castellanos, Marta",
          "Dlamini, Thandi",
          "Ellis, Grace",
          "Eriksson, Per",
          "Haddad, Noor",
          "Ivanova, Sofia",
          "Jensen, Ole",
          "Kaplan, David",
          "Lindqvist, Anna",
          "Moreau, Jean",
          "Nakamura, Yuki",
          "Osei, Ben",
          "Petrov, Lev",
          "Quinn, Erin",
          "Rossi, Sara",
          "Silva, Tomas",
          "Tanaka, Umeko",
          "Usman, Hana",
          "Vargas, Clara",
          "Weber, Kurt",
          "Xu, Li",
          "Yilmaz, Deniz",
          "Zielinski, Adam",
          "Andersen, Freja",
          "Bauer, Nora",
          "Costa, Olga",
          "Dubois, Willem",
          "Engel, Paula",
          "Fischer, Rosa",
          "Garcia, Ines");

  private static final List<String> RHYTHMS = List.of("100", "105", "119", "200", "203", "208");
  private static final int RHYTHM_SAMPLES = 360 * 90;
  private static final int OTHER_PLACE = 360 * 100;
  private static final int ASYSTOLE = 250 * 296;
  private static final int ASYSTOLE_SAMPLES = 250 * 4;
  private static final int TREND_MINUTES = 480;
  private static final int CHALLENGE_SAMPLES = 250 * 15;

  private DesignWard() {}

  /** Beds in all the states of a working day. */
  static FakeWard working(int beds) throws IOException {
    FakeWard ward = quiet(beds);
    ward.change(EMPTY, FakeWard::empty);
    ward.play(HADDAD, 0, Records.challenge("a142s", 0, ASYSTOLE, ASYSTOLE_SAMPLES, 3_380, -42));
    measure(ward, HADDAD, VitalSign.HR, 0);
    unavailable(ward, HADDAD, VitalSign.SPO2, VitalSign.RR, VitalSign.PULSE);
    ward.change(
        HADDAD, Alarms.with(Alarms.news2(Score.NO_TOTAL, Score.Band.NONE), Alarms.asystole(14)));
    ward.change(
        KAPLAN, FakeWard.status(new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64)));
    ward.change(
        KAPLAN,
        Alarms.with(
            Alarms.news2(Score.NO_TOTAL, Score.Band.NONE),
            Alarms.technical("LEADS_OFF", AlarmPriority.LOW, "LEADS OFF: RA, LL", 125)));
    measure(ward, LINDQVIST, VitalSign.HR, 110);
    measure(ward, LINDQVIST, VitalSign.SPO2, 86);
    measure(ward, LINDQVIST, VitalSign.RR, 24);
    measure(ward, LINDQVIST, VitalSign.TEMP, 382);
    ward.change(LINDQVIST, Alarms.with(Alarms.news2(10, Score.Band.HIGH), Alarms.desaturation(38)));
    ward.hold(Alarms.hold("412", Inactivation.STANDBY, 1_122));
    ward.change(14, FakeWard.status(new DeviceStatus(true, Set.of(), 14)));
    past(ward, 8, "HR_HIGH", VitalSign.HR, "HR 124 > 120", 300);
    past(ward, 2, "PVC_HIGH", VitalSign.PVC, "PVC 12 > 10 /min", 600);
    past(ward, 15, "SPO2_LOW", VitalSign.SPO2, "SpO₂ 89 < 90", 1_140);
    ward.feed();
    return ward;
  }

  /** The ward of two units on the wall. */
  static FakeWard wall() throws IOException {
    FakeWard ward = working(32);
    measure(ward, TACHYCARDIC, VitalSign.HR, 168);
    ward.change(
        TACHYCARDIC,
        Alarms.with(
            Alarms.news2(5, Score.Band.MEDIUM),
            Alarms.alarm("HR_HIGH", AlarmPriority.MEDIUM, VitalSign.HR, "HR 168 > 120", 72)));
    ward.change(SILENT, Alarms.with(Alarms.news2(Score.NO_TOTAL, Score.Band.NONE)));
    ward.silence(SILENT, ward.bridgeNowMicros() - 7_400_000);
    ward.change(29, FakeWard::empty);
    ward.feed();
    return ward;
  }

  /** Beds in which all is well. */
  static FakeWard quiet(int beds) throws IOException {
    FakeWard ward = FakeWard.still(beds);
    for (int bed = 0; bed < beds; bed++) {
      String record = RHYTHMS.get(bed % RHYTHMS.size());
      int from = OTHER_PLACE * (bed / RHYTHMS.size());
      ward.play(bed, 0, Records.arrhythmia(record, from, RHYTHM_SAMPLES));
      ward.change(bed, Alarms.with(Alarms.news2(bed % 4, Score.Band.LOW)));
      name(ward, bed);
    }
    ward.play(BRANDT, 1, Records.challenge("b456s", 2, 0, CHALLENGE_SAMPLES, 3_611, 1_216));
    ward.feed();
    return ward;
  }

  private static void name(FakeWard ward, int bed) {
    String[] name = PATIENTS.get(bed % PATIENTS.size()).split(", ", -1);
    Patient patient = new Patient("MRN-" + bed, name[0], name[1]);
    ward.change(bed, before -> BedCopy.of(before).patient(patient).bed());
  }

  /** The bed of the patient window: five waves of one recording, limits, and eight hours before. */
  static FakeWard patient(int beds) throws IOException {
    FakeWard ward = working(beds);
    equip(ward, BRANDT);
    admit(ward, BRANDT, new Patient("0048 2213", "Brandt", "Karl"), LocalDate.of(1938, 2, 14));
    Alarm rate = Alarms.alarm("RR_HIGH", AlarmPriority.MEDIUM, VitalSign.RR, "RR 21 > 20", -8);
    ward.change(
        BRANDT,
        Alarms.with(
            PanelFixtures.scored(
                FakeWard.START_MICROS - 46 * 60_000_000L,
                over("RR_HIGH", VitalSign.RR, "RR 23 > 20", 1_300),
                over("SPO2_LOW", VitalSign.SPO2, "SpO₂ 89 < 90", 10_600),
                over("HR_HIGH", VitalSign.HR, "HR 122 > 120", 20_100)),
            rate));
    ward.advance(Duration.ofSeconds(60));
    ward.feed();
    return ward;
  }

  private static void admit(FakeWard ward, int bed, Patient patient, LocalDate born) {
    ward.change(
        bed,
        before -> {
          Admission admission =
              new Admission(
                  patient, born, before.device(), true, Alarms.USER, FakeWard.START_MICROS);
          Stay stay = new Stay(1, Alarms.USER, admission);
          return BedCopy.of(before).patient(patient).stay(stay).bed();
        });
  }

  private static Alarm over(String condition, VitalSign sign, String text, int secondsAgo) {
    Alarm raised = Alarms.alarm(condition, AlarmPriority.MEDIUM, sign, text, secondsAgo);
    return Alarms.ended(Alarms.acknowledged(raised, secondsAgo - 40), false, secondsAgo - 60);
  }

  private static void equip(FakeWard ward, int bed) throws IOException {
    List<String> columns = List.of("II", "V", "PLETH", "RESP");
    List<SignalKind> kinds =
        List.of(SignalKind.ECG, SignalKind.ECG, SignalKind.PLETH, SignalKind.RESP);
    List<WaveformChannel> channels = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String unit = kinds.get(i) == SignalKind.ECG ? "mV" : "1";
      channels.add(new WaveformChannel(columns.get(i), kinds.get(i), 125, 1_000, 0, unit));
    }
    ward.equip(bed, channels);
    for (int i = 0; i < columns.size(); i++) {
      ward.play(bed, i, Records.bidmc(columns.get(i), 125 * 90, 1_000));
    }
    ward.feed();
  }

  /** Eight hours of numbers up to now, with a quarter of an hour missing. */
  static void live(FakeWard ward, Consumer<Duration> pulse) {
    Random random = new Random(402);
    Duration minute = Duration.ofMinutes(1);
    double heart = 88;
    double rate = 17;
    double saturation = 97;
    for (int i = 0; i < TREND_MINUTES; i++) {
      heart += 0.25 * (89 - heart) + 2.2 * random.nextGaussian();
      rate += 0.15 * (17 + 3.0 * i / TREND_MINUTES - rate) + 0.5 * random.nextGaussian();
      saturation += 0.3 * (97 - saturation) + 0.5 * random.nextGaussian();
      if (i < 150 || i >= 165) {
        measure(ward, BRANDT, VitalSign.HR, (int) Math.round(heart));
        measure(ward, BRANDT, VitalSign.RR, (int) Math.round(rate));
        measure(ward, BRANDT, VitalSign.SPO2, (int) Math.min(100, Math.round(saturation)));
        measure(ward, BRANDT, VitalSign.TEMP, 370 + i / 220);
        if (i % 70 == 20) {
          pressure(ward, 118 + i % 23, 72 + i % 11);
        }
        pulse.accept(minute);
      }
      ward.advance(minute);
    }
    measure(ward, BRANDT, VitalSign.HR, 91);
    measure(ward, BRANDT, VitalSign.PULSE, 91);
    measure(ward, BRANDT, VitalSign.SPO2, 97);
    measure(ward, BRANDT, VitalSign.RR, 21);
    measure(ward, BRANDT, VitalSign.TEMP, 372);
    pressure(ward, 118, 72);
  }

  private static void pressure(FakeWard ward, int systolic, int diastolic) {
    long now = ward.bridgeNowMicros();
    set(ward, BRANDT, Reading.of(VitalSign.NIBP_SYS, systolic, now));
    set(ward, BRANDT, Reading.of(VitalSign.NIBP_DIA, diastolic, now));
  }

  private static void past(
      FakeWard ward, int bed, String condition, VitalSign sign, String text, int secondsAgo) {
    Alarm raised = Alarms.alarm(condition, AlarmPriority.MEDIUM, sign, text, secondsAgo + 60);
    Alarm over = Alarms.ended(Alarms.acknowledged(raised, secondsAgo + 30), false, secondsAgo);
    ward.change(bed, Alarms.with(Alarms.news2(bed % 4, Score.Band.LOW, over)));
  }

  static void measure(FakeWard ward, int bed, VitalSign sign, int fixed) {
    set(ward, bed, Reading.of(sign, fixed, FakeWard.START_MICROS));
  }

  /** A value that is measured at present. */
  static void measureNow(FakeWard ward, int bed, VitalSign sign, int fixed) {
    set(ward, bed, Reading.of(sign, fixed, ward.bridgeNowMicros()));
  }

  private static void unavailable(FakeWard ward, int bed, VitalSign... signs) {
    for (VitalSign sign : signs) {
      set(ward, bed, Reading.unavailable(sign, FakeWard.START_MICROS));
    }
  }

  private static void set(FakeWard ward, int bed, Reading reading) {
    ward.change(
        bed,
        before -> {
          Map<VitalSign, Reading> readings = new EnumMap<>(before.readings());
          readings.put(reading.sign(), reading);
          return BedCopy.of(before).readings(readings, before.sourceMicros()).bed();
        });
  }
}
