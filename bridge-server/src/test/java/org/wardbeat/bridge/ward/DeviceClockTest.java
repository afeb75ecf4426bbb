package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a device's clock is mapped to the bridge's. */
class DeviceClockTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long START = 1_773_135_600 * SECOND;

  private final DeviceClock clock = new DeviceClock();

  /** The bridge's time; the device's is so much ahead. */
  private long bridgeMicros = START;

  private long bridgeStep;
  private long deviceAhead;

  /** The device speaks every 250 ms for so many seconds; returns the error of the last mapping. */
  private long run(double seconds, long delayMicros) {
    long error = 0;
    for (long i = 0; i < seconds * 4; i++) {
      bridgeMicros += SECOND / 4;
      error = speak(delayMicros);
    }
    return error;
  }

  private long speak(long delayMicros) {
    long device = bridgeMicros + deviceAhead;
    long arrived = bridgeMicros + delayMicros;
    clock.observe(device, arrived + bridgeStep, arrived * 1_000);
    return clock.toBridge(device) - bridgeMicros - bridgeStep;
  }

  @ParameterizedTest
  @ValueSource(longs = {-240_000, -1_000, 0, 1_000, 200_000})
  void aClockWithinTheToleranceIsTakenAsItIs(long ahead) {
    deviceAhead = ahead;
    assertThat(run(120, 5_000)).isEqualTo(ahead);
  }

  @Test
  void aClockAnHourAheadIsMappedAtOnce() {
    deviceAhead = HOUR;
    assertThat(run(0.25, 2_000)).isEqualTo(2_000);
  }

  @Test
  void aClockAnHourBehindLooksOldForThreeSecondsAndIsThenMapped() {
    deviceAhead = -HOUR;
    assertThat(run(2.5, 2_000)).isEqualTo(-HOUR);
    assertThat(run(1, 2_000)).isEqualTo(2_000);
  }

  @Test
  void theSmallestDelayOfAMinuteIsWhatRemainsAsError() {
    deviceAhead = HOUR;
    Random random = new Random(3);
    long error = 0;
    for (int i = 0; i < 4_000; i++) {
      bridgeMicros += SECOND / 4;
      error = speak(1_000 + random.nextInt(800_000));
    }
    assertThat(error).isBetween(1_000L, 40_000L);
  }

  @Test
  void aDriftIsFollowed() {
    deviceAhead = HOUR;
    for (int i = 0; i < 4 * 3_600; i++) {
      bridgeMicros += SECOND / 4;
      deviceAhead -= 50; // 200 ppm slow
      speak(1_000);
    }
    assertThat(Math.abs(speak(1_000))).isLessThan(20_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 10, 600})
  void aBacklogPlayedOutLooksAsOldAsItIs(long seconds) {
    run(120, 1_000);
    long device = bridgeMicros;
    long arrived = bridgeMicros + seconds * SECOND;
    while (device < arrived) {
      device += SECOND / 4;
      arrived += 1_000;
      clock.observe(device, arrived, arrived * 1_000);
      assertThat(clock.toBridge(device)).isEqualTo(device);
    }
  }

  @Test
  void aBacklogOfADeviceNeverHeardBeforeLooksOldToo() {
    for (long device = START; device < START + 600 * SECOND; device += SECOND / 4) {
      long arrived = START + 600 * SECOND + (device - START) / 250;
      clock.observe(device, arrived, arrived * 1_000);
      assertThat(clock.toBridge(device)).isEqualTo(device);
    }
  }

  @Test
  void aQueueThatGrowsIsNotTakenForAClockThatFallsBehind() {
    run(120, 1_000);
    long delay = 1_000;
    for (int i = 0; i < 4 * 300; i++) {
      bridgeMicros += SECOND / 4;
      delay += 5_000;
      assertThat(speak(delay)).isZero();
    }
  }

  /** The device's clock, the bridge's or both are set: by an hour, by a time server, and back. */
  @ParameterizedTest
  @CsvSource({
    "3600000, 0",
    "-3600000, 0",
    "0, 3600000",
    "0, -3600000",
    "3600000, 3600000",
    "200, 0",
    "-200, 0",
    "0, 200",
    "0, -200"
  })
  void clockJump(long deviceMillis, long bridgeMillis) {
    run(120, 1_000);
    deviceAhead = deviceMillis * 1_000;
    bridgeStep = bridgeMillis * 1_000;
    if (deviceMillis < 0) {
      clock.doubt(); // its counter went on while its time fell
    }
    for (int i = 0; i < 4 * 4; i++) {
      assertThat(run(0.25, 1_000)).as("nothing looks younger than it is").isLessThan(250_000);
    }
    assertThat(Math.abs(run(4, 1_000))).as("nor older for long").isLessThanOrEqualTo(250_000);
  }

  @Test
  void aClockSetForwardIsFollowedAtOnceAndOneSetBackAfterThreeSeconds() {
    run(120, 1_000);
    deviceAhead = HOUR;
    assertThat(run(0.25, 1_000)).isEqualTo(1_000);
    run(60, 1_000);
    deviceAhead = -HOUR;
    clock.doubt(); // its counter went on while its time fell
    assertThat(run(1, 1_000)).isLessThan(-HOUR);
    assertThat(run(3, 1_000)).isEqualTo(1_000);
  }

  @Test
  void oneTimeFromTheFutureIsForgottenWithTheNextMessage() {
    run(120, 1_000);
    deviceAhead = 365 * 24 * HOUR;
    run(0.25, 1_000);
    deviceAhead = 0;
    clock.doubt();
    assertThat(run(0.25, 1_000)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {-HOUR, HOUR, -30 * SECOND, 30 * SECOND})
  void aStepOfTheBridgesOwnClockMakesNothingOldOrYoung(long step) {
    run(120, 1_000);
    bridgeStep = step;
    assertThat(Math.abs(run(0.25, 1_000))).isLessThanOrEqualTo(1_000);
    assertThat(Math.abs(run(120, 1_000))).isLessThanOrEqualTo(1_000);
  }

  @Example
  void aDeviceSetRightAfterALongSilenceIsBelieved() {
    deviceAhead = -HOUR;
    run(10, 1_000);
    bridgeMicros += 600 * SECOND;
    deviceAhead = 0;
    assertThat(run(0.25, 1_000)).isZero();
  }

  @Property(tries = 200)
  void mappedTimesAreNeverYoungerThanTheArrivalOfTheirMessage(
      @ForAll long seed, @ForAll @LongRange(min = -2 * HOUR, max = 2 * HOUR) long ahead) {
    DeviceClock any = new DeviceClock();
    Random random = new Random(seed);
    long bridge = START;
    for (int i = 0; i < 300; i++) {
      bridge += random.nextInt(2_000_000);
      long arrived = bridge + random.nextInt(3_000_000);
      any.observe(bridge + ahead, arrived, arrived * 1_000);
      assertThat(any.toBridge(bridge + ahead))
          .isLessThanOrEqualTo(arrived + DeviceClock.TOLERANCE_MICROS);
    }
  }
}
