package org.wardbeat.station.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** A ward that a test writes: its beds, its link, its clock, and waves that go on by themselves. */
final class FakeWard implements WardFeed {
  /** Tuesday, 10 March 2026, 09:41:08 UTC. */
  static final long START_MICROS = 1_773_135_668_000_000L;

  private static final double ECG_HZ = 250;
  private static final double PLETH_HZ = 125;
  private static final List<String> NAMES =
      List.of(
          "Almeida",
          "Brandt",
          "Castellanos",
          "Dlamini",
          "Ellis",
          "Eriksson",
          "Haddad",
          "Ivanova",
          "Jensen",
          "Kaplan",
          "Lindqvist",
          "Moreau",
          "Nakamura",
          "Osei",
          "Petrov",
          "Quinn");

  private final List<BedSnapshot> beds = new ArrayList<>();
  private final Map<BedId, List<SampleRing>> rings = new HashMap<>();
  private final Map<BedId, Long> silentSince = new HashMap<>();
  private final Map<Integer, Double> peaks = new HashMap<>();
  private final Map<SampleRing, Records.Lead> recordings = new HashMap<>();
  private final AtomicInteger retries = new AtomicInteger();
  private final AtomicBoolean diagnostics = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  private final boolean running;
  private LinkSnapshot link = Links.streaming();
  private boolean simulated;
  private final List<Wanted> acts = new ArrayList<>();
  private List<InactivationState> heldBack = List.of();
  private final List<Frame.AlarmRecord> past = new ArrayList<>();
  private final List<Runnable> questions = new ArrayList<>();
  private final List<HistoryQuery> asked = new ArrayList<>();
  private String missing = "";
  private volatile boolean slow;
  private boolean failing;
  private long offsetMicros;

  private FakeWard(boolean running) {
    this.running = running;
  }

  /** A ward whose clock runs. */
  static FakeWard running(int beds) {
    return new FakeWard(true).withBeds(beds);
  }

  /** A ward whose clock only moves by {@link #advance}. */
  static FakeWard still(int beds) {
    return new FakeWard(false).withBeds(beds);
  }

  private FakeWard withBeds(int count) {
    for (int i = 0; i < count; i++) {
      BedId id = new BedId("4 East", String.valueOf(401 + i));
      beds.add(bed(id, i));
      rings.put(
          id,
          List.of(
              SampleRing.lasting(Duration.ofSeconds(60), ECG_HZ),
              SampleRing.lasting(Duration.ofSeconds(60), PLETH_HZ)));
    }
    return this;
  }

  private static BedSnapshot bed(BedId id, int index) {
    return new BedSnapshot(
        id,
        true,
        index,
        new Patient("MRN-" + index, NAMES.get(index % NAMES.size()), "Robin"),
        "patch-" + id.bed(),
        1,
        false,
        List.of(
            new WaveformChannel("II", SignalKind.ECG, ECG_HZ, 200, 0, "mV"),
            new WaveformChannel("PLETH", SignalKind.PLETH, PLETH_HZ, 1_000, 0, "1")),
        new DeviceStatus(true, Set.of(), 64),
        START_MICROS - 60_000_000,
        readings(index),
        START_MICROS,
        true,
        List.of(),
        BedWatch.NONE);
  }

  private static Map<VitalSign, Reading> readings(int index) {
    Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
    put(readings, VitalSign.HR, 60 + index * 7 % 60);
    put(readings, VitalSign.PULSE, 60 + index * 7 % 60);
    put(readings, VitalSign.SPO2, 94 + index % 6);
    put(readings, VitalSign.RR, 12 + index % 9);
    put(readings, VitalSign.TEMP, 365 + index % 15);
    put(readings, VitalSign.NIBP_SYS, 108 + index * 3 % 40);
    put(readings, VitalSign.NIBP_DIA, 62 + index * 5 % 25);
    put(readings, VitalSign.NIBP_MEAN, 80 + index % 20);
    put(readings, VitalSign.PVC, index % 9);
    put(readings, VitalSign.ST_II, index % 5 - 2);
    return readings;
  }

  private static void put(Map<VitalSign, Reading> readings, VitalSign sign, int fixed) {
    readings.put(sign, Reading.of(sign, fixed, START_MICROS - 26L * 60 * 1_000_000));
  }

  /** The change of a device's status that began at the start. */
  static UnaryOperator<BedSnapshot> status(DeviceStatus status) {
    return bed -> BedCopy.of(bed).status(status, START_MICROS).bed();
  }

  /** The change to a bed without a patient. */
  static BedSnapshot empty(BedSnapshot bed) {
    return BedCopy.empty(bed.id());
  }

  /** A bed elsewhere. */
  static BedSnapshot at(String unit, String label, BedSnapshot bed) {
    return BedCopy.of(bed).id(new BedId(unit, label)).bed();
  }

  /** The change to a bed whose patient's name is hidden. */
  static BedSnapshot nameless(BedSnapshot bed) {
    return BedCopy.of(bed).patient(null).bed();
  }

  /** The change to a bed that has not been heard since the link came back. */
  static BedSnapshot unheard(BedSnapshot bed) {
    return BedCopy.of(bed).freshSinceResume(false).bed();
  }

  synchronized void setLink(LinkSnapshot link) {
    this.link = link;
  }

  synchronized void setSimulated(boolean simulated) {
    this.simulated = simulated;
  }

  /** From now on this is held back. */
  synchronized void hold(InactivationState... held) {
    heldBack = List.of(held);
  }

  synchronized void change(int index, UnaryOperator<BedSnapshot> change) {
    beds.set(index, change.apply(beds.get(index)));
  }

  /** From now on nothing comes from a bed. */
  synchronized void silence(int index, long sinceMicros) {
    silentSince.put(beds.get(index).id(), sinceMicros);
  }

  synchronized void advance(Duration time) {
    offsetMicros += time.toNanos() / 1_000;
  }

  /** The next snapshot cannot be had. */
  synchronized void failNextSnapshot() {
    failing = true;
  }

  int retries() {
    return retries.get();
  }

  /** The R peaks of a bed from now on. */
  synchronized void setPeak(int index, double millivolts) {
    peaks.put(index, millivolts);
  }

  /** From now on a channel of a bed is a recording, over and over. */
  synchronized void play(int index, int channel, Records.Lead lead) {
    BedSnapshot bed = beds.get(index);
    List<WaveformChannel> channels = new ArrayList<>(bed.channels());
    WaveformChannel before = channels.get(channel);
    channels.set(
        channel,
        new WaveformChannel(
            before.code(),
            before.kind(),
            lead.frequencyHz(),
            lead.gain(),
            lead.zeroUnits(),
            before.unit(),
            before.lowest(),
            before.highest()));
    change(index, known -> BedCopy.of(known).channels(channels).bed());
    SampleRing ring = SampleRing.lasting(Duration.ofSeconds(60), lead.frequencyHz());
    recordings.put(ring, lead);
    List<SampleRing> all = new ArrayList<>(rings.getOrDefault(bed.id(), List.of()));
    all.set(channel, ring);
    rings.put(bed.id(), all);
  }

  /** From now on a bed's device has these channels; each is to be played. */
  synchronized void equip(int index, List<WaveformChannel> channels) {
    change(index, known -> BedCopy.of(known).channels(channels).bed());
    rings.put(
        beds.get(index).id(),
        channels.stream()
            .map(each -> SampleRing.lasting(Duration.ofMinutes(2), each.frequencyHz()))
            .toList());
  }

  /** The change to a bed whose device alarms. */
  static UnaryOperator<BedSnapshot> alarming(Alarm... alarms) {
    return bed -> BedCopy.of(bed).alarms(List.of(alarms)).bed();
  }

  /** Brings all rings up to now. */
  synchronized void feed() {
    long now = bridgeNowMicros();
    for (int i = 0; i < beds.size(); i++) {
      BedId id = beds.get(i).id();
      List<SampleRing> channels = rings.getOrDefault(id, List.of());
      if (!channels.isEmpty() && !silentSince.containsKey(id)) {
        for (int channel = 0; channel < channels.size(); channel++) {
          write(channels.get(channel), now, i, channel == 0);
        }
      }
    }
  }

  private void write(SampleRing ring, long nowMicros, int bed, boolean ecg) {
    double hz = ring.frequencyHz();
    long begin = START_MICROS - 20_000_000;
    long end = Math.round((nowMicros - begin) / 1e6 * hz);
    long from = ring.end();
    if (end <= from) {
      return;
    }
    Records.Lead recording = recordings.get(ring);
    int[] samples = new int[(int) (end - from)];
    for (int i = 0; i < samples.length; i++) {
      double seconds = (from + i) / hz;
      samples[i] =
          recording != null ? recording.at(seconds) : ecg ? ecg(seconds, bed) : pleth(seconds, bed);
    }
    ring.append(from, samples, 0, samples.length, begin + Math.round(end / hz * 1e6));
  }

  private static double beat(double seconds, int bed) {
    double rate = (60 + bed * 7 % 60) / 60.0;
    double beats = seconds * rate + bed * 0.37;
    return beats - Math.floor(beats);
  }

  private int ecg(double seconds, int bed) {
    double phase = beat(seconds, bed);
    double millivolts =
        0.12 * bump(phase, 0.18, 0.025)
            - 0.1 * bump(phase, 0.27, 0.008)
            + peaks.getOrDefault(bed, 0.8 + 0.05 * (bed % 8)) * bump(phase, 0.30, 0.010)
            - 0.2 * bump(phase, 0.33, 0.010)
            + 0.25 * bump(phase, 0.55, 0.04)
            + 0.01 * Math.sin(seconds * 37 + bed);
    return (int) Math.round(millivolts * 200);
  }

  private static int pleth(double seconds, int bed) {
    double phase = beat(seconds, bed);
    return (int)
        Math.round(1_000 * (0.1 + 0.7 * bump(phase, 0.4, 0.1) + 0.25 * bump(phase, 0.65, 0.08)));
  }

  private static double bump(double x, double at, double width) {
    double d = (x - at) / width;
    return Math.exp(-d * d / 2);
  }

  @Override
  public synchronized WardSnapshot snapshot() {
    if (failing) {
      failing = false;
      throw new IllegalStateException("a snapshot that a test made fail");
    }
    long now = bridgeNowMicros();
    List<BedSnapshot> present = beds.stream().map(bed -> spokenAt(bed, now)).toList();
    return new WardSnapshot(link, present, heldBack, now, simulated, System.nanoTime());
  }

  private BedSnapshot spokenAt(BedSnapshot bed, long now) {
    long spokeMicros = silentSince.getOrDefault(bed.id(), now - 300_000);
    return bed.sourceMicros() == 0
        ? bed
        : BedCopy.of(bed).readings(measuredAt(bed.readings(), spokeMicros), spokeMicros).bed();
  }

  /** What a device measures all the time is as old as its last word; a pressure keeps its time. */
  private static Map<VitalSign, Reading> measuredAt(Map<VitalSign, Reading> readings, long micros) {
    Map<VitalSign, Reading> measured = new EnumMap<>(readings);
    measured.replaceAll(
        (sign, reading) ->
            sign.name().startsWith("NIBP")
                ? reading
                : new Reading(sign, reading.available(), reading.fixed(), micros));
    return measured;
  }

  @Override
  public long bridgeNowMicros() {
    long passed = running ? (System.nanoTime() - startNanos) / 1_000 : 0;
    return START_MICROS + passed + offsetMicros;
  }

  @Override
  public synchronized @Nullable SampleRing ring(BedId bed, int channel) {
    List<SampleRing> channels = rings.get(bed);
    return channels == null || channel >= channels.size() ? null : channels.get(channel);
  }

  @Override
  public void setListener(Runnable changed) {
    // Never told: the screen must ask by itself, for a link that hangs tells nothing either.
  }

  @Override
  public void showDiagnostics(boolean wanted) {
    diagnostics.set(wanted);
  }

  /** Whether the screens want the bridge's figures. */
  boolean diagnostics() {
    return diagnostics.get();
  }

  @Override
  public void retryNow() {
    retries.incrementAndGet();
  }

  @Override
  public synchronized CompletableFuture<ActResult> act(Operator operator, Operation operation) {
    CompletableFuture<ActResult> answer = new CompletableFuture<>();
    acts.add(new Wanted(operator, operation, answer));
    return answer;
  }

  /** What an operator wanted; the test answers. */
  record Wanted(Operator operator, Operation operation, CompletableFuture<ActResult> answer) {}

  /** What operators wanted so far. */
  synchronized List<Wanted> acts() {
    return List.copyOf(acts);
  }

  @Override
  public CompletableFuture<AlarmHistory> history(HistoryQuery query) {
    CompletableFuture<AlarmHistory> answer = new CompletableFuture<>();
    synchronized (this) {
      asked.add(query);
      questions.add(() -> answer.complete(answer(query)));
    }
    if (!slow) {
      answerHistory();
    }
    return answer;
  }

  private synchronized AlarmHistory answer(HistoryQuery query) {
    List<Frame.AlarmRecord> found =
        past.stream()
            .filter(each -> query.unit().isEmpty() || query.unit().equals(each.bed().unit()))
            .filter(each -> each.alarm().onsetMicros() < query.toMicros())
            .filter(
                each -> !each.alarm().over() || each.alarm().endedMicros() >= query.fromMicros())
            .sorted(
                Comparator.comparingLong((Frame.AlarmRecord each) -> each.alarm().onsetMicros())
                    .reversed())
            .limit(query.most())
            .toList();
    return new AlarmHistory(missing, found);
  }

  /** What the bridge has stored of alarms. */
  synchronized void past(List<Frame.AlarmRecord> records) {
    past.clear();
    past.addAll(records);
  }

  /** From now on answers lack alarms, for this reason; for none if it is empty. */
  synchronized void missing(String reason) {
    missing = reason;
  }

  /** Whether questions for the past wait until the test has them answered. */
  void setSlow(boolean isSlow) {
    slow = isSlow;
  }

  /** Answers all questions for the past that wait. */
  void answerHistory() {
    List<Runnable> due;
    synchronized (this) {
      due = List.copyOf(questions);
      questions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** What was asked of the past so far. */
  synchronized List<HistoryQuery> asked() {
    return List.copyOf(asked);
  }

  /** Forgets what was asked. */
  synchronized void forgetAsked() {
    asked.clear();
  }
}
