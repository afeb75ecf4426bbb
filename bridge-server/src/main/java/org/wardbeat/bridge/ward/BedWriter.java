package org.wardbeat.bridge.ward;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.BedAlarming;
import org.wardbeat.bridge.alarm.BedConditions;
import org.wardbeat.bridge.alarm.Lying;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.Refusal;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A bed: written by its ward loop, read by anyone. Observations come here only if they are of the
 * bed's newest birth, or are a birth.
 */
final class BedWriter implements PublishedBed {
  /** How often the figures are made anew. */
  private static final long FIGURES_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final int index;
  private final BedId id;
  private final Quarantine quarantine;
  private final WardCounters counters;

  private volatile BedDefinition definition;
  private volatile PublishedStatus status = PublishedStatus.UNHEARD;
  private volatile NumericsState numerics = NumericsState.empty(0);
  private volatile PublishedFigures figures = PublishedFigures.NONE;
  private volatile boolean removed;
  private volatile long heardNanos = Long.MIN_VALUE;

  private DeviceClock clock = new DeviceClock();
  private final BedConditions conditions;
  private final BedAlarms alarms;
  private final BedWatch watch;
  private final HourlyGaps gaps = new HourlyGaps();
  private List<ChannelWriter> channels;
  private final Map<VitalSign, Observation.Value> raw = new EnumMap<>(VitalSign.class);
  private long nextSequence = -1;
  private long numericsLost;
  private long figuresNanos;
  private long lastNumericsDeviceMicros;

  /** Whom the device names, whoever people say lies here. */
  private @Nullable Patient named;

  BedWriter(
      int index,
      Observation.Birth birth,
      Quarantine quarantine,
      WardCounters counters,
      WardAlarms wardAlarms,
      long nowNanos) {
    this.index = index;
    this.id = birth.bed();
    this.quarantine = quarantine;
    this.counters = counters;
    conditions = wardAlarms.door(this);
    alarms = new BedAlarms(this, conditions, quarantine);
    watch =
        new BedWatch(
            this,
            conditions,
            wardAlarms.rules(),
            deviceMicros -> clock.toBridge(deviceMicros),
            nowNanos);
    channels = openChannels(birth);
    named = birth.patient();
    Lying known = conditions.lying();
    definition =
        define(
            1,
            1,
            birth,
            known.stay().occupant(named),
            known.isToCheck(birth.device(), named),
            channels);
    counters.births.increment();
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
    return conditions.alarming();
  }

  @Override
  public List<Score> scores() {
    return watch.scores();
  }

  @Override
  public PublishedFigures figures() {
    return figures;
  }

  @Override
  public boolean removed() {
    return removed;
  }

  @Override
  public long heardNanos() {
    return heardNanos;
  }

  /** The bed is taken away. Its past goes, too. */
  void remove(InboundMessage message) {
    removed = true;
    alarms.endAll(message.arrivedMicros());
    watch.replaced(false, message.arrivedNanos(), message.arrivedMicros());
    conditions.removed();
    named = null;
    BedDefinition last = definition;
    definition =
        new BedDefinition(
            last.version() + 1,
            last.occupancy() + 1,
            null,
            "",
            last.birth(),
            last.simulated(),
            List.of(),
            List.of(),
            false);
    channels = List.of();
    clock = new DeviceClock();
    resetNumerics();
    resetStatus();
  }

  /** Says who lies here, before anything is said of alarms. */
  void occupy(Observation.Birth birth, boolean newBirth, InboundMessage message) {
    tellWhoLies();
    watch.born(birth, newBirth, message);
  }

  private void tellWhoLies() {
    BedDefinition now = definition;
    conditions.occupied(
        now.occupancy(), named, now.device(), now.check(), conditions.lying().stay().version());
  }

  /**
   * People may have said meanwhile who lies here, or confirmed it; returns whether that is news.
   */
  boolean lie(long nanos, long micros) {
    Lying known = conditions.lying();
    BedDefinition last = definition;
    Patient occupant = known.stay().occupant(named);
    boolean other = !Objects.equals(occupant, last.patient());
    boolean heard = known.occupancy() == last.occupancy();
    boolean check = occupant != null && (heard ? known.check() : last.check());
    if (!other && check == last.check()) {
      return false;
    }
    List<String> lasting = alarms.lasting();
    if (other) {
      alarms.endAll(micros);
      watch.replaced(false, nanos, micros);
      resetNumerics(); // nobody is shown another's values
      channels.forEach(ChannelWriter::forget);
    }
    definition =
        new BedDefinition(
            last.version() + 1,
            last.occupancy() + (other ? 1 : 0),
            occupant,
            last.device(),
            last.birth(),
            last.simulated(),
            last.channels(),
            channels.stream().map(ChannelWriter::ring).toList(),
            check);
    if (other) {
      tellWhoLies();
      alarms.beginAnew(lasting, micros, clock);
      watch.lies(nanos, micros);
    }
    return true;
  }

  /** A birth of the same number as the newest one, or a newer one; returns whether it says more. */
  boolean birth(Observation.Birth birth, InboundMessage message) {
    BedDefinition last = definition;
    boolean again = removed || birth.birth() > last.birth();
    if (!again && !birth.channels().equals(last.channels())) {
      quarantine.refuse(
          new Refusal(
              Reason.BIRTH_CHANGED,
              message.topic() + " channels",
              "expected the channels of before, as birth %d is known already; publish other"
                      .formatted(birth.birth())
                  + " channels with a newer birth number; the birth was refused"));
      watch.refused(message);
      return false;
    }
    boolean sameDevice = birth.device().equals(last.device());
    boolean sameName = Objects.equals(birth.patient(), named);
    if (!again && sameDevice && sameName && birth.simulated() == last.simulated()) {
      return false;
    }
    named = birth.patient();
    Lying known = lyingAsShown(last);
    Patient occupant = known.stay().occupant(named);
    boolean samePatient = Objects.equals(occupant, last.patient());
    boolean check = known.isToCheck(birth.device(), named);
    boolean other = !sameDevice || !samePatient;
    if (other) {
      alarms.endAll(message.arrivedMicros());
      watch.replaced(samePatient, message.arrivedNanos(), message.arrivedMicros());
      resetNumerics(); // nobody is shown another's values
    }
    if (again) {
      begin(birth, sameDevice);
      alarms.expectConfirmation(message.arrivedNanos());
    } else if (other) {
      channels.forEach(ChannelWriter::forget);
    }
    long occupancy = last.occupancy() + (other ? 1 : 0);
    definition = define(last.version() + 1, occupancy, birth, occupant, check, channels);
    removed = false;
    occupy(birth, again, message);
    counters.births.increment();
    return true;
  }

  /** What is known of who lies here, where what is shown may be newer. */
  private Lying lyingAsShown(BedDefinition shown) {
    Lying known = conditions.lying();
    boolean heard = known.occupancy() == shown.occupancy();
    return new Lying(
        known.stay(),
        shown.patient() != null && (heard ? known.check() : shown.check()),
        shown.occupancy(),
        shown.patient() != null,
        shown.device());
  }

  private void begin(Observation.Birth birth, boolean sameDevice) {
    channels = openChannels(birth);
    raw.clear();
    nextSequence = -1;
    numericsLost = 0;
    lastNumericsDeviceMicros = 0;
    if (sameDevice) {
      clock.doubt();
    } else {
      clock = new DeviceClock();
    }
    resetStatus();
  }

  private List<ChannelWriter> openChannels(Observation.Birth birth) {
    List<ChannelWriter> opened = new ArrayList<>(birth.channels().size());
    for (WaveformChannel channel : birth.channels()) {
      opened.add(new ChannelWriter(channel, counters, gaps));
    }
    return List.copyOf(opened);
  }

  private static BedDefinition define(
      long version,
      long occupancy,
      Observation.Birth birth,
      @Nullable Patient occupant,
      boolean check,
      List<ChannelWriter> channels) {
    return new BedDefinition(
        version,
        occupancy,
        occupant,
        birth.device(),
        birth.birth(),
        birth.simulated(),
        birth.channels(),
        channels.stream().map(ChannelWriter::ring).toList(),
        check);
  }

  private void resetNumerics() {
    raw.clear();
    numerics = NumericsState.empty(numerics.version() + 1);
  }

  private void resetStatus() {
    status =
        new PublishedStatus(
            status.version() + 1,
            PublishedStatus.UNHEARD.status(),
            PublishedStatus.UNHEARD.sinceMicros());
  }

  /** Takes an observation of the newest birth; returns whether anything changed. */
  boolean observe(Observation.OfBirth observation, @Nullable InboundMessage message) {
    if (observation instanceof Observation.Lost lost) {
      if (lost.channel() < channels.size()) {
        channels.get(lost.channel()).dropped(lost);
      }
      return false;
    }
    if (message == null) {
      throw new IllegalArgumentException("only what is lost comes without a message");
    }
    return switch (observation) {
      case Observation.Status seen -> status(seen, message);
      case Observation.Numerics seen -> numerics(seen, message);
      case Observation.Samples seen -> samples(seen, message);
      case Observation.AlarmChange seen -> {
        alarms.take(seen, message, clock);
        yield false; // alarms are told on a way of their own
      }
      case Observation.Birth seen -> birth(seen, message);
      case Observation.Lost seen -> false;
    };
  }

  private boolean status(Observation.Status seen, InboundMessage message) {
    counters.statuses.increment();
    PublishedStatus last = status;
    if (seen.status().equals(last.status()) && last.sinceMicros() > 0) {
      return false;
    }
    long since =
        seen.deviceMicros().isPresent()
            ? clock.toBridge(seen.deviceMicros().getAsLong())
            : message.arrivedMicros();
    status = new PublishedStatus(last.version() + 1, seen.status(), since);
    watch.status(seen, message);
    return true;
  }

  private boolean numerics(Observation.Numerics seen, InboundMessage message) {
    if (seen.sequence() < nextSequence) {
      quarantine.count(Reason.DUPLICATE);
      return false;
    }
    if (nextSequence >= 0) {
      numericsLost += seen.sequence() - nextSequence;
      counters.numericsLost.add(seen.sequence() - nextSequence);
    }
    nextSequence = seen.sequence() + 1;
    if (!message.retained()) {
      if (seen.deviceMicros() < lastNumericsDeviceMicros) {
        clock.doubt(); // the counter went on, the time did not: the clock was set back
        alarms.clockSetBack(message, clock);
      }
      clock.observe(seen.deviceMicros(), message.arrivedMicros(), message.arrivedNanos());
    }
    lastNumericsDeviceMicros = seen.deviceMicros();
    hear(message);
    counters.numerics.increment();
    long micros = clock.toBridge(seen.deviceMicros());
    if (!message.retained()) {
      counters.deviceToBridge.record(message.arrivedMicros() - micros, message.arrivedNanos());
    }
    numerics = numerics.with(micros, changed(seen.values()));
    watch.numerics(seen, message);
    return true;
  }

  /** A value told again, measured at the same time, is no change, however its time is mapped. */
  private List<Reading> changed(List<Observation.Value> values) {
    List<Reading> changed = new ArrayList<>(values.size());
    for (Observation.Value value : values) {
      if (!value.equals(raw.put(value.sign(), value))) {
        changed.add(
            new Reading(
                value.sign(),
                value.available(),
                value.fixed(),
                clock.toBridge(value.deviceMicros())));
      }
    }
    return changed;
  }

  private boolean samples(Observation.Samples seen, InboundMessage message) {
    if (seen.channel() >= channels.size()) {
      quarantine.refuse(
          new Refusal(
              Reason.UNKNOWN_CHANNEL,
              message.topic(),
              "expected a channel of the birth, which has %d; the message was refused"
                  .formatted(channels.size())));
      watch.refused(message);
      return false;
    }
    ChannelWriter.Outcome outcome = channels.get(seen.channel()).take(seen, message, clock);
    switch (outcome) {
      case TAKEN -> {
        hear(message);
        watch.sampled(seen, message);
      }
      case SEEN_BEFORE -> quarantine.count(Reason.DUPLICATE);
      case IMPLAUSIBLE -> {
        quarantine.refuse(
            new Refusal(
                Reason.IMPLAUSIBLE_INDEX,
                message.topic(),
                "byte 8: index %d is further ahead than the device can have come; the message"
                        .formatted(seen.firstSample())
                    + " was refused"));
        watch.refused(message);
      }
    }
    return outcome == ChannelWriter.Outcome.TAKEN;
  }

  /** The device has taken back what it said of an alarm condition. */
  void cleared(Observation.AlarmCleared seen, InboundMessage message) {
    alarms.cleared(seen.condition(), message.arrivedMicros());
  }

  /** What belongs to a birth that is over goes on coming. */
  void overtaken(InboundMessage message) {
    watch.overtaken(message);
  }

  /** A message of the bed could not be read. */
  void refused(InboundMessage message) {
    watch.refused(message);
  }

  /** The bridge's clock was set back: what was heard by it before was so much earlier by it now. */
  void clockSetBack(long micros) {
    numerics = numerics.earlier(micros);
    channels.forEach(channel -> channel.ring().moveBack(micros));
  }

  /** Time goes on; returns whether the scores changed. */
  boolean tick(long nanos, long micros) {
    return watch.tick(nanos, micros, clock.aheadMicros());
  }

  private void publishFigures(long now) {
    if (figures.equals(PublishedFigures.NONE) || now - figuresNanos >= FIGURES_NANOS) {
      figuresNanos = now;
      figures =
          new PublishedFigures(
              clock.aheadMicros(), gaps.gaps(now), gaps.lostSamples(now), numericsLost);
    }
  }

  private void hear(InboundMessage message) {
    if (!message.retained()) {
      alarms.heard(message);
      heardNanos = message.arrivedNanos();
      publishFigures(message.arrivedNanos());
    }
  }
}
