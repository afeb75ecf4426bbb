package org.wardbeat.systemtests;

import java.util.BitSet;
import java.util.List;

/**
 * Which rows of a table that is replayed over and over have arrived. A bridge may conflate vital
 * signs when machine or network stand still: then a row is missing in one round and comes in
 * another. What arrives must be rows of the table, in its order, whatever is missing.
 */
final class TableCoverage {
  /** More rows than that are never conflated into one: a station would have called them old. */
  private static final int MOST_MISSING = 60;

  private final List<List<String>> table;
  private final BitSet seen = new BitSet();
  private int taken;
  private int next;
  private int unbroken;
  private int longestUnbroken;

  TableCoverage(List<List<String>> table) {
    this.table = table;
  }

  /** Takes what has arrived until now, of which it may know the beginning. */
  TableCoverage take(List<List<String>> arrived) {
    for (List<String> row : arrived.subList(taken, arrived.size())) {
      match(row);
      taken++;
    }
    return this;
  }

  private void match(List<String> row) {
    int missing = 0;
    while (!table.get(next).equals(row)) {
      next = (next + 1) % table.size();
      missing++;
      if (missing > MOST_MISSING) {
        throw new AssertionError(
            "row %d that arrived, %s, is none of the next %d of the table"
                .formatted(taken, row, MOST_MISSING));
      }
    }
    seen.set(next);
    next = (next + 1) % table.size();
    unbroken = missing == 0 ? unbroken + 1 : 1;
    longestUnbroken = Math.max(longestUnbroken, unbroken);
  }

  /** Whether every row has arrived. */
  boolean isComplete() {
    return seen.cardinality() == table.size();
  }

  /** The most rows that arrived one after another with none missing between. */
  int longestUnbroken() {
    return longestUnbroken;
  }

  @Override
  public String toString() {
    BitSet missing = new BitSet();
    missing.set(0, table.size());
    missing.andNot(seen);
    return "of %d rows that arrived, missing %s".formatted(taken, missing);
  }
}
