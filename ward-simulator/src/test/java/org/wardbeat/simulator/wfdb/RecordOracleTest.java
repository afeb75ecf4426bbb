package org.wardbeat.simulator.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wardbeat.simulator.SharedData;

/** Every record of the test data, decoded and compared with what two other decoders found. */
class RecordOracleTest {
  private static final Offset<Double> ROUNDED = within(1e-6);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theDataHoldsAllTheKindsOfRecords() {
    assertThat(SharedData.filesEndingIn(".expected.json"))
        .hasSizeGreaterThanOrEqualTo(24)
        .extracting(file -> SharedData.directory().relativize(file).getName(0).toString())
        .contains("mitdb", "challenge2015", "mimic", "wfdb-formats", "bidmc");
  }

  @TestFactory
  Stream<DynamicTest> everyUndividedRecordIsReadAsExpected() {
    return records("channels").map(file -> test(file, this::compareUndivided));
  }

  @TestFactory
  Stream<DynamicTest> everyDividedRecordIsReadAsExpected() {
    return records("segments").map(file -> test(file, this::compareDivided));
  }

  @TestFactory
  Stream<DynamicTest> everyRecordAlignedEqualsItsStoredSamples() {
    return records("channels").map(file -> test(file, (e, r) -> compareAligned(r)));
  }

  private interface Comparison {
    void compare(JsonNode expected, WfdbRecord record) throws IOException;
  }

  private static Stream<Path> records(String kind) {
    return SharedData.filesEndingIn(".expected.json").stream().filter(file -> json(file).has(kind));
  }

  private static DynamicTest test(Path file, Comparison comparison) {
    String name = file.getFileName().toString().replace(".expected.json", "");
    return dynamicTest(
        name, () -> comparison.compare(json(file), WfdbRecord.open(file.resolveSibling(name))));
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void compareUndivided(JsonNode expected, WfdbRecord record) throws IOException {
    RecordHeader header = record.header();
    assertThat(header.name()).isEqualTo(expected.get("record").asText());
    assertThat(header.framesPerSecond()).isEqualTo(expected.get("fs").asDouble());
    assertThat(record.frames()).isEqualTo(expected.get("nFrames").asLong());
    assertThat(record.durationSeconds()).isCloseTo(expected.get("durationSec").asDouble(), ROUNDED);
    assertThat(startField(header))
        .isEqualTo(expected.get("startField").isNull() ? "" : expected.get("startField").asText());
    assertThat(header.comments().stream().map(comment -> "#" + comment).toList())
        .isEqualTo(JSON.convertValue(expected.get("headerComments"), List.class));
    assertThat(header.signalCount()).isEqualTo(expected.get("nSignals").asInt());
    assertThat(record.signals()).hasSize(expected.get("channels").size());
    List<int[]> samples = StoredSignals.of(record);
    for (JsonNode channel : expected.get("channels")) {
      int index = channel.get("index").asInt();
      SignalSpec signal = record.signals().get(index);
      compareSpec(channel, header, signal);
      compareSamples(channel, signal, samples.get(index));
    }
  }

  private static String startField(RecordHeader header) {
    String time =
        header
            .baseTime()
            .map(t -> DateTimeFormatter.ofPattern("HH:mm:ss.SSS").format(t).replace(".000", ""))
            .orElse("");
    return header
        .baseDate()
        .map(date -> time + " " + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(date))
        .orElse(time);
  }

  private static void compareSpec(JsonNode expected, RecordHeader header, SignalSpec signal) {
    assertThat(signal.description()).isEqualTo(expected.get("name").asText());
    assertThat(signal.fileName()).isEqualTo(expected.get("file").asText());
    SignalFormat format = signal.format().orElseThrow();
    assertThat(format.code()).isEqualTo(expected.get("format").asInt());
    assertThat(signal.samplesPerFrame()).isEqualTo(expected.get("samplesPerFrame").asInt());
    assertThat(signal.skewFrames()).isEqualTo(expected.get("skew").asInt());
    assertThat(signal.byteOffset()).isEqualTo(expected.get("byteOffset").asLong());
    assertThat(signal.gain()).isEqualTo(expected.get("gain").asDouble());
    assertThat(signal.units()).isEqualTo(expected.get("units").asText());
    assertThat(signal.baseline()).isEqualTo(expected.get("baseline").asInt());
    assertThat(signal.adcResolutionBits()).isEqualTo(expected.get("adcResolution").asInt());
    assertThat(signal.adcZero()).isEqualTo(expected.get("adcZero").asInt());
    assertThat(signal.initialValue()).isEqualTo(expected.get("initialValue").asInt());
    assertThat(signal.checksum()).hasValue(expected.get("checksumHeader").asInt());
    assertThat(header.samplesPerSecond(signal)).isEqualTo(expected.get("effectiveFs").asDouble());
    if (expected.get("invalidSampleCode").isNull()) {
      assertThat(format.invalidSample()).isEmpty();
    } else {
      assertThat(format.invalidSample()).hasValue(expected.get("invalidSampleCode").asInt());
    }
  }

  private static void compareSamples(JsonNode expected, SignalSpec signal, int[] samples) {
    assertThat(samples).hasSize(expected.get("nSamples").asInt());
    int[] valid = IntStream.of(samples).filter(sample -> !signal.isInvalid(sample)).toArray();
    assertThat(samples.length - valid.length).isEqualTo(expected.get("invalidSamples").asInt());
    int min = IntStream.of(valid).min().orElseThrow();
    int max = IntStream.of(valid).max().orElseThrow();
    assertThat(min).isEqualTo(expected.get("minAdc").asInt());
    assertThat(max).isEqualTo(expected.get("maxAdc").asInt());
    assertThat(signal.physical(min)).isCloseTo(expected.get("minPhys").asDouble(), ROUNDED);
    assertThat(signal.physical(max)).isCloseTo(expected.get("maxPhys").asDouble(), ROUNDED);
    long sum = IntStream.of(samples).asLongStream().sum();
    assertThat(sum).isEqualTo(expected.get("sumAdcAllSamples").asLong());
    assertThat((int) (short) sum).isEqualTo(expected.get("checksumComputed").asInt());
    assertThat((short) sum == signal.checksum().orElseThrow())
        .isEqualTo(expected.get("checksumOk").asBoolean());
    boolean initialOk =
        signal.format().orElseThrow() == SignalFormat.DIFFERENCE_8
            || samples[0] == signal.initialValue();
    assertThat(initialOk).isEqualTo(expected.get("initialValueOk").asBoolean());
    int tail = samples.length - 20;
    for (int i = 0; i < 20; i++) {
      compareSample(expected, "first20", i, signal, samples[i]);
      compareSample(expected, "last20", i, signal, samples[tail + i]);
    }
  }

  private static void compareSample(
      JsonNode expected, String where, int i, SignalSpec signal, int sample) {
    assertThat(sample).isEqualTo(expected.get(where + "Adc").get(i).asInt());
    JsonNode physical = expected.get(where + "Phys").get(i);
    if (physical.isNull()) {
      assertThat(signal.isInvalid(sample)).isTrue();
    } else {
      assertThat(signal.physical(sample)).isCloseTo(physical.asDouble(), ROUNDED);
    }
  }

  private static void compareAligned(WfdbRecord record) throws IOException {
    List<int[]> stored = StoredSignals.of(record);
    List<int[]> aligned = AlignedSignals.of(record);
    for (int i = 0; i < stored.size(); i++) {
      SignalSpec signal = record.signals().get(i);
      int shift = signal.skewFrames() * signal.samplesPerFrame();
      int[] expected = new int[stored.get(i).length];
      for (int n = 0; n < expected.length; n++) {
        boolean present =
            n + shift < expected.length && !signal.isInvalid(stored.get(i)[n + shift]);
        expected[n] = present ? stored.get(i)[n + shift] : AlignedSamples.INVALID;
      }
      assertThat(aligned.get(i)).as(signal.description()).isEqualTo(expected);
    }
  }

  private void compareDivided(JsonNode expected, WfdbRecord record) throws IOException {
    RecordHeader header = record.header();
    assertThat(header.name()).isEqualTo(expected.get("record").asText());
    assertThat(header.framesPerSecond()).isEqualTo(expected.get("fs").asDouble());
    assertThat(record.frames()).isEqualTo(expected.get("nFrames").asLong());
    assertThat(record.durationSeconds()).isCloseTo(expected.get("durationSec").asDouble(), ROUNDED);
    assertThat(header.isVariableLayout()).isEqualTo(expected.get("variableLayout").asBoolean());
    assertThat(header.segments()).hasSize(expected.get("segments").size());
    for (int i = 0; i < header.segments().size(); i++) {
      compareSegment(expected.get("segments").get(i), record, header.segments().get(i));
    }
    assertThat(expected.get("allSegmentChecksumsOk").asBoolean()).isTrue();
    record.verify();
    assertThat(record.signals()).hasSize(expected.get("assembledChannels").size());
    for (int i = 0; i < record.signals().size(); i++) {
      compareAssembled(expected.get("assembledChannels").get(i), record, i);
    }
  }

  private static void compareSegment(JsonNode expected, WfdbRecord record, SegmentSpec segment)
      throws IOException {
    assertThat(segment.name()).isEqualTo(expected.get("name").asText());
    assertThat(segment.startFrame()).isEqualTo(expected.get("startSample").asLong());
    assertThat(segment.startFrame() / record.header().framesPerSecond())
        .isCloseTo(expected.get("startSec").asDouble(), ROUNDED);
    assertThat(segment.frames()).isEqualTo(expected.get("length").asLong());
    assertThat(segment.isGap()).isEqualTo(expected.get("gap").asBoolean());
    if (!expected.has("channels")) {
      return;
    }
    assertThat(expected.get("checksumOk").asBoolean()).isTrue();
    WfdbRecord part = record.segment(segment);
    List<int[]> samples = StoredSignals.of(part);
    assertThat(part.signals().stream().map(SignalSpec::description).toList())
        .isEqualTo(JSON.convertValue(expected.get("signals"), List.class));
    for (int i = 0; i < part.signals().size(); i++) {
      JsonNode channel = expected.get("channels").get(i);
      SignalSpec signal = part.signals().get(i);
      assertThat(signal.description()).isEqualTo(channel.get("name").asText());
      assertThat(signal.gain()).isEqualTo(channel.get("gain").asDouble());
      assertThat(signal.baseline()).isEqualTo(channel.get("baseline").asInt());
      assertThat(signal.units()).isEqualTo(channel.get("units").asText());
      assertThat(signal.format().orElseThrow().code()).isEqualTo(channel.get("format").asInt());
      int[] first = JSON.convertValue(channel.get("first5Adc"), int[].class);
      int[] last = JSON.convertValue(channel.get("last5Adc"), int[].class);
      assertThat(samples.get(i)).startsWith(first).endsWith(last);
    }
  }

  private static void compareAssembled(JsonNode expected, WfdbRecord record, int index)
      throws IOException {
    double[] values = AlignedSignals.physical(record, index);
    List<Integer> valid = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        valid.add(i);
      }
    }
    assertThat(record.signals().get(index).description()).isEqualTo(expected.get("name").asText());
    assertThat(record.signals().get(index).samplesPerFrame())
        .isEqualTo(expected.get("samplesPerFrame").asInt());
    assertThat(valid).hasSize(expected.get("validSamples").asInt());
    assertThat(values.length - valid.size()).isEqualTo(expected.get("missingSamples").asInt());
    assertThat(valid.getFirst()).isEqualTo(expected.get("firstValidSample").asInt());
    assertThat(valid.getLast()).isEqualTo(expected.get("lastValidSample").asInt());
    double[] present = valid.stream().mapToDouble(i -> values[i]).toArray();
    DoubleSummaryStatistics statistics = Arrays.stream(present).summaryStatistics();
    assertThat(statistics.getMin()).isCloseTo(expected.get("minPhys").asDouble(), ROUNDED);
    assertThat(statistics.getMax()).isCloseTo(expected.get("maxPhys").asDouble(), ROUNDED);
    assertThat(statistics.getAverage()).isCloseTo(expected.get("meanPhys").asDouble(), ROUNDED);
    for (int i = 0; i < 10; i++) {
      assertThat(present[i]).isCloseTo(expected.get("first10ValidPhys").get(i).asDouble(), ROUNDED);
      assertThat(present[present.length - 10 + i])
          .isCloseTo(expected.get("last10ValidPhys").get(i).asDouble(), ROUNDED);
    }
  }
}
