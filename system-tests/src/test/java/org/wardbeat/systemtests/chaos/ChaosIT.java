package org.wardbeat.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.wire.frame.Frame.AlarmRecord;
import org.wardbeat.wire.ward.AlarmState;

/**
 * Alarms come and go by the thousand while brokers, bridges, networks and stations are killed,
 * frozen, cut off and started again at random. At the end each bridge's log holds every condition
 * once, and every station shows what its bridge says.
 *
 * <p>{@code -Dwardbeat.chaos.seed} repeats a run's faults, {@code -Dwardbeat.chaos.faults} says how
 * many there are: a minute and a half unless said otherwise, 200 take six, 5,000 a night.
 */
class ChaosIT {
  private static final int FEW = 32;
  private static final Duration SETTLING = Duration.ofSeconds(90);
  private static final int ANSWER_SECONDS = 20;

  /** What a station and its bridge must agree on of an alarm. */
  private record Shown(AlarmAudit.Key key, AlarmState state, boolean acknowledged) {
    static Set<Shown> of(Iterable<AlarmRecord> alarms) {
      return StreamSupport.stream(alarms.spliterator(), false)
          .filter(each -> !each.alarm().over())
          .map(
              each ->
                  new Shown(
                      AlarmAudit.Key.of(each), each.alarm().state(), each.alarm().acknowledged()))
          .collect(Collectors.toSet());
    }
  }

  @TempDir Path folder;

  @Test
  void everyConditionIsInEveryLogOnceAndEveryStationShowsWhatItsBridgeSays() throws IOException {
    long seed = Long.getLong("wardbeat.chaos.seed", ThreadLocalRandom.current().nextLong(1 << 30));
    int faults = Integer.getInteger("wardbeat.chaos.faults", FEW);
    System.out.printf("chaos: -Dwardbeat.chaos.seed=%d -Dwardbeat.chaos.faults=%d%n", seed, faults);
    try (ChaosWard ward = ChaosWard.start(folder, seed)) {
      ward.awaitCalm();
      List<Nurse.Done> done;
      try (Nurse nurse = Nurse.start(ward.bridges(), seed)) {
        for (Storm storm : Storm.plan(seed, faults, ChaosWard.STATIONS)) {
          System.out.println("chaos: " + storm);
          ward.suffer(storm);
        }
        ward.calmDown();
        done = nurse.done();
      }
      verify(ward, done);
    }
  }

  private static void verify(ChaosWard ward, List<Nurse.Done> acts) {
    for (ChaosBridge bridge : ward.bridges()) {
      List<AlarmRecord> done =
          acts.stream().filter(act -> act.bridge() == bridge).map(Nurse.Done::alarm).toList();
      await("the log is right")
          .atMost(SETTLING)
          .untilAsserted(
              () ->
                  assertThat(
                          AlarmAudit.complaints(log(bridge), bridge.starts(), ward.devices(), done))
                      .isEmpty());
      System.out.printf(
          "chaos: %d alarms in the log, %d acknowledged by hand%n",
          log(bridge).size(), done.size());
    }
    for (Visitor station : ward.stations()) {
      await("the station shows what its bridge says")
          .atMost(SETTLING)
          .untilAsserted(
              () -> {
                assertThat(Shown.of(station.client().ledger().shown()))
                    .isEqualTo(Shown.of(log(ward.bridgeOf(station))))
                    .hasSizeGreaterThanOrEqualTo(ward.devices().size());
                assertThat(station.client().ledger().violations()).isEmpty();
              });
    }
    await("both bridges agree")
        .atMost(SETTLING)
        .untilAsserted(
            () ->
                assertThat(Shown.of(log(ward.bridges().getFirst())))
                    .isEqualTo(Shown.of(log(ward.bridges().getLast()))));
  }

  private static List<AlarmRecord> log(ChaosBridge bridge) {
    try {
      return bridge.witness().client().alarmsSince(0).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (IOException
        | ExecutionException
        | TimeoutException
        | InterruptedException
        | IllegalStateException e) {
      throw new AssertionError("no answer of " + bridge.uri(), e);
    }
  }
}
