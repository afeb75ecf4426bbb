package org.wardbeat.bridge.ward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.alarm.AlarmOutlet;
import org.wardbeat.bridge.alarm.AlarmsByHand;
import org.wardbeat.bridge.alarm.BedConditions;
import org.wardbeat.bridge.alarm.ConditionChange;
import org.wardbeat.bridge.alarm.ConditionSource;
import org.wardbeat.bridge.alarm.rule.RuleSettings;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.Intake;
import org.wardbeat.bridge.intake.IntakeLimits;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.BedId;

/** A ward loop on the thread it is given. */
class WardLoopRunTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BridgeClock clock = BridgeClock.system();
  private final Quarantine quarantine = new Quarantine(clock.monotonic());
  private final AlarmsByHand alarms = new AlarmsByHand(clock);
  private final BedRegistry registry = new BedRegistry();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("the loop's").unstarted(task));
  private final List<String> writers = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  private WardLoop loop(Consumer<List<PublishedBed>> bursts) {
    return new WardLoop(
        "test",
        thread,
        IntakeLimits.DEFAULT,
        registry,
        quarantine,
        new WardCounters(),
        new WardAlarms(alarms.system(), new AlarmLog(() -> {}), bed -> {}, RuleSettings.DEFAULT),
        bursts,
        () -> {},
        clock);
  }

  private void birth(WardLoop loop, String bed) {
    String json =
        """
        {"birth": 1, "time": "2026-03-10T09:41:08Z", "device": {"id": "patch"}, "simulated": true,
         "channels": []}""";
    new Intake(List.of(loop.inbox()), quarantine, state -> {})
        .onMessage(
            new InboundMessage(
                "wardbeat/v1/4 East/" + bed + "/birth",
                json.getBytes(UTF_8),
                false,
                false,
                clock.nanos(),
                clock.micros()));
  }

  private void awaitBeds(int count) {
    await().atMost(PATIENCE).until(() -> registry.beds().size() == count);
  }

  @Test
  void whatIsOfferedIsWrittenOnItsThreadAndToldOnce() {
    WardLoop loop = loop(beds -> writers.add(Thread.currentThread().getName()));
    loop.start();
    birth(loop, "407");
    awaitBeds(1);
    birth(loop, "408");
    awaitBeds(2);
    await().atMost(PATIENCE).until(() -> writers.size() == 2);
    assertThat(writers).containsOnly("the loop's");
  }

  /** Whom alarms are told to no purpose. */
  private static final class Nobody implements AlarmOutlet {
    @Override
    public void announce(long occupancy, Alarm alarm) {}

    @Override
    public void alarmingChanged() {}
  }

  @Test
  void whatComesFasterThanAlarmsAreStoredWaitsInTheInbox() throws Exception {
    WardLoop loop = loop(beds -> writers.add("burst"));
    loop.start();
    BedConditions door = alarms.system().bed(new BedId("4 East", "409"), new Nobody());
    while (!alarms.system().isBusy()) {
      door.report(
          1,
          ConditionSource.DEVICE,
          ConditionChange.normal("ASYSTOLE", AlarmKind.PHYSIOLOGICAL, clock.micros()));
    }
    birth(loop, "407");
    thread.submit(() -> {}).get();
    assertThat(registry.beds()).isEmpty();
    while (alarms.system().isBusy()) {
      alarms.settle();
    }
    awaitBeds(1);
  }

  @Test
  void nothingIsWrittenOnceItIsClosed() throws Exception {
    WardLoop loop = loop(beds -> writers.add("burst"));
    loop.start();
    birth(loop, "407");
    awaitBeds(1);
    loop.close(PATIENCE);
    birth(loop, "408");
    thread.submit(() -> {}).get();
    assertThat(registry.beds()).hasSize(1);
    assertThat(loop.hasDied()).isFalse();
  }

  @Test
  void oneThatFailsWritesNoMoreAndSaysSo() throws Exception {
    WardLoop loop =
        loop(
            beds -> {
              throw new IllegalStateException("as a faulty listener might");
            });
    loop.start();
    birth(loop, "407");
    await().atMost(PATIENCE).until(loop::hasDied);
    assertThat(loop.epitaph()).contains("test").contains("stand still");
    birth(loop, "408");
    thread.submit(() -> {}).get();
    assertThat(registry.beds()).hasSize(1);
  }
}
