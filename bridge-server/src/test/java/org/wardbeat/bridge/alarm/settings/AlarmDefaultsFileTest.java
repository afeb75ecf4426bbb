package org.wardbeat.bridge.alarm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.bridge.alarm.rule.SignRule;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

class AlarmDefaultsFileTest {
  private static AlarmDefaults parse(String text) {
    return AlarmDefaultsFile.parse("alarms.yaml", text);
  }

  private static Limit limit(AlarmDefaults defaults, String unit, VitalSign sign) {
    AlarmLimits limits = defaults.of(new BedId(unit, "1"));
    Optional<Limit> found = limits.limits().stream().filter(l -> l.sign() == sign).findFirst();
    return found.orElseThrow();
  }

  @Test
  void changesNothingWithAnEmptyFile() {
    assertThat(parse("")).isEqualTo(AlarmDefaults.STANDARD);
    assertThat(parse("# nothing yet\n")).isEqualTo(AlarmDefaults.STANDARD);
  }

  @Test
  void givesUnitsTheirProfilesAndLimits() {
    AlarmDefaults defaults =
        parse(
            """
            profiles:
              adult:
                hr: {low: 45, high: 130}
                st-i: off
            units:
              NICU: {profile: neonatal}
              4 East:
                limits:
                  spo2: {low: 88, extreme-low: 78}
                  temp: {high: 38.5}
            """);
    assertThat(defaults.of(new BedId("NICU", "1")).profile()).isEqualTo(PatientCategory.NEONATAL);
    assertThat(limit(defaults, "4 East", VitalSign.SPO2))
        .isEqualTo(new Limit(VitalSign.SPO2, true, 88, 100, 78, null));
    assertThat(limit(defaults, "4 East", VitalSign.TEMP))
        .isEqualTo(new Limit(VitalSign.TEMP, true, 360, 385, null, null));
    assertThat(limit(defaults, "elsewhere", VitalSign.HR))
        .isEqualTo(new Limit(VitalSign.HR, true, 45, 130, 35, 150));
    assertThat(limit(defaults, "4 East", VitalSign.ST_I).on()).isFalse();
  }

  @Test
  void takesDelaysScoresAndTimes() {
    AlarmDefaults defaults =
        parse(
            """
            signs:
              spo2: {low-delay: 15 s, hysteresis: 2, priority: low}
            technical: {silence: 40 s, long-silence: 50 s, low-battery: 15, clock-ahead: 2 s}
            scores:
              kinds: [news2, mews]
              counts: {systolic: 4 h}
              settled: 2 min
            escalation: 90 s
            """);
    assertThat(defaults.rules().sign(VitalSign.SPO2))
        .isEqualTo(
            new SignRule(Duration.ofSeconds(15), Duration.ofSeconds(6), 2, AlarmPriority.LOW));
    assertThat(defaults.rules().technical().silence()).isEqualTo(Duration.ofSeconds(40));
    assertThat(defaults.rules().technical().lowBatteryPercent()).isEqualTo(15);
    assertThat(defaults.rules().scores().kinds())
        .containsExactly(Score.Kind.NEWS2, Score.Kind.MEWS);
    assertThat(defaults.rules().scores().counts())
        .containsEntry(ScoreParameter.SYSTOLIC, Duration.ofHours(4));
    assertThat(defaults.escalation()).isEqualTo(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limts: {} | alarms.yaml:1: limts: expected one of profiles, units, signs,",
        "profiles: {adlt: {}} | alarms.yaml:1: profiles.adlt: expected one of adult, paediatric,",
        "units: {A: {profile: old}} | units.A.profile: expected one of adult,",
        "profiles: {adult: {hr: {lo: 5}}} | hr.lo: expected one of low, high, extreme-low,",
        "profiles: {adult: {hr: {low: x}}} | hr.low: expected a number, got 'x'",
        "profiles: {adult: {hr: {low: 50.5}}} | expected at most 0 decimals, got '50.5'",
        "profiles: {adult: {hr: {low: 130}}} | expected extreme low ≤ low < high ≤ extreme high",
        "profiles: {adult: {spo2: {low: 70}}} | limits of SPO2: expected extreme low ≤ low",
        "signs: {hr: {high-delay: 6}} | expected a time such as 6 s, 1 min or 6 h, got '6'",
        "signs: {hr: {high-delay: 300 s}} | expected 0 s to 120 s, got '300 s'",
        "signs: {hr: {hysteresis: -1}} | expected 0 to 50 steps, got '-1'",
        "technical: {silence: 1 s} | alarms.yaml:1: technical: silence: expected 2 to 60 s",
        "technical: {silense: 1 s} | expected one of silence, long-silence,",
        "scores: {kinds: news2} | scores.kinds: expected a list, got 'news2'",
        "scores: {kinds: [pews]} | expected one of news2, mews",
        "escalation: 2 h | expected 10 s to 3600 s, got '2 h'",
        "escalation: {} | escalation: expected one value",
        "profiles: [ | alarms.yaml:1: expected YAML",
        "- 1 | alarms.yaml:1: expected keys with values"
      })
  void saysWhereAFileIsWrongAndWhatWasExpected(String text, String sentence) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void namesTheLine() {
    assertThatThrownBy(() -> parse("escalation: 60 s\nsigns:\n  rr: {low-delay: soon}\n"))
        .hasMessage(
            "alarms.yaml:3: signs.rr.low-delay:"
                + " expected a time such as 6 s, 1 min or 6 h, got 'soon'.");
    assertThatThrownBy(() -> parse("escalation: 60 s\nescalation: 90 s\n"))
        .hasMessageStartingWith("alarms.yaml:2: ");
  }

  @Test
  void saysThatAFileCannotBeRead(@TempDir Path folder) {
    assertThatThrownBy(() -> AlarmDefaultsFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--alarms: cannot read the file");
  }
}
