package org.wardbeat.station.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.fixture.Ward;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

class TrendMemoryTest {
  private static final long MINUTE = 60_000_000;
  private static final long START = 30_000_000 * MINUTE;
  private static final int LAST = TrendMemory.MINUTES - 1;
  private static final BedId BED = Ward.BED;

  private final TrendMemory memory = new TrendMemory();
  private UnaryOperator<BedSnapshot> change = bed -> bed;
  private List<InactivationState> held = List.of();

  private void look(int heartRate, long measuredMicros, long nowMicros) {
    Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
    readings.put(VitalSign.HR, Reading.of(VitalSign.HR, heartRate, measuredMicros));
    readings.put(VitalSign.SPO2, Reading.of(VitalSign.SPO2, 97, measuredMicros));
    BedSnapshot bed = BedCopy.of(Ward.bed()).readings(readings, measuredMicros).bed();
    memory.look(Ward.of(List.of(change.apply(bed)), held, nowMicros), nowMicros);
  }

  private Trend heartRates(long nowMicros) {
    return memory.trend(BED, VitalSign.HR, nowMicros);
  }

  @Test
  void hasLeastMostAndMeanOfEachMinute() {
    look(60, START, START);
    look(90, START + 1_000_000, START + 1_000_000);
    look(66, START + MINUTE, START + MINUTE);
    Trend trend = heartRates(START + MINUTE);
    assertThat(trend.minutes()).isEqualTo(480);
    assertThat(trend.least(LAST - 1)).isEqualTo(60);
    assertThat(trend.most(LAST - 1)).isEqualTo(90);
    assertThat(trend.mean(LAST - 1)).isEqualTo(75);
    assertThat(trend.mean(LAST)).isEqualTo(66);
    assertThat(trend.firstKnown()).isEqualTo(LAST - 1);
  }

  @Test
  void countsAReadingOnceHoweverOftenItIsSeen() {
    look(60, START, START);
    look(60, START, START + 10 * MINUTE);
    Trend trend = heartRates(START + 10 * MINUTE);
    assertThat(trend.lastKnown()).isEqualTo(LAST - 10);
  }

  @Test
  void countsAReadingOfAClockThatIsAheadOnceAndNow() {
    look(60, START + 5 * MINUTE, START);
    look(60, START + 5 * MINUTE, START + MINUTE);
    Trend trend = heartRates(START + MINUTE);
    assertThat(trend.lastKnown()).isEqualTo(LAST - 1);
  }

  @Test
  void leavesBlankWhatWasNotMeasured() {
    look(60, START, START);
    look(70, START + 5 * MINUTE, START + 5 * MINUTE);
    Trend trend = heartRates(START + 5 * MINUTE);
    for (int minute = LAST - 4; minute < LAST; minute++) {
      assertThat(trend.isKnown(minute)).as("minute %d", minute).isFalse();
    }
  }

  @Test
  void keepsEightHoursAndNoMore() {
    for (int i = 0; i < 600; i++) {
      look(60 + i % 3, START + i * MINUTE, START + i * MINUTE);
    }
    Trend trend = heartRates(START + 599 * MINUTE);
    assertThat(trend.firstKnown()).isZero();
    assertThat(heartRates(START + 2_000 * MINUTE).lastKnown()).isEqualTo(-1);
  }

  @Test
  void goesWithThePatient() {
    look(60, START, START);
    change = bed -> BedCopy.of(bed).patient(new Patient("MRN-9", "Osei", "Ama")).bed();
    look(80, START + MINUTE, START + MINUTE);
    Trend trend = heartRates(START + MINUTE);
    assertThat(trend.firstKnown()).isEqualTo(LAST);
  }

  @Test
  void goesWithTheOccupancyWhereNamesAreNotShown() {
    change = bed -> BedCopy.of(bed).patient(null).bed();
    look(60, START, START);
    change = bed -> BedCopy.of(bed).patient(null).occupancy(7).bed();
    look(80, START + MINUTE, START + MINUTE);
    assertThat(heartRates(START + MINUTE).firstKnown()).isEqualTo(LAST);
  }

  @Test
  void staysWithThePatientWhoGetsAnotherDevice() {
    look(60, START, START);
    change = bed -> BedCopy.of(bed).occupancy(7).bed();
    look(80, START + MINUTE, START + MINUTE);
    assertThat(heartRates(START + MINUTE).firstKnown()).isEqualTo(LAST - 1);
  }

  @Test
  void takesNothingOfAnEcgWhileElectrodesAreOff() {
    change =
        bed ->
            BedCopy.of(bed).status(new DeviceStatus(true, Set.of(Electrode.RA), 60), START).bed();
    look(60, START, START);
    assertThat(heartRates(START).lastKnown()).isEqualTo(-1);
    assertThat(memory.trend(BED, VitalSign.SPO2, START).lastKnown()).isEqualTo(LAST);
  }

  @Test
  void takesNothingWhileThePatientIsAway() {
    held =
        List.of(
            new InactivationState(
                BED.unit(), BED.bed(), Inactivation.STANDBY, true, START, START + MINUTE, "A"));
    look(60, START, START);
    assertThat(heartRates(START).lastKnown()).isEqualTo(-1);
    look(60, START + 2 * MINUTE, START + 2 * MINUTE);
    assertThat(heartRates(START + 2 * MINUTE).lastKnown()).isEqualTo(LAST);
  }

  @Test
  void forgetsTheFutureWhenTheClockIsSetBack() {
    look(60, START, START);
    look(90, START + 10 * MINUTE, START + 10 * MINUTE);
    look(70, START + MINUTE, START + MINUTE);
    Trend trend = heartRates(START + MINUTE);
    assertThat(trend.mean(LAST)).isEqualTo(70);
    assertThat(heartRates(START + 10 * MINUTE).isKnown(LAST)).isFalse();
  }

  @Test
  void forgetsABedThatIsGone() {
    look(60, START, START);
    memory.look(Ward.of(List.of(), List.of(), START), START);
    look(60, START + MINUTE, START + MINUTE);
    assertThat(heartRates(START + MINUTE).firstKnown()).isEqualTo(LAST);
  }
}
