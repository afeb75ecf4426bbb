package org.wardbeat.station.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {
  private final Object lock = new Object();

  private void takeLock() {
    synchronized (lock) {
      assertThat(Thread.holdsLock(lock)).isTrue();
    }
  }

  @Test
  void beginsWithTheThreadAskedForAndTellsWhoHoldsItUp() throws InterruptedException {
    Thread waiting = Thread.ofPlatform().daemon().name("a screen").unstarted(this::takeLock);
    String dump;
    synchronized (lock) {
      waiting.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> waiting.getState() == State.BLOCKED);
      dump = ThreadDump.startingWith("a screen");
    }
    waiting.join();
    assertThat(dump)
        .startsWith("\"a screen\" BLOCKED on java.lang.Object@")
        .containsSubsequence(
            ", held by \"" + Thread.currentThread().getName() + "\"",
            "ThreadDumpTest.takeLock(",
            "\"" + Thread.currentThread().getName() + "\" RUNNABLE",
            "ThreadDumpTest.beginsWithTheThreadAskedForAndTellsWhoHoldsItUp(");
  }
}
