package org.wardbeat.systemtests.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.systemtests.account.BedAccount.AlarmState;
import org.wardbeat.systemtests.account.BedAccount.Update;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

/** One bed of a {@link Ledger}. */
final class BedLedger {
  private record AlarmKey(String condition, long onsetDeviceMicros) {
    static AlarmKey of(Alarm alarm) {
      return new AlarmKey(alarm.condition(), alarm.onsetDeviceMicros());
    }
  }

  private static final long UNKNOWN = -1;

  private final BedId id;
  private final Consumer<String> violations;
  private final Map<Integer, WaveLedger> waves = new TreeMap<>();
  private final Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
  private final List<Update> updates = new ArrayList<>();
  private final List<AlarmState> alarms = new ArrayList<>();

  /** Each alarm as it was told last. */
  private final Map<AlarmKey, Alarm> told = new HashMap<>();

  /** Alarms that were told to be over, or are since a bridge that knows all does not tell them. */
  private final Set<AlarmKey> over = new HashSet<>();

  private final Set<AlarmKey> confirmedAlarms = new HashSet<>();

  /** Alarms that were over by an earlier session, and still last by this one's bridge. */
  private final Set<AlarmKey> lastingHere = new HashSet<>();

  private Frame.@Nullable Bed definition;
  private long version = UNKNOWN;
  private long timeMicros;

  BedLedger(BedId id, Consumer<String> violations) {
    this.id = id;
    this.violations = what -> violations.accept(id + ": " + what);
  }

  BedId id() {
    return id;
  }

  void beginSession() {
    version = UNKNOWN;
    confirmedAlarms.clear();
    lastingHere.clear();
    waves.values().forEach(WaveLedger::beginSession);
  }

  void beginSubscription() {
    waves.values().forEach(WaveLedger::beginSubscription);
  }

  void introduce(Frame.Bed frame) {
    if (definition == null || definition.birth() != frame.birth()) {
      waves.clear();
      version = UNKNOWN;
    }
    definition = frame;
  }

  void take(Frame.Numerics frame) {
    readings.clear();
    frame.readings().forEach(reading -> readings.put(reading.sign(), reading));
    version = frame.version();
    timeMicros = frame.timeMicros();
    update();
  }

  void take(Frame.NumericsDelta frame) {
    if (version == UNKNOWN || frame.baseCheck() != Frame.NumericsDelta.check(version)) {
      violations.accept("%s came upon version %d".formatted(frame, version));
      return;
    }
    version += frame.steps();
    timeMicros += frame.timeStepMicros();
    frame.changes().forEach(change -> readings.put(change.sign(), change.at(timeMicros)));
    update();
  }

  private void update() {
    Reading heartRate = readings.get(VitalSign.HR);
    if (heartRate != null && heartRate.available()) {
      updates.add(new Update(heartRate.fixed(), heartRate.measuredMicros(), nowMicros()));
    }
  }

  /** When vital signs came last, UTC microseconds; 0 if none ever did. */
  long heardMicros() {
    return updates.isEmpty() ? 0 : updates.getLast().receivedMicros();
  }

  void take(Frame.Waveform frame) {
    wave(frame.channel()).take(frame);
  }

  void take(Frame.WaveformNext frame) {
    wave(frame.channel()).take(frame);
  }

  void take(Frame.Gap frame) {
    wave(frame.channel()).take(frame);
  }

  private WaveLedger wave(int channel) {
    return waves.computeIfAbsent(
        channel,
        index ->
            new WaveLedger(
                id.toString(),
                index,
                definition == null ? 1 : definition.channels().get(index).frequencyHz(),
                violations));
  }

  /**
   * An alarm that came in an earlier session may come again, unless it was said to be new; and in
   * this one if the bridge has just started, and only now hears of its beds.
   */
  void take(Alarm alarm, boolean mayRepeat, boolean anew) {
    AlarmKey key = AlarmKey.of(alarm);
    boolean inThisSession = !confirmedAlarms.add(key);
    if (over.contains(key) && !alarm.over()) {
      if (!inThisSession) {
        lastingHere.add(key);
      } else if (!lastingHere.contains(key)) {
        violations.accept("lasts again: " + alarm);
      }
      return;
    }
    if (lastingHere.remove(key)) {
      told.put(key, alarm);
      return;
    }
    Alarm before = told.put(key, alarm);
    if (before == null && alarm.state() == org.wardbeat.wire.ward.AlarmState.LATCHED) {
      alarms.add(state(key, true)); // that it is latched tells both that it began and that it ended
    }
    if (before == null || before.active() != alarm.active()) {
      alarms.add(state(key, alarm.active()));
    } else if (before.equals(alarm) && (!mayRepeat || (inThisSession && !anew))) {
      violations.accept("came again: " + alarm);
    }
    if (alarm.over()) {
      over.add(key);
    }
  }

  /** An alarm that was taken before came again. */
  void repeat(Alarm alarm) {
    AlarmKey key = AlarmKey.of(alarm);
    confirmedAlarms.add(key);
    Alarm before = told.get(key);
    if (before == null || before.active() != alarm.active()) {
      violations.accept("called a repetition: " + alarm);
    }
  }

  /** A bridge that knows all alarms that last has not named the others: they are over. */
  void endUnconfirmedAlarms() {
    told.forEach(
        (key, alarm) -> {
          if (!confirmedAlarms.contains(key) && over.add(key) && alarm.active()) {
            alarms.add(state(key, false));
          }
        });
  }

  /** The alarms that are not over, as they were told last. */
  Stream<Alarm> shown() {
    return told.entrySet().stream()
        .filter(entry -> !over.contains(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  /** Whether an alarm was ever told of. */
  boolean knows(String condition, long onsetDeviceMicros) {
    return told.containsKey(new AlarmKey(condition, onsetDeviceMicros));
  }

  /** All alarms that were ever told of, as they were told last. */
  Stream<Alarm> told() {
    return told.values().stream();
  }

  private static AlarmState state(AlarmKey key, boolean active) {
    return new AlarmState(key.condition(), key.onsetDeviceMicros(), active, nowMicros());
  }

  Stream<Frame.Position> positions() {
    Frame.Bed known = definition;
    return known == null
        ? Stream.empty()
        : waves.entrySet().stream()
            .filter(wave -> wave.getValue().next() >= 0)
            .map(
                wave ->
                    new Frame.Position(id, known.birth(), wave.getKey(), wave.getValue().next()));
  }

  private static long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  BedAccount account() {
    return new BedAccount(
        definition == null ? 0 : definition.birth(),
        waves.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, wave -> wave.getValue().wave())),
        readings.values().stream()
            .filter(Reading::available)
            .collect(Collectors.toMap(Reading::sign, Reading::fixed)),
        updates,
        alarms);
  }
}
