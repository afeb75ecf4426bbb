package org.wardbeat.station.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.ward.BedId;

class ReviewCsvTest {
  private static final String ONSET = "2026-03-10T09:34:58Z";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain|plain",
        "Okafor, A|\"Okafor, A\"",
        "say \"aah\"|\"say \"\"aah\"\"\"",
        "=1+1|\"'=1+1\"",
        "+49|\"'+49\"",
        "-2|\"'-2\"",
        "@SUM(A1)|\"'@SUM(A1)\"",
        "=A1,\"x\"|\"'=A1,\"\"x\"\"\"",
        "a=b|a=b",
        "SpO₂ 86 < 90|SpO₂ 86 < 90",
        "~~|~~"
      })
  void textsAreQuotedWhereNeededAndNeverFormulas(String text, String expected) {
    assertThat(new Csv().text(text == null ? "" : text).end().toString())
        .isEqualTo((expected == null ? "" : expected) + "\r\n");
    assertThat(new Csv().text("\tx").text("a\nb").toString()).isEqualTo("\"'\tx\",\"a\nb\"");
  }

  @Test
  void anAlarmIsOneRecordWithInstantsInUtc() {
    String csv =
        AlarmCsv.of(
            List.of(
                Past.at(
                    Past.BED,
                    Past.seen(
                        Past.raised("SPO2_LOW", "SpO₂ 86 < 90", Past.micros(ONSET))
                            .ended(false, Past.micros(ONSET) + 65 * Past.SECOND),
                        22)),
                Past.at(new BedId("=cmd", "1"), Past.lasting("VT", ONSET))),
            true);
    assertThat(csv.split("\r\n", -1))
        .containsExactly(
            String.join(",", AlarmCsv.HEADER),
            "2026-03-10T09:34:58Z,4 East,407,medium,SPO2_LOW,SpO₂ 86 < 90,physiological,ended,"
                + "2026-03-10T09:36:03Z,65.000,86,\"Okafor, A\",2026-03-10T09:35:20Z,22.000,no,yes",
            "2026-03-10T09:34:58Z,\"'=cmd\",1,medium,VT,VT,physiological,active,,,,,,,no,yes",
            "");
  }

  @Test
  void everyRecordOfTheBurdenHasAllColumns() {
    Burden burden =
        Burden.of(
            List.of(
                Past.at(Past.BED, Past.seen(Past.ended("HR_HIGH", ONSET, 65), 22)),
                Past.at(Past.OTHER, Past.lasting("VT", "2026-03-09T09:34:58Z"))),
            Past.micros("2026-03-09T09:00:00Z"),
            Past.micros("2026-03-10T10:00:00Z"),
            ZoneId.of("Europe/Berlin"),
            List.of(Past.BED));
    String csv = BurdenCsv.of(burden, ZoneId.of("Europe/Berlin"), false);
    List<String> lines = new ArrayList<>(List.of(csv.split("\r\n", -1)));
    assertThat(lines.removeLast()).isEmpty();
    assertThat(lines)
        .allMatch(line -> line.split(",", -1).length == BurdenCsv.HEADER.size())
        .hasSize(1 + 1 + 2 * 3 + 2 + 2 + 24);
    assertThat(lines)
        .contains(
            "source,2026-03-09T09:00:00Z,2026-03-10T10:00:00Z,Europe/Berlin,no,4 East,407,,,,,,"
                + "HR_HIGH,physiological,1,,65.000,65.000,65.000,22.000,0,0.000",
            "bed_and_day,2026-03-09T09:00:00Z,2026-03-10T10:00:00Z,Europe/Berlin,no,4 East,407,"
                + "2026-03-10,2026-03-09T23:00:00Z,2026-03-10T10:00:00Z,,,,,1,,65.000,65.000,"
                + "65.000,22.000,0,0.000",
            "hour_of_day,2026-03-09T09:00:00Z,2026-03-10T10:00:00Z,Europe/Berlin,no,,,,,,10,"
                + "7200.000,,,2,,,,,,,");
  }

  @Test
  void aFileIsWholeAndInUtf8(@TempDir Path folder) throws IOException {
    CsvFolder csv = new CsvFolder(folder.resolve("new"));
    Path file = csv.write("alarms", "SpO₂\r\n", Instant.parse("2026-03-10T09:42:08Z"));
    assertThat(file).hasFileName("wardbeat-alarms-20260310-094208.csv");
    assertThat(Files.readAllBytes(file)).isEqualTo("SpO₂\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(folder.resolve("new")).isDirectoryContaining(file::equals);
  }
}
