package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.ward.AlarmPriority;

/** When which burst sounds, on a clock that the test turns. Times in milliseconds. */
class SoundArbiterTest {
  private static final SoundingAlarm HIGH = new SoundingAlarm("asystole", AlarmPriority.HIGH);
  private static final SoundingAlarm HIGH_TOO = new SoundingAlarm("apnoea", AlarmPriority.HIGH);
  private static final SoundingAlarm MEDIUM = new SoundingAlarm("spo2", AlarmPriority.MEDIUM);
  private static final SoundingAlarm MEDIUM_TOO = new SoundingAlarm("rr", AlarmPriority.MEDIUM);
  private static final SoundingAlarm LOW = new SoundingAlarm("leads", AlarmPriority.LOW);
  private static final long ORIGIN = Long.MAX_VALUE - 5_000_000_000L;
  private static final int TICK = 10;

  private final SoundArbiter arbiter = new SoundArbiter();
  private final List<String> heard = new ArrayList<>();
  private SoundDemand demand = SoundDemand.NONE;
  private boolean test;
  private long now;
  private @Nullable Burst playing;
  private long endsAt;

  private static long nanos(long millis) {
    return ORIGIN + millis * 1_000_000;
  }

  /** When something of the list was heard. */
  private static long at(String entry) {
    return Long.parseLong(entry, 0, entry.indexOf(' '), 10);
  }

  private void demand(SoundingAlarm... alarms) {
    demand = new SoundDemand(Set.of(alarms), 0, false);
  }

  private void pausedUntil(long millis, SoundingAlarm... alarms) {
    demand = new SoundDemand(Set.of(alarms), nanos(millis), false);
  }

  private void cutOff(SoundingAlarm... alarms) {
    demand = new SoundDemand(Set.of(alarms), 0, true);
  }

  /** Lets time pass, and writes down what is heard: {@code 1200 HIGH}, {@code 1800 silent}. */
  private void until(long millis) {
    for (; now < millis; now += TICK) {
      if (playing != null && now >= endsAt) {
        playing = null;
        arbiter.ended(nanos(now));
      }
      switch (arbiter.decide(demand, test, nanos(now))) {
        case GO_ON -> {}
        case FALL_SILENT -> {
          playing = null;
          heard.add(now + " silent");
        }
        case PLAY_HIGH -> play(Burst.HIGH);
        case PLAY_MEDIUM -> play(Burst.MEDIUM);
        case PLAY_LOW -> play(Burst.LOW);
      }
    }
  }

  private void play(Burst burst) {
    playing = burst;
    endsAt = now + new BurstSynthesis(1_000, Volume.DEFAULT).of(burst).length;
    heard.add(now + (arbiter.isTesting() ? " test" : " " + burst));
    test &= !arbiter.isTesting();
  }

  @Test
  void nothingSoundsWithoutAnAlarm() {
    until(60_000);
    assertThat(heard).isEmpty();
  }

  @Test
  void anAlarmSoundsAtOnceAndAgainWhileItLasts() {
    until(100);
    demand(HIGH);
    until(35_000);
    assertThat(heard).containsExactly("100 HIGH", "10100 HIGH", "20100 HIGH", "30100 HIGH");
  }

  @Test
  void mediumIsRepeatedEach25SecondsAndLowEach30() {
    demand(MEDIUM);
    until(55_000);
    demand(LOW);
    until(120_000);
    assertThat(heard)
        .containsExactly(
            "0 MEDIUM", "25000 MEDIUM", "50000 MEDIUM", "55000 LOW", "85000 LOW", "115000 LOW");
  }

  @Test
  void theHighestPriorityAloneSounds() {
    demand(LOW, HIGH, MEDIUM);
    until(9_000);
    assertThat(heard).containsExactly("0 HIGH");
  }

  @Test
  void aHigherPriorityInterruptsALowerOneAtOnce() {
    demand(LOW);
    until(200);
    demand(LOW, MEDIUM);
    until(700);
    demand(LOW, MEDIUM, HIGH);
    until(2_000);
    assertThat(heard).containsExactly("0 LOW", "200 MEDIUM", "700 HIGH");
  }

  @Test
  void aLowerPriorityWaitsUntilTheHigherOneIsSeenTo() {
    demand(HIGH);
    until(1_000);
    demand(HIGH, MEDIUM);
    until(1_500);
    demand(MEDIUM);
    until(6_000);
    assertThat(heard).containsExactly("0 HIGH", "1500 silent", "1510 MEDIUM");
  }

  @Test
  void whoAcknowledgesTheLastAlarmHasSilenceAtOnce() {
    demand(HIGH);
    until(500);
    demand();
    until(30_000);
    assertThat(heard).containsExactly("0 HIGH", "500 silent");
  }

  @Test
  void theNextAlarmAfterSilenceSoundsAtOnce() {
    demand(HIGH);
    until(500);
    demand();
    until(600);
    demand(HIGH_TOO);
    until(700);
    assertThat(heard).containsExactly("0 HIGH", "500 silent", "600 HIGH");
  }

  @Test
  void anotherAlarmOfThePriorityThatSoundsIsNextAfterTheLeastPause() {
    demand(MEDIUM);
    until(500);
    demand(MEDIUM, MEDIUM_TOO);
    until(20_000);
    assertThat(heard).containsExactly("0 MEDIUM", "3550 MEDIUM");
  }

  @Test
  void aNewAlarmAfterOneThatWasSeenToSoundsAtOnceWhateverElseLasts() {
    demand(MEDIUM);
    until(5_000);
    demand(MEDIUM, HIGH);
    until(5_500);
    demand(MEDIUM);
    until(6_000);
    demand(MEDIUM, HIGH_TOO);
    until(10_500);
    demand(MEDIUM);
    until(10_600);
    demand(MEDIUM, HIGH);
    until(11_000);
    assertThat(heard)
        .containsExactly("0 MEDIUM", "5000 HIGH", "5500 silent", "6000 HIGH", "10600 HIGH");
  }

  @Test
  void anotherAlarmLongAfterABurstSoundsAtOnce() {
    demand(MEDIUM);
    until(9_000);
    demand(MEDIUM, MEDIUM_TOO);
    until(20_000);
    assertThat(heard).containsExactly("0 MEDIUM", "9000 MEDIUM");
  }

  @Test
  void aRiseInPrioritySoundsAsANewAlarm() {
    demand(new SoundingAlarm("hr", AlarmPriority.MEDIUM));
    until(5_000);
    demand(new SoundingAlarm("hr", AlarmPriority.HIGH));
    until(6_000);
    assertThat(heard).containsExactly("0 MEDIUM", "5000 HIGH");
  }

  @Test
  void aPauseSilencesAtOnceAndEndsByItself() {
    demand(HIGH);
    until(500);
    pausedUntil(120_000, HIGH);
    until(121_000);
    assertThat(heard).containsExactly("0 HIGH", "500 silent", "120000 HIGH");
  }

  @Test
  void aPauseEndedEarlyLetsAlarmsSoundAtOnce() {
    pausedUntil(120_000, MEDIUM);
    until(30_000);
    demand(MEDIUM);
    until(31_000);
    assertThat(heard).containsExactly("30000 MEDIUM");
  }

  @Test
  void theStationItselfSoundsWhileNoAlarmCanReachIt() {
    until(100);
    cutOff();
    until(125_000);
    assertThat(heard)
        .hasSize(13)
        .startsWith("100 HIGH", "10100 HIGH")
        .endsWith("110100 HIGH", "120100 HIGH");
  }

  @Test
  void thatTheBridgeIsLostSoundsThroughAPauseForAtLeast120Seconds() {
    pausedUntil(600_000, MEDIUM);
    until(1_000);
    demand = new SoundDemand(Set.of(MEDIUM), nanos(600_000), true);
    until(300_000);
    assertThat(heard)
        .startsWith("1000 HIGH", "11000 HIGH")
        .contains("111000 HIGH")
        .allSatisfy(each -> assertThat(at(each)).isLessThanOrEqualTo(121_000L));
  }

  @Test
  void aBridgeThatIsBackEndsTheStationsOwnAlarm() {
    cutOff();
    until(15_000);
    demand();
    until(60_000);
    cutOff();
    until(61_000);
    assertThat(heard).containsExactly("0 HIGH", "10000 HIGH", "60000 HIGH");
  }

  @Test
  void aTestToneSoundsOnceWhenNoAlarmDoes() {
    test = true;
    until(20_000);
    assertThat(heard).containsExactly("0 test");
  }

  @Test
  void anAlarmInterruptsATestTone() {
    test = true;
    until(300);
    demand(LOW);
    until(5_000);
    assertThat(heard).containsExactly("0 test", "300 LOW");
  }

  @Test
  void aTestToneIsHeardInAPauseAndBetweenBursts() {
    pausedUntil(60_000, HIGH);
    test = true;
    until(5_000);
    demand(HIGH);
    until(10_000);
    test = true;
    until(14_000);
    assertThat(heard).containsExactly("0 test", "5000 HIGH", "10000 test");
  }

  @Test
  void everyAlarmOfAFloodIsFollowedByABurst() {
    List<SoundingAlarm> flood =
        Stream.iterate(0, i -> i + 1)
            .limit(160)
            .map(i -> new SoundingAlarm("flood " + i, AlarmPriority.MEDIUM))
            .toList();
    for (int i = 1; i <= flood.size(); i++) {
      demand(flood.subList(0, i).toArray(SoundingAlarm[]::new));
      until(i * 200L);
    }
    until(40_000);
    assertThat(heard).hasSizeBetween(8, 11);
    long lastRaised = (flood.size() - 1) * 200L;
    assertThat(at(heard.getLast())).isBetween(lastRaised, lastRaised + 4_000);
  }
}
