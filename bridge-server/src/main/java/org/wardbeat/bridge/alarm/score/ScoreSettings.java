package org.wardbeat.bridge.alarm.score;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;

/**
 * Which scores are made, and for how long their inputs count.
 *
 * @param kinds the scores, each once, in their order
 * @param counts how long an observation of a parameter counts; one without a duration counts until
 *     another replaces it
 * @param continuous how long a value counts after a device, which measures it all the time, has
 *     measured it last
 * @param settled how long a band has to last before it raises or ends an alarm
 */
public record ScoreSettings(
    List<Score.Kind> kinds,
    Map<ScoreParameter, Duration> counts,
    Duration continuous,
    Duration settled) {
  /**
   * NEWS2 alone. What is entered by hand counts for six hours, the longest interval that NEWS2 asks
   * for from one point on (4 to 6 hours); respiration, saturation and pulse, of which a device
   * should speak, for one; which saturation scale is prescribed, until it is entered anew.
   */
  public static final ScoreSettings DEFAULT =
      new ScoreSettings(
          List.of(Score.Kind.NEWS2),
          Map.of(
              ScoreParameter.RESPIRATION, Duration.ofHours(1),
              ScoreParameter.SPO2, Duration.ofHours(1),
              ScoreParameter.PULSE, Duration.ofHours(1),
              ScoreParameter.OXYGEN, Duration.ofHours(6),
              ScoreParameter.SYSTOLIC, Duration.ofHours(6),
              ScoreParameter.ACVPU, Duration.ofHours(6),
              ScoreParameter.TEMPERATURE, Duration.ofHours(6)),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  public ScoreSettings {
    kinds = kinds.stream().distinct().sorted().toList();
    Map<ScoreParameter, Duration> ordered = new EnumMap<>(ScoreParameter.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
  }

  /** When an observation stops to count, in the same time; null if it does not. */
  @Nullable Long expiry(ScoreParameter parameter, long measuredMicros) {
    Duration lasts = counts.get(parameter);
    return lasts == null ? null : measuredMicros + lasts.toMillis() * 1_000;
  }
}
