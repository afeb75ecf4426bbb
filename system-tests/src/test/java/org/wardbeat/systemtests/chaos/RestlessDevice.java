package org.wardbeat.systemtests.chaos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.BedId;

/**
 * A device whose patient is never well: conditions of its own come and go at random, and its heart
 * rate goes beyond the limit for a while. Most of what it has lasts until every bridge has told of
 * it, as what matters in a ward does; the rest is brief, and certain to be heard only while all is
 * well. It writes down all it had.
 */
final class RestlessDevice implements Part {
  /** Latches until somebody sees to it. */
  static final String LETHAL = "ASYSTOLE";

  /** Lasts from when the device calmed down. */
  static final String LASTING = "LASTING";

  /** What a bridge calls a heart rate above its limit. */
  static final String HEART_RATE_HIGH = "HR_HIGH";

  private static final int NORMAL_RATE = 74;
  private static final int FAST_RATE = 130;
  private static final int TICK_MILLIS = 100;
  private static final int SECOND_MILLIS = 1_000;
  private static final int CONDITIONS = 12;
  private static final int MOST_AT_ONCE = 5;
  private static final int LONGEST_MILLIS = 2_500;
  private static final int BREACH_MILLIS = 9_000;
  private static final int SETTLE_MILLIS = 1_500;
  private static final String[] PRIORITIES = {"high", "medium", "low"};

  /** A condition that lasts, or of whose end the broker does not know yet. */
  private static final class Condition {
    private final String code;
    private final String priority;
    private final Instant onset;
    private final boolean brief;
    private final long weather;
    private final long leastUntilMillis;
    private Instant end = Instant.EPOCH;
    private boolean told;

    Condition(String code, String priority, boolean brief, long weather, long leastUntilMillis) {
      this.code = code;
      this.priority = priority;
      this.onset = now();
      this.brief = brief;
      this.weather = weather;
      this.leastUntilMillis = leastUntilMillis;
    }

    boolean hasEnded() {
      return !end.equals(Instant.EPOCH);
    }
  }

  private final BedId bed;
  private final DeviceLine line;
  private final Ear ear;
  private final Random random;
  private final ScheduledExecutorService loop;
  private final ScheduledFuture<?> ticks;
  private final Map<String, Condition> conditions = new LinkedHashMap<>();
  private final List<Occurrence> had = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  private NavigableSet<Long> beyond = new TreeSet<>();
  private long breachWeather;
  private long breachUntilMillis;
  private long calmUntilMillis;
  private long nextNumericsMillis;
  private long seq;
  private boolean hadLethal;
  private volatile boolean calming;
  private volatile long confirmedMillis;

  private RestlessDevice(BedId bed, int brokerPort, Ear ear, long seed) {
    this.bed = bed;
    this.line = new DeviceLine(bed, brokerPort);
    this.ear = ear;
    this.random = new Random(seed);
    this.loop =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("device " + bed.bed()).factory());
    this.ticks = loop.scheduleWithFixedDelay(this::step, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  static RestlessDevice start(BedId bed, int brokerPort, Ear ear, long seed) {
    return new RestlessDevice(bed, brokerPort, ear, seed);
  }

  BedId bed() {
    return bed;
  }

  /** Nothing more begins but one condition that lasts. */
  void calmDown() {
    calming = true;
  }

  /** When the broker confirmed something last, by {@link #nowMillis()}. */
  long confirmedMillis() {
    return confirmedMillis;
  }

  static long nowMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** All conditions it had or has. */
  synchronized List<Occurrence> had() {
    List<Occurrence> all = new ArrayList<>(had);
    conditions.values().stream()
        .filter(condition -> !condition.hasEnded())
        .forEach(condition -> all.add(occurrence(condition, !condition.brief)));
    return all;
  }

  /** All times in which its heart rate was beyond the limit. */
  synchronized List<Breach> breaches() {
    return List.copyOf(breaches);
  }

  /** What it has to tell, or to hear of, before nothing lasts but what does so until the end. */
  synchronized List<String> unsettled() {
    List<String> waits = new ArrayList<>();
    if (!conditions.containsKey(LASTING)) {
      waits.add("%s: %s has not begun".formatted(bed, LASTING));
    }
    if (!beyond.isEmpty()) {
      waits.add("%s: no alarm since %d".formatted(bed, beyond.first()));
    }
    for (Condition condition : conditions.values()) {
      boolean heard = ear.heardOf(bed, condition.code, micros(condition.onset));
      if (!condition.told || !heard || !condition.code.equals(LASTING)) {
        waits.add(
            "%s: %s since %s, ended %b, told %b, heard %b: %s"
                .formatted(
                    bed,
                    condition.code,
                    condition.onset,
                    condition.hasEnded(),
                    condition.told,
                    heard,
                    ear.lastOf(bed, condition.code)));
      }
    }
    return waits;
  }

  private void step() {
    try {
      if (!line.isConnected()) {
        reconnect();
      }
      live();
      tell();
      measure();
    } catch (MqttException _) {
      line.drop();
    }
  }

  private synchronized void reconnect() throws MqttException {
    seq = 0;
    conditions.values().forEach(condition -> condition.told = false);
    line.connect();
    confirmedMillis = nowMillis();
  }

  private synchronized void live() {
    long now = nowMillis();
    conditions.values().forEach(condition -> endIfDue(condition, now));
    if (calming) {
      begin(LASTING, false, Long.MAX_VALUE);
    } else if (conditions.size() < MOST_AT_ONCE && random.nextInt(4) == 0) {
      begin(
          "CHAOS_" + random.nextInt(CONDITIONS),
          random.nextInt(5) == 0,
          now + random.nextInt(LONGEST_MILLIS));
    } else if (!hadLethal && random.nextInt(100) == 0) {
      hadLethal = true;
      begin(LETHAL, false, now + LONGEST_MILLIS);
    }
  }

  private void begin(String code, boolean brief, long leastUntilMillis) {
    if (!conditions.containsKey(code)) {
      String priority = code.equals(LETHAL) ? "high" : PRIORITIES[random.nextInt(3)];
      conditions.put(code, new Condition(code, priority, brief, ear.weather(), leastUntilMillis));
    }
  }

  private void endIfDue(Condition condition, long nowMillis) {
    boolean heard = condition.brief || ear.heardOf(bed, condition.code, micros(condition.onset));
    boolean toldOnce = condition.told;
    if (!condition.hasEnded() && toldOnce && heard && nowMillis >= condition.leastUntilMillis) {
      condition.end = now();
      condition.told = false;
    }
  }

  /** Publishes what the broker has not confirmed yet; what has ended is then done with. */
  private synchronized void tell() throws MqttException {
    for (Condition condition : List.copyOf(conditions.values())) {
      if (!condition.told) {
        publish(condition);
        condition.told = true;
        confirmedMillis = nowMillis();
      }
      if (condition.hasEnded() && hasSettled(condition)) {
        conditions.remove(condition.code);
        had.add(occurrence(condition, isCertain(condition)));
      }
    }
  }

  /** A brief one is certain if all was well from before it until some time after. */
  private boolean isCertain(Condition condition) {
    return !condition.brief || (condition.weather % 2 == 0 && ear.weather() == condition.weather);
  }

  private static boolean hasSettled(Condition condition) {
    return ChronoUnit.MILLIS.between(condition.end, Instant.now()) > SETTLE_MILLIS;
  }

  private void publish(Condition condition) throws MqttException {
    line.publish(
        "alarm/" + condition.code,
        """
        {"birth":%d,"time":"%s","priority":"%s","active":%b,"text":"%s","onset":"%s"}
        """
            .formatted(
                line.birth(),
                condition.hasEnded() ? condition.end : now(),
                condition.priority,
                !condition.hasEnded(),
                condition.code,
                condition.onset),
        true);
  }

  private Occurrence occurrence(Condition condition, boolean certain) {
    return new Occurrence(
        bed,
        condition.code,
        micros(condition.onset),
        condition.hasEnded() ? micros(condition.end) : 0,
        certain);
  }

  private synchronized void measure() throws MqttException {
    long now = nowMillis();
    if (now < nextNumericsMillis) {
      return;
    }
    nextNumericsMillis = now + SECOND_MILLIS;
    Instant time = now();
    boolean fast = isBeyond(now);
    if (fast) {
      beyond.add(micros(time));
    }
    line.publish(
        "numerics",
        """
        {"birth":%d,"seq":%d,"time":"%s","values":{"HR":%d,"PULSE":74,"RR":16,"SPO2":97,"TEMP":36.8}}
        """
            .formatted(line.birth(), seq++, time, fast ? FAST_RATE : NORMAL_RATE),
        false);
    confirmedMillis = nowMillis();
  }

  /**
   * Whether the heart races now: long enough for an alarm, and until each bridge has told of it.
   */
  private boolean isBeyond(long nowMillis) {
    if (!beyond.isEmpty()) {
      boolean heard = ear.heardSince(bed, HEART_RATE_HIGH, beyond.first());
      if (nowMillis < breachUntilMillis || !heard) {
        return true;
      }
      boolean disturbed = breachWeather % 2 != 0 || ear.weather() != breachWeather;
      breaches.add(new Breach(bed, beyond, disturbed));
      beyond = new TreeSet<>();
      calmUntilMillis = nowMillis + BREACH_MILLIS;
      return false;
    }
    if (calming || nowMillis < calmUntilMillis || random.nextInt(5) != 0) {
      return false;
    }
    breachUntilMillis = nowMillis + BREACH_MILLIS;
    breachWeather = ear.weather();
    return true;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  @Override
  public void close() {
    ticks.cancel(true);
    loop.shutdownNow();
    line.drop();
  }
}
