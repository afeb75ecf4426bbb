package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.sound.FakeSound.Device;
import org.wardbeat.station.sound.SoundState.Mode;
import org.wardbeat.wire.ward.AlarmPriority;

/** What is heard on devices that come, go and fail; the clock is the test's. */
class SoundWorkerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long TICK = 10_000_000L;
  private static final SoundDemand HIGH = demand("asystole", AlarmPriority.HIGH);
  private static final SoundDemand MEDIUM = demand("spo2", AlarmPriority.MEDIUM);

  private final FakeSound sound = new FakeSound();
  private final long begin = sound.nowNanos();
  private SoundDemand demand = SoundDemand.NONE;
  private SoundWorker worker = worker(Volume.DEFAULT);

  private static SoundDemand demand(String id, AlarmPriority priority) {
    return new SoundDemand(Set.of(new SoundingAlarm(id, priority)), 0, false);
  }

  private SoundWorker worker(Volume volume) {
    SoundState before = new SoundState(Mode.NO_SOUND, begin, 0, 0, "", "not tried");
    return new SoundWorker(sound, volume, Set.of(), before, begin);
  }

  private SoundState after(long nanos) {
    long end = sound.nowNanos() + nanos;
    while (sound.nowNanos() - end < 0) {
      worker.tick(demand, sound.nowNanos());
      sound.pass(TICK);
    }
    return worker.state();
  }

  private int pulsesOn(Device device) {
    return new PcmAnalysis(device.recorded(), FakeSound.RATE).pulses().size();
  }

  @Test
  void withoutADeviceThereIsNoSoundAndItIsSaid() {
    demand = HIGH;
    SoundState state = after(30 * SECOND);
    assertThat(state.mode()).isEqualTo(Mode.NO_SOUND);
    assertThat(state.sinceNanos()).isEqualTo(begin);
    assertThat(state.problem()).isEqualTo("This computer has no sound device");
    assertThat(state.toneHeardNanos()).isZero();
  }

  @Test
  void audioDeadOrMuted() {
    demand = HIGH;
    assertThat(after(30 * SECOND).mode()).as("no audio device").isEqualTo(Mode.NO_SOUND);
    Device speaker = sound.plug("speaker");
    speaker.problem = Optional.of("The volume of this computer is off");
    SoundState muted = after(61 * SECOND);
    assertThat(muted.mode()).as("a muted one").isEqualTo(Mode.NO_SOUND);
    assertThat(muted.problem()).isEqualTo("The volume of this computer is off");
    speaker.problem = Optional.empty();
    SoundState heard = after(61 * SECOND);
    assertThat(heard.mode()).isEqualTo(Mode.ON);
    assertThat(heard.toneHeardNanos()).isPositive();
    assertThat(pulsesOn(speaker)).as("pulses of the alarm").isGreaterThanOrEqualTo(10);
    speaker.plugged = false;
    assertThat(after(10 * SECOND).mode()).as("one that is gone").isEqualTo(Mode.NO_SOUND);
  }

  @Test
  void nothingIsCalledHeardBeforeTheDeviceHasPlayed() {
    sound.plug("speaker").plays = false;
    SoundState state = after(SECOND);
    assertThat(state.mode()).isEqualTo(Mode.NO_SOUND);
    assertThat(state.problem()).isNotEmpty();
  }

  @Test
  void aDeviceThatPlaysIsOnAndKeptAwakeBySilence() {
    Device speaker = sound.plug("speaker");
    SoundState state = after(10 * SECOND);
    assertThat(state.mode()).isEqualTo(Mode.ON);
    assertThat(state.device()).isEqualTo("speaker");
    assertThat(speaker.recorded().length).isCloseTo(10 * FakeSound.RATE, within(1_000));
    assertThat(speaker.recorded()).containsOnly(0);
  }

  @Test
  void anAlarmIsPlayedWholeAndCountsAsHeardOnceTheDeviceHasPlayedItsFirstPulse() {
    Device speaker = sound.plug("speaker");
    after(SECOND);
    demand = HIGH;
    long raised = sound.nowNanos();
    SoundState state = after(4 * SECOND);
    assertThat(pulsesOn(speaker)).isEqualTo(10);
    assertThat(state.toneHeardNanos() - raised).isBetween(150_000_000L, 300_000_000L);
  }

  @Test
  void aBurstBeginsWithinTheSilenceWrittenAhead() {
    Device speaker = sound.plug("speaker");
    after(SECOND);
    int before = speaker.recorded().length;
    demand = MEDIUM;
    after(5 * TICK);
    assertThat(speaker.recorded()[before + 8]).isNotZero();
    assertThat(before - FakeSound.RATE).isLessThanOrEqualTo(FakeSound.RATE * 60 / 1_000);
  }

  @Test
  void aBurstThatIsCutOffFadesWithoutAClick() {
    Device speaker = sound.plug("speaker");
    after(SECOND);
    demand = MEDIUM;
    after(SECOND / 10);
    demand = SoundDemand.NONE;
    after(SECOND);
    short[] played = speaker.recorded();
    assertThat(pulsesOn(speaker)).isEqualTo(1);
    int last = played.length - 1;
    while (played[last] == 0) {
      last--;
    }
    assertThat(Math.abs(played[last])).isLessThan((short) 3_000);
  }

  @Test
  void aDeviceThatVanishesIsNoSoundSinceThenAndAnAlarmSoundsAtOnceWhenItReturns() {
    Device speaker = sound.plug("speaker");
    demand = HIGH;
    after(6 * SECOND);
    speaker.plugged = false;
    long vanished = sound.nowNanos();
    SoundState gone = after(20 * SECOND);
    assertThat(gone.mode()).isEqualTo(Mode.NO_SOUND);
    assertThat(gone.sinceNanos()).isEqualTo(vanished);
    speaker.plugged = true;
    int before = pulsesOn(speaker);
    SoundState back = after(SoundWorker.RETRY_NANOS + 4 * SECOND);
    assertThat(back.mode()).isEqualTo(Mode.ON);
    assertThat(back.problem()).isEmpty();
    assertThat(pulsesOn(speaker) - before).isEqualTo(10);
  }

  @Test
  void whenADeviceVanishesAnotherOnePlaysWithinASecond() {
    Device first = sound.plug("first");
    Device second = sound.plug("second");
    demand = HIGH;
    after(SECOND);
    first.plugged = false;
    SoundState state = after(SECOND);
    assertThat(state.mode()).isEqualTo(Mode.ON);
    assertThat(state.device()).isEqualTo("second");
    assertThat(pulsesOn(second)).isPositive();
  }

  @Test
  void aLineThatStopsConsumingIsNoSoundAndAnotherDeviceIsTried() {
    Device first = sound.plug("first");
    Device second = sound.plug("second");
    second.taken = true;
    after(SECOND);
    first.plays = false;
    assertThat(after(SECOND).mode()).isEqualTo(Mode.ON);
    SoundState stopped = after(SECOND + SECOND / 10);
    assertThat(stopped.mode()).isEqualTo(Mode.NO_SOUND);
    assertThat(stopped.problem()).isEqualTo("The device first has stopped playing");
    second.taken = false;
    assertThat(after(4 * SECOND).device()).isEqualTo("second");
    assertThat(worker.state().mode()).isEqualTo(Mode.ON);
  }

  @Test
  void aDeviceThatIsTakenIsAskedForAgain() {
    Device speaker = sound.plug("speaker");
    speaker.taken = true;
    assertThat(after(SECOND).problem()).isEqualTo("The device is in use by another program");
    speaker.taken = false;
    assertThat(after(6 * SECOND).mode()).isEqualTo(Mode.ON);
  }

  @Test
  void aMutedComputerIsFoundByTheCheckOfEachMinute() {
    Device speaker = sound.plug("speaker");
    assertThat(after(30 * SECOND).mode()).isEqualTo(Mode.ON);
    speaker.problem = Optional.of("The volume of this computer is off");
    SoundState muted = after(31 * SECOND);
    assertThat(muted.mode()).isEqualTo(Mode.NO_SOUND);
    assertThat(muted.problem()).isEqualTo("The volume of this computer is off");
    speaker.problem = Optional.empty();
    assertThat(after(61 * SECOND).mode()).isEqualTo(Mode.ON);
  }

  @Test
  void aTestLooksForADeviceAtOnceAndItsToneIsHeard() {
    after(SECOND);
    sound.plug("speaker");
    worker.test(sound.nowNanos());
    SoundState state = after(SECOND);
    assertThat(state.mode()).isEqualTo(Mode.ON);
    assertThat(state.toneHeardNanos()).isPositive();
  }

  @Test
  void aToneThatTheDeviceNeverPlayedWasNotHeard() {
    Device speaker = sound.plug("speaker");
    after(SECOND);
    speaker.plays = false;
    worker.test(sound.nowNanos());
    assertThat(after(SECOND).toneHeardNanos()).isZero();
  }

  @Test
  void aPauseIsToldWithItsEndAndEndsByItself() {
    sound.plug("speaker");
    after(SECOND);
    long end = sound.nowNanos() + 60 * SECOND;
    demand = new SoundDemand(MEDIUM.alarms(), end, false);
    SoundState paused = after(SECOND);
    assertThat(paused.mode()).isEqualTo(Mode.PAUSED);
    assertThat(paused.pausedUntilNanos()).isEqualTo(end);
    assertThat(paused.toneHeardNanos()).isZero();
    SoundState ended = after(60 * SECOND);
    assertThat(ended.mode()).isEqualTo(Mode.ON);
    assertThat(ended.pausedUntilNanos()).isZero();
    assertThat(ended.toneHeardNanos()).isPositive();
  }

  @Test
  void noVolumeSilencesAnAlarm() {
    Device speaker = sound.plug("speaker");
    worker = worker(new Volume(0));
    demand = HIGH;
    after(4 * SECOND);
    assertThat(new PcmAnalysis(speaker.recorded(), FakeSound.RATE).peak())
        .isCloseTo(32_767 * Volume.FLOOR_PERCENT / 100, within(2));
  }

  @Test
  void whatFailsAtEachAttemptIsNotTriedWithoutPause() {
    Device broken = sound.plug("broken");
    broken.plays = false;
    after(60 * SECOND);
    assertThat(sound.timesOpened()).isBetween(10, 40);
  }

  @Test
  void whatIsLeftAloneLetsGoOfItsDevice() {
    sound.plug("speaker");
    after(SECOND);
    worker.close();
    assertThat(worker.device()).isEmpty();
  }
}
