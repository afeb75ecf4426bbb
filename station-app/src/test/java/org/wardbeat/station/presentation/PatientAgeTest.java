package org.wardbeat.station.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.station.language.Words;

class PatientAgeTest {
  @ParameterizedTest
  @CsvSource({
    "1938-02-14, 2026-03-10T09:00:00Z, UTC, 88 y",
    "1938-03-10, 2026-03-10T09:00:00Z, UTC, 88 y",
    "1938-03-11, 2026-03-10T09:00:00Z, UTC, 87 y",
    "1938-03-11, 2026-03-10T23:30:00Z, Europe/Berlin, 88 y",
    "2024-03-10, 2026-03-10T09:00:00Z, UTC, 2 y",
    "2024-03-11, 2026-03-10T09:00:00Z, UTC, 23 mo",
    "2026-02-10, 2026-03-10T09:00:00Z, UTC, 1 mo",
    "2026-02-11, 2026-03-10T09:00:00Z, UTC, 27 d",
    "2026-03-10, 2026-03-10T09:00:00Z, UTC, 0 d",
    "2026-03-11, 2026-03-10T09:00:00Z, UTC, ''",
    "2024-02-29, 2026-02-28T12:00:00Z, UTC, 23 mo"
  })
  void tellsAnAgeAsWardsDo(LocalDate born, Instant now, ZoneId zone, String age) {
    long micros = now.getEpochSecond() * 1_000_000;
    assertThat(PatientAge.text(born, micros, zone, Words.english())).isEqualTo(age);
  }

  @ParameterizedTest
  @CsvSource({"1938-02-14, 88", "2026-03-10, 0", "2026-03-11, -1"})
  void countsWholeYears(LocalDate born, long years) {
    long micros = Instant.parse("2026-03-10T09:00:00Z").getEpochSecond() * 1_000_000;
    assertThat(PatientAge.years(born, micros, ZoneId.of("UTC"))).isEqualTo(years);
  }
}
