package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wardbeat.bridge.alarm.AlarmWard.BED;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Operation;

/** That it is known when no alarm would come any more. */
@Timeout(60)
class AlarmFailureTest {
  private final AtomicLong nanos = new AtomicLong(1);
  private final TroubledStore store = new TroubledStore();
  private final AlarmSystem system =
      new AlarmSystem(
          store,
          new BridgeClock(nanos::get, () -> Instant.EPOCH),
          AlarmSettings.of("bridge"),
          bed -> AlarmsByHand.NO_LIMITS);

  /** A store at which something happens. */
  private static final class TroubledStore implements AlarmStore {
    private final VolatileStore inner = new VolatileStore();
    private volatile Runnable trouble = () -> {};

    @Override
    public Restored open() {
      return inner.open();
    }

    @Override
    public void commit(List<AlarmFact> facts) throws IOException {
      trouble.run();
      inner.commit(facts);
    }

    @Override
    public void query(Frame.AlarmQuery query, Predicate<Frame.AlarmRecord> each)
        throws IOException {
      inner.query(query, each);
    }

    @Override
    public boolean prune() throws IOException {
      return inner.prune();
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private static final class Nobody implements AlarmOutlet {
    @Override
    public void announce(long occupancy, Alarm alarm) {}

    @Override
    public void alarmingChanged() {}
  }

  @BeforeEach
  void start() throws IOException {
    system.start();
  }

  @AfterEach
  void close() {
    store.trouble = () -> {};
    system.close();
  }

  @Test
  void aThreadThatDiedIsAFailureAndNobodyWaitsForIt() {
    store.trouble =
        () -> {
          throw new IllegalStateException("a mistake in the store");
        };
    BedConditions bed = system.bed(BED, new Nobody());
    bed.occupied(1, AlarmWard.IDA, "patch", false, 0);
    await().until(() -> !system.failure().isEmpty());
    assertThat(system.failure()).isEqualTo("The alarms' thread died: start the bridge anew.");
    assertThat(system.faults()).contains(system.failure());
    report(bed, AlarmSystem.INBOX + 1);
    CompletableFuture<ActOutcome> answer = new CompletableFuture<>();
    system.act(AlarmWard.NOOR, pause(), answer::complete);
    assertThat(answer.join().outcome()).isEqualTo(Frame.Outcome.FAILED);
  }

  private static Operation pause() {
    return new Operation.Inactivate(BED.unit(), BED.bed(), Inactivation.AUDIO_PAUSED, 0, 60, "");
  }

  private static void report(BedConditions bed, int times) {
    for (int i = 0; i < times; i++) {
      bed.report(
          1,
          ConditionSource.DEVICE,
          ConditionChange.normal("ASYSTOLE", AlarmKind.PHYSIOLOGICAL, 1));
    }
  }

  /** From its next commit on, the store hangs until what is returned is counted down. */
  private CountDownLatch hang() {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    store.trouble =
        () -> {
          hangs.countDown();
          try {
            goesOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    system.bed(BED, new Nobody()).occupied(1, AlarmWard.IDA, "patch", false, 0);
    await().until(() -> hangs.getCount() == 0);
    return goesOn;
  }

  @Test
  void aThreadThatHangsIsAFailureUntilItGoesOn() {
    CountDownLatch goesOn = hang();
    assertThat(system.failure()).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(12).toNanos());
    assertThat(system.failure()).contains("hung for 12 s");
    goesOn.countDown();
    await().until(() -> system.failure().isEmpty());
  }

  @Test
  void whoReportsDoesNotWaitForAThreadThatHangs() {
    CountDownLatch goesOn = hang();
    report(system.bed(BED, new Nobody()), AlarmSystem.INBOX / 2);
    assertThat(system.failure()).isEmpty();
    goesOn.countDown();
    await()
        .until(
            () -> {
              CompletableFuture<ActOutcome> answer = new CompletableFuture<>();
              system.act(AlarmWard.NOOR, pause(), answer::complete);
              return answer.join().outcome() == Frame.Outcome.DONE;
            });
  }

  @Test
  void aThreadThatIsTooFarBehindIsAFailureForGood() {
    CountDownLatch goesOn = hang();
    report(system.bed(BED, new Nobody()), AlarmSystem.INBOX + 1);
    assertThat(system.failure()).contains("65536 reports behind").contains("start the bridge anew");
    goesOn.countDown();
    assertThat(system.failure()).contains("behind");
  }
}
