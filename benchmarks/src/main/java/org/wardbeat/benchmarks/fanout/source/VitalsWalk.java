package org.wardbeat.benchmarks.fanout.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A patient's vital signs from message to message: a random walk in which one to three of seven
 * values usually change, as on a real ward (heart rate often, saturation seldom, temperature hardly
 * ever; the cuff is from some minutes ago). The same bed walks the same way in every run.
 */
final class VitalsWalk {

  private static final long BIRTH_SECONDS_BEFORE_RUN = 600;

  // No extreme one: its alarm would last until somebody sees to it, and sound all the while.
  private static final int LEAST_HEART_RATE = 45;
  private static final int MOST_HEART_RATE = 135;

  private final SplittableRandom random;
  private final long birth;
  private final String cuffTime;
  private final int systolic;
  private final int diastolic;
  private int heartRate;
  private int pulse;
  private int respiration;
  private int saturation;
  private int tenthsOfDegree;

  VitalsWalk(int bed, long birth) {
    this.birth = birth;
    this.random = new SplittableRandom(1_000_003L * bed + 17);
    this.cuffTime =
        Instant.ofEpochSecond(birth + BIRTH_SECONDS_BEFORE_RUN / 2 - random.nextInt(200))
            .toString();
    this.systolic = random.nextInt(105, 145);
    this.diastolic = random.nextInt(60, 85);
    this.heartRate = random.nextInt(58, 96);
    this.pulse = heartRate;
    this.respiration = random.nextInt(12, 20);
    this.saturation = random.nextInt(94, 99);
    this.tenthsOfDegree = random.nextInt(364, 376);
  }

  /** The birth number of all devices, for a run that begins now. */
  static long birthFor(Instant runBegins) {
    return runBegins.getEpochSecond() - BIRTH_SECONDS_BEFORE_RUN;
  }

  /** The next message, as {@code docs/MAPPING.md} says. */
  byte[] next(long seq, Instant time) {
    step();
    String json =
        "{\"birth\":"
            + birth
            + ",\"seq\":"
            + seq
            + ",\"time\":\""
            + time
            + "\",\"values\":{\"HR\":"
            + heartRate
            + ",\"PULSE\":"
            + pulse
            + ",\"RR\":"
            + respiration
            + ",\"SPO2\":"
            + saturation
            + ",\"TEMP\":"
            + tenthsOfDegree / 10
            + '.'
            + tenthsOfDegree % 10
            + cuff("NIBP_SYS", systolic)
            + cuff("NIBP_DIA", diastolic)
            + "}}";
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  private String cuff(String name, int value) {
    return ",\"" + name + "\":{\"value\":" + value + ",\"time\":\"" + cuffTime + "\"}";
  }

  private void step() {
    heartRate = walk(heartRate, 0.6, LEAST_HEART_RATE, MOST_HEART_RATE);
    if (random.nextDouble() < 0.85) {
      pulse = heartRate;
    }
    respiration = walk(respiration, 0.35, 8, 30);
    saturation = walk(saturation, 0.2, 88, 100);
    tenthsOfDegree = walk(tenthsOfDegree, 0.03, 355, 395);
  }

  private int walk(int value, double chance, int least, int most) {
    if (random.nextDouble() >= chance) {
      return value;
    }
    return Math.clamp(value + (random.nextBoolean() ? 1 : -1), least, most);
  }
}
