package org.wardbeat.benchmarks.fanout;

import java.time.Duration;
import org.wardbeat.benchmarks.fanout.source.Publisher.Rates;
import org.wardbeat.benchmarks.fanout.subject.Subject;

/**
 * How long the parts of a run take.
 *
 * @param warm before anything is measured, with messages more often
 * @param accustom at the usual rate before it is measured at that: where messages come singly, a
 *     JVM compiles much once more
 * @param settle after a change of the rate
 * @param measured the measurement
 * @param step the measurement at each rate on the way to saturation
 * @param firstFactor how many times as often as usual messages come on the first step to saturation
 * @param steps most steps to saturation
 * @param mute how long sessions do not read
 * @param mutePeers the same, for the peers
 */
record Pace(
    Duration warm,
    Duration accustom,
    Duration settle,
    Duration measured,
    Duration step,
    int firstFactor,
    int steps,
    Duration mute,
    Duration mutePeers) {

  /** Vital signs once in 2 s, and waveforms as they come. */
  static final Rates USUAL = Rates.of(Duration.ofSeconds(2));

  static final Pace FULL =
      new Pace(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(12),
          Duration.ofSeconds(4),
          4,
          9,
          Duration.ofMinutes(10),
          Duration.ofSeconds(90));

  static final Pace QUICK =
      new Pace(
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMillis(1_000),
          Duration.ofMillis(700),
          8,
          2,
          Duration.ofSeconds(20),
          Duration.ZERO);

  /** How long a subject is warmed up: half as long if it is no JVM. */
  Duration warm(Subject subject) {
    return subject == Subject.WARDBEAT ? warm : warm.dividedBy(2);
  }
}
