package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.wardbeat.wire.frame.Frame.GapReason;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** A bed as one bridge of the model knows it, and what that bridge ever said of its vital signs. */
final class ModelBed implements PublishedBed {
  /** All vital signs there were at one version. */
  record Told(long timeMicros, Map<VitalSign, Reading> readings) {}

  private final ModelDevice device;
  private BedDefinition definition;
  private PublishedStatus status;
  private NumericsState numerics = NumericsStates.empty(0);
  private boolean removed;
  private BedAlarming alarming;
  private List<Score> scores;
  private final Map<Long, Told> told = new HashMap<>();
  private Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);

  ModelBed(ModelDevice device) {
    this.device = device;
    this.definition = define(1, 1, newRings());
    this.status = new PublishedStatus(1, device.status, device.statusMicros);
    this.removed = !device.present;
    this.alarming = alarming(device.limits);
    this.scores = scores(device.score);
  }

  private BedDefinition define(long version, long occupancy, List<ChunkRing> rings) {
    return new BedDefinition(
        version,
        occupancy,
        device.patient,
        "patch",
        device.birth,
        true,
        ModelDevice.CHANNELS,
        rings,
        false);
  }

  private static BedAlarming alarming(int version) {
    AlarmLimits limits =
        new AlarmLimits(
            PatientCategory.ADULT,
            List.of(new Limit(VitalSign.HR, true, 50, 120 + version, null, null)));
    return new BedAlarming(
        version,
        new LimitsInForce(version, limits, "", 0, "", ""),
        limits,
        List.of(),
        Map.of(),
        Lying.UNKNOWN);
  }

  /** The device's limits and score have changed. */
  void judge() {
    alarming = alarming(device.limits);
    scores = scores(device.score);
  }

  private static List<Score> scores(int total) {
    return List.of(
        new Score(Score.Kind.NEWS2, "RCP 2017", total, Score.Band.LOW, 0, total, List.of()));
  }

  private static List<ChunkRing> newRings() {
    List<ChunkRing> rings = new ArrayList<>();
    for (WaveformChannel channel : ModelDevice.CHANNELS) {
      rings.add(new ChunkRing(channel.frequencyHz()));
    }
    return rings;
  }

  void reborn() {
    definition = define(definition.version() + 1, definition.occupancy(), newRings());
  }

  void anotherPatient() {
    definition = define(definition.version() + 1, definition.occupancy() + 1, newRings());
    readings = new EnumMap<>(VitalSign.class);
    numerics = NumericsStates.empty(numerics.version() + 1);
    told.put(numerics.version(), new Told(0, Map.of()));
  }

  void removed(boolean now) {
    removed = now;
    anotherPatient();
  }

  void report(DeviceStatus now, long sinceMicros) {
    status = new PublishedStatus(status.version() + 1, now, sinceMicros);
  }

  void measure(long micros, List<Reading> changed) {
    numerics = NumericsStates.after(numerics, micros, changed);
    readings = new EnumMap<>(readings);
    changed.forEach(reading -> readings.put(reading.sign(), reading));
    told.put(numerics.version(), new Told(micros, readings));
  }

  void send(int channel, long first, int count) {
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      samples[i] = device.sample(channel, first + i);
    }
    ring(channel)
        .append(
            new Chunk(device.birth, channel, first, ModelDevice.endMicros(first + count), samples));
  }

  void lose(int channel, long first, int count) {
    ring(channel).append(new GapChunk(device.birth, channel, first, count, GapReason.SOURCE));
  }

  @Nullable Told told(long version) {
    return told.get(version);
  }

  Map<VitalSign, Reading> readings() {
    return readings;
  }

  @Override
  public int index() {
    return device.index;
  }

  @Override
  public BedId id() {
    return device.id;
  }

  @Override
  public BedDefinition definition() {
    return definition;
  }

  @Nullable Patient patient() {
    return definition.patient();
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
    return Long.MIN_VALUE;
  }
}
