package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Three bridges that see the same devices, and operators at each: whatever is done while some are
 * cut off or start anew, all agree once they hear of each other again.
 */
class BridgesConvergeTest {
  private static final List<String> CONDITIONS = List.of("ASYSTOLE", "HR_HIGH");

  /** What may happen. */
  enum Act {
    RAISE,
    END,
    ACKNOWLEDGE,
    LIMIT,
    HOLD,
    RELEASE,
    ENTER,
    CUT,
    HEAL,
    RESTART,
    TIME
  }

  /** Something happens at a bridge; the number says what exactly. */
  record Step(Act act, int bridge, int number) {}

  /** Of what a message tells, and who tells it: its topic. */
  private record Topic(String bridge, List<Object> what) {
    private static Topic of(String bridge, SharedAct act) {
      return new Topic(
          bridge,
          switch (act) {
            case SharedAct.Acknowledged of -> List.of("acknowledged", of.bed(), of.condition());
            case SharedAct.Held of ->
                List.of("held", of.hold().state().bed(), of.hold().state().kind());
            case SharedAct.Limited of -> List.of("limits", of.bed());
            case SharedAct.Stayed of -> List.of("stay", of.bed());
            case SharedAct.Entered of ->
                List.of("observed", of.bed(), of.observed().entry().parameter());
          });
    }
  }

  /** A bridge and its way to the broker. */
  private static final class Bridge {
    private final AlarmWard ward;
    private final Map<Topic, SharedAct> outbox = new LinkedHashMap<>();
    private boolean cut;

    private Bridge(TestTime time, String name) {
      ward = new AlarmWard(time, new VolatileStore(), name);
      occupy();
    }

    private void occupy() {
      ward.occupied(AlarmWard.BED, AlarmWard.IDA, "patch");
    }
  }

  /** All bridges, and the broker that retains what they tell. */
  private static final class World {
    private final TestTime time = new TestTime();
    private final List<Bridge> bridges =
        List.of(new Bridge(time, "a"), new Bridge(time, "b"), new Bridge(time, "c"));
    private final Map<Topic, SharedAct> retained = new LinkedHashMap<>();
    private final Map<String, Long> lasting = new LinkedHashMap<>();

    private void step(Step step) {
      Bridge at = bridges.get(step.bridge());
      String condition = CONDITIONS.get(step.number() % CONDITIONS.size());
      switch (step.act()) {
        case RAISE -> raise(condition);
        case END -> end(condition);
        case ACKNOWLEDGE -> {
          Alarm alarm = at.ward.alarm(condition);
          if (alarm != null) {
            at.ward.acknowledge(alarm);
          }
        }
        case LIMIT -> limit(at, step.number());
        case HOLD -> hold(at, step.number() % 2 == 0, 30 + step.number() % 100);
        case RELEASE -> hold(at, step.number() % 2 == 0, 0);
        case ENTER ->
            at.ward.act(
                new Operation.EnterObservations(
                    AlarmWard.BED,
                    List.of(new ScoreEntry(ScoreParameter.ACVPU, step.number() % 5))));
        case CUT -> at.cut = true;
        case HEAL -> heal(at);
        case RESTART -> restart(at);
        case TIME -> pass(Duration.ofMillis(step.number()));
      }
      exchange();
    }

    private void raise(String condition) {
      if (lasting.putIfAbsent(condition, time.micros()) == null) {
        bridges.forEach(bridge -> report(bridge, condition, true));
      }
    }

    private void end(String condition) {
      if (lasting.containsKey(condition)) {
        bridges.forEach(bridge -> report(bridge, condition, false));
        lasting.remove(condition);
        pass(Duration.ofMillis(1)); // the next of its kind begins later
      }
    }

    private void report(Bridge bridge, String condition, boolean active) {
      Long onset = lasting.getOrDefault(condition, time.micros());
      bridge.ward.report(
          AlarmWard.BED, ConditionSource.RULES, condition, AlarmPriority.HIGH, active, onset);
    }

    private static void limit(Bridge at, int number) {
      AlarmLimits limits =
          new AlarmLimits(
              PatientCategory.ADULT,
              List.of(new Limit(VitalSign.HR, true, 50, 100 + number, null, null)));
      long version = at.ward.door(AlarmWard.BED).alarming().limits().version();
      at.ward.act(new Operation.SetLimits(AlarmWard.BED, version, limits, ""));
    }

    private static void hold(Bridge at, boolean unit, int seconds) {
      at.ward.hold(unit ? "" : AlarmWard.BED.bed(), Inactivation.AUDIO_PAUSED, seconds);
    }

    private void restart(Bridge at) {
      at.outbox.clear(); // what was not told yet is told anew
      at.ward.restart();
      at.occupy();
      for (String condition : CONDITIONS) {
        report(at, condition, lasting.containsKey(condition));
      }
      if (!at.cut) {
        connect(at);
      }
    }

    private void heal(Bridge at) {
      at.cut = false;
      connect(at);
    }

    private void connect(Bridge at) {
      retained.values().forEach(at.ward.system()::merge);
      at.ward.system().shareAll();
      at.ward.settle();
    }

    private void pass(Duration duration) {
      time.pass(duration);
      bridges.forEach(bridge -> bridge.ward.settle());
    }

    /** Tells and hears until there is nothing more to be told. */
    private void exchange() {
      boolean told = true;
      for (int round = 0; told; round++) {
        assertThat(round).as("rounds until nothing more is told").isLessThan(3);
        told = false;
        for (Bridge bridge : bridges) {
          for (SharedAct act : bridge.ward.told) {
            bridge.outbox.put(Topic.of(bridge.ward.name, act), act);
          }
          bridge.ward.told.clear();
          if (!bridge.cut && !bridge.outbox.isEmpty()) {
            told = true;
            publish(bridge);
          }
        }
      }
    }

    private void publish(Bridge from) {
      Map<Topic, SharedAct> acts = new LinkedHashMap<>(from.outbox);
      from.outbox.clear();
      retained.putAll(acts);
      for (Bridge to : bridges) {
        if (!to.cut) {
          acts.values().forEach(to.ward.system()::merge);
          to.ward.settle();
        }
      }
    }

    /** What a bridge shows, but for which of its own counters it counts with. */
    private static List<Object> shown(Bridge bridge) {
      BedAlarming alarming = bridge.ward.door(AlarmWard.BED).alarming();
      Set<Object> held = new LinkedHashSet<>();
      for (InactivationState state : alarming.inactivations()) {
        held.add(state);
      }
      List<Object> alarms = new ArrayList<>();
      for (String condition : CONDITIONS) {
        Alarm alarm = bridge.ward.alarm(condition);
        if (alarm != null) {
          alarms.add(new Seen(condition, alarm.state(), alarm.acknowledgement()));
        }
      }
      return List.of(alarming.limits(), alarming.entries(), held, alarms);
    }

    private record Seen(
        String condition, AlarmState state, @Nullable Acknowledgement acknowledgement) {}
  }

  @Provide
  Arbitrary<List<Step>> courses() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
    return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.integers().between(0, 2), any)
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 3_000)
  void allBridgesComeToAgreeWhateverWasDoneMeanwhile(@ForAll("courses") List<Step> course) {
    World world = new World();
    course.forEach(world::step);
    for (int bridge = 0; bridge < 3; bridge++) {
      world.step(new Step(Act.HEAL, bridge, 0));
    }
    List<List<Object>> shown = world.bridges.stream().map(World::shown).toList();
    assertThat(shown.get(1)).isEqualTo(shown.get(0));
    assertThat(shown.get(2)).isEqualTo(shown.get(0));
  }

  /** Nor does it on a bridge that forgot, as it started anew, which alarm came before. */
  @Example
  void anAcknowledgementDoesNotReachTheNextAlarmOfItsCondition() {
    allBridgesComeToAgreeWhateverWasDoneMeanwhile(
        List.of(
            new Step(Act.RAISE, 0, 0),
            new Step(Act.END, 0, 0),
            new Step(Act.ACKNOWLEDGE, 0, 0),
            new Step(Act.RAISE, 0, 0),
            new Step(Act.CUT, 1, 0),
            new Step(Act.RESTART, 1, 0)));
  }

  @Example
  void anAcknowledgementThatComesBeforeItsAlarmIsKeptForItThoughItCountsForTheLatchedOneToo() {
    TestTime time = new TestTime();
    AlarmWard ward = new AlarmWard(time, new VolatileStore(), "west");
    ward.occupied(AlarmWard.BED, AlarmWard.IDA, "patch");
    ward.raise("ASYSTOLE", AlarmPriority.HIGH);
    ward.end("ASYSTOLE");
    ward.pass(Duration.ofSeconds(10));
    long onset = time.micros();
    ward.system()
        .merge(
            new SharedAct.Acknowledged(
                AlarmWard.BED,
                "ASYSTOLE",
                onset,
                AlarmPriority.HIGH,
                new Acknowledgement("noor", onset + 1_000)));
    ward.settle();
    assertThat(ward.alarm("ASYSTOLE")).isNull();
    ward.report(AlarmWard.BED, ConditionSource.RULES, "ASYSTOLE", AlarmPriority.HIGH, true, onset);
    assertThat(ward.alarm("ASYSTOLE")).matches(alarm -> alarm.active() && alarm.acknowledged());
  }

  @Property(tries = 1_000)
  void aBridgeWithAnEmptyStoreComesToShowWhatTheOthersDo(@ForAll("courses") List<Step> course) {
    World world = new World();
    course.forEach(world::step);
    for (int bridge = 0; bridge < 3; bridge++) {
      world.step(new Step(Act.HEAL, bridge, 0));
    }
    Bridge late = new Bridge(world.time, "late");
    for (String condition : CONDITIONS) {
      if (world.lasting.containsKey(condition)) {
        world.report(late, condition, true);
      }
    }
    world.connect(late);
    List<Object> shown = World.shown(late);
    List<Object> others = World.shown(world.bridges.getFirst());
    assertThat(shown.subList(0, 3)).isEqualTo(others.subList(0, 3));
  }
}
