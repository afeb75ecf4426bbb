package org.wardbeat.bridge.alarm.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of a printed chart, read as it is printed: {@code "3: ..8 | 1: 9..11 | 0: 12..20"}. Knows
 * nothing of how the score is programmed.
 */
final class ChartOracle {
  private record Cell(int points, int least, int most) {}

  private final List<Cell> cells = new ArrayList<>();

  ChartOracle(String row) {
    for (String cell : row.split("\\|", -1)) {
      String[] parts = cell.strip().split(":", -1);
      String range = parts[1].strip();
      int dots = range.indexOf("..");
      String least = dots < 0 ? range : range.substring(0, dots);
      String most = dots < 0 ? range : range.substring(dots + 2);
      cells.add(
          new Cell(
              Integer.parseInt(parts[0].strip()),
              least.isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(least),
              most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most)));
    }
  }

  /** The points of the one cell that holds the value. */
  int points(int value) {
    List<Cell> holding =
        cells.stream().filter(cell -> cell.least <= value && value <= cell.most).toList();
    if (holding.size() != 1) {
      throw new AssertionError("the chart has %d cells for %d".formatted(holding.size(), value));
    }
    return holding.getFirst().points;
  }

  /** Every value at which a cell begins or ends. */
  int[] boundaries() {
    return cells.stream()
        .flatMapToInt(cell -> IntStream.of(cell.least, cell.most))
        .filter(value -> value != Integer.MIN_VALUE && value != Integer.MAX_VALUE)
        .distinct()
        .sorted()
        .toArray();
  }
}
