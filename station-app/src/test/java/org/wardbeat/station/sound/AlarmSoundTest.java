package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.sound.SoundState.Mode;
import org.wardbeat.wire.ward.AlarmPriority;

/** The threads of the sound, on devices that may never answer. */
class AlarmSoundTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger louder = new AtomicInteger();

  /** Plays as fast as it is written, on a device whose writes may hang. */
  private class QuickLine implements SoundLine {
    private final String name;
    private final AtomicBoolean hangs;
    private long written;

    QuickLine(String name, AtomicBoolean hangs) {
      this.name = name;
      this.hangs = hangs;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int framesPerSecond() {
      return FakeSound.RATE;
    }

    @Override
    public int writable() {
      return FakeSound.RATE / 50;
    }

    @Override
    public void write(short[] frames, int offset, int length) throws SoundFailure {
      if (hangs.get()) {
        try {
          answer.await();
        } catch (InterruptedException e) {
          throw new SoundFailure("interrupted", e);
        }
      }
      written += length;
      for (int i = offset; i < offset + length; i++) {
        louder.accumulateAndGet(frames[i], Math::max);
      }
    }

    @Override
    public long playedFrames() {
      return written;
    }

    @Override
    public Optional<String> problem() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  @AfterEach
  void letHangingThreadsEnd() {
    answer.countDown();
  }

  @Test
  void whatIsDemandedIsPlayedByAThreadOfItsOwn() {
    AtomicBoolean never = new AtomicBoolean();
    try (AlarmSound sound =
        new AlarmSound(_ -> new QuickLine("speaker", never), Volume.DEFAULT, System::nanoTime)) {
      assertThat(sound.state().mode()).isEqualTo(Mode.NO_SOUND);
      sound.start();
      await().atMost(LONG).until(() -> sound.state().mode() == Mode.ON);
      sound.demand(new SoundDemand(Set.of(new SoundingAlarm("hr", AlarmPriority.HIGH)), 0, false));
      await().atMost(LONG).until(() -> louder.get() > 20_000);
      await().atMost(LONG).until(() -> sound.state().toneHeardNanos() != 0);
    }
  }

  @Test
  void aSystemThatNeverAnswersIsNoSoundAndAnotherDeviceTakesOver() {
    AtomicBoolean hangs = new AtomicBoolean();
    AtomicBoolean never = new AtomicBoolean();
    SoundDevices devices =
        avoided ->
            avoided.contains("first")
                ? new QuickLine("second", never)
                : new QuickLine("first", hangs);
    try (AlarmSound sound = new AlarmSound(devices, Volume.DEFAULT, System::nanoTime)) {
      sound.start();
      await().atMost(LONG).until(() -> sound.state().device().equals("first"));
      hangs.set(true);
      await().atMost(LONG).until(() -> sound.state().device().equals("second"));
      await().atMost(LONG).until(() -> sound.state().mode() == Mode.ON);
    }
  }

  @Test
  void aPlayerThatFailsUnexpectedlyIsReplaced() {
    AtomicBoolean never = new AtomicBoolean();
    AtomicInteger opened = new AtomicInteger();
    SoundDevices devices =
        _ -> {
          if (opened.getAndIncrement() == 0) {
            throw new IllegalStateException("expected by the test");
          }
          return new QuickLine("speaker", never);
        };
    try (AlarmSound sound = new AlarmSound(devices, Volume.DEFAULT, System::nanoTime)) {
      sound.start();
      await().atMost(LONG).until(() -> sound.state().mode() == Mode.ON);
    }
  }

  @Test
  void aPlayerThatFailsOverAndOverIsReplacedEachTimeAndLetsGoOfItsDevice() {
    AtomicBoolean never = new AtomicBoolean();
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    int failing = AlarmSound.MOST_LEFT + 2;
    SoundDevices devices =
        _ -> {
          boolean fails = opened.getAndIncrement() < failing;
          return new QuickLine("speaker", never) {
            @Override
            public int writable() {
              if (fails) {
                throw new IllegalStateException("expected by the test");
              }
              return super.writable();
            }

            @Override
            public void close() {
              closed.incrementAndGet();
            }
          };
        };
    try (AlarmSound sound = new AlarmSound(devices, Volume.DEFAULT, () -> 8 * System.nanoTime())) {
      sound.start();
      await().atMost(LONG).until(() -> sound.state().mode() == Mode.ON);
      assertThat(closed).hasValueGreaterThanOrEqualTo(failing);
    }
  }

  @Test
  void whereThereIsNoDeviceATestSaysSoAndNothingIsHeard() {
    SoundDevices none =
        _ -> {
          throw new SoundFailure("This computer has no sound device");
        };
    try (AlarmSound sound = new AlarmSound(none, Volume.DEFAULT, System::nanoTime)) {
      sound.start();
      sound.test();
      await().atMost(LONG).until(() -> sound.state().problem().startsWith("This computer"));
      assertThat(sound.state().mode()).isEqualTo(Mode.NO_SOUND);
      assertThat(sound.state().toneHeardNanos()).isZero();
    }
  }

  @Test
  void aStationWithoutSoundSaysSo() {
    NoSound sound = new NoSound(5);
    sound.demand(SoundDemand.NONE);
    sound.test();
    assertThat(sound.state().mode()).isEqualTo(Mode.OFF);
    assertThat(sound.state().sinceNanos()).isEqualTo(5);
  }
}
