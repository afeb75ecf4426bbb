package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.HeldBack;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.NumericsDelta;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.frame.Frame.WaveformNext;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;

/**
 * A simple station that believes nothing: it checks each frame against what it was sent before,
 * what it asked for, and what truly happened.
 */
final class ModelStation {
  private static final long NONE = -1;

  /** Samples of one channel, over all sessions. */
  private record Stream(BedId bed, long birth, int channel) {}

  /** What tells alarms apart. */
  private record AlarmKey(BedId bed, String condition, long onsetDeviceMicros) {}

  /** What tells apart what holds alarms back. */
  private record HoldKey(String unit, String bed, Inactivation kind) {
    private static HoldKey of(InactivationState state) {
      return new HoldKey(state.unit(), state.bed(), state.kind());
    }
  }

  /** A bed of this session. */
  private static final class Bed {
    private Frame.Bed said;
    private Frame.@Nullable DeviceState state;
    private long version = NONE;
    private long timeMicros;
    private Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
    private final Map<Integer, Long> endMicros = new HashMap<>();
    private final Set<Integer> heard = new HashSet<>();
    private int alarmsCoveredSince;
    private Frame.@Nullable BedLimits limits;
    private final Map<Score.Kind, Score> scores = new EnumMap<>(Score.Kind.class);

    private Bed(Frame.Bed said, int alarmsCoveredSince) {
      this.said = said;
      this.alarmsCoveredSince = alarmsCoveredSince;
    }
  }

  private final List<ModelDevice> devices;

  // What a station keeps over all sessions.
  private final Map<Stream, Long> next = new HashMap<>();
  private Frame.@Nullable AlarmPosition alarmPosition;

  private final Map<AlarmKey, Alarm> lasting = new HashMap<>();
  private final Map<BedId, List<Integer>> accepted = new HashMap<>();
  private final Map<BedId, Integer> coveredSince = new HashMap<>();

  /** Alarms up to this one nobody may know any more. */
  private int excused;

  /** Alarms that were over when the station began to ask for alarms of their bed. */
  private final Set<Integer> beforeItsTime = new HashSet<>();

  /** Alarms that a later one has replaced, so that another bridge need not tell of them. */
  private final Set<Integer> replaced = new HashSet<>();

  // What belongs to the session.
  private final Map<Integer, Bed> beds = new HashMap<>();
  private ModelBridge bridge;
  private Frame.@Nullable Subscribe subscribed;
  private boolean inSnapshot;
  private final Set<AlarmKey> repeated = new HashSet<>();
  private final Map<HoldKey, InactivationState> held = new HashMap<>();
  private long framesReceived;
  private long alarmsReceived;
  private long sequence;
  private long heardMicros;
  private long heartbeat;
  private boolean said;

  ModelStation(List<ModelDevice> devices, ModelBridge bridge) {
    this.devices = devices;
    this.bridge = bridge;
  }

  /** Begins a session; what it says first. */
  Frame.Hello hello(ModelBridge to) {
    Frame.AlarmPosition position = alarmPosition;
    if (position != null) {
      devices.forEach(this::excuseReplaced);
    }
    bridge = to;
    for (ModelDevice device : devices) {
      if (!device.present) {
        leaveBehind(device, Integer.MAX_VALUE, List.of()); // a bed that is away has no handle
      }
    }
    beds.clear();
    held.clear();
    subscribed = null;
    inSnapshot = true;
    framesReceived = 0;
    alarmsReceived = 0;
    sequence = 0;
    heartbeat = 0;
    said = false;
    List<Frame.Position> positions = new ArrayList<>();
    next.forEach(
        (stream, sample) ->
            positions.add(new Frame.Position(stream.bed, stream.birth, stream.channel, sample)));
    return new Frame.Hello(1, "station", "test", alarmPosition, positions);
  }

  /** Takes in what came; what it answers, null if nothing. */
  Frame.@Nullable FromStation take(ModelOutlet.Item item) {
    Frame.Subscribe now = item.subscribed();
    byte[] bytes = item.frame();
    if (now != null) {
      wants(now, item.alarms());
    }
    return bytes == null
        ? null
        : take((Frame.FromBridge) FakeOutlet.decode(bridge.codec, bytes), item.alarms());
  }

  private void wants(Frame.Subscribe now, int alarms) {
    subscribed = now;
    inSnapshot = true;
    sequence = 0;
    repeated.clear();
    held.clear();
    for (Bed bed : beds.values()) {
      bed.version = NONE;
      bed.readings = new EnumMap<>(VitalSign.class);
      bed.limits = null;
      bed.scores.clear();
      BedId id = bed.said.bed();
      bed.endMicros.keySet().removeIf(channel -> !wantsChannel(id, channel));
      if (!wants(id, Lane.ALARMS)) {
        bed.alarmsCoveredSince = Integer.MAX_VALUE;
      } else if (bed.alarmsCoveredSince == Integer.MAX_VALUE) {
        bed.alarmsCoveredSince = alarms;
      }
    }
    next.keySet().removeIf(stream -> !wantsChannel(stream.bed, stream.channel));
    lasting.keySet().removeIf(key -> !wants(key.bed, Lane.ALARMS));
    coveredSince.keySet().removeIf(id -> !wants(id, Lane.ALARMS));
    for (ModelDevice device : devices) {
      if (wants(device.id, Lane.ALARMS) && !coveredSince.containsKey(device.id)) {
        leaveBehind(device, alarms, device.lasting.values());
      }
    }
  }

  private @Nullable Selection selection(BedId bed) {
    Frame.Subscribe now = subscribed;
    if (now != null) {
      for (Selection selection : now.selections()) {
        if (selection.covers(bed)) {
          return selection;
        }
      }
    }
    return null;
  }

  private boolean wants(BedId bed, Lane lane) {
    Selection selection = selection(bed);
    return selection != null && selection.lanes().contains(lane);
  }

  private boolean wantsChannel(BedId bed, int channel) {
    Selection selection = selection(bed);
    return selection != null
        && selection.lanes().contains(Lane.WAVEFORMS)
        && (selection.channels() >> channel & 1) != 0;
  }

  private boolean wantsSign(BedId bed, VitalSign sign) {
    Selection selection = selection(bed);
    return selection != null && selection.signs().contains(sign);
  }

  private Frame.@Nullable FromStation take(Frame.FromBridge frame, int alarms) {
    assertThat(said || frame instanceof Frame.Welcome || frame instanceof Frame.Bye).isTrue();
    said = true;
    Frame.FromStation answer = null;
    switch (frame) {
      case Frame.Welcome welcome -> {
        assertThat(welcome.instance()).isEqualTo(bridge.instance);
        heardMicros = welcome.nowMicros();
      }
      case Frame.Bed bed -> bed(bed, alarms);
      case Frame.BedRemoved removed -> removed(removed);
      case Frame.DeviceState state -> bed(state.handle()).state = state;
      case Frame.Numerics numerics -> numerics(numerics);
      case Frame.NumericsDelta delta -> delta(delta);
      case Frame.Waveform wave ->
          wave(
              bed(wave.handle()),
              wave.channel(),
              wave.firstSample(),
              wave.endMicros(),
              wave.samples());
      case Frame.WaveformNext wave -> next(wave);
      case Frame.Gap gap -> gap(gap);
      case Frame.AlarmEvent event -> answer = alarm(event);
      case Frame.EndOfSnapshot end -> endOfSnapshot(end);
      case Frame.Broker broker -> fail("the broker did not change, but came " + broker);
      case Frame.Heartbeat beat -> answer = heartbeat(beat);
      case Frame.BridgeFigures figures -> assertThat(figures.stations()).isNotNegative();
      case Frame.SourceFigures figures ->
          assertThat(wants(bed(figures.handle()).said.bed(), Lane.DIAGNOSTICS)).isTrue();
      case Frame.ActAnswer answered -> fail("nobody acted, but came " + answered);
      case Frame.AlarmsHeldBack now -> heldBack(now.state());
      case Frame.BedLimits limits -> {
        assertThat(wants(bed(limits.handle()).said.bed(), Lane.ALARMS)).isTrue();
        assertThat(limits).as("what comes again").isNotEqualTo(bed(limits.handle()).limits);
        bed(limits.handle()).limits = limits;
      }
      case Frame.BedScore score -> {
        assertThat(wants(bed(score.handle()).said.bed(), Lane.ALARMS)).isTrue();
        Score before = bed(score.handle()).scores.put(score.score().kind(), score.score());
        assertThat(score.score()).as("what comes again").isNotEqualTo(before);
      }
      case Frame.BedStay stay -> fail("nobody said who lies there, but came " + stay);
      case Frame.AlarmRecords records -> fail("nobody asked, but came " + records);
      case Frame.Bye bye ->
          assertThat(bye.code()).isIn(Frame.ByeCode.SLOW_CONSUMER, Frame.ByeCode.NO_HEARTBEAT);
    }
    framesReceived++;
    return answer;
  }

  private void heldBack(InactivationState state) {
    assertThat(wantsHold(state)).isTrue();
    held.put(HoldKey.of(state), state);
  }

  private boolean wantsHold(InactivationState state) {
    Frame.Subscribe now = subscribed;
    if (!state.bed().isEmpty() || now == null) {
      return wants(new BedId(state.unit(), state.bed()), Lane.ALARMS);
    }
    return now.selections().stream()
        .filter(selection -> selection.lanes().contains(Lane.ALARMS))
        .anyMatch(selection -> selection.unit().isEmpty() || selection.unit().equals(state.unit()));
  }

  private void checkHolds() {
    Set<InactivationState> truly = new HashSet<>();
    for (HeldBack.Versioned each : bridge.desk.heldBack().all()) {
      if (each.state().active() && wantsHold(each.state())) {
        truly.add(each.state());
      }
    }
    assertThat(held.values().stream().filter(InactivationState::active))
        .as("what holds alarms back")
        .containsExactlyInAnyOrderElementsOf(truly);
  }

  private Bed bed(int handle) {
    Bed bed = beds.get(handle);
    if (bed == null) {
      throw new AssertionError("bed %d was never introduced".formatted(handle));
    }
    return bed;
  }

  private void bed(Frame.Bed bed, int alarms) {
    assertThat(selection(bed.bed())).as("selection of %s", bed.bed()).isNotNull();
    if (wants(bed.bed(), Lane.NAMES)) {
      assertThat(bed.patient() != null).isEqualTo(bed.occupied());
    } else if (wants(bed.bed(), Lane.INITIALS)) {
      assertThat(bed.patient() != null).isEqualTo(bed.occupied());
      assertThat(bed.patient()).isIn(null, new Patient("", "H", "N"), new Patient("", "F", "G"));
    } else {
      assertThat(bed.patient()).isNull();
    }
    Bed before = beds.get(bed.handle());
    if (before == null) {
      boolean covered = wants(bed.bed(), Lane.ALARMS);
      int since = covered ? coveredSince.getOrDefault(bed.bed(), alarms) : Integer.MAX_VALUE;
      beds.put(bed.handle(), new Bed(bed, since));
      if (covered && !inSnapshot) {
        cover(bed.bed(), bed.handle(), since);
      }
      return;
    }
    if (bed.occupancy() != before.said.occupancy()) {
      before.version = NONE;
      before.readings = new EnumMap<>(VitalSign.class);
    }
    if (bed.birth() != before.said.birth()) {
      checkEnd(before);
      before.heard.clear();
    }
    if (bed.occupancy() != before.said.occupancy() || bed.birth() != before.said.birth()) {
      before.endMicros.clear();
    }
    before.said = bed;
  }

  /**
   * Before a new birth all samples of the one before, once they came, must have come or be given
   * up.
   */
  private void checkEnd(Bed bed) {
    ModelDevice device = devices.get(bed.said.handle());
    next.forEach(
        (stream, sample) -> {
          if (stream.equals(stream(bed, stream.channel)) && bed.heard.contains(stream.channel)) {
            assertThat(sample).isIn(device.endsOf(stream.birth, stream.channel));
          }
        });
  }

  private void removed(Frame.BedRemoved removed) {
    BedId id = bed(removed.handle()).said.bed();
    beds.remove(removed.handle());
    next.keySet().removeIf(stream -> stream.bed.equals(id));
    lasting.keySet().removeIf(key -> key.bed.equals(id));
    coveredSince.remove(id);
  }

  private void numerics(Frame.Numerics numerics) {
    Bed bed = bed(numerics.handle());
    bed.readings = new EnumMap<>(VitalSign.class);
    numerics.readings().forEach(reading -> bed.readings.put(reading.sign(), reading));
    assertThat(numerics.version()).isGreaterThanOrEqualTo(bed.version);
    told(bed, numerics.handle(), numerics.version(), numerics.timeMicros());
  }

  private void delta(NumericsDelta delta) {
    Bed bed = bed(delta.handle());
    assertThat(bed.version).as("what %s is based on", delta).isNotEqualTo(NONE);
    assertThat(delta.baseCheck()).isEqualTo(NumericsDelta.check(bed.version));
    assertThat(delta.steps()).isPositive();
    long time = bed.timeMicros + delta.timeStepMicros();
    delta.changes().forEach(change -> bed.readings.put(change.sign(), change.at(time)));
    told(bed, delta.handle(), bed.version + delta.steps(), time);
  }

  /** What the station has now must be what the bridge had at that version, of what was wanted. */
  private void told(Bed bed, int handle, long version, long timeMicros) {
    BedId id = bed.said.bed();
    assertThat(wants(id, Lane.NUMERICS)).isTrue();
    ModelBed.Told told = Objects.requireNonNull(bridge.beds.get(handle).told(version));
    Map<VitalSign, Reading> expected = new EnumMap<>(VitalSign.class);
    told.readings()
        .forEach(
            (sign, reading) -> {
              if (wantsSign(id, sign)) {
                expected.put(sign, reading);
              }
            });
    assertThat(bed.readings).isEqualTo(expected);
    assertThat(timeMicros).isEqualTo(told.timeMicros());
    bed.version = version;
    bed.timeMicros = timeMicros;
  }

  private void next(WaveformNext wave) {
    Bed bed = bed(wave.handle());
    Long before = bed.endMicros.get(wave.channel());
    Long first = next.get(stream(bed, wave.channel()));
    if (before == null || first == null) {
      throw new AssertionError("nothing is there that this follows: " + wave);
    }
    assertThat(wave.firstCheck()).isEqualTo(WaveformNext.check(first));
    double frequencyHz = bed.said.channels().get(wave.channel()).frequencyHz();
    long expected = WaveformNext.expectedEndMicros(before, wave.samples().length, frequencyHz);
    wave(bed, wave.channel(), first, expected + wave.endDriftMicros(), wave.samples());
  }

  private static Stream stream(Bed bed, int channel) {
    return new Stream(bed.said.bed(), bed.said.birth(), channel);
  }

  private void wave(Bed bed, int channel, long first, long endMicros, int[] samples) {
    ModelDevice device = devices.get(bed.said.handle());
    for (int i = 0; i < samples.length; i++) {
      if (samples[i] != ModelDevice.sample(device.index, bed.said.birth(), channel, first + i)
          || device.lostOf(bed.said.birth(), channel).get((int) first + i)) {
        fail("sample %d of %s is not what it was".formatted(first + i, device.id));
      }
    }
    long end = first + samples.length;
    assertThat(endMicros).isEqualTo(ModelDevice.endMicros(end));
    follows(bed, channel, first, end);
    bed.endMicros.put(channel, endMicros);
  }

  private void follows(Bed bed, int channel, long first, long end) {
    assertThat(wantsChannel(bed.said.bed(), channel)).isTrue();
    bed.heard.add(channel);
    Long expected = next.put(stream(bed, channel), end);
    if (expected != null) {
      assertThat(first).as("what follows in %s", stream(bed, channel)).isEqualTo(expected);
    }
  }

  private void gap(Frame.Gap gap) {
    Bed bed = bed(gap.handle());
    long end = gap.firstSample() + gap.count();
    follows(bed, gap.channel(), gap.firstSample(), end);
    bed.endMicros.remove(gap.channel());
    if (gap.reason() == Frame.GapReason.SOURCE) {
      int found =
          devices
              .get(gap.handle())
              .lostOf(bed.said.birth(), gap.channel())
              .get((int) gap.firstSample(), (int) end)
              .cardinality();
      assertThat(found).isEqualTo((int) gap.count());
    }
  }

  private Frame.FromStation alarm(Frame.AlarmEvent event) {
    BedId bed = bed(event.handle()).said.bed();
    assertThat(wants(bed, Lane.ALARMS)).isTrue();
    assertThat(event.number()).isEqualTo(++alarmsReceived);
    assertThat(event.sequence()).isGreaterThan(sequence);
    sequence = event.sequence();
    Alarm alarm = event.alarm();
    AlarmKey key = new AlarmKey(bed, alarm.condition(), alarm.onsetDeviceMicros());
    accept(bed, alarm);
    if (alarm.over()) {
      lasting.remove(key);
    } else {
      lasting.put(key, alarm);
      repeated.add(key);
    }
    Frame.AlarmPosition position = alarmPosition;
    if (!inSnapshot && position != null) {
      alarmPosition = new Frame.AlarmPosition(bridge.instance, event.sequence(), heardMicros);
    }
    return new Frame.AlarmReceipt(event.number());
  }

  /** What comes again is dropped; what is new must be newer than all that is known. */
  private void accept(BedId bed, Alarm alarm) {
    List<Integer> numbers = accepted.computeIfAbsent(bed, id -> new ArrayList<>());
    int number = Integer.parseInt(alarm.text());
    if (numbers.contains(number) || beforeItsTime.contains(number)) {
      return;
    }
    if (!numbers.isEmpty() && !isExcused(number)) {
      assertThat(number).as("alarms of %s after %s", bed, numbers).isGreaterThan(numbers.getLast());
    }
    numbers.add(number);
  }

  private void endOfSnapshot(Frame.EndOfSnapshot end) {
    assertThat(inSnapshot).isTrue();
    assertThat(end.number()).isEqualTo(Objects.requireNonNull(subscribed).number());
    inSnapshot = false;
    sequence = Math.max(sequence, end.alarmSequence());
    alarmPosition = new Frame.AlarmPosition(bridge.instance, end.alarmSequence(), heardMicros);
    lasting.keySet().retainAll(repeated);
    Set<BedId> here = new HashSet<>();
    for (Bed bed : beds.values()) {
      here.add(bed.said.bed());
      if (bed.alarmsCoveredSince != Integer.MAX_VALUE) {
        cover(bed.said.bed(), bed.said.handle(), bed.alarmsCoveredSince);
      }
    }
    coveredSince.keySet().retainAll(here);
  }

  private void cover(BedId bed, int handle, int since) {
    if (coveredSince.putIfAbsent(bed, since) == null) {
      leaveBehind(devices.get(handle), since, List.of());
    }
  }

  /** What was over before the station asked for it may come later from another bridge, or never. */
  private void leaveBehind(
      ModelDevice device, int since, Collection<ModelDevice.AlarmFact> butFor) {
    List<Integer> has = accepted.getOrDefault(device.id, List.of());
    for (ModelDevice.AlarmFact fact : device.alarms) {
      if (fact.number() <= since && !has.contains(fact.number()) && !butFor.contains(fact)) {
        beforeItsTime.add(fact.number());
      }
    }
  }

  private Frame.FromStation heartbeat(Frame.Heartbeat beat) {
    assertThat(beat.sequence()).isEqualTo(++heartbeat);
    assertThat(beat.framesSent()).isEqualTo(framesReceived);
    assertThat(beat.alarmsSent()).isEqualTo(alarmsReceived);
    assertThat(beat.nowMicros()).isGreaterThanOrEqualTo(heardMicros);
    heardMicros = beat.nowMicros();
    Frame.AlarmPosition position = alarmPosition;
    if (!inSnapshot && position != null) {
      alarmPosition = new Frame.AlarmPosition(bridge.instance, position.sequence(), heardMicros);
    }
    return new Frame.HeartbeatEcho(beat.sequence(), framesReceived + 1);
  }

  /** Whether the end of the newest subscription's snapshot has come. */
  boolean isComplete() {
    return subscribed != null && !inSnapshot;
  }

  /** Nothing moves any more: the station must have what the ward is, of what it wants. */
  void checkAtRest() {
    assertThat(isComplete()).isTrue();
    checkHolds();
    for (ModelBed bed : bridge.beds) {
      Bed mine = beds.get(bed.index());
      if (bed.removed() || selection(bed.id()) == null) {
        assertThat(mine).isNull();
      } else {
        checkAtRest(Objects.requireNonNull(mine), bed, devices.get(bed.index()));
      }
    }
  }

  private void checkAtRest(Bed mine, ModelBed bed, ModelDevice device) {
    BedId id = bed.id();
    assertThat(mine.said.birth()).isEqualTo(bed.definition().birth());
    assertThat(mine.said.occupancy()).isEqualTo(bed.definition().occupancy());
    assertThat(mine.said.occupied()).isEqualTo(bed.patient() != null);
    if (wants(id, Lane.NAMES)) {
      assertThat(mine.said.patient()).isEqualTo(bed.patient());
    } else if (wants(id, Lane.INITIALS) && bed.patient() != null) {
      assertThat(mine.said.patient()).isEqualTo(bed.patient().initials());
    }
    assertThat(mine.state)
        .isEqualTo(
            new Frame.DeviceState(bed.index(), bed.status().status(), bed.status().sinceMicros()));
    if (wants(id, Lane.NUMERICS) && bed.numerics().timeMicros() != 0) {
      assertThat(mine.version).isEqualTo(bed.numerics().version());
    }
    for (int channel = 0; channel < ModelDevice.CHANNELS.size(); channel++) {
      boolean any = bed.ring(channel).newest() != null;
      if (wantsChannel(id, channel) && any) {
        Long mineNext = next.get(stream(mine, channel));
        if (mineNext != null) { // a station that wants no past has nothing until something is new
          assertThat(mineNext).isEqualTo(device.nextSample[channel]);
        }
      }
    }
    if (wants(id, Lane.ALARMS)) {
      LimitsInForce limits = bed.alarming().limits();
      assertThat(Objects.requireNonNull(mine.limits).limits()).isEqualTo(limits.limits());
      assertThat(mine.limits.version()).isEqualTo(limits.version());
      assertThat(mine.scores.values()).containsExactlyElementsOf(bed.scores());
      checkAlarms(device);
    }
  }

  private void checkAlarms(ModelDevice device) {
    Set<AlarmKey> mine = new HashSet<>();
    for (AlarmKey key : lasting.keySet()) {
      if (key.bed.equals(device.id)) {
        mine.add(key);
      }
    }
    Set<AlarmKey> truly = new HashSet<>();
    for (ModelDevice.AlarmFact fact : device.lasting.values()) {
      Alarm alarm = fact.alarm();
      AlarmKey key = new AlarmKey(device.id, alarm.condition(), alarm.onsetDeviceMicros());
      truly.add(key);
      if (mine.contains(key)) {
        assertThat(Objects.requireNonNull(lasting.get(key)).priority()).isEqualTo(alarm.priority());
      }
    }
    assertThat(mine).as("alarms that last at %s", device.id).isEqualTo(truly);
    int since = coveredSince.getOrDefault(device.id, Integer.MAX_VALUE);
    List<Integer> has = accepted.getOrDefault(device.id, List.of());
    for (ModelDevice.AlarmFact fact : device.alarms) {
      if (fact.number() > since && !isExcused(fact.number())) {
        assertThat(has).as("alarms that came of %s", device.id).contains(fact.number());
      }
    }
  }

  private boolean isExcused(int alarm) {
    return alarm <= excused || replaced.contains(alarm) || beforeItsTime.contains(alarm);
  }

  /** Who comes back is told of a priority only if it is the last. */
  private void excuseReplaced(ModelDevice device) {
    Map<AlarmKey, Integer> before = new HashMap<>();
    for (ModelDevice.AlarmFact fact : device.alarms) {
      Alarm alarm = fact.alarm();
      AlarmKey key = new AlarmKey(device.id, alarm.condition(), alarm.onsetDeviceMicros());
      Integer earlier = alarm.over() ? null : before.put(key, fact.number());
      if (earlier != null) {
        replaced.add(earlier);
      }
    }
  }

  /** What happened up to here may never be heard of: nobody knows it any more. */
  void excuse(int alarm) {
    excused = Math.max(excused, alarm);
  }
}
