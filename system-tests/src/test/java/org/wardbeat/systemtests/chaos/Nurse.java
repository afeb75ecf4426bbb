package org.wardbeat.systemtests.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** Acknowledges alarms at either bridge, and writes down what was said to be done. */
final class Nurse implements Part {
  private static final int TICK_MILLIS = 300;
  private static final int PATIENCE_SECONDS = 3;
  private static final Operator OPERATOR = new Operator("chaos nurse", Role.CHARGE_NURSE);

  /** An alarm that a bridge said to be acknowledged. */
  record Done(ChaosBridge bridge, Frame.AlarmRecord alarm) {}

  private final List<ChaosBridge> bridges;
  private final Random random;
  private final List<Done> done = new ArrayList<>();
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("nurse").factory());
  private final ScheduledFuture<?> ticks;

  private Nurse(List<ChaosBridge> bridges, long seed) {
    this.bridges = bridges;
    this.random = new Random(seed);
    this.ticks = loop.scheduleWithFixedDelay(this::step, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  static Nurse start(List<ChaosBridge> bridges, long seed) {
    return new Nurse(bridges, seed);
  }

  /** What was said to be done so far. */
  synchronized List<Done> done() {
    return List.copyOf(done);
  }

  private void step() {
    ChaosBridge bridge = bridges.get(random.nextInt(bridges.size()));
    List<Frame.AlarmRecord> waiting =
        bridge.witness().client().ledger().shown().stream()
            .filter(shown -> !shown.alarm().acknowledged())
            .toList();
    if (!waiting.isEmpty() && bridge.witness().isServed()) {
      acknowledge(bridge, waiting.get(random.nextInt(waiting.size())));
    }
  }

  private void acknowledge(ChaosBridge bridge, Frame.AlarmRecord alarm) {
    Operation operation =
        new Operation.Acknowledge(
            alarm.bed(), alarm.alarm().condition(), alarm.alarm().onsetDeviceMicros());
    try {
      Frame.ActAnswer answer =
          bridge
              .witness()
              .client()
              .act(OPERATOR, operation)
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer.outcome() == Frame.Outcome.DONE) {
        remember(new Done(bridge, alarm));
      }
    } catch (IOException | ExecutionException | TimeoutException | IllegalStateException _) {
      // The bridge was lost: nobody knows whether it was done.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void remember(Done act) {
    done.add(act);
  }

  @Override
  public void close() {
    ticks.cancel(true);
    loop.shutdownNow();
  }
}
