package org.wardbeat.bridge.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.rule.LimitOracle.Expected;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.VitalSign;

class LimitRulesProperties {
  private static final AlarmLimits LIMITS =
      new AlarmLimits(
          PatientCategory.ADULT,
          List.of(
              new Limit(VitalSign.HR, true, 60, 100, 50, 110),
              new Limit(VitalSign.RR, true, 10, 20, 6, 25),
              new Limit(VitalSign.SPO2, true, 90, 98, 80, null)));

  /** Stretches of one value, or of none, around the limits. */
  @Provide
  Arbitrary<List<@Nullable Integer>> heartRates() {
    return stretches(Arbitraries.integers().between(45, 115));
  }

  @Provide
  Arbitrary<List<@Nullable Integer>> saturations() {
    return stretches(Arbitraries.integers().between(76, 100));
  }

  private static Arbitrary<List<@Nullable Integer>> stretches(Arbitrary<Integer> values) {
    Arbitrary<List<@Nullable Integer>> stretch =
        Combinators.combine(values.injectNull(0.15), Arbitraries.integers().between(1, 14))
            .as(
                (value, length) -> {
                  List<@Nullable Integer> same = new ArrayList<>();
                  for (int i = 0; i < length; i++) {
                    same.add(value);
                  }
                  return same;
                });
    return stretch
        .list()
        .ofMaxSize(30)
        .map(
            parts -> {
              List<@Nullable Integer> all = new ArrayList<>();
              parts.forEach(all::addAll);
              return all;
            });
  }

  @Property(tries = 500)
  void everyBreachThatLastsIsRaisedExactlyOnceAndEnds(
      @ForAll("heartRates") List<@Nullable Integer> heartRates,
      @ForAll("saturations") List<@Nullable Integer> saturations) {
    int seconds = Math.min(heartRates.size(), saturations.size());
    VitalsTable table =
        new VitalsTable(
            Map.of(
                VitalSign.HR, heartRates.subList(0, seconds),
                VitalSign.SPO2, saturations.subList(0, seconds)));
    assertThat(TableRun.raised(table, LIMITS)).isEqualTo(TableRun.expected(table, LIMITS));
  }

  @Property(tries = 200)
  void anOnsetIsTheFirstValueInBreachAndNoOnsetComesTwice(
      @ForAll("heartRates") List<@Nullable Integer> heartRates) {
    VitalsTable table = new VitalsTable(Map.of(VitalSign.HR, heartRates));
    Map<String, List<Expected>> raised = TableRun.raised(table, LIMITS);
    for (Map.Entry<String, List<Expected>> alarms : raised.entrySet()) {
      assertThat(alarms.getValue()).extracting(Expected::onset).doesNotHaveDuplicates();
      for (Expected alarm : alarms.getValue()) {
        Integer first = heartRates.get(alarm.onset());
        assertThat(first).isNotNull().matches(value -> value < 60 || value > 100);
      }
    }
  }

  @Property(tries = 200)
  void noAlarmComesOfValuesWithinLimits(@ForAll("calm") List<@Nullable Integer> heartRates) {
    VitalsTable table = new VitalsTable(Map.of(VitalSign.HR, heartRates));
    assertThat(TableRun.raised(table, LIMITS)).isEmpty();
  }

  @Provide
  Arbitrary<List<@Nullable Integer>> calm() {
    return stretches(Arbitraries.integers().between(60, 100));
  }

  @Property(tries = 100)
  void twoBridgesThatSeeTheSameAgreeOnWhatAnAlarmIs(
      @ForAll("heartRates") List<@Nullable Integer> heartRates, @ForAll int seed) {
    RuledBed one = new RuledBed(RuleSettings.DEFAULT, LIMITS);
    RuledBed other = new RuledBed(RuleSettings.DEFAULT, LIMITS);
    long late = Math.floorMod(seed, 900);
    for (int second = 0; second < heartRates.size(); second++) {
      one.at(second * 1_000L);
      one.says(VitalSign.HR, heartRates.get(second));
      other.at(second * 1_000L + late);
      other.saysThen(VitalSign.HR, heartRates.get(second), second * 1_000L);
    }
    assertThat(identities(one)).isEqualTo(identities(other));
  }

  private static List<String> identities(RuledBed bed) {
    return bed.changes().stream()
        .filter(ConditionChange::active)
        .map(change -> change.condition() + " " + change.onsetDeviceMicros())
        .toList();
  }
}
