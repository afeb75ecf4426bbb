package org.wardbeat.bridge.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.BedAlarming;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.alarm.Lying;
import org.wardbeat.bridge.ward.BedDefinition;
import org.wardbeat.bridge.ward.Chunk;
import org.wardbeat.bridge.ward.ChunkRing;
import org.wardbeat.bridge.ward.GapChunk;
import org.wardbeat.bridge.ward.NumericsState;
import org.wardbeat.bridge.ward.NumericsStates;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.bridge.ward.PublishedFigures;
import org.wardbeat.bridge.ward.PublishedStatus;
import org.wardbeat.bridge.ward.RingEntry;
import org.wardbeat.wire.frame.Frame.GapReason;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A bed that a test writes as its ward loop would. Sample {@code n} has the value {@link #value}.
 */
public final class FakeBed implements PublishedBed {
  static final int FREQUENCY_HZ = 250;
  public static final long START_MICROS = 1_773_135_600_000_000L;
  private static final WaveformChannel LEAD_II =
      new WaveformChannel("II", SignalKind.ECG, FREQUENCY_HZ, 200, 0, "mV");

  private final int index;
  private final BedId id;
  private volatile BedDefinition definition;
  private volatile PublishedStatus status = new PublishedStatus(0, DeviceStatus.OFFLINE, 0);
  private volatile NumericsState numerics = NumericsStates.empty(0);
  private volatile BedAlarming alarming = alarming(0, "", Lying.UNKNOWN);
  private volatile List<Score> scores = List.of();
  private volatile boolean removed;
  private volatile long heardNanos = Long.MIN_VALUE;
  private long nextSample;

  FakeBed(int index, String unit, String bed, long birth) {
    this.index = index;
    this.id = new BedId(unit, bed);
    this.definition = definition(1, 1, birth);
  }

  private static BedDefinition definition(long version, long occupancy, long birth) {
    return new BedDefinition(
        version,
        occupancy,
        new Patient("MRN-" + birth, "Haddad", "Noor"),
        "patch",
        birth,
        true,
        List.of(LEAD_II),
        List.of(new ChunkRing(FREQUENCY_HZ)),
        false);
  }

  private static BedAlarming alarming(long version, String user, Lying lying) {
    AlarmLimits limits =
        new AlarmLimits(
            PatientCategory.ADULT,
            List.of(new Limit(VitalSign.HR, true, 50, 120 + (int) version, null, null)));
    return new BedAlarming(
        version,
        new LimitsInForce(
            version, limits, user, START_MICROS + version, "", user.isEmpty() ? "" : "bridge"),
        limits,
        List.of(),
        Map.of(),
        lying);
  }

  /** Somebody sets limits. */
  void limit(String user) {
    alarming = alarming(alarming.version() + 1, user, alarming.lying());
  }

  /** Somebody says who lies there and who sees to the bed. */
  void say(Stay stay) {
    alarming =
        alarming(
            alarming.version() + 1,
            alarming.limits().user(),
            new Lying(stay, false, definition.occupancy(), true, definition.device()));
  }

  /** Scores come to something else. */
  void score(Score... now) {
    scores = List.of(now);
  }

  static int value(long sample) {
    return (int) ((sample * 7_919) % 1_000);
  }

  /** The device starts anew. */
  void rebirth(long birth) {
    nextSample = 0;
    definition = definition(definition.version() + 1, definition.occupancy(), birth);
  }

  /** Another patient comes, the device goes on. */
  void admit(@Nullable Patient patient) {
    BedDefinition old = definition;
    definition =
        new BedDefinition(
            old.version() + 1,
            old.occupancy() + 1,
            patient,
            old.device(),
            old.birth(),
            old.simulated(),
            old.channels(),
            List.of(new ChunkRing(FREQUENCY_HZ)),
            false);
  }

  public void report(DeviceStatus newStatus, long sinceMicros) {
    status = new PublishedStatus(status.version() + 1, newStatus, sinceMicros);
  }

  void measure(long micros, Reading... readings) {
    numerics = NumericsStates.after(numerics, micros, List.of(readings));
  }

  void discardReadings() {
    numerics = NumericsStates.empty(numerics.version() + 1);
  }

  public void hear(long nanos) {
    heardNanos = nanos;
  }

  void remove() {
    removed = true;
  }

  /** The device sends so many samples. */
  RingEntry send(int count) {
    int[] samples = IntStream.range(0, count).map(i -> value(nextSample + i)).toArray();
    Chunk chunk = new Chunk(definition.birth(), 0, nextSample, micros(nextSample + count), samples);
    ring(0).append(chunk);
    nextSample += count;
    return chunk;
  }

  /** The device leaves out so many samples. */
  void lose(int count) {
    ring(0).append(new GapChunk(definition.birth(), 0, nextSample, count, GapReason.SOURCE));
    nextSample += count;
  }

  long nextSample() {
    return nextSample;
  }

  static long micros(long sample) {
    return START_MICROS + sample * 1_000_000 / FREQUENCY_HZ;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public BedId id() {
    return id;
  }

  @Override
  public BedDefinition definition() {
    return definition;
  }

  @Override
  public PublishedStatus status() {
    return status;
  }

  @Override
  public NumericsState numerics() {
    return numerics;
  }

  @Override
  public BedAlarming alarming() {
    return alarming;
  }

  @Override
  public List<Score> scores() {
    return scores;
  }

  @Override
  public PublishedFigures figures() {
    return new PublishedFigures(1_500, 2, 30, 4);
  }

  @Override
  public boolean removed() {
    return removed;
  }

  @Override
  public long heardNanos() {
    return heardNanos;
  }
}
