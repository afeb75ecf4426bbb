package org.wardbeat.simulator.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that cannot be read ends in one sentence that says where, what and what to do. */
class UnreadableRecordTest {
  private static final String SOUND =
      """
      r 1 100 4
      r.dat 16 200 16 0 1 10 0 II
      """;
  private static final byte[] SAMPLES = {1, 0, 2, 0, 3, 0, 4, 0};

  @TempDir Path folder;

  @Test
  void aSoundRecordIsRead() throws IOException {
    assertThat(StoredSignals.of(record(SOUND, SAMPLES)).getFirst()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void crLfEndsLinesAsWell() throws IOException {
    WfdbRecord record = record(SOUND.replace("\n", "\r\n") + "# quiet\r\n", SAMPLES);
    assertThat(record.signals().getFirst().description()).isEqualTo("II");
    assertThat(record.header().comments()).containsExactly(" quiet");
  }

  @Test
  void everyOptionalFieldOfTheHeaderIsUnderstood() throws IOException {
    RecordHeader header =
        record(
                """
                r 1 360.5/1000(-12.5) 4 9:04:05.25 01/02/1999
                r.dat 16x1:2+0 12.84(-1605)/mmHg 12 3 1 10 0 ABP mean
                """,
                SAMPLES)
            .header();
    assertThat(header.framesPerSecond()).isEqualTo(360.5);
    assertThat(header.counterFrequencyHz()).isEqualTo(1000);
    assertThat(header.baseCounter()).hasValue(-12.5);
    assertThat(header.baseTime().orElseThrow()).hasToString("09:04:05.250");
    assertThat(header.baseDate().orElseThrow()).hasToString("1999-02-01");
    SignalSpec signal = header.signals().getFirst();
    assertThat(signal.skewFrames()).isEqualTo(2);
    assertThat(signal.gain()).isEqualTo(12.84);
    assertThat(signal.baseline()).isEqualTo(-1605);
    assertThat(signal.units()).isEqualTo("mmHg");
    assertThat(signal.adcZero()).isEqualTo(3);
    assertThat(signal.description()).isEqualTo("ABP mean");
  }

  @Test
  void absentFieldsTakeTheStandardsDefaults() throws IOException {
    WfdbRecord record = record("r 1\nr.dat 16\n", SAMPLES);
    assertThat(record.header().framesPerSecond()).isEqualTo(250);
    assertThat(record.frames()).isEqualTo(4);
    SignalSpec signal = record.signals().getFirst();
    assertThat(signal.gain()).isEqualTo(200);
    assertThat(signal.calibrated()).isFalse();
    assertThat(signal.units()).isEqualTo("mV");
    assertThat(signal.checksum()).isEmpty();
    assertThat(signal.description()).isEqualTo("record r, signal 0");
  }

  @Test
  void skewedSignalsAreAlignedAndEndInInvalidSamples() throws IOException {
    WfdbRecord record = record("r 2 100 2\nr.dat 16:1 200 16 0 1\nr.dat 16 200 16 0 2\n", SAMPLES);
    assertThat(AlignedSignals.of(record).getFirst()).containsExactly(3, AlignedSamples.INVALID);
    assertThat(AlignedSignals.of(record).getLast()).containsExactly(2, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | has no record line",
        "r                                           | line 1: expected the number of signals",
        "r x 100 4                                   | line 1: expected the number of signals, found \"x\"",
        "r 1 0 4                                     | line 1: expected a sampling frequency above 0 Hz",
        "r 1 abc 4                                   | line 1: expected a sampling frequency in Hz",
        "r 1 100 -4                                  | line 1: expected the number of frames",
        "r 1 100 4 25:61:00                          | line 1: expected a base time",
        "r 1 100 4                                   | announces 1 signal lines, but 0 follow",
        "r 1 100 4;r.dat                             | line 2: expected a signal file and its storage format",
        "r 1 100 4;r.dat 17                          | line 2: expected one of the formats 8, 16, 24",
        "r 1 100 4;r.dat xx                          | line 2: expected a storage format",
        "r 1 100 4;r.dat 16 mV                       | line 2: expected a gain",
        "r 1 100 4;r.dat 16 200 99                   | line 2: expected an ADC resolution in bits from 0 to 32",
        "r 1 100 4;../r.dat 16                       | line 2: expected the name of a file in the header's own",
        "r 1 100 4;absent.dat 16                     | line 2: names the signal file",
        "r 1 100 4;~ 0                               | line 2: stores no samples (format 0)",
        "r 1 100 5;r.dat 16                          | holds 8 bytes of samples where r.hea line 2 announces 10",
        "r 2 100 2;r.dat 16;r.dat 80                 | line 3: expected the format and byte offset of line 2",
        "r/2 1 100 4;a 2                             | announces 2 segment lines, but 1 follow",
        "r/1 1 100 4;absent 4                        | line 2: names the segment",
        "r/1 1 100 5;~ 4                             | line 1: expected a length of 4 frames",
        "r/1 1 100 4;r 4                             | has segments itself",
      })
  void aMalformedHeaderSaysWhereAndWhatWasExpected(String header, String sentence) {
    assertThatThrownBy(() -> record(header.replace(';', '\n'), SAMPLES))
        .isInstanceOf(WfdbException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(sentence)
        .message()
        .endsWith(".")
        .hasLineCount(1);
  }

  @Test
  void aMissingHeaderIsNamed() {
    assertThatThrownBy(() -> WfdbRecord.open(folder.resolve("nothing")))
        .isInstanceOf(WfdbException.class)
        .hasMessageContaining("nothing.hea: cannot be read (NoSuchFileException)");
  }

  @Test
  void aWrongChecksumIsFoundWhenTheLastFrameIsRead() throws IOException {
    WfdbRecord record = record(SOUND.replace(" 10 ", " 11 "), SAMPLES);
    assertThatThrownBy(record::verify)
        .isInstanceOf(WfdbException.class)
        .hasMessageContaining("line 2: expected the checksum 11 of signal II")
        .hasMessageContaining("add up to 10; fetch the record again.");
  }

  @Test
  void anAnnotationFileWithoutEndIsNamed() throws IOException {
    Path file = Files.write(folder.resolve("r.atr"), new byte[] {18, 4});
    assertThatThrownBy(() -> AnnotationFile.read(file))
        .isInstanceOf(WfdbException.class)
        .hasMessageContaining("r.atr: expected the end mark at byte 2");
  }

  @Test
  void aTableWithABrokenLineNamesTheLine() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "Time [s], HR\n0,1\n1,?\n");
    assertThatThrownBy(() -> BidmcTable.read(file))
        .isInstanceOf(WfdbException.class)
        .hasMessageContaining("t.csv line 3: expected a number or NaN in column 2");
  }

  @Property(tries = 500)
  void randomBytesAsAHeaderOnlyGiveAWfdbException(@ForAll byte[] header) throws IOException {
    onlyNamedErrors(header, SAMPLES);
  }

  @Property(tries = 1000)
  void aDamagedHeaderOnlyGivesAWfdbException(@ForAll("damagedHeaders") String header)
      throws IOException {
    onlyNamedErrors(header.getBytes(StandardCharsets.UTF_8), SAMPLES);
  }

  @Property(tries = 500)
  void randomBytesAsSamplesOnlyGiveAWfdbException(
      @ForAll byte[] samples, @ForAll("formats") int format) throws IOException {
    onlyNamedErrors(
        "r 2 100\nr.dat %1$d 200 16 0 1\nr.dat %1$dx2 200 16 0 1\n"
            .formatted(format)
            .getBytes(StandardCharsets.UTF_8),
        samples);
  }

  @Property(tries = 500)
  void randomBytesAsAnnotationsOnlyGiveAWfdbException(@ForAll byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".atr");
    try {
      Files.write(file, bytes);
      AnnotationFile.read(file);
    } catch (WfdbException e) {
      assertThat(e).hasMessageContaining(file.toString());
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 500)
  void randomBytesAsATableOnlyGiveAWfdbException(@ForAll byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", bytes.length % 2 == 0 ? ".csv" : ".csv.gz");
    try {
      Files.write(file, bytes);
      BidmcTable.read(file);
    } catch (WfdbException e) {
      assertThat(e).hasMessageContaining(file.toString());
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<Integer> formats() {
    return Arbitraries.of(8, 16, 24, 32, 61, 80, 160, 212, 310, 311);
  }

  /** A sound header in which a few places are replaced by what else headers are made of. */
  @Provide
  Arbitrary<String> damagedHeaders() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "",
            " ",
            "\n",
            "\r",
            "#",
            "/",
            "~",
            "r",
            "r.dat",
            "..",
            "-",
            "+",
            ":",
            "x",
            "(",
            ")",
            "0",
            "1",
            "16",
            "212",
            "999999999",
            "99999999999999999999",
            "1e999",
            ".5",
            "é",
            "\0");
    return piece
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(
            pieces ->
                Arbitraries.integers()
                    .between(0, SOUND.length() - 1)
                    .list()
                    .ofSize(pieces.size())
                    .map(places -> damaged(pieces, places)));
  }

  private static String damaged(List<String> pieces, List<Integer> places) {
    StringBuilder header = new StringBuilder(SOUND);
    for (int i = 0; i < pieces.size(); i++) {
      int place = Math.min(places.get(i), header.length() - 1);
      header.replace(place, place + 1, pieces.get(i));
      if (header.isEmpty()) {
        header.append(' ');
      }
    }
    return header.toString();
  }

  private static void onlyNamedErrors(byte[] header, byte[] samples) throws IOException {
    Path fuzzed = Files.createTempDirectory("fuzz");
    Path headerFile = fuzzed.resolve("r.hea");
    Path signalFile = fuzzed.resolve("r.dat");
    try {
      Files.write(headerFile, header);
      Files.write(signalFile, samples);
      WfdbRecord.open(headerFile).verify();
    } catch (WfdbException e) {
      assertThat(e).hasMessageContaining(fuzzed.toString());
    } finally {
      Files.delete(headerFile);
      Files.delete(signalFile);
      Files.delete(fuzzed);
    }
  }

  private WfdbRecord record(String header, byte[] samples) throws IOException {
    Files.writeString(folder.resolve("r.hea"), header);
    Files.write(folder.resolve("r.dat"), samples);
    return WfdbRecord.open(folder.resolve("r"));
  }
}
