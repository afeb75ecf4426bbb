package org.wardbeat.benchmarks.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A ward as a station's link would tell it: chunks of 250 ms, and each second another value of each
 * vital sign.
 */
final class BenchWard implements WardFeed {

  private static final int CHUNK = Waves.FREQUENCY_HZ / 4;
  private static final int HISTORY = 12 * Waves.FREQUENCY_HZ;

  private final long originMicros = System.currentTimeMillis() * 1_000;
  private final long originNanos = System.nanoTime();
  private final List<BedId> ids = new ArrayList<>();
  private final List<Patient> patients = new ArrayList<>();
  private final List<String> devices = new ArrayList<>();
  private final DeviceStatus status = new DeviceStatus(true, Set.of(), 64);
  private final List<WaveformChannel> channels;

  /** Those of the first bed, then of the next one. */
  private final List<SampleRing> rings = new ArrayList<>();

  private final int[] chunk = new int[HISTORY];
  private final Flood flood = new Flood();
  private final boolean flooded;
  private long next;

  /** Of each bed, as of the second that came last; what did not change stays the same object. */
  private List<Map<VitalSign, Reading>> readings = List.of();

  private int measured = -1;
  private volatile List<BedSnapshot> beds = List.of();
  private volatile Runnable listener = () -> {};

  /**
   * @param flooded whether {@link #alarm} will raise alarms
   */
  BenchWard(Sight sight, boolean flooded) {
    this.flooded = flooded;
    this.channels = List.copyOf(Waves.CHANNELS.subList(0, sight.waves()));
    for (int i = 0; i < sight.beds(); i++) {
      ids.add(new BedId("4 East", String.valueOf(401 + i)));
      patients.add(new Patient("MRN-" + i, "Patient" + i, "Robin"));
      devices.add("patch-" + i);
    }
    for (int i = 0; i < sight.count(); i++) {
      rings.add(SampleRing.lasting(Duration.ofSeconds(70), Waves.FREQUENCY_HZ));
    }
    write(HISTORY, true);
    publish();
  }

  /** Sends what is due, for ever; to be run by a thread of its own. */
  void send() {
    try {
      while (true) {
        long dueMicros = originMicros + (next - HISTORY + CHUNK) * 1_000_000 / Waves.FREQUENCY_HZ;
        Thread.sleep(Math.max(0, dueMicros - bridgeNowMicros()) / 1_000);
        write(CHUNK, false);
        publish();
        listener.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Raises alarms at all beds in turn, for ever; to be run by a thread of its own. */
  void alarm() {
    long perSecond = (long) Flood.PER_SECOND * ids.size();
    try {
      for (long count = 0; ; count++) {
        long dueMicros = originMicros + count * 1_000_000 / perSecond;
        Thread.sleep(Math.max(0, dueMicros - bridgeNowMicros()) / 1_000);
        alarm((int) (count % ids.size()));
        listener.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void alarm(int bed) {
    long now = bridgeNowMicros();
    flood.raise(bed, now);
    List<BedSnapshot> present = new ArrayList<>(beds);
    present.set(bed, bed(bed, now));
    beds = present;
  }

  private void write(int length, boolean past) {
    long endMicros = originMicros + (next + length - HISTORY) * 1_000_000 / Waves.FREQUENCY_HZ;
    for (int wave = 0; wave < rings.size(); wave++) {
      for (int i = 0; i < length; i++) {
        chunk[i] = Waves.sample(wave, next + i);
      }
      SampleRing ring = rings.get(wave);
      if (past) {
        ring.backfill(next, chunk, 0, length, endMicros);
      } else {
        ring.append(next, chunk, 0, length, endMicros);
      }
    }
    next += length;
  }

  private int second(long now) {
    return (int) ((now - originMicros) / 1_000_000);
  }

  private synchronized void publish() {
    long now = bridgeNowMicros();
    measure(second(now));
    List<BedSnapshot> present = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      present.add(bed(i, now));
    }
    beds = present;
  }

  private void measure(int second) {
    if (second != measured) {
      measured = second;
      readings =
          IntStream.range(0, ids.size())
              .mapToObj(index -> Map.copyOf(readings(index, second)))
              .toList();
    }
  }

  private BedSnapshot bed(int index, long now) {
    return new BedSnapshot(
        ids.get(index),
        true,
        index,
        patients.get(index),
        devices.get(index),
        1,
        false,
        channels,
        status,
        originMicros,
        readings.get(index),
        now,
        true,
        flooded ? flood.alarms(index) : List.of(),
        BedWatch.NONE);
  }

  /** What was measured at the beginning of a second. */
  private Map<VitalSign, Reading> readings(int index, int second) {
    long at = originMicros + second * 1_000_000L;
    Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
    put(readings, VitalSign.HR, 60 + (index * 7 + second) % 50, at);
    put(readings, VitalSign.SPO2, 94 + (index + second) % 6, at);
    put(readings, VitalSign.RR, 12 + (index + second) % 9, at);
    put(readings, VitalSign.TEMP, 365 + (index + second) % 15, at);
    put(readings, VitalSign.NIBP_SYS, 108 + (index * 3 + second) % 40, at);
    put(readings, VitalSign.NIBP_DIA, 62 + (index * 5 + second) % 25, at);
    return readings;
  }

  private static void put(
      Map<VitalSign, Reading> readings, VitalSign sign, int value, long measuredMicros) {
    readings.put(sign, Reading.of(sign, value, measuredMicros));
  }

  @Override
  public WardSnapshot snapshot() {
    long now = bridgeNowMicros();
    return new WardSnapshot(link(now), beds, List.of(), now, true, System.nanoTime());
  }

  private LinkSnapshot link(long now) {
    return new LinkSnapshot(
        LinkState.STREAMING,
        true,
        TransportKind.WEB_SOCKET,
        null,
        new BrokerState(true, originMicros),
        0,
        0,
        System.nanoTime(),
        now,
        1,
        false,
        0,
        "",
        LinkDetails.NONE);
  }

  @Override
  public long bridgeNowMicros() {
    return originMicros + (System.nanoTime() - originNanos) / 1_000;
  }

  @Override
  public @Nullable SampleRing ring(BedId bed, int channel) {
    int index = ids.indexOf(bed);
    return index < 0 ? null : rings.get(index * channels.size() + channel);
  }

  @Override
  public void setListener(Runnable changed) {
    listener = changed;
  }

  @Override
  public void showDiagnostics(boolean wanted) {
    listener.run();
  }

  @Override
  public void retryNow() {
    listener.run();
  }

  @Override
  public CompletableFuture<ActResult> act(Operator operator, Operation operation) {
    return CompletableFuture.completedFuture(
        new ActResult(ActResult.Status.NOT_SENT, "There is no bridge"));
  }

  @Override
  public CompletableFuture<AlarmHistory> history(HistoryQuery query) {
    return CompletableFuture.completedFuture(AlarmHistory.withoutLink());
  }
}
