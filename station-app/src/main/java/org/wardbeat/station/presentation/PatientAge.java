package org.wardbeat.station.presentation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.wardbeat.station.language.Words;

/** How old somebody is on the day it is at a place. */
public final class PatientAge {
  /** From this age on, in months, years are told. */
  private static final long MONTHS_TOLD = 24;

  private PatientAge() {}

  /** Whole years; negative before birth. */
  public static long years(LocalDate born, long nowMicros, ZoneId zone) {
    LocalDate today = today(nowMicros, zone);
    return today.isBefore(born) ? -1 : ChronoUnit.YEARS.between(born, today);
  }

  /** {@code 88 y}, {@code 14 mo} below two years, {@code 6 d} below a month; empty before birth. */
  public static String text(LocalDate born, long nowMicros, ZoneId zone, Words words) {
    LocalDate today = today(nowMicros, zone);
    if (today.isBefore(born)) {
      return "";
    }
    long months = ChronoUnit.MONTHS.between(born, today);
    if (months >= MONTHS_TOLD) {
      return words.text("patient.age.years", ChronoUnit.YEARS.between(born, today));
    }
    return months > 0
        ? words.text("patient.age.months", months)
        : words.text("patient.age.days", ChronoUnit.DAYS.between(born, today));
  }

  private static LocalDate today(long nowMicros, ZoneId zone) {
    return LocalDate.ofInstant(Instant.EPOCH.plus(nowMicros, ChronoUnit.MICROS), zone);
  }
}
