package org.wardbeat.bridge.alarm.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.rule.LimitOracle.Expected;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.VitalSign;

/** Feeds a table to a bed's rules, and computes by the oracle what has to come of it. */
final class TableRun {
  private TableRun() {}

  /** The alarms of each condition that the rules raise. */
  static Map<String, List<Expected>> raised(VitalsTable table, AlarmLimits limits) {
    RuledBed bed = new RuledBed(RuleSettings.DEFAULT, limits);
    for (int second = 0; second < table.seconds(); second++) {
      bed.at(second * 1_000L);
      Map<VitalSign, @Nullable Integer> row = new HashMap<>();
      for (Map.Entry<VitalSign, List<@Nullable Integer>> column : table.columns().entrySet()) {
        row.put(column.getKey(), column.getValue().get(second));
      }
      bed.says(row);
    }
    Map<String, List<Expected>> raised = new HashMap<>();
    for (ConditionChange change : bed.changes()) {
      if (change.kind() == AlarmKind.PHYSIOLOGICAL && !change.text().isEmpty()) {
        note(raised.computeIfAbsent(change.condition(), code -> new ArrayList<>()), change);
      }
    }
    return raised;
  }

  private static void note(List<Expected> alarms, ConditionChange change) {
    int onset = second(change.onsetDeviceMicros());
    int at = second(change.atMicros());
    if (change.active()) {
      alarms.add(new Expected(isGrave(change), onset, at, -1));
    } else {
      Expected last = alarms.removeLast();
      alarms.add(new Expected(last.grave(), last.onset(), last.raised(), at));
    }
  }

  private static boolean isGrave(ConditionChange change) {
    return change.condition().contains("EXTREME") || change.condition().equals("DESAT");
  }

  private static int second(long micros) {
    return (int) ((micros - RuledBed.EPOCH_MICROS) / 1_000_000);
  }

  /** The alarms of each condition that the table calls for. */
  static Map<String, List<Expected>> expected(VitalsTable table, AlarmLimits limits) {
    Map<String, List<Expected>> expected = new HashMap<>();
    for (Limit limit : limits.limits()) {
      List<@Nullable Integer> column = table.columns().get(limit.sign());
      if (column != null) {
        side(limit, true, column, expected);
        side(limit, false, column, expected);
      }
    }
    return expected;
  }

  private static void side(
      Limit limit,
      boolean low,
      List<@Nullable Integer> column,
      Map<String, List<Expected>> expected) {
    Integer bound = low ? limit.low() : limit.high();
    Integer extreme = low ? limit.extremeLow() : limit.extremeHigh();
    if (bound == null) {
      return;
    }
    SignRule rule = RuleSettings.DEFAULT.sign(limit.sign());
    LimitOracle oracle =
        new LimitOracle(
            low ? -bound : bound,
            extreme == null ? null : low ? Integer.valueOf(-extreme) : extreme,
            (int) (low ? rule.lowDelay() : rule.highDelay()).toSeconds(),
            rule.hysteresis(),
            10);
    List<@Nullable Integer> values = new ArrayList<>();
    for (Integer value : column) {
      values.add(value == null ? null : low ? Integer.valueOf(-value) : value);
    }
    for (Expected alarm : oracle.alarms(values)) {
      String code =
          alarm.grave()
              ? Objects.requireNonNull(GRAVE.get(limit.sign() + (low ? " low" : " high")))
              : limit.sign() + (low ? "_LOW" : "_HIGH");
      expected.computeIfAbsent(code, unknown -> new ArrayList<>()).add(alarm);
    }
  }

  private static final Map<String, String> GRAVE =
      Map.of(
          "HR low", "EXTREME_BRADY",
          "HR high", "EXTREME_TACHY",
          "SPO2 low", "DESAT",
          "RR low", "RR_EXTREME_LOW",
          "RR high", "RR_EXTREME_HIGH");
}
