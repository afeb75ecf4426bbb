package org.wardbeat.station.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FreezeWatchdogTest {
  private final Queue<Runnable> screen = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private Duration now = Duration.ofDays(3);
  private final FreezeWatchdog watchdog =
      new FreezeWatchdog(screen::add, () -> now.toNanos(), new Told());

  private final class Told implements FreezeWatchdog.Listener {
    @Override
    public void standsStill() {
      told.add("stands still");
    }

    @Override
    public void goesOn(long stillNanos) {
      told.add("goes on after " + Duration.ofNanos(stillNanos).toSeconds());
    }

    @Override
    public void isHopeless() {
      told.add("hopeless");
    }
  }

  /** The watchdog looks so often, once in a time. */
  private void look(int times, Duration each) {
    for (int i = 0; i < times; i++) {
      watchdog.look();
      now = now.plus(each);
    }
  }

  private void frozenFor(int seconds) {
    look(seconds, Duration.ofSeconds(1));
  }

  private void answer() {
    screen.remove().run();
    frozenFor(1);
  }

  @Test
  void aThreadThatAnswersIsNotSpokenOf() {
    frozenFor(1);
    for (int second = 0; second < 100; second++) {
      answer();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aStandstillIsToldOnceAfterThreeSecondsAndItsEndWithItsLength() {
    frozenFor(3);
    assertThat(told).isEmpty();
    frozenFor(1);
    assertThat(told).containsExactly("stands still");
    frozenFor(4);
    answer();
    assertThat(told).containsExactly("stands still", "goes on after 7");
    frozenFor(3);
    assertThat(told).last().isEqualTo("stands still");
  }

  @Test
  void aStandstillOfAMinuteIsHopeless() {
    frozenFor(60);
    assertThat(told).containsExactly("stands still");
    frozenFor(1);
    assertThat(told).containsExactly("stands still", "hopeless");
    frozenFor(200);
    assertThat(told).hasSize(2);
  }

  @Test
  void onlyOneQuestionWaits() {
    frozenFor(30);
    assertThat(screen).hasSize(1);
  }

  @Test
  void aComputerThatSleptRaisesNothing() {
    frozenFor(1);
    now = now.plusHours(9);
    frozenFor(2);
    answer();
    assertThat(told).isEmpty();
  }

  @Test
  void timeInWhichTheWatchdogItselfDidNotRunEndsNothing() {
    look(30, Duration.ofSeconds(20));
    assertThat(told).containsExactly("stands still");
  }

  @Test
  void goesOnWatchingOnAThreadOfItsOwnAfterAFailure() {
    AtomicInteger asked = new AtomicInteger();
    Consumer<Runnable> failing =
        _ -> {
          asked.incrementAndGet();
          throw new IllegalStateException("expected by the test");
        };
    try (FreezeWatchdog running = new FreezeWatchdog(failing, System::nanoTime, new Told())) {
      running.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> asked.get() > 1);
    }
  }
}
