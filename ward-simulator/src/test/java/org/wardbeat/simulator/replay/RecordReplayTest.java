package org.wardbeat.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.simulator.Listener;
import org.wardbeat.simulator.SharedData;
import org.wardbeat.simulator.WardPlan;
import org.wardbeat.simulator.WardSimulator;
import org.wardbeat.simulator.broker.EmbeddedBroker;
import org.wardbeat.simulator.device.BedSource;
import org.wardbeat.simulator.device.BrokerAddress;
import org.wardbeat.simulator.device.Measurement;
import org.wardbeat.simulator.scenario.Scenario;
import org.wardbeat.simulator.wfdb.AlignedSamples;
import org.wardbeat.simulator.wfdb.BidmcTable;
import org.wardbeat.simulator.wfdb.WfdbRecord;
import org.wardbeat.wire.ward.WaveformChannel;

class RecordReplayTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"360, 90", "250, 50", "125, 25", "500, 125", "4, 1", "1, 1", "62.5, 16", "257, 64"})
  void blocksLastAQuarterOfASecondOrLessAndFillASecondWherePossible(
      double framesPerSecond, int frames) {
    assertThat(RecordSource.framesPerBlock(framesPerSecond)).isEqualTo(frames);
  }

  @Test
  void aRecordBeginsAgainAfterASecondWithoutSamples() throws IOException {
    writeRecord("a", "a 1 4 8\na.dat 16 200 16 0 1\n");
    BedSource source = RecordLibrary.open(folder).newSource(0);
    assertThat(play(source, 20))
        .containsExactly(
            1, 2, 3, 4, 5, 6, 7, 8, INVALID, INVALID, INVALID, INVALID, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static final int INVALID = BedSource.INVALID;

  private static List<Integer> play(BedSource source, int blocks) {
    List<Integer> samples = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      source.advance();
      for (int n = 0; n < source.count(0); n++) {
        samples.add(source.samples(0)[n]);
      }
    }
    return samples;
  }

  @ParameterizedTest
  @CsvSource({
    "a.dat 16 200 11 1024,          0, 2047",
    "a.dat 16 200 16 0,        -32768, 32767",
    "a.dat 16 200 0 0,    -2147483648, 2147483647",
    "a.dat 16 -200 11 1024, -2147483648, 2147483647",
    "a.dat 16 200 32 0,   -2147483648, 2147483647",
    "a.dat 16 200 31 2147483647, -2147483648, 2147483647",
  })
  void theLimitsOfAConverterAreThoseOfTheHeaderWhereItTellsThem(
      String signal, int lowest, int highest) throws IOException {
    writeRecord("a", "a 1 4 8\n" + signal + "\n");
    WaveformChannel channel = RecordLibrary.open(folder).newSource(0).channels().getFirst();
    assertThat(channel.lowest()).isEqualTo(lowest);
    assertThat(channel.highest()).isEqualTo(highest);
  }

  @Test
  void aConverterThatChangesWithinARecordHasNoLimits() throws IOException {
    writeRecord("s1", "s1 1 4 8\ns1.dat 16 200 11 1024\n");
    writeRecord("s2", "s2 1 4 8\ns2.dat 16 200(1024) 12 0\n");
    Files.writeString(folder.resolve("s.hea"), "s/2 1 4 16\ns1 8\ns2 8\n");
    WaveformChannel channel = RecordLibrary.open(folder).newSource(0).channels().getFirst();
    assertThat(channel.adcPerUnit()).isEqualTo(200);
    assertThat(channel.highest()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void segmentsAndNumericsBelongToTheirRecord() throws IOException {
    writeRecord("s1", "s1 1 4 8\ns1.dat 16 200 16 0 1\n");
    writeRecord("sn", "sn 1 1 8\nsn.dat 16 1/bpm 16 0 1 36 0 HR\n");
    Files.writeString(folder.resolve("s.hea"), "s/1 1 4 8\ns1 8\n");
    RecordLibrary library = RecordLibrary.open(folder);
    assertThat(library.size()).isEqualTo(1);
    assertThat(library.name(0)).isEqualTo("s");
    BedSource source = library.newSource(0);
    play(source, 4);
    assertThat(source.measurements())
        .extracting(Measurement::value)
        .containsExactly(Optional.of(BigDecimal.ONE));
    play(source, 4);
    assertThat(source.measurements())
        .extracting(Measurement::value)
        .containsExactly(Optional.of(BigDecimal.TWO));
  }

  @Test
  void aFolderWithoutRecordsIsNamed() {
    assertThatThrownBy(() -> RecordLibrary.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(folder + ": holds neither WFDB records");
    assertThatThrownBy(() -> RecordLibrary.open(folder.resolve("absent")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be listed");
  }

  @Test
  void aDamagedRecordIsKnownBeforeTheWardStarts() throws IOException {
    writeRecord("a", "a 1 4 8\na.dat 16 200 16 0 1 99 0 II\n");
    assertThatThrownBy(() -> RecordLibrary.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.hea line 2: expected the checksum 99");
  }

  private void writeRecord(String name, String header) throws IOException {
    Files.writeString(folder.resolve(name + ".hea"), header);
    Files.write(
        folder.resolve(name + ".dat"), new byte[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0});
  }

  @Test
  void everySampleOfARealRecordArrivesOverMqtt() throws Exception {
    copy("mitdb/100.hea", "mitdb/100.dat", "bidmc/bidmc_19_Numerics.csv");
    WfdbRecord record = WfdbRecord.open(folder.resolve("100"));
    int frames = 36_000;
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        Listener listener = new Listener(broker.url());
        WardSimulator ward = WardSimulator.start(plan(broker, 50))) {
      assertThat(ward.beds()).isEqualTo(2);
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  received(listener, 0) >= frames
                      && received(listener, 1) >= frames
                      && listener.messages("bidmc_19", "numerics").size() > 100);
      for (int channel = 0; channel < 2; channel++) {
        assertThat(samples(listener, channel, frames)).isEqualTo(stored(record, channel, frames));
      }
      compareNumerics(
          listener.messages("bidmc_19", "numerics"),
          BidmcTable.read(folder.resolve("bidmc_19_Numerics.csv")));
      JsonNode birth = listener.newest("100", "birth");
      assertThat(birth.get("channels").get(0).get("code").asText()).isEqualTo("MLII");
      assertThat(birth.get("channels").get(0).get("baseline").asInt()).isEqualTo(1024);
      assertThat(birth.get("channels").get(0).get("kind").asText()).isEqualTo("ECG");
      assertThat(birth.get("channels").get(0).get("lowest").asInt()).isZero();
      assertThat(birth.get("channels").get(0).get("highest").asInt()).isEqualTo(2047);
    }
  }

  private void copy(String... names) throws IOException {
    for (String name : names) {
      Path file = SharedData.directory().toAbsolutePath().resolve(name);
      Files.copy(file, folder.resolve(file.getFileName().toString()));
    }
  }

  private WardPlan plan(EmbeddedBroker broker, double speed) {
    return new WardPlan(
        OptionalInt.empty(),
        "4 East",
        Optional.of(folder),
        speed,
        Scenario.none(),
        Optional.of(new BrokerAddress("127.0.0.1", broker.port())),
        0,
        1);
  }

  private static long received(Listener listener, int channel) {
    return listener.chunks("100", channel).stream()
        .mapToLong(chunk -> chunk.samples().size())
        .sum();
  }

  private static int[] samples(Listener listener, int channel, int frames) {
    int[] samples = new int[frames];
    for (Listener.Chunk chunk : listener.chunks("100", channel)) {
      for (int i = 0; i < chunk.samples().size(); i++) {
        if (chunk.index() + i < frames) {
          samples[(int) chunk.index() + i] = chunk.samples().get(i);
        }
      }
    }
    return samples;
  }

  private static int[] stored(WfdbRecord record, int channel, int frames) throws IOException {
    int[][] samples = new int[2][frames];
    try (AlignedSamples aligned = record.aligned()) {
      IntStream.Builder all = IntStream.builder();
      int left = frames;
      while (left > 0) {
        int read = aligned.read(samples, left);
        for (int i = 0; i < read; i++) {
          all.add(samples[channel][i]);
        }
        left -= read;
      }
      return all.build().toArray();
    }
  }

  private static void compareNumerics(List<JsonNode> messages, BidmcTable table) {
    List<String> names = List.of("HR", "PULSE", "RR", "SPO2");
    for (int row = 0; row < 100; row++) {
      assertThat(messages.get(row).get("seq").asInt()).isEqualTo(row);
      for (int i = 0; i < names.size(); i++) {
        JsonNode value = messages.get(row).get("values").get(names.get(i));
        double expected = table.value(i + 1, row);
        if (Double.isNaN(expected)) {
          assertThat(value.isNull()).as("%s of row %s", names.get(i), row).isTrue();
        } else {
          assertThat(value.asDouble()).isEqualTo(expected);
        }
      }
    }
  }
}
