package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.bridge.alarm.AlarmWard.BED;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;
import org.wardbeat.wire.frame.Frame.Outcome;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Two bridges that see the same bed, three stations on them, operators, restarts, partitions and
 * clocks that are set, at random: no alarm is without a way to end, none is hidden silently,
 * acknowledging is idempotent, and once the bridges hear of each other they agree.
 */
class AlarmModelTest {
  private static final List<String> CONDITIONS = List.of("ASYSTOLE", "HR_HIGH", "LEADS_OFF");
  private static final List<AlarmPriority> PRIORITIES = List.of(AlarmPriority.values());
  private static final List<Inactivation> HOLDS = List.of(Inactivation.values());

  private static final Logger RECORDER = (Logger) LoggerFactory.getLogger(AlarmRecorder.class);

  private enum Kind {
    BEGIN,
    CHANGE,
    STOP,
    SAY_AGAIN,
    ACKNOWLEDGE,
    ACKNOWLEDGE_STALE,
    PAUSE,
    RESUME,
    LIMITS,
    PASS,
    PASS_LONG,
    SET_CLOCK_ON,
    SET_CLOCK_BACK,
    RESTART,
    PATIENT,
    BREAK_STORE,
    MEND_STORE,
    PARTITION,
    HEAL
  }

  /** One thing that happens; the number says what exactly. */
  record Step(Kind kind, int bridge, int number) {}

  @BeforeContainer
  static void keepQuietOfStoresThatAreBroken() {
    RECORDER.setLevel(Level.OFF);
  }

  @AfterContainer
  static void logAgain() {
    RECORDER.setLevel(null);
  }

  @Provide
  Arbitrary<List<Step>> storiesOfBridgesCutOff() {
    return storiesWithout(Kind.SET_CLOCK_BACK); // which of two acts is the later is not known then
  }

  @Provide
  Arbitrary<List<Step>> storiesOfClocksSetBack() {
    return storiesWithout(Kind.PARTITION);
  }

  private static Arbitrary<List<Step>> storiesWithout(Kind left) {
    return Combinators.combine(
            Arbitraries.of(Kind.class).filter(kind -> kind != left),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 999))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property(tries = 4_000, seed = "407")
  void aStoryEndsWellThoughBridgesAreCutOff(@ForAll("storiesOfBridgesCutOff") List<Step> story) {
    new World().live(story);
  }

  @Property(tries = 4_000, seed = "408")
  void aStoryEndsWellThoughClocksAreSetBack(@ForAll("storiesOfClocksSetBack") List<Step> story) {
    new World().live(story);
  }

  /** How urgent a condition truly is, and since when. */
  private record Truth(AlarmPriority priority, long onsetMicros) {}

  /** What truly lasts, and who is told of it. */
  private static final class World {
    private final TestTime time = new TestTime();
    private final List<AlarmWard> bridges =
        List.of(
            new AlarmWard(time, new VolatileStore(), "east"),
            new AlarmWard(time, new VolatileStore(), "west"));
    private final int[] heard = new int[2];
    private final int[] deliveredTo = new int[2];
    private final List<List<ModelStation>> stations =
        List.of(List.of(new ModelStation(), new ModelStation()), List.of(new ModelStation()));
    private final Map<String, Truth> lasting = new TreeMap<>();
    private final List<Alarm> stale = new ArrayList<>();
    private boolean partition;
    private Patient patient = AlarmWard.IDA;
    private int patients;

    private World() {
      bridges.forEach(bridge -> bridge.occupied(BED, AlarmWard.IDA, "patch"));
    }

    private void live(List<Step> story) {
      for (Step step : story) {
        happen(step);
        look();
      }
      settle();
      end();
    }

    private void happen(Step step) {
      AlarmWard bridge = bridges.get(step.bridge());
      int number = step.number();
      String condition = CONDITIONS.get(number % CONDITIONS.size());
      switch (step.kind()) {
        case BEGIN -> begin(condition, PRIORITIES.get(number / 3 % 3));
        case CHANGE -> {
          AlarmPriority other = PRIORITIES.get(number / 3 % 3);
          lasting.computeIfPresent(
              condition, (code, truth) -> new Truth(other, truth.onsetMicros()));
          say(condition);
        }
        case STOP -> stop(condition);
        case SAY_AGAIN -> say(condition);
        case ACKNOWLEDGE -> acknowledge(bridge, condition);
        case ACKNOWLEDGE_STALE -> {
          if (!stale.isEmpty()) {
            bridge.acknowledge(stale.get(number % stale.size()));
          }
        }
        case PAUSE -> bridge.hold(HOLDS.get(number % 3), 1 + number % 120);
        case RESUME -> bridge.hold(HOLDS.get(number % 3), 0);
        case LIMITS -> limits(bridge, number);
        case PASS -> pass(Duration.ofMillis(1 + number));
        case PASS_LONG -> pass(Duration.ofSeconds(1 + number % 90));
        case SET_CLOCK_ON -> setClock(Duration.ofHours(1));
        case SET_CLOCK_BACK -> setClock(Duration.ofHours(-1));
        case RESTART -> restart(step.bridge());
        case PATIENT -> patient();
        case BREAK_STORE -> bridge.store.broken(true);
        case MEND_STORE -> bridge.store.broken(false);
        case PARTITION -> partition = true;
        case HEAL -> partition = false;
      }
      if (!partition) {
        exchange();
      }
    }

    private void setClock(Duration step) {
      time.set(step);
      pass(Duration.ofMillis(100));
    }

    private void begin(String condition, AlarmPriority priority) {
      pass(Duration.ofMillis(1));
      lasting.putIfAbsent(condition, new Truth(priority, time.micros()));
      say(condition);
    }

    private void stop(String condition) {
      pass(Duration.ofMillis(1));
      lasting.remove(condition);
      for (AlarmWard bridge : bridges) {
        bridge.report(BED, ConditionSource.DEVICE, condition, AlarmPriority.LOW, false, 1);
      }
    }

    private void say(String condition) {
      for (AlarmWard bridge : bridges) {
        say(bridge, condition);
      }
    }

    private void say(AlarmWard bridge, String condition) {
      Truth truth = lasting.get(condition);
      if (truth != null) {
        bridge.report(
            BED, ConditionSource.DEVICE, condition, truth.priority(), true, truth.onsetMicros());
      }
    }

    private void acknowledge(AlarmWard bridge, String condition) {
      Alarm alarm = bridge.alarm(condition);
      if (alarm == null) {
        return;
      }
      stale.add(alarm);
      pass(Duration.ofMillis(1));
      Outcome first = bridge.acknowledge(alarm);
      look();
      Map<String, Alarm> after = Map.copyOf(bridge.shown.getOrDefault(BED, Map.of()));
      Outcome second = bridge.acknowledge(alarm);
      if (first == Outcome.DONE) {
        assertThat(second).isEqualTo(Outcome.DONE);
        assertThat(bridge.shown.getOrDefault(BED, Map.of())).isEqualTo(after);
      }
    }

    private void limits(AlarmWard bridge, int number) {
      Limit limit = new Limit(VitalSign.HR, true, 40 + number % 10, 120, null, null);
      long version = bridge.door(BED).alarming().limits().version();
      bridge.act(
          new Operation.SetLimits(
              BED, version, new AlarmLimits(PatientCategory.ADULT, List.of(limit)), ""));
    }

    private void pass(Duration duration) {
      time.pass(duration);
      bridges.forEach(AlarmWard::settle);
    }

    private void restart(int index) {
      AlarmWard bridge = bridges.get(index);
      if (!bridge.recordsAll()) {
        return; // what could not be stored is lost with the bridge, as it said
      }
      look();
      bridge.restart();
      heard[index] = 0;
      stations.get(index).forEach(ModelStation::connectAnew);
      bridge.occupied(BED, patient, "patch");
      for (String condition : CONDITIONS) {
        if (lasting.containsKey(condition)) {
          say(bridge, condition);
        } else {
          bridge.report(BED, ConditionSource.DEVICE, condition, AlarmPriority.LOW, false, 1);
        }
      }
      for (AlarmWard each : bridges) {
        each.system().shareAll();
        each.settle();
      }
    }

    private void patient() {
      pass(Duration.ofMillis(1));
      patient = new Patient("MRN-next-" + ++patients, "Holm", "Ole");
      lasting.clear();
      for (AlarmWard bridge : bridges) {
        bridge.occupied(BED, patient, "patch");
        assertThat(bridge.shown.getOrDefault(BED, Map.of())).isEmpty();
      }
      hear();
      stations.forEach(some -> some.forEach(ModelStation::anotherPatient));
    }

    /** Each bridge hears what the other told since. */
    private void exchange() {
      for (int from = 0; from < 2; from++) {
        AlarmWard teller = bridges.get(from);
        AlarmWard listener = bridges.get(1 - from);
        List<SharedAct> news = teller.told.subList(deliveredTo[1 - from], teller.told.size());
        List.copyOf(news).forEach(listener.system()::merge);
        deliveredTo[1 - from] = teller.told.size();
        listener.settle();
      }
    }

    /** The stations take what their bridge announced, and show what it has. */
    private void look() {
      hear();
      for (int i = 0; i < 2; i++) {
        for (ModelStation station : stations.get(i)) {
          assertThat(station.shown())
              .isEqualTo(new TreeMap<>(bridges.get(i).shown.getOrDefault(BED, Map.of())));
        }
        nothingIsHidden(i);
      }
    }

    private void hear() {
      for (int i = 0; i < 2; i++) {
        List<Alarm> announced = bridges.get(i).announced;
        for (ModelStation station : stations.get(i)) {
          announced.subList(heard[i], announced.size()).forEach(station::take);
        }
        heard[i] = announced.size();
      }
    }

    /** What lasts is shown as lasting, unless somebody chose to hold it back. */
    private void nothingIsHidden(int index) {
      boolean inhibited = bridges.get(index).door(BED).alarming().inhibited();
      assertThat(active(index).keySet()).isEqualTo(inhibited ? Set.of() : lasting.keySet());
      for (ModelStation station : stations.get(index)) {
        assertThat(station.unseen()).isEmpty();
      }
    }

    /** All is mended, all pauses pass, and the bridges hear all of each other. */
    private void settle() {
      partition = false;
      bridges.forEach(bridge -> bridge.store.broken(false));
      exchange();
      pass(Duration.ofSeconds(1_000));
      exchange();
      look();
      agree();
    }

    private void agree() {
      BedAlarming east = bridges.get(0).door(BED).alarming();
      BedAlarming west = bridges.get(1).door(BED).alarming();
      assertThat(east.limits().limits()).isEqualTo(west.limits().limits());
      assertThat(east.inactivations()).isEmpty();
      assertThat(west.inactivations()).isEmpty();
      Map<String, AlarmPriority> truth = new TreeMap<>();
      lasting.forEach((condition, lasts) -> truth.put(condition, lasts.priority()));
      assertThat(active(0)).isEqualTo(truth);
      assertThat(active(1)).isEqualTo(truth);
      Map<String, String> there = seenTo(1);
      seenTo(0).forEach((alarm, by) -> assertThat(there.getOrDefault(alarm, by)).isEqualTo(by));
    }

    private Map<String, AlarmPriority> active(int bridge) {
      Map<String, AlarmPriority> active = new TreeMap<>();
      shown(bridge).stream()
          .filter(Alarm::active)
          .forEach(alarm -> active.put(alarm.condition(), alarm.priority()));
      return active;
    }

    /** Who saw to which alarm. */
    private Map<String, String> seenTo(int bridge) {
      Map<String, String> seenTo = new TreeMap<>();
      shown(bridge)
          .forEach(
              alarm ->
                  seenTo.put(
                      alarm.condition() + "@" + alarm.onsetDeviceMicros(),
                      String.valueOf(alarm.acknowledgement())));
      return seenTo;
    }

    private Collection<Alarm> shown(int bridge) {
      return bridges.get(bridge).shown.getOrDefault(BED, Map.of()).values();
    }

    /** What lasts stops, what is latched is acknowledged at one bridge: nothing is left on any. */
    private void end() {
      for (String condition : List.copyOf(lasting.keySet())) {
        stop(condition);
      }
      for (AlarmWard bridge : bridges) {
        for (Alarm alarm : List.copyOf(bridge.shown.getOrDefault(BED, Map.of()).values())) {
          assertThat(alarm.state()).isEqualTo(AlarmState.LATCHED);
          assertThat(bridge.acknowledge(alarm)).isEqualTo(Outcome.DONE);
        }
        exchange();
      }
      look();
      for (AlarmWard bridge : bridges) {
        assertThat(bridge.shown.getOrDefault(BED, Map.of())).isEmpty();
        assertThat(bridge.store.alarms()).allMatch(of -> of.alarm().over());
      }
    }
  }
}
