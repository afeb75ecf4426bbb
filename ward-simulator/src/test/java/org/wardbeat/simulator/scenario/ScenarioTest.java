package org.wardbeat.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.simulator.device.DeviceAlarm;
import org.wardbeat.simulator.physiology.Rhythm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Electrode;

class ScenarioTest {
  @TempDir Path folder;

  @Test
  void everyActionIsUnderstood() throws IOException {
    List<Event> events =
        ScenarioParser.parse(
            "ward.yaml",
            """
            events:
              - {bed: 3, at: 20 s, for: 30 s, do: leads-off, electrodes: [RA, LL]}
              - {bed: 4, at: 1 min, do: deterioration, severity: 0.8, over: 5 min}
              - bed: all
                at: 500 ms
                do: dropout
              - {bed: 6, at: 0 s, do: battery, percent: 14}
              - {bed: 7, at: 10 s, for: 20 s, do: device-off}
              - {bed: 8, at: 0 s, do: clock-skew, by: -1 h}
              - {bed: 9, at: 40 s, do: asystole}
              - {bed: 9, at: 45 s, for: 5 s, do: alarm, condition: ASYS, priority: high}
              - {bed: 6, at: 0 s, do: alarm, condition: X 7, kind: technical, priority: low}
            """);
    assertThat(events)
        .containsExactly(
            new Event(3, 20, 50, new Action.LeadsOff(Set.of(Electrode.RA, Electrode.LL)), 2),
            new Event(4, 60, Double.POSITIVE_INFINITY, new Action.Deterioration(0.8, 300), 3),
            new Event(0, 0.5, Double.POSITIVE_INFINITY, new Action.Dropout(), 4),
            new Event(6, 0, Double.POSITIVE_INFINITY, new Action.Battery(14), 7),
            new Event(7, 10, 30, new Action.DeviceOff(), 8),
            new Event(
                8, 0, Double.POSITIVE_INFINITY, new Action.ClockSkew(Duration.ofHours(-1)), 9),
            new Event(
                9, 40, Double.POSITIVE_INFINITY, new Action.ChangedRhythm(Rhythm.ASYSTOLE), 10),
            new Event(
                9,
                45,
                50,
                new Action.Alarm(new DeviceAlarm("ASYS", null, AlarmPriority.HIGH, "ASYS")),
                11),
            new Event(
                6,
                0,
                Double.POSITIVE_INFINITY,
                new Action.Alarm(
                    new DeviceAlarm("X 7", AlarmKind.TECHNICAL, AlarmPriority.LOW, "X 7")),
                12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | line 1: is empty",
        "[]                                        | line 1: expected \"events:\" and a list",
        "event: []                                 | line 1: expected \"events:\" with a list",
        "events: {}                                | line 1: expected a list of events",
        "events: [];more: 1                        | line 2: \"more\" is not known here; expected one of events.",
        "events:; - {at: 1 s, do: dropout}         | line 2: expected \"bed:\" with",
        "events:; - {bed: 0, at: 1 s, do: dropout} | line 2: expected the number of a bed from 1 to 64, found \"0\"",
        "events:; - {bed: 1, at: 1, do: dropout}   | line 2: expected a time of 0 s or later with its unit",
        "events:; - {bed: 1, at: -1 s, do: dropout} | line 2: expected a time of 0 s or later, found \"-1 s\"",
        "events:; - {bed: 1, at: 1 s, do: explode} | line 2: expected one of deterioration, leads-off",
        "events:; - {bed: 1, at: 1 s, do: dropout, percent: 5} | line 2: \"percent\" is not known here",
        "events:; - {bed: 1, at: 1 s, do: battery, percent: 101} | line 2: expected a charge from 0 to 100, found \"101\"",
        "events:; - {bed: 1, at: 1 s, do: alarm, condition: A, priority: huge} | line 2: expected high, medium or low, found \"huge\"",
        "events:; - {bed: 1, at: 1 s, do: alarm, condition: A, priority: low, kind: odd} | line 2: expected physiological or technical, found \"odd\"",
        "events:; - {bed: 1, at: 1 s, do: alarm, condition: A/B, priority: low} | line 2: expected a code such as VTACH, without / + #",
        "events:; - {bed: 1, at: 1 s, do: leads-off, electrodes: [X]} | line 2: expected a list of electrodes out of RA",
        "events:; - {bed: 1, bed: 2}               | line 2: ",
        "events:; - {bed: [1                       | is no YAML",
      })
  void whateverIsNotKnownIsRefusedWithItsLine(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("ward.yaml"), text.replace(';', '\n'));
    assertThatThrownBy(() -> Scenario.load(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(sentence)
        .message()
        .hasLineCount(1);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Scenario.load(folder.resolve("absent.yaml")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("absent.yaml: cannot be read (NoSuchFileException)");
  }

  @Property(tries = 500)
  void anyTextEitherIsAScenarioOrARefusal(@ForAll String text) throws IOException {
    try {
      ScenarioParser.parse("ward.yaml", text);
    } catch (ScenarioException e) {
      assertThat(e).hasMessageStartingWith("ward.yaml line ");
    }
  }

  @Test
  void theCalmWardFitsTheWardItIsFor() {
    assertThatCode(() -> Scenario.calm().requireFits(Scenario.CALM_BEDS, true))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Scenario.calm().requireFits(3, true))
        .hasMessage("calm.yaml line 3: names bed 6 of a ward of 3 beds.");
  }

  @Test
  void recordsRefuseWhatNeedsAPatient() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ward.yaml"), "events: [{bed: 1, at: 1 s, do: deterioration}]");
    Scenario scenario = Scenario.load(file);
    assertThatCode(() -> scenario.requireFits(1, true)).doesNotThrowAnyException();
    assertThatThrownBy(() -> scenario.requireFits(1, false))
        .hasMessageContaining("line 1: needs a simulated patient, but the beds replay records");
  }
}
