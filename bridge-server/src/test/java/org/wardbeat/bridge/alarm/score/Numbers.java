package org.wardbeat.bridge.alarm.score;

import java.util.function.ToIntFunction;
import org.wardbeat.wire.ward.ScoreParameter;

/** The numbers of all inputs, in the order of a chart. */
final class Numbers {
  private Numbers() {}

  static int place(ScoreParameter parameter) {
    return switch (parameter) {
      case RESPIRATION -> 0;
      case SPO2 -> 1;
      case SPO2_SCALE_2 -> 2;
      case OXYGEN -> 3;
      case SYSTOLIC -> 4;
      case PULSE -> 5;
      case ACVPU -> 6;
      case TEMPERATURE -> 7;
    };
  }

  static ToIntFunction<ScoreParameter> of(int... values) {
    return parameter -> values[place(parameter)];
  }
}
