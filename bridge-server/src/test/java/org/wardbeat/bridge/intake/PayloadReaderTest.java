package org.wardbeat.bridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** What is taken of a message, and what is refused. */
class PayloadReaderTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final String ALARM =
      "{\"birth\": 7, \"time\": \"2026-03-10T09:41:08Z\", \"priority\": \"low\", \"active\": false}";
  private static final String STATUS =
      "{\"birth\": 7, \"time\": \"2026-03-10T09:41:08Z\", \"online\": true}";

  private final Quarantine quarantine = new Quarantine(() -> 0);
  private final PayloadReader reader = new PayloadReader(quarantine);

  private Optional<Observation> read(String leaf, byte[] payload) {
    try {
      NativeTopic topic = NativeTopic.parse(Messages.BED_TOPIC + leaf);
      return reader.read(topic, Messages.of(leaf, payload));
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Optional<Observation> read(String leaf, String json) {
    return read(leaf, json.getBytes(UTF_8));
  }

  private static long micros(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /** The examples of the page that devices are written from. */
  private static String example(String heading) throws Exception {
    String root = System.getProperty("wardbeat.root", "..");
    String page = Files.readString(Path.of(root, "docs", "MAPPING.md"));
    Matcher matcher =
        Pattern.compile(Pattern.quote(heading) + "\\R.*?```[a-z ]+\\R(.*?)```", Pattern.DOTALL)
            .matcher(page);
    assertThat(matcher.find()).as(heading).isTrue();
    return matcher.group(1);
  }

  @Test
  void theBirthOfTheDocumentation() throws Exception {
    assertThat(read("birth", example("## `birth`")))
        .contains(
            new Observation.Birth(
                BED,
                1_773_135_600,
                micros("2026-03-10T09:40:00Z"),
                "patch-0407",
                new Patient("MRN-1007", "Haddad", "Noor"),
                true,
                List.of(
                    new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV")
                        .within(-2048, 2047),
                    new WaveformChannel("PLETH", SignalKind.PLETH, 125, 1000, 0, "1"),
                    new WaveformChannel("PACER", SignalKind.PACER, 250, 1, 0, "1"))));
  }

  private static String birthWithLimits(String members) {
    return """
        {"birth": 7, "time": "2026-03-10T09:40:00Z", "channels": [
          {"code": "II", "kind": "ECG", "frequencyHz": 250, "adcPerUnit": 200, "baseline": 0, "unit": "mV"%s}]}"""
        .formatted(members);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          , "lowest": 0                            | 0           | 2147483647
          , "highest": 1023                        | -2147483648 | 1023
          , "lowest": null, "highest": 1           | -2147483648 | 1
          , "lowest": -5, "highest": -4            | -5          | -4
          """)
  void eachLimitOfAConverterMayBeAbsent(String members, int lowest, int highest) {
    Observation.Birth birth =
        (Observation.Birth) read("birth", birthWithLimits(members)).orElseThrow();

    assertThat(birth.channels())
        .containsExactly(
            new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV").within(lowest, highest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          , "lowest": 5, "highest": 5 | channels[0]         | lowest below highest
          , "lowest": 2147483647      | channels[0]         | lowest below highest
          , "highest": -2147483648    | channels[0]         | lowest below highest
          , "lowest": "0"             | channels[0] lowest  | a whole number from -2147483648 to 2147483647
          , "highest": 2147483648     | channels[0] highest | a whole number from -2147483648 to 2147483647
          , "highest": 2047.5         | channels[0] highest | a whole number from -2147483648 to 2147483647
          """)
  void limitsThatAreNoneAreRefusedWithTheirBirth(String members, String place, String expected) {
    assertThat(read("birth", birthWithLimits(members))).isEmpty();
    assertThat(quarantine.recent())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.place()).endsWith(place);
              assertThat(refusal.sentence()).contains("expected " + expected + "; it was refused");
            });
  }

  @Test
  void theStatusOfTheDocumentationAndTheLastWill() throws Exception {
    Observation.Status status =
        (Observation.Status) read("status", example("## `status`")).orElseThrow();
    assertThat(status.status())
        .isEqualTo(new DeviceStatus(true, EnumSet.of(Electrode.RA, Electrode.LL), 64));
    assertThat(status.deviceMicros()).hasValue(micros("2026-03-10T09:41:08Z"));
    Observation.Status will =
        (Observation.Status)
            read("status", "{\"birth\": 1773135600, \"online\": false}").orElseThrow();
    assertThat(will.status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(will.deviceMicros()).isEmpty();
  }

  @Test
  void theNumericsOfTheDocumentation() throws Exception {
    Observation.Numerics numerics =
        (Observation.Numerics) read("numerics", example("## `numerics`")).orElseThrow();
    long time = micros("2026-03-10T09:41:08Z");
    assertThat(numerics.sequence()).isEqualTo(68);
    assertThat(numerics.values())
        .contains(
            new Observation.Value(VitalSign.TEMP, true, 368, time),
            new Observation.Value(VitalSign.NIBP_SYS, true, 118, micros("2026-03-10T09:30:00Z")),
            new Observation.Value(VitalSign.ETCO2, false, 0, time))
        .hasSize(8);
    assertThat(quarantine.recent()).isEmpty();
  }

  /** A body's temperature in degrees Fahrenheit, or in tenths, is none in degrees Celsius. */
  @ParameterizedTest
  @ValueSource(strings = {"98.6", "86", "113", "368", "3.7", "310.15"})
  void wrongScaleOrUnit(String temperature) {
    String payload =
        """
        {"birth": 7, "time": "2026-03-10T09:41:08Z", "seq": 0, "values": {"TEMP": %s, "HR": 72}}"""
            .formatted(temperature);
    Observation.Numerics numerics = (Observation.Numerics) read("numerics", payload).orElseThrow();
    assertThat(numerics.values()).extracting(Observation.Value::sign).containsExactly(VitalSign.HR);
    assertThat(quarantine.recent())
        .singleElement()
        .satisfies(
            refusal ->
                assertThat(refusal.sentence()).contains("degrees Celsius, from 10.0 to 50.0"));
  }

  @Test
  void theWaveformOfTheDocumentation() throws Exception {
    byte[] payload =
        HexFormat.of().parseHex(example("## `waveform/{index}`").replaceAll("\\s", ""));
    Observation.Samples samples = (Observation.Samples) read("waveform/3", payload).orElseThrow();
    assertThat(samples.channel()).isEqualTo(3);
    assertThat(samples.birth()).isEqualTo(1_773_135_600);
    assertThat(samples.firstSample()).isEqualTo(1_000);
    assertThat(samples.endDeviceMicros()).isEqualTo(micros("2026-03-10T09:41:08.250Z"));
    assertThat(samples.samples()).containsExactly(5, -3, 260);
  }

  @Test
  void theAlarmOfTheDocumentation() throws Exception {
    assertThat(read("alarm/ASYS", example("## `alarm/{condition}`")))
        .contains(
            new Observation.AlarmChange(
                BED,
                1_773_135_600,
                "ASYS",
                AlarmKind.PHYSIOLOGICAL,
                micros("2026-03-10T09:41:08Z"),
                AlarmPriority.HIGH,
                true,
                "ASYSTOLE",
                micros("2026-03-10T09:41:06.500Z")));
  }

  @Test
  void anAlarmWithoutTextAndOnsetIsShownByItsCodeAndBeganWhenItWasTold() {
    long time = micros("2026-03-10T09:41:08Z");
    assertThat(read("alarm/ASYS", ALARM))
        .contains(
            new Observation.AlarmChange(
                BED,
                7,
                "ASYS",
                AlarmKind.PHYSIOLOGICAL,
                time,
                AlarmPriority.LOW,
                false,
                "ASYS",
                time));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          BATTERY_LOW,      '',            TECHNICAL
          battery low,      '',            TECHNICAL
          LEADS-OFF,        '',            TECHNICAL
          MDC_EVT_BATT_LO,  '',            TECHNICAL
          196916,           '',            TECHNICAL
          VTACH,            '',            PHYSIOLOGICAL
          BATTERY_LOWER,    '',            PHYSIOLOGICAL
          BATTERY_LOW,      physiological, PHYSIOLOGICAL
          X 7,              technical,     TECHNICAL
          """)
  void anAlarmIsOfTheKindTheDeviceSaysOrElseOfTheKindOfItsCode(
      String condition, String told, AlarmKind kind) {
    String member = told.isEmpty() ? "" : ", \"kind\": \"" + told + "\"";
    assertThat(read("alarm/" + condition, ALARM.replaceFirst("}$", member + "}")))
        .get()
        .extracting(seen -> ((Observation.AlarmChange) seen).kind())
        .isEqualTo(kind);
  }

  @Test
  void anEmptyAlarmIsTakenBack() {
    assertThat(read("alarm/ASYS", new byte[0])).contains(new Observation.AlarmCleared(BED, "ASYS"));
  }

  @Test
  void anEmptyBirthTakesTheBedAway() {
    assertThat(read("birth", new byte[0])).contains(new Observation.Removal(BED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          status   | ''                                              | JSON
          status   | null                                            | JSON
          status   | [1]                                             | JSON
          status   | {"birth": 7, "online": true                     | JSON
          status   | {"birth": 7, "online": true} x                  | JSON
          status   | {"birth": 7, "birth": 8, "online": true}        | JSON
          status   | {"birth": NaN, "online": true}                  | JSON
          status   | {"birth": 1e2147483648, "online": true}         | MEMBER
          status   | {"birth": 1E0002147483649, "online": true}      | JSON
          status   | {"birth": 7, "online": true, "batteryPercent": -1e-2147483649} | JSON
          status   | {"birth": 7, /* no */ "online": true}           | JSON
          status   | {"birth": 0, "online": true}                    | MEMBER
          status   | {"birth": 4294967296, "online": true}           | MEMBER
          status   | {"birth": 7.5, "online": true}                  | MEMBER
          status   | {"birth": "7", "online": true}                  | MEMBER
          status   | {"birth": 7}                                    | MEMBER
          status   | {"birth": 7, "online": 1}                       | MEMBER
          status   | {"birth": 7, "online": true, "leadsOff": "RA"}  | MEMBER
          status   | {"birth": 7, "online": true, "leadsOff": ["X"]} | MEMBER
          status   | {"birth": 7, "online": true, "batteryPercent": 101} | MEMBER
          status   | {"birth": 7, "online": true, "time": "2026-02-30T00:00:00Z"} | MEMBER
          status   | {"birth": 7, "online": true, "time": "2026-03-10T09:41:08+01:00"} | MEMBER
          status   | {"birth": 7, "online": true, "time": "2026-03-10T09:41:08.1234567Z"} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "priority": "HIGH", "active": true} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "priority": 1, "active": true} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "active": true} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "priority": "high"} | MEMBER
          alarm/A  | {"birth": 7, "priority": "high", "active": true} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "priority": "high", "active": true, "text": 1} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "priority": "high", "active": true, "onset": "now"} | MEMBER
          alarm/A  | {"birth": 7, "time": "2026-03-10T09:41:08Z", "priority": "high", "active": true, "kind": "odd"} | MEMBER
          numerics | {"birth": 7, "seq": -1, "time": "2026-03-10T09:41:08Z", "values": {}} | MEMBER
          numerics | {"birth": 7, "seq": 1, "values": {}}            | MEMBER
          numerics | {"birth": 7, "seq": 1, "time": "2026-03-10T09:41:08Z"} | MEMBER
          birth    | {"birth": 7, "time": "2026-03-10T09:40:00Z", "patient": "Noor"} | MEMBER
          birth    | {"birth": 7, "time": "2026-03-10T09:40:00Z", "channels": [{"code": "II"}]} | MEMBER
          """)
  void malformedJsonIsRefusedWithOneSentence(String leaf, String json, Reason reason) {
    assertThat(read(leaf, json)).isEmpty();
    assertThat(quarantine.recent())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.place()).startsWith(Messages.BED_TOPIC + leaf);
              assertThat(refusal.sentence()).startsWith("expected ").contains("refused");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"74\"",
        "true",
        "[]",
        "1e7",
        "-1e7",
        "1e999999999",
        "1e-999999999",
        "{}",
        "{\"value\": 1}",
        "{\"value\": \"a\", \"time\": \"2026-03-10T09:30:00Z\"}"
      })
  void aUselessValueCostsThatValueAlone(String value) {
    String json =
        "{\"birth\": 7, \"seq\": 1, \"time\": \"2026-03-10T09:41:08Z\","
            + " \"values\": {\"HR\": "
            + value
            + ", \"SHOE\": 42, \"RR\": 12}}";
    Observation.Numerics numerics = (Observation.Numerics) read("numerics", json).orElseThrow();
    assertThat(numerics.values())
        .containsExactly(
            new Observation.Value(VitalSign.RR, true, 12, micros("2026-03-10T09:41:08Z")));
    assertThat(quarantine.refused(Reason.UNKNOWN_SIGN)).isEqualTo(1);
    assertThat(quarantine.recent()).hasSize(2);
  }

  @Test
  void aPatientsNameNeverGetsIntoARefusal() {
    String json =
        "{\"birth\": 7, \"time\": \"Haddad\", \"patient\": {\"family\": \"Haddad\", \"id\": 5}}";
    assertThat(read("birth", json)).isEmpty();
    assertThat(read("birth", "{\"patient\": {\"family\": Haddad")).isEmpty();
    assertThat(quarantine.recent())
        .hasSize(2)
        .allSatisfy(refusal -> assertThat(refusal.toString()).doesNotContain("Haddad"));
  }

  @Test
  void membersNobodyKnowsAreIgnored() {
    assertThat(read("status", STATUS.replace("}", ", \"firmware\": {\"x\": [1]}}"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "0, 0", "1, 1", "1, 3", "3, 49", "3, 51", "8, 128", "16, 255"})
  void aWaveformThatContradictsItselfIsRefused(int offset, int value) {
    byte[] payload = Messages.waveform(2, 7, 1_000, 50);
    payload[offset] = (byte) value;
    assertThat(read("waveform/0", payload)).isEmpty();
    assertThat(quarantine.refused(Reason.WAVEFORM)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 23, 24, 25, 123, 125})
  void aWaveformOfTheWrongLengthIsRefused(int length) {
    byte[] payload = Arrays.copyOf(Messages.waveform(2, 7, 1_000, 50), length);
    assertThat(read("waveform/0", payload)).isEmpty();
    assertThat(quarantine.refused(Reason.WAVEFORM)).isEqualTo(1);
  }

  @Property(tries = 500)
  void anyWaveformIsTakenAsItWasWritten(@ForAll long seed) {
    Random random = new Random(seed);
    int width = random.nextBoolean() ? 2 : 4;
    int count = 1 + random.nextInt(16_384);
    long first = random.nextLong(1L << 62);
    long birth = 1 + random.nextLong(JsonPayload.MAX_BIRTH);
    byte[] payload = Messages.waveform(width, birth, first, count);
    Observation.Samples samples = (Observation.Samples) read("waveform/31", payload).orElseThrow();
    assertThat(samples.birth()).isEqualTo(birth);
    assertThat(samples.firstSample()).isEqualTo(first);
    assertThat(samples.samples()).hasSize(count);
    int last = samples.samples()[count - 1];
    long expected = first + count - 1;
    assertThat(last).isEqualTo(width == 2 ? (short) expected : (int) expected);
  }

  @Property(tries = 2_000)
  void randomBytesAreRefusedOrTakenButNeverFail(@ForAll byte[] payload, @ForAll long seed) {
    for (String leaf : List.of("birth", "status", "numerics", "alarm/A", "waveform/0")) {
      assertThat(read(leaf, payload)).isNotNull();
    }
    byte[] damaged = STATUS.getBytes(UTF_8);
    byte[] alarm = ALARM.getBytes(UTF_8);
    byte[] wave = Messages.waveform(2, 7, 0, 20);
    Random random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      alarm[random.nextInt(alarm.length)] = (byte) random.nextInt();
      wave[random.nextInt(wave.length)] = (byte) random.nextInt();
    }
    assertThat(read("status", damaged)).isNotNull();
    assertThat(read("numerics", damaged)).isNotNull();
    assertThat(read("alarm/A", alarm)).isNotNull();
    assertThat(read("waveform/0", wave)).isNotNull();
  }
}
