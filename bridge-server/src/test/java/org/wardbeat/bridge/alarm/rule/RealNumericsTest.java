package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.wire.ward.VitalSign.HR;
import static org.wardbeat.wire.ward.VitalSign.NIBP_DIA;
import static org.wardbeat.wire.ward.VitalSign.NIBP_MEAN;
import static org.wardbeat.wire.ward.VitalSign.NIBP_SYS;
import static org.wardbeat.wire.ward.VitalSign.PULSE;
import static org.wardbeat.wire.ward.VitalSign.RR;
import static org.wardbeat.wire.ward.VitalSign.SPO2;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.bridge.alarm.rule.LimitOracle.Expected;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.VitalSign;

/** Real patients: exactly the alarms that their numbers call for. */
class RealNumericsTest {
  private static final Map<String, VitalSign> BIDMC =
      Map.of("HR", HR, "PULSE", PULSE, "RESP", RR, "SpO2", SPO2);

  private static final AlarmLimits ADULT = Profiles.limits(PatientCategory.ADULT);

  /** So narrow that much happens, extremes included. */
  private static final AlarmLimits NARROW =
      new AlarmLimits(
          PatientCategory.ADULT,
          List.of(
              new Limit(HR, true, 70, 90, 65, 95),
              new Limit(PULSE, true, 70, 90, null, null),
              new Limit(RR, true, 12, 20, 8, 25),
              new Limit(SPO2, true, 92, 97, 86, null)));

  private static VitalsTable bidmc(String record) {
    Path file = SharedData.file("bidmc/bidmc_%s_Numerics.csv".formatted(record));
    return VitalsTable.read(file, BIDMC, false);
  }

  private static Map<String, List<Expected>> compared(VitalsTable table, AlarmLimits limits) {
    Map<String, List<Expected>> raised = TableRun.raised(table, limits);
    assertThat(raised).isEqualTo(TableRun.expected(table, limits));
    return raised;
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "05", "13", "19", "22", "32"})
  void raisesExactlyWhatANumericsTableCallsFor(String record) {
    VitalsTable table = bidmc(record);
    assertThat(table.seconds()).isEqualTo(481);
    compared(table, ADULT);
    assertThat(compared(table, NARROW)).isNotEmpty();
  }

  @Test
  void alarmsOfTheTwoPatientsWhoseSaturationIsLow() {
    assertThat(compared(bidmc("22"), NARROW)).containsKey("SPO2_LOW");
    Map<String, List<Expected>> worse = compared(bidmc("32"), ADULT);
    assertThat(worse.get("SPO2_LOW")).containsExactly(new Expected(false, 0, 10, -1));
    assertThat(compared(bidmc("32"), NARROW)).containsKey("DESAT");
  }

  @Test
  void alarmsOfAnHourOfAnIntensiveCarePatientReplayedBySeconds() {
    Path file = SharedData.file("mimic/s25047/s25047-2704-05-04-10-44n.decoded.csv");
    VitalsTable table =
        VitalsTable.read(
            file,
            Map.of(
                "HR[bpm]", HR,
                "PULSE[bpm]", PULSE,
                "RESP[pm]", RR,
                "SpO2[%]", SPO2,
                "NBPSys[mmHg]", NIBP_SYS,
                "NBPDias[mmHg]", NIBP_DIA,
                "NBPMean[mmHg]", NIBP_MEAN),
            true);
    assertThat(table.seconds()).isEqualTo(72);
    compared(table, ADULT);
    assertThat(compared(table, NARROW)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a142s", "a134s", "b456s", "t174s", "f544s", "v254s"})
  void alarmsOfTheHeartRateOfAnnotatedArrhythmias(String record) {
    Path file = SharedData.file("challenge2015/%s.mat".formatted(record));
    Map<VitalSign, List<Integer>> columns = new EnumMap<>(VitalSign.class);
    columns.put(HR, HeartRate.everySecond(EcgSamples.read(file, 4, 0), 250));
    VitalsTable table = new VitalsTable(Map.copyOf(columns));
    assertThat(table.seconds()).isEqualTo(300);
    compared(table, ADULT);
    assertThat(compared(table, NARROW)).isNotEmpty();
  }
}
