package org.wardbeat.bridge.alarm.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.bridge.alarm.Hold;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.alarm.Observed;
import org.wardbeat.bridge.alarm.SharedAct;
import org.wardbeat.bridge.alarm.StayInForce;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.RefusedException;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;

/** What bridges tell each other, as topics and JSON. */
class ShareCodecTest {
  private static final long NOW = 1_773_135_667_000_000L;
  private static final String TOPIC = "wardbeat/v1-bridge/4 East/407/";

  private final ShareCodec codec = new ShareCodec();

  @Property(tries = 500)
  void whatIsToldIsReadAsItWas(@ForAll("acts") SharedAct act, @ForAll("labels") String bridge)
      throws RefusedException {
    ShareTopic topic = codec.topic(act, bridge);
    ShareTopic read = ShareTopic.parse(topic.name());
    assertThat(read).isEqualTo(topic);
    assertThat(topic.name()).doesNotContain("+", "#", "\0");
    byte[] payload = codec.payload(act);
    assertThat(payload).hasSizeLessThan(ShareCodec.MAX_BYTES);
    assertThat(codec.read(read, payload, NOW)).isEqualTo(act);
  }

  @Property(tries = 500)
  void aBrokenPayloadIsRefusedAndNothingElse(
      @ForAll("acts") SharedAct act, @ForAll int at, @ForAll byte value) {
    byte[] payload = codec.payload(act);
    payload[Math.floorMod(at, payload.length)] = value;
    try {
      SharedAct read = codec.read(codec.topic(act, "b"), payload, NOW);
      assertThat(read.getClass()).isEqualTo(act.getClass());
    } catch (RefusedException e) {
      assertThat(e.refusal().reason()).isIn(Reason.JSON, Reason.MEMBER);
    }
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.strings()
        .withChars("abc %/+#äß≤😀4 East")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(label -> !label.isBlank())
        .filter(label -> new String(label.getBytes(UTF_8), UTF_8).equals(label));
  }

  @Provide
  Arbitrary<SharedAct> acts() {
    Arbitrary<BedId> beds = Combinators.combine(labels(), labels()).as(BedId::new);
    Arbitrary<Long> micros = Arbitraries.longs().between(0, NOW);
    Arbitrary<String> texts = Arbitraries.strings().alpha().ofMaxLength(10);
    return Arbitraries.oneOf(
        acknowledged(beds, micros),
        held(micros, texts),
        limited(beds, micros, texts),
        entered(beds, micros),
        stayed(beds, micros, texts));
  }

  private Arbitrary<SharedAct> acknowledged(Arbitrary<BedId> beds, Arbitrary<Long> micros) {
    return Combinators.combine(
            beds,
            labels(),
            Arbitraries.longs(),
            Arbitraries.of(AlarmPriority.class),
            labels(),
            micros)
        .as(
            (bed, condition, onset, priority, user, at) ->
                new SharedAct.Acknowledged(
                    bed, condition, onset, priority, new Acknowledgement(user, at)));
  }

  private Arbitrary<SharedAct> stayed(
      Arbitrary<BedId> beds, Arbitrary<Long> micros, Arbitrary<String> texts) {
    Arbitrary<LocalDate> dates =
        Arbitraries.longs()
            .between(Admission.FIRST_BIRTH.toEpochDay(), Admission.LAST_BIRTH.toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<Admission> admissions =
        Combinators.combine(
                Combinators.combine(labels(), texts, texts).as(Patient::new),
                dates,
                texts,
                Arbitraries.of(true, false),
                labels(),
                micros)
            .as(Admission::new);
    Arbitrary<Stay> stays =
        Combinators.combine(
                micros,
                Arbitraries.oneOf(labels(), Arbitraries.just("")),
                admissions.injectNull(0.3))
            .as(Stay::new);
    Arbitrary<String> users = Arbitraries.oneOf(labels(), Arbitraries.just(""));
    return Combinators.combine(beds, stays, users, labels())
        .as(
            (bed, stay, user, bridge) ->
                new SharedAct.Stayed(bed, new StayInForce(stay, user, bridge)));
  }

  private Arbitrary<SharedAct> held(Arbitrary<Long> micros, Arbitrary<String> texts) {
    return Combinators.combine(
            labels(),
            Arbitraries.oneOf(labels(), Arbitraries.just("")),
            Arbitraries.of(Inactivation.class),
            micros,
            Arbitraries.integers().between(0, 86_400),
            labels(),
            texts)
        .as(
            (unit, bed, kind, since, seconds, user, text) ->
                new SharedAct.Held(
                    new Hold(
                        new InactivationState(
                            unit,
                            bed,
                            kind,
                            seconds > 0,
                            since,
                            since + TimeUnit.SECONDS.toMicros(seconds),
                            user,
                            text),
                        since,
                        user,
                        bed.isEmpty() ? "" : text)));
  }

  private Arbitrary<SharedAct> limited(
      Arbitrary<BedId> beds, Arbitrary<Long> micros, Arbitrary<String> texts) {
    Arbitrary<AlarmLimits> limits =
        Combinators.combine(
                Arbitraries.of(PatientCategory.class),
                Arbitraries.of(VitalSign.class).set(),
                Arbitraries.integers().between(0, 15),
                Arbitraries.integers().between(-1_000, 1_000))
            .as(
                (profile, signs, bounds, from) -> {
                  List<Limit> each = new ArrayList<>();
                  signs.stream().sorted().forEach(sign -> each.add(limit(sign, bounds, from)));
                  return new AlarmLimits(profile, each);
                });
    return Combinators.combine(beds, texts, micros, limits, labels(), labels())
        .as(
            (bed, text, at, all, user, bridge) ->
                new SharedAct.Limited(
                    bed, text, new LimitsInForce(at, all, user, at, text, bridge)));
  }

  private static Limit limit(VitalSign sign, int bounds, int from) {
    return new Limit(
        sign,
        bounds % 2 == 0,
        (bounds & 1) == 0 ? null : from + 1,
        (bounds & 2) == 0 ? null : from + 2,
        (bounds & 4) == 0 ? null : from,
        (bounds & 8) == 0 ? null : from + 3);
  }

  private Arbitrary<SharedAct> entered(Arbitrary<BedId> beds, Arbitrary<Long> micros) {
    return Combinators.combine(
            beds, Arbitraries.of(ScoreParameter.class), micros, labels(), labels())
        .as(
            (bed, parameter, at, user, bridge) ->
                new SharedAct.Entered(
                    bed,
                    user,
                    new Observed(new ScoreEntry(parameter, parameter.most()), user, at, bridge)));
  }

  @Test
  void aUnitsPauseHasAnEmptyBed() {
    InactivationState state =
        new InactivationState("4 East", "", Inactivation.AUDIO_PAUSED, true, 1, 2, "anne");
    assertThat(codec.topic(new SharedAct.Held(new Hold(state, 1, "a", "")), "a/b").name())
        .isEqualTo("wardbeat/v1-bridge/4 East//held/AUDIO_PAUSED/a%2Fb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wardbeat/v1-bridge/",
        "wardbeat/v1-bridge/4 East/407/limits",
        "wardbeat/v1-bridge/4 East//limits/a",
        "wardbeat/v1-bridge/ /407/limits/a",
        "wardbeat/v1-bridge/4 East/407/limits/%2",
        "wardbeat/v1-bridge/4 East/407/limits/%GG",
        "wardbeat/v1-bridge/4 East/407/limits/%FF",
        "wardbeat/v1-bridge/4 East/407/limits/%00",
        "wardbeat/v1-bridge/4 East/407/held/STANDBY",
        "wardbeat/v1-bridge/4 East/407/held/STANDBY/a/b",
        "wardbeat/v1-bridge/4 East/407/other/a"
      })
  void aTopicThatIsNoneIsRefused(String topic) {
    assertThatThrownBy(() -> ShareTopic.parse(topic))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .extracting(e -> e.refusal().reason())
        .isEqualTo(Reason.TOPIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits/a | {}",
        "limits/a | []",
        "limits/a | {\"limits\":{\"HR\":{\"on\":true,\"low\":120,\"high\":50}},\"profile\":\"ADULT\",\"patient\":\"\",\"user\":\"u\",\"micros\":1,\"reason\":\"\",\"version\":1,\"bridge\":\"a\"}",
        "limits/a | {\"limits\":{},\"profile\":\"ADULT\",\"patient\":\"\",\"user\":\"u\",\"micros\":1,\"reason\":\"\",\"version\":9223372036854775807,\"bridge\":\"a\"}",
        "limits/a | {\"limits\":{\"HR\":{\"on\":true,\"low\":1e99}},\"profile\":\"ADULT\",\"patient\":\"\",\"user\":\"u\",\"micros\":1,\"reason\":\"\",\"version\":1,\"bridge\":\"a\"}",
        "held/SLEEP/a | {\"patient\":\"\",\"active\":true,\"sinceMicros\":1,\"untilMicros\":2,\"user\":\"u\",\"reason\":\"\",\"version\":1,\"bridge\":\"a\"}",
        "held/STANDBY/a | {\"patient\":\"\",\"active\":true,\"sinceMicros\":1,\"untilMicros\":9000000000000000000,\"user\":\"u\",\"reason\":\"\",\"version\":1,\"bridge\":\"a\"}",
        "held/STANDBY/a | {\"patient\":\"\",\"active\":true,\"sinceMicros\":2,\"untilMicros\":1,\"user\":\"u\",\"reason\":\"\",\"version\":1,\"bridge\":\"a\"}",
        "held/STANDBY/a | {\"patient\":\"\",\"active\":true,\"sinceMicros\":1,\"untilMicros\":2,\"user\":\"\",\"reason\":\"\",\"version\":1,\"bridge\":\"a\"}",
        "observed/ACVPU/a | {\"patient\":\"\",\"value\":7,\"user\":\"u\",\"micros\":1,\"bridge\":\"a\"}",
        "observed/MOOD/a | {\"patient\":\"\",\"value\":1,\"user\":\"u\",\"micros\":1,\"bridge\":\"a\"}",
        "acknowledged/HR_HIGH/a | {\"onsetDeviceMicros\":1,\"priority\":\"high\",\"user\":\" \",\"micros\":1}",
        "acknowledged/HR_HIGH/a | {\"onsetDeviceMicros\":1,\"priority\":\"grave\",\"user\":\"u\",\"micros\":1}",
        "acknowledged/HR_HIGH/a | {\"onsetDeviceMicros\":1,\"priority\":\"high\",\"user\":\"u\",\"micros\":9000000000000000000}"
      })
  void whatCannotBeIsRefusedWithItsPlace(String level, String payload) {
    assertThatThrownBy(
            () -> codec.read(ShareTopic.parse(TOPIC + level), payload.getBytes(UTF_8), NOW))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(TOPIC + level);
  }

  @Test
  void theExamplesOfTheDocumentAreReadAndWrittenAsTheyStand() throws Exception {
    String root = System.getProperty("wardbeat.root", "..");
    String page = Files.readString(Path.of(root, "docs", "MAPPING.md"));
    String marker = "```text share\n";
    int start = page.indexOf(marker) + marker.length();
    String[] examples = page.substring(start, page.indexOf("```", start)).strip().split("\n\n");
    assertThat(examples).hasSize(7);
    for (String example : examples) {
      String topic = example.substring(0, example.indexOf('\n'));
      byte[] payload = example.substring(topic.length()).getBytes(UTF_8);
      ShareTopic parsed = ShareTopic.parse(topic);
      SharedAct act = codec.read(parsed, payload, NOW + 1_000_000_000);
      assertThat(codec.topic(act, parsed.bridge()).name()).isEqualTo(topic);
      assertThat(new String(codec.payload(act), UTF_8))
          .isEqualTo(new String(payload, UTF_8).replaceAll("\\s+", ""));
    }
  }
}
