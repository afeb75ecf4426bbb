package org.wardbeat.bridge.alarm.score;

import java.util.List;
import java.util.function.ToIntFunction;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;

/** The rules of an early warning score. Immutable; safe for use by any thread. */
public sealed interface Scoring permits News2, Mews {
  /** Which score it is. */
  Score.Kind kind();

  /** Which edition of it. */
  String version();

  /** What it is made of, in the order of {@link ScoreParameter}. */
  List<ScoreParameter> parameters();

  /**
   * What one input adds.
   *
   * @param parameter one of {@link #parameters()}
   * @param values the numbers of all inputs
   * @return 0 to 3
   */
  int points(ScoreParameter parameter, ToIntFunction<ScoreParameter> values);

  /**
   * What the points call for.
   *
   * @param total the sum of all points
   * @param greatest the most points of one input
   */
  Score.Band band(int total, int greatest);

  /** The rules of a score. */
  static Scoring of(Score.Kind kind) {
    return switch (kind) {
      case NEWS2 -> News2.RCP_2017;
      case MEWS -> Mews.SUBBE_2001;
    };
  }
}
