package org.wardbeat.bridge.alarm.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.VitalSign;

/** Values of vital signs, a row for every second; null where there was none. */
record VitalsTable(Map<VitalSign, List<@Nullable Integer>> columns) {
  int seconds() {
    return columns.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Reads comma separated values whose first row names the columns. */
  static VitalsTable read(Path file, Map<String, VitalSign> names, boolean zeroIsNone) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> header = List.of(lines.getFirst().split(" *, *", -1));
      Map<VitalSign, List<@Nullable Integer>> columns = new EnumMap<>(VitalSign.class);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(" *, *", -1);
        names.forEach(
            (name, sign) ->
                columns
                    .computeIfAbsent(sign, unknown -> new ArrayList<>())
                    .add(value(sign, cells[header.indexOf(name)], zeroIsNone)));
      }
      return new VitalsTable(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Integer value(VitalSign sign, String cell, boolean zeroIsNone) {
    if (cell.isBlank() || cell.equals("NaN")) {
      return null;
    }
    int fixed = sign.toFixed(new BigDecimal(cell.strip())).orElseThrow();
    return zeroIsNone && fixed == 0 ? null : fixed;
  }
}
