package org.wardbeat.station.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

class BurdenTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String MIDNIGHT = "2026-03-10T00:00:00Z";
  private static final String NEXT = "2026-03-11T00:00:00Z";

  private static Burden burden(
      String from, String to, ZoneId zone, List<BedId> beds, Frame.AlarmRecord... records) {
    return Burden.of(List.of(records), Past.micros(from), Past.micros(to), zone, beds);
  }

  private static OptionalLong seconds(long seconds) {
    return OptionalLong.of(seconds * Past.SECOND);
  }

  @Test
  void aPeriodWithoutAlarmsHasNoMediansAndNoShares() {
    Burden burden = burden(MIDNIGHT, NEXT, UTC, List.of(Past.BED));
    assertThat(burden.all())
        .isEqualTo(
            new Figures(0, 0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 0));
    assertThat(burden.all().unseenShare()).isEmpty();
    assertThat(burden.perBedAndDay()).hasValue(0);
    assertThat(burden.days()).hasSize(1);
    assertThat(burden.hours()).hasSize(24).allMatch(hour -> hour.count() == 0);
    assertThat(burden.byBed()).isEmpty();
    assertThat(burden(MIDNIGHT, NEXT, UTC, List.of()).perBedAndDay()).isEmpty();
    assertThat(burden(MIDNIGHT, MIDNIGHT, UTC, List.of(Past.BED)).days()).isEmpty();
  }

  @Test
  void sumsUpHowManyHowLongHowLateAndHowManyUnseen() {
    Burden burden =
        burden(
            MIDNIGHT,
            NEXT,
            UTC,
            List.of(Past.BED, Past.OTHER),
            Past.at(Past.BED, Past.seen(Past.ended("HR_HIGH", "2026-03-10T01:00:00Z", 10), 5)),
            Past.at(Past.BED, Past.seen(Past.ended("HR_HIGH", "2026-03-10T02:00:00Z", 20), 15)),
            Past.at(Past.BED, Past.ended("SPO2_LOW", "2026-03-10T03:00:00Z", 30)),
            Past.at(Past.OTHER, Past.ended("HR_HIGH", "2026-03-10T03:30:00Z", 100)));
    assertThat(burden.all())
        .isEqualTo(new Figures(4, 160 * Past.SECOND, seconds(25), seconds(79), seconds(10), 2));
    assertThat(burden.all().unseenShare()).hasValue(0.5);
    assertThat(burden.perBedAndDay()).hasValue(2);
    assertThat(burden.byCondition())
        .extracting(Burden.OfCondition::condition)
        .containsExactly("HR_HIGH", "SPO2_LOW");
    assertThat(burden.sources())
        .extracting(
            each -> each.bed().bed() + " " + each.condition() + " " + each.figures().count())
        .containsExactly("407 HR_HIGH 2", "411 HR_HIGH 1", "407 SPO2_LOW 1");
    assertThat(burden.byBed())
        .extracting(each -> each.bed().bed() + " " + each.all().count())
        .containsExactly("407 3", "411 1");
    assertThat(burden.hours().get(3).count()).isEqualTo(2);
  }

  @Test
  void anAlarmAcrossMidnightCountsWhereItBeganAndItsTimeIsShared() {
    Burden burden =
        burden(
            "2026-03-09T12:00:00Z",
            "2026-03-10T12:00:00Z",
            UTC,
            List.of(),
            Past.at(Past.BED, Past.ended("HR_HIGH", "2026-03-09T23:59:00Z", 180)));
    List<Figures> days = burden.byBed().getFirst().byDay();
    assertThat(burden.days())
        .extracting(Burden.Day::date)
        .containsExactly(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10));
    assertThat(days).extracting(Figures::count).containsExactly(1, 0);
    assertThat(days)
        .extracting(Figures::totalMicros)
        .containsExactly(60 * Past.SECOND, 120 * Past.SECOND);
    assertThat(days.getFirst().medianMicros()).isEqualTo(seconds(180));
    assertThat(days.getLast().medianMicros()).isEmpty();
  }

  @Test
  void whatBeganBeforeThePeriodCountsOnlyAsTime() {
    Burden burden =
        burden(
            MIDNIGHT,
            NEXT,
            UTC,
            List.of(),
            Past.at(Past.BED, Past.ended("HR_HIGH", "2026-03-09T23:59:00Z", 180)),
            Past.at(Past.BED, Past.ended("HR_HIGH", "2026-03-09T20:00:00Z", 180)));
    assertThat(burden.all().count()).isZero();
    assertThat(burden.all().totalMicros()).isEqualTo(120 * Past.SECOND);
    assertThat(burden.all().medianMicros()).isEmpty();
  }

  @Test
  void whatLastsIsCountedUntilNowAndWhatIsLatchedUntilItsConditionEnded() {
    Burden burden =
        burden(
            MIDNIGHT,
            "2026-03-10T01:00:00Z",
            UTC,
            List.of(),
            Past.at(Past.BED, Past.lasting("HR_HIGH", "2026-03-10T00:50:00Z")),
            Past.at(
                Past.OTHER,
                Past.lasting("ASYSTOLE", "2026-03-10T00:10:00Z")
                    .ended(true, Past.micros("2026-03-10T00:10:30Z"))));
    assertThat(burden.all().totalMicros()).isEqualTo((600 + 30) * Past.SECOND);
    assertThat(burden.byBed())
        .extracting(each -> each.all().medianMicros())
        .containsExactlyInAnyOrder(seconds(600), seconds(30));
    assertThat(burden.all().unseen()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 23, 2, 0", // put forward: no 02 o'clock
    "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 25, 2, 2", // put back: 02 o'clock twice
    "2026-06-09T22:00:00Z, 2026-06-10T22:00:00Z, 24, 2, 1"
  })
  void aDayHasTheHoursOfItsZone(String from, String to, int hours, int hour, int covered) {
    Burden burden = burden(from, to, BERLIN, List.of());
    assertThat(burden.days()).hasSize(1);
    Burden.Day day = burden.days().getFirst();
    assertThat(day.toMicros() - day.fromMicros())
        .isEqualTo(Duration.ofHours(hours).toMillis() * 1_000);
    assertThat(burden.hours().get(hour).micros())
        .isEqualTo(Duration.ofHours(covered).toMillis() * 1_000);
    assertThat(burden.hours().stream().mapToLong(Burden.Hour::micros).sum())
        .isEqualTo(day.toMicros() - day.fromMicros());
  }

  @Test
  void bothHoursOfTheSameNameCountTogether() {
    Burden burden =
        burden(
            "2026-10-24T22:00:00Z",
            "2026-10-25T23:00:00Z",
            BERLIN,
            List.of(),
            Past.at(Past.BED, Past.ended("A", "2026-10-25T00:30:00Z", 1)),
            Past.at(Past.BED, Past.ended("B", "2026-10-25T01:30:00Z", 1)),
            Past.at(Past.BED, Past.ended("C", "2026-10-25T02:30:00Z", 1)));
    assertThat(burden.hours().get(2).count()).isEqualTo(2);
    assertThat(burden.hours().get(3).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"})
  void hoursOfAYearMakeTheYearInAnyZone(String zone) {
    Burden burden =
        burden("2011-06-01T00:00:00Z", "2012-06-01T00:00:00Z", ZoneId.of(zone), List.of());
    assertThat(burden.hours().stream().mapToLong(Burden.Hour::micros).sum())
        .isEqualTo(Duration.ofDays(366).toMillis() * 1_000);
    assertThat(burden.days().stream().mapToLong(day -> day.toMicros() - day.fromMicros()).sum())
        .isEqualTo(Duration.ofDays(366).toMillis() * 1_000);
    assertThat(burden.days()).allMatch(day -> day.toMicros() > day.fromMicros());
  }

  @Test
  void aWeekHasItsDaysAndTheRateIsPerDay() {
    Burden burden =
        burden(
            "2026-03-03T09:00:00Z",
            "2026-03-10T09:00:00Z",
            UTC,
            List.of(Past.BED, Past.OTHER),
            Past.at(Past.BED, Past.ended("A", "2026-03-04T09:00:00Z", 1)),
            Past.at(Past.BED, Past.ended("A", "2026-03-05T09:00:00Z", 1)),
            Past.at(new BedId("4 East", "gone"), Past.ended("A", "2026-03-05T09:00:00Z", 1)));
    assertThat(burden.days()).hasSize(8);
    assertThat(burden.beds()).isEqualTo(3);
    assertThat(burden.perBedAndDay().orElseThrow()).isCloseTo(3 / 21.0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0.5, -1",
    "7, 0.5, 7",
    "7, 0.9, 7",
    "1 2, 0.5, 2",
    "10 20 30, 0.5, 20",
    "10 20, 0.9, 19",
    "0 10 20 30 40 50 60 70 80 90 100, 0.9, 90"
  })
  void quantilesLieBetweenTheirNeighbours(String samples, double share, long expected) {
    long[] sorted =
        samples.isEmpty()
            ? new long[0]
            : Arrays.stream(samples.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    assertThat(Figures.quantile(sorted, share))
        .isEqualTo(expected < 0 ? OptionalLong.empty() : OptionalLong.of(expected));
  }

  @Test
  void anAcknowledgementBeforeTheOnsetOfAnotherClockIsNoNegativeWait() {
    assertThat(Spans.response(Past.seen(Past.ended("A", MIDNIGHT, 9), -3))).hasValue(0);
  }
}
