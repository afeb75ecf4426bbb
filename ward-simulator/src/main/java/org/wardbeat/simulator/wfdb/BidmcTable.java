package org.wardbeat.simulator.wfdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table of the BIDMC dataset ({@code *_Numerics.csv} at 1 Hz or {@code *_Signals.csv} at 125 Hz,
 * plain or with {@code .gz}): a line of column names, the first being {@code Time [s]}, then lines
 * of numbers, where {@code NaN} means "not measured". Immutable.
 */
public final class BidmcTable {
  private static final int MAX_ROWS = 4_000_000;
  private static final int MAX_COLUMNS = 64;
  private static final int MAX_LINE = 4096;

  private final List<String> columns;
  private final double[][] values;

  private BidmcTable(List<String> columns, double[][] values) {
    this.columns = columns;
    this.values = values;
  }

  /**
   * Reads a table.
   *
   * @throws WfdbException when the file is missing or a line is malformed
   */
  public static BidmcTable read(Path file) throws WfdbException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(decompressed(file), StandardCharsets.UTF_8))) {
      return read(file, reader);
    } catch (WfdbException e) {
      throw e;
    } catch (IOException e) {
      throw WfdbException.unreadable(file, e);
    }
  }

  private static InputStream decompressed(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 15) : in;
  }

  private static BidmcTable read(Path file, BufferedReader reader) throws IOException {
    String head = reader.readLine();
    List<String> columns =
        head == null || head.length() > MAX_LINE
            ? List.of()
            : Arrays.stream(head.split(",", -1)).map(String::strip).toList();
    if (columns.isEmpty()
        || columns.size() > MAX_COLUMNS
        || !columns.getFirst().equals("Time [s]")) {
      throw WfdbException.at(
          file, 1, "expected column names that start with \"Time [s]\"; give a BIDMC table.");
    }
    double[][] values = new double[columns.size()][1024];
    int rows = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (rows == MAX_ROWS || line.length() > MAX_LINE) {
        throw WfdbException.at(
            file, rows + 2, "is too long for a BIDMC table; give a shorter one.");
      }
      if (rows == values[0].length) {
        for (int i = 0; i < values.length; i++) {
          values[i] = Arrays.copyOf(values[i], rows * 2);
        }
      }
      parseRow(file, line, values, rows);
      rows++;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Arrays.copyOf(values[i], rows);
    }
    return new BidmcTable(columns, values);
  }

  private static void parseRow(Path file, String line, double[][] values, int row)
      throws WfdbException {
    String[] fields = line.split(",", -1);
    if (fields.length != values.length) {
      throw WfdbException.at(
          file,
          row + 2,
          "expected " + values.length + " values, found " + fields.length + "; fetch it again.");
    }
    for (int i = 0; i < fields.length; i++) {
      try {
        double value = Double.parseDouble(fields[i].strip());
        if (Double.isInfinite(value)) {
          throw new NumberFormatException("infinite");
        }
        values[i][row] = value;
      } catch (NumberFormatException e) {
        throw WfdbException.at(
            file,
            row + 2,
            "expected a number or NaN in column " + (i + 1) + "; fetch the file again.");
      }
    }
  }

  /** Column names, the first being {@code Time [s]}. */
  public List<String> columns() {
    return columns;
  }

  /** Rows without the line of names. */
  public int rows() {
    return values[0].length;
  }

  /** A value; NaN where nothing was measured. */
  public double value(int column, int row) {
    return values[column][row];
  }
}
