package org.wardbeat.bridge.alarm.score;

import java.util.List;
import java.util.function.ToIntFunction;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;

/**
 * Modified Early Warning Score: C. P. Subbe, M. Kruger, P. Rutherford, L. Gemmel, <i>Validation of
 * a modified Early Warning Score in medical admissions</i>, QJM 2001; 94: 521–526, table 1. There a
 * heart rate of 40 falls between two columns; it counts as the graver. New confusion, which AVPU
 * does not know, counts as a response to voice. Five points or more are the paper's critical score;
 * three or four call for an urgent review.
 */
public enum Mews implements Scoring {
  /** The score as published in 2001. */
  SUBBE_2001;

  private static final List<ScoreParameter> PARAMETERS =
      List.of(
          ScoreParameter.RESPIRATION,
          ScoreParameter.SYSTOLIC,
          ScoreParameter.PULSE,
          ScoreParameter.ACVPU,
          ScoreParameter.TEMPERATURE);

  @Override
  public Score.Kind kind() {
    return Score.Kind.MEWS;
  }

  @Override
  public String version() {
    return "Subbe 2001";
  }

  @Override
  public List<ScoreParameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public int points(ScoreParameter parameter, ToIntFunction<ScoreParameter> values) {
    int value = values.applyAsInt(parameter);
    return switch (parameter) {
      case RESPIRATION -> respiration(value);
      case SYSTOLIC -> systolic(value);
      case PULSE -> pulse(value);
      case ACVPU -> value == 0 ? 0 : Math.max(1, value - 1);
      case TEMPERATURE -> value < 350 || value >= 385 ? 2 : 0;
      case SPO2, SPO2_SCALE_2, OXYGEN ->
          throw new IllegalArgumentException(parameter + " is no input of MEWS");
    };
  }

  private static int respiration(int perMinute) {
    if (perMinute >= 30) {
      return 3;
    }
    if (perMinute < 9 || perMinute >= 21) {
      return 2;
    }
    return perMinute >= 15 ? 1 : 0;
  }

  private static int systolic(int mmHg) {
    if (mmHg <= 70) {
      return 3;
    }
    if (mmHg <= 80 || mmHg >= 200) {
      return 2;
    }
    return mmHg <= 100 ? 1 : 0;
  }

  private static int pulse(int perMinute) {
    if (perMinute >= 130) {
      return 3;
    }
    if (perMinute <= 40 || perMinute >= 111) {
      return 2;
    }
    return perMinute <= 50 || perMinute >= 101 ? 1 : 0;
  }

  @Override
  public Score.Band band(int total, int greatest) {
    if (total >= 5) {
      return Score.Band.HIGH;
    }
    return total >= 3 ? Score.Band.MEDIUM : Score.Band.LOW;
  }
}
