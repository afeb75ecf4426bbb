package org.wardbeat.simulator.device;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The device of one bed: publishes its source's waves block by block, its vital signs each second
 * of the source's time, its state on each change, and says goodbye by last will or by itself.
 *
 * <p>The birth number is the time of connecting in seconds since 1970, or one more than the last
 * one if that is higher: it grows over reconnects and over restarts of the program alike.
 *
 * <p>All work is done on the executor, one step at a time; {@link #start} and {@link #stop} may be
 * called by any thread, everything else only by the {@link Script}.
 */
public final class Device {
  private static final Logger LOG = LoggerFactory.getLogger(Device.class);
  private static final long SECOND = 1_000_000_000L;

  /** A live source further behind than this has lost what lies between. */
  private static final long LOST_NANOS = 2 * SECOND;

  private static final long BUSY_NANOS = 2_000_000L;
  private static final double BATTERY_SECONDS_PER_PERCENT = 900;
  private static final Set<VitalSign> FROM_ELECTRODES =
      EnumSet.of(VitalSign.HR, VitalSign.RR, VitalSign.PVC, VitalSign.ST_I, VitalSign.ST_II);

  private static final Set<SignalKind> BY_ELECTRODES =
      EnumSet.of(SignalKind.ECG, SignalKind.RESP, SignalKind.PACER);

  /** An alarm and when it began, by the device's clock. */
  private record Lasting(DeviceAlarm alarm, Instant onset) {}

  private final BedId bed;
  private final BedSource source;
  private final DeviceSettings settings;
  private final Script script;
  private final LongSupplier nanoTime;
  private final InstantSource utc;
  private final ScheduledExecutorService executor;
  private final Topics topics;
  private final String clientId;
  private final BrokerLink link;
  private final List<WaveformChannel> channels;
  private final long[] indices;
  private final long blockNanos;
  private final CompletableFuture<Void> publishing = new CompletableFuture<>();

  private @Nullable Connection served;
  private long lastBirth;
  private long birth;
  private long sequence;
  private long startNanos;
  private long blockDueNanos;
  private long sourceNanos;
  private long numericsDueNanos = SECOND;
  private long utcAnchorNanos;
  private Instant utcAnchor = Instant.EPOCH;
  private DeviceStatus announced = DeviceStatus.OFFLINE;
  private Set<Electrode> leadsOff = Set.of();
  private final Map<String, Lasting> alarms = new LinkedHashMap<>();
  private boolean silent;
  private boolean powered = true;
  private Duration clockSkew = Duration.ZERO;
  private double batteryPercent;
  private volatile boolean stopping;

  /**
   * @param bed where the device is
   * @param source what it measures; the device closes it
   * @param settings how it behaves
   * @param script what happens to it
   * @param broker where it publishes
   * @param nanoTime monotonic nanoseconds, for durations
   * @param utc for the times it publishes
   * @param executor for all of its work
   */
  public Device(
      BedId bed,
      BedSource source,
      DeviceSettings settings,
      Script script,
      BrokerWatch broker,
      LongSupplier nanoTime,
      InstantSource utc,
      ScheduledExecutorService executor) {
    this.bed = bed;
    this.source = source;
    this.settings = settings;
    this.script = script;
    this.nanoTime = nanoTime;
    this.utc = utc;
    this.executor = executor;
    this.channels = source.channels();
    this.indices = new long[channels.size()];
    this.topics = new Topics(bed, channels.size());
    this.clientId = "wardbeat-device-" + bed.unit() + "-" + bed.bed();
    this.link =
        new BrokerLink(broker, clientId, topics.status(), new SplittableRandom(settings.seed()));
    this.blockNanos = Math.max(1, Math.round(source.blockNanos() / settings.speed()));
    this.batteryPercent = settings.batteryPercent();
  }

  /** Switches the device on. */
  public void start() {
    startNanos = nanoTime.getAsLong();
    blockDueNanos = startNanos + Math.round(settings.phase() * blockNanos);
    schedule(blockDueNanos - startNanos);
  }

  /** Where the device is. */
  public BedId bed() {
    return bed;
  }

  /** Completes when the device has announced itself for the first time. */
  public CompletableFuture<Void> publishing() {
    return publishing;
  }

  private void schedule(long delayNanos) {
    if (stopping) {
      return;
    }
    try {
      Future<?> _ = executor.schedule(this::run, Math.max(0, delayNanos), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("{}: the executor is shut down.", bed);
    }
  }

  private void run() {
    long wait = blockNanos;
    try {
      wait = step();
    } catch (UncheckedIOException e) {
      LOG.error("{}: {} The device goes off.", bed, e.getMessage());
      sayGoodbye();
      stopping = true;
    } catch (RuntimeException e) {
      LOG.error("{}: a step failed; the device goes on with the next one.", bed, e);
      blockDueNanos = nanoTime.getAsLong() + blockNanos;
    }
    schedule(wait);
  }

  /** One step; returns the nanoseconds until the next. */
  private long step() {
    if (stopping) {
      return 0;
    }
    long now = nanoTime.getAsLong();
    double seconds = (double) (now - startNanos) / SECOND;
    script.apply(this, seconds);
    if (powered) {
      link.maintain(now, nextBirth());
    }
    Connection connection = link.open();
    if (connection != null && !connection.equals(served)) {
      announce(connection, now);
    } else if (connection != null && !silent) {
      announceChanges(connection, seconds);
    }
    advance(connection, now);
    return blockDueNanos - nanoTime.getAsLong();
  }

  private long nextBirth() {
    return Math.max(lastBirth + 1, utc.instant().getEpochSecond());
  }

  /** Begins a new birth on a new connection. */
  private void announce(Connection connection, long now) {
    served = connection;
    birth = connection.birth();
    lastBirth = birth;
    sequence = 0;
    Arrays.fill(indices, 0);
    utcAnchor = utc.instant();
    utcAnchorNanos = now;
    byte[] payload =
        Payloads.birth(
            birth, deviceTime(now), clientId, source.patient(), source.simulated(), channels);
    connection.publish(topics.birth(), payload, 1, true);
    announced = DeviceStatus.OFFLINE;
    announceChanges(connection, (double) (now - startNanos) / SECOND);
    alarms.values().forEach(lasting -> publishAlarm(connection, lasting, true));
    publishing.complete(null);
  }

  private void announceChanges(Connection connection, double seconds) {
    int charge =
        (int) Math.ceil(Math.max(0, batteryPercent - seconds / BATTERY_SECONDS_PER_PERCENT));
    DeviceStatus status = new DeviceStatus(true, leadsOff, charge);
    if (!status.equals(announced)) {
      byte[] payload = Payloads.status(birth, deviceTime(nanoTime.getAsLong()), status);
      if (connection.publish(topics.status(), payload, 1, true)) {
        announced = status;
      }
    }
  }

  private void advance(@Nullable Connection connection, long now) {
    while (blockDueNanos - now <= 0) {
      boolean ready = connection != null && connection.equals(served) && powered && !silent;
      if (!source.isLive() && !silent && (!ready || mustWait(connection))) {
        blockDueNanos = now + (ready ? BUSY_NANOS : blockNanos);
        return;
      }
      source.advance();
      sourceNanos += source.blockNanos();
      boolean lost = source.isLive() && (now - blockDueNanos > LOST_NANOS || mustWait(connection));
      if (connection != null && connection.equals(served)) {
        publishBlock(connection, ready && !lost);
      }
      blockDueNanos += blockNanos;
    }
  }

  /** Without room for a whole block, one of a patient is lost and one of a record waits. */
  private boolean mustWait(@Nullable Connection connection) {
    return connection == null || !connection.hasRoomFor(channels.size() + 2);
  }

  private void publishBlock(Connection connection, boolean audible) {
    long endMicros = micros(deviceTime(blockDueNanos));
    for (int channel = 0; channel < channels.size(); channel++) {
      int count = source.count(channel);
      if (audible && !isDetached(channels.get(channel).kind())) {
        publishValid(connection, channel, count, endMicros);
      }
      indices[channel] += count;
    }
    if (sourceNanos >= numericsDueNanos) {
      numericsDueNanos += SECOND * Math.max(1, (sourceNanos - numericsDueNanos) / SECOND + 1);
      if (audible) {
        publishNumerics(connection);
      }
    }
  }

  private boolean isDetached(SignalKind kind) {
    return !leadsOff.isEmpty() && BY_ELECTRODES.contains(kind);
  }

  /** Publishes each run of valid samples; what lies between is a jump of the index, a gap. */
  private void publishValid(Connection connection, int channel, int count, long endMicros) {
    int[] samples = source.samples(channel);
    double microsPerSample = 1e6 / (channels.get(channel).frequencyHz() * settings.speed());
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && to - from < Payloads.MAX_SAMPLES && samples[to] != BedSource.INVALID) {
        to++;
      }
      if (to > from) {
        long end = endMicros - Math.round((count - to) * microsPerSample);
        byte[] payload =
            Payloads.waveform(birth, samples, from, to - from, indices[channel] + from, end);
        connection.publish(topics.waveform(channel), payload, settings.waveformQos(), false);
        from = to;
      } else {
        from++;
      }
    }
  }

  private void publishNumerics(Connection connection) {
    List<Measurement> measurements =
        leadsOff.isEmpty()
            ? source.measurements()
            : source.measurements().stream().map(Device::withoutElectrodes).toList();
    byte[] payload = Payloads.numerics(birth, sequence++, deviceTime(blockDueNanos), measurements);
    connection.publish(topics.numerics(), payload, 1, false);
  }

  private static Measurement withoutElectrodes(Measurement measurement) {
    return FROM_ELECTRODES.contains(measurement.sign())
        ? Measurement.now(measurement.sign(), Optional.empty())
        : measurement;
  }

  private Instant deviceTime(long nanos) {
    return utcAnchor.plusNanos(nanos - utcAnchorNanos).plus(clockSkew);
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000), time.getNano() / 1000);
  }

  /** Takes electrodes off the patient, or puts all of them on again. */
  public void setLeadsOff(Set<Electrode> electrodes) {
    leadsOff = Set.copyOf(electrodes);
  }

  /** Makes the device say nothing, its connection staying open. */
  public void setSilent(boolean silent) {
    this.silent = silent;
  }

  /** Takes the power away, so that the connection ends without a word, or gives it back. */
  public void setPowered(boolean powered) {
    if (this.powered && !powered) {
      link.cut();
    }
    this.powered = powered;
  }

  /** Sets the charge, which then falls on by one percent in a quarter of an hour. */
  public void setBattery(int percent, double seconds) {
    batteryPercent = percent + seconds / BATTERY_SECONDS_PER_PERCENT;
  }

  /** Raises an alarm, which lasts until it is ended. */
  public void raise(DeviceAlarm alarm) {
    Lasting lasting = new Lasting(alarm, deviceTime(nanoTime.getAsLong()));
    alarms.put(alarm.condition(), lasting);
    tellAlarm(lasting, true);
  }

  /** Ends the alarm of a condition, if there is one. */
  public void end(DeviceAlarm alarm) {
    Lasting lasting = alarms.remove(alarm.condition());
    if (lasting != null) {
      tellAlarm(lasting, false);
    }
  }

  /** What cannot be told now is told with the next birth, or is over by then. */
  private void tellAlarm(Lasting lasting, boolean active) {
    Connection connection = link.open();
    if (connection != null && connection.equals(served)) {
      publishAlarm(connection, lasting, active);
    }
  }

  private void publishAlarm(Connection connection, Lasting lasting, boolean active) {
    Instant time = deviceTime(nanoTime.getAsLong());
    byte[] payload = Payloads.alarm(birth, time, lasting.alarm(), active, lasting.onset());
    connection.publish(topics.alarm(lasting.alarm().condition()), payload, 1, true);
  }

  /** By how much the device's clock is fast. */
  public void setClockSkew(Duration skew) {
    clockSkew = skew;
  }

  /** What the device measures. */
  public BedSource source() {
    return source;
  }

  /** Ends the steps; the executor finishes the one it is at. */
  public void stop() {
    stopping = true;
  }

  /** Says that the device goes. Only after {@link #stop} and the last step. */
  public void sayGoodbye() {
    Connection connection = link.open();
    if (connection != null && connection.equals(served)) {
      connection.publish(topics.status(), Payloads.goodbye(birth), 1, true);
    }
  }

  /**
   * Disconnects, once what was said has been delivered or the time has come. Only after {@link
   * #sayGoodbye}.
   *
   * @param deadlineNanos on the clock of {@link System#nanoTime}
   */
  public void disconnect(long deadlineNanos) throws InterruptedException {
    Connection connection = link.open();
    if (connection == null) {
      link.cut();
    } else {
      connection.awaitDelivery(deadlineNanos);
      connection.disconnect();
    }
    source.close();
  }
}
