package org.wardbeat.bridge.alarm.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms a table of one vital sign's values calls for, found by looking at the whole table at
 * once. Shares no code with the rules. Values are in whole steps; null where the device had none.
 *
 * @param limit values above it are an alarm
 * @param extreme values above it are a graver one; null if there is no such limit
 * @param delay seconds of a breach from its first to the value that raises the alarm
 * @param hysteresis steps by which a value has to be inside to end an alarm
 * @param gap seconds without a value after which all begins anew
 */
record LimitOracle(int limit, @Nullable Integer extreme, int delay, int hysteresis, int gap) {
  /**
   * An alarm.
   *
   * @param grave whether it is the graver one
   * @param onset second of the first value in breach
   * @param raised second of the value that raises it
   * @param ended second of what ends it, -1 if it lasts to the end of the table
   */
  record Expected(boolean grave, int onset, int raised, int ended) {}

  /** The alarms in the order of their onsets; a row for every second. */
  List<Expected> alarms(List<@Nullable Integer> table) {
    List<Expected> all = new ArrayList<>();
    int from = 0;
    while (from < table.size()) {
      int to = endOfStretch(table, from);
      stretch(table, from, to, all);
      from = to + 1;
    }
    return all;
  }

  /** The second at which values have been missing for so long that all begins anew. */
  private int endOfStretch(List<@Nullable Integer> table, int from) {
    int missing = 0;
    boolean any = false;
    for (int second = from; second < table.size(); second++) {
      any |= table.get(second) != null;
      missing = table.get(second) == null ? missing + 1 : 0;
      if (any && missing > gap) {
        return second;
      }
    }
    return table.size();
  }

  private void stretch(List<@Nullable Integer> table, int from, int to, List<Expected> all) {
    List<Expected> grave = extreme == null ? List.of() : runs(table, from, to, extreme, true, -1);
    int at = from;
    int forced = -1;
    for (Expected each : grave) {
      all.addAll(clipped(runs(table, at, to, limit, false, forced), each.raised));
      all.add(each);
      if (each.ended < 0 || each.ended >= to) {
        return;
      }
      at = each.ended;
      forced = value(table, at) > limit ? at : -1;
    }
    all.addAll(runs(table, at, to, limit, false, forced));
  }

  private static int value(List<@Nullable Integer> table, int second) {
    Integer value = table.get(second);
    return value == null ? Integer.MIN_VALUE : value;
  }

  private static List<Expected> clipped(List<Expected> runs, int end) {
    List<Expected> clipped = new ArrayList<>();
    for (Expected run : runs) {
      if (run.raised < end) {
        boolean cut = run.ended < 0 || run.ended > end;
        clipped.add(cut ? new Expected(run.grave, run.onset, run.raised, end) : run);
      }
    }
    return clipped;
  }

  /** Alarms of one limit alone within [from, to); one that is forced needs no delay. */
  private List<Expected> runs(
      List<@Nullable Integer> table, int from, int to, int bound, boolean isGrave, int forced) {
    List<Expected> found = new ArrayList<>();
    int second = from;
    while (second < to) {
      if (table.get(second) == null || value(table, second) <= bound) {
        second++;
        continue;
      }
      int onset = second;
      int raised = -1;
      for (; second < to; second++) {
        if (table.get(second) == null) {
          continue;
        }
        if (value(table, second) <= bound) {
          break;
        }
        if (second - onset >= (onset == forced ? 0 : delay)) {
          raised = second;
          break;
        }
      }
      if (raised < 0) {
        continue;
      }
      while (second < to
          && (table.get(second) == null || value(table, second) > bound - hysteresis)) {
        second++;
      }
      int ended = second < table.size() ? second : -1;
      found.add(new Expected(isGrave, onset, raised, ended));
    }
    return found;
  }
}
