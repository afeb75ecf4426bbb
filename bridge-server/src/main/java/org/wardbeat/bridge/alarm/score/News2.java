package org.wardbeat.bridge.alarm.score;

import java.util.List;
import java.util.function.ToIntFunction;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;

/**
 * National Early Warning Score 2: Royal College of Physicians, <i>National Early Warning Score
 * (NEWS) 2: Standardising the assessment of acute-illness severity in the NHS</i>, London 2017,
 * chart 1. For grown-ups from 16 years on who are not pregnant. Values are whole: a temperature is
 * rounded half up to tenths on decimals before it comes here.
 */
public enum News2 implements Scoring {
  /** The edition of December 2017. */
  RCP_2017;

  private static final List<ScoreParameter> PARAMETERS = List.of(ScoreParameter.values());

  @Override
  public Score.Kind kind() {
    return Score.Kind.NEWS2;
  }

  @Override
  public String version() {
    return "RCP 2017";
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
      case SPO2 -> saturation(value, values);
      case SPO2_SCALE_2 -> 0;
      case OXYGEN -> value == 0 ? 0 : 2;
      case SYSTOLIC -> systolic(value);
      case PULSE -> pulse(value);
      case ACVPU -> value == 0 ? 0 : 3;
      case TEMPERATURE -> temperature(value);
    };
  }

  private static int respiration(int perMinute) {
    if (perMinute <= 8 || perMinute >= 25) {
      return 3;
    }
    if (perMinute >= 21) {
      return 2;
    }
    return perMinute <= 11 ? 1 : 0;
  }

  private static int saturation(int percent, ToIntFunction<ScoreParameter> values) {
    if (values.applyAsInt(ScoreParameter.SPO2_SCALE_2) == 0) {
      return scale1(percent);
    }
    return scale2(percent, values.applyAsInt(ScoreParameter.OXYGEN) != 0);
  }

  private static int scale1(int percent) {
    if (percent <= 91) {
      return 3;
    }
    if (percent <= 93) {
      return 2;
    }
    return percent <= 95 ? 1 : 0;
  }

  private static int scale2(int percent, boolean oxygen) {
    if (percent <= 83) {
      return 3;
    }
    if (percent <= 85) {
      return 2;
    }
    if (percent <= 87) {
      return 1;
    }
    if (percent <= 92 || !oxygen) {
      return 0;
    }
    if (percent <= 94) {
      return 1;
    }
    return percent <= 96 ? 2 : 3;
  }

  private static int systolic(int mmHg) {
    if (mmHg <= 90 || mmHg >= 220) {
      return 3;
    }
    if (mmHg <= 100) {
      return 2;
    }
    return mmHg <= 110 ? 1 : 0;
  }

  private static int pulse(int perMinute) {
    if (perMinute <= 40 || perMinute >= 131) {
      return 3;
    }
    if (perMinute >= 111) {
      return 2;
    }
    return perMinute <= 50 || perMinute >= 91 ? 1 : 0;
  }

  private static int temperature(int tenths) {
    if (tenths <= 350) {
      return 3;
    }
    if (tenths >= 391) {
      return 2;
    }
    return tenths <= 360 || tenths >= 381 ? 1 : 0;
  }

  @Override
  public Score.Band band(int total, int greatest) {
    if (total >= 7) {
      return Score.Band.HIGH;
    }
    if (total >= 5) {
      return Score.Band.MEDIUM;
    }
    return greatest >= 3 ? Score.Band.LOW_MEDIUM : Score.Band.LOW;
  }
}
