package org.wardbeat.simulator.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wardbeat.simulator.SharedData;

/** Annotations, decoded numerics and BIDMC tables compared with their oracles. */
class TableOracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyAnnotationFileIsReadAsExpected() {
    return SharedData.filesEndingIn(".annotations.csv").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> compareAnnotations(file)));
  }

  @TestFactory
  Stream<DynamicTest> everyDecodedNumericsRecordIsReadAsExpected() {
    return SharedData.filesEndingIn(".decoded.csv").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> compareDecoded(file)));
  }

  @TestFactory
  Stream<DynamicTest> everyBidmcTableIsReadAsExpected() {
    return SharedData.filesEndingIn(".expected.json").stream()
        .filter(file -> json(file).has("numerics"))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> compareTables(file)));
  }

  private static void compareAnnotations(Path file) throws IOException {
    String stem = file.toString().replace(".annotations.csv", "");
    double framesPerSecond = WfdbRecord.open(Path.of(stem)).header().framesPerSecond();
    List<String> lines = Files.readAllLines(file);
    List<Annotation> annotations = AnnotationFile.read(Path.of(stem + ".atr"));
    assertThat(lines.getFirst()).isEqualTo("sample,timeSec,symbol,isBeat,subtype,chan,num,aux");
    assertThat(
            annotations.stream()
                .map(
                    a ->
                        String.format(
                            Locale.ROOT,
                            "%d,%.4f,%s,%d,%d,%d,%d,%s",
                            a.sample(),
                            a.sample() / framesPerSecond,
                            a.symbol(),
                            a.isBeat() ? 1 : 0,
                            a.subtype(),
                            a.channel(),
                            a.number(),
                            a.text()))
                .toList())
        .isEqualTo(lines.subList(1, lines.size()));
    JsonNode reference = json(Path.of(stem + ".expected.json")).get("reference");
    assertThat(annotations).hasSize(reference.get("annotationsTotal").asInt());
    assertThat(annotations.stream().filter(Annotation::isBeat))
        .hasSize(reference.get("beatCount").asInt());
  }

  private static void compareDecoded(Path file) throws IOException {
    WfdbRecord record = WfdbRecord.open(Path.of(file.toString().replace(".decoded.csv", "")));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize((int) record.frames() + 1);
    for (int signal = 0; signal < record.signals().size(); signal++) {
      SignalSpec spec = record.signals().get(signal);
      assertThat(lines.getFirst().split(",", -1)[signal + 2])
          .isEqualTo(spec.description() + "[" + spec.units() + "]");
      double[] values = AlignedSignals.physical(record, signal);
      for (int row = 0; row < values.length; row++) {
        String[] fields = lines.get(row + 1).split(",", -1);
        assertThat(Integer.parseInt(fields[0])).isEqualTo(row);
        assertThat(Double.parseDouble(fields[1]))
            .isCloseTo(row / record.header().framesPerSecond(), within(0.01));
        if (fields[signal + 2].isEmpty()) {
          assertThat(values[row]).isNaN();
        } else {
          assertThat(values[row]).isCloseTo(Double.parseDouble(fields[signal + 2]), within(1e-6));
        }
      }
    }
  }

  private static void compareTables(Path file) throws IOException {
    JsonNode expected = json(file);
    String stem = file.toString().replace(".expected.json", "");
    BidmcTable numerics = BidmcTable.read(Path.of(stem + "_Numerics.csv"));
    compareColumns(numerics, expected.get("numerics"));
    compareRow(numerics, 0, expected.get("numerics").get("firstRow"));
    compareRow(numerics, numerics.rows() - 1, expected.get("numerics").get("lastRow"));
    if (expected.has("signals")) {
      BidmcTable signals = BidmcTable.read(Path.of(stem + "_Signals.csv.gz"));
      compareColumns(signals, expected.get("signals"));
      for (int i = 0; i < 3; i++) {
        compareRow(signals, i, expected.get("signals").get("first3Rows").get(i));
        compareRow(
            signals, signals.rows() - 3 + i, expected.get("signals").get("last3Rows").get(i));
      }
    }
  }

  private static void compareColumns(BidmcTable table, JsonNode expected) {
    assertThat(table.rows()).isEqualTo(expected.get("rows").asInt());
    assertThat(table.columns()).hasSize(expected.get("columns").size());
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      JsonNode wanted = expected.get("columns").get(i);
      double[] values =
          IntStream.range(0, table.rows())
              .mapToDouble(row -> table.value(column, row))
              .filter(Double::isFinite)
              .toArray();
      DoubleSummaryStatistics statistics = Arrays.stream(values).summaryStatistics();
      assertThat(table.columns().get(i)).isEqualTo(wanted.get("name").asText());
      assertThat(values).hasSize(wanted.get("count").asInt());
      assertThat(table.rows() - values.length).isEqualTo(wanted.get("missing").asInt());
      assertThat(statistics.getMin()).isCloseTo(wanted.get("min").asDouble(), within(1e-6));
      assertThat(statistics.getMax()).isCloseTo(wanted.get("max").asDouble(), within(1e-6));
      assertThat(statistics.getAverage()).isCloseTo(wanted.get("mean").asDouble(), within(1e-5));
    }
  }

  private static void compareRow(BidmcTable table, int row, JsonNode expected) {
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).isNull()) {
        assertThat(table.value(i, row)).isNaN();
      } else {
        assertThat(table.value(i, row)).isEqualTo(expected.get(i).asDouble());
      }
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
