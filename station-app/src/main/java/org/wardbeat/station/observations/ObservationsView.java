package org.wardbeat.station.observations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreParameter;

/**
 * The entry of observations at one moment.
 *
 * @param total the score's points, {@code –} if there is no total
 * @param band what they call for
 * @param meaning the same in words, or why there is no total
 * @param rows the inputs, in order
 * @param scaleWarning what scale 2 takes; empty if it is not in question
 * @param usable whether anything can be entered
 */
record ObservationsView(
    String total,
    Score.Band band,
    String meaning,
    List<Row> rows,
    String scaleWarning,
    boolean usable) {
  ObservationsView {
    rows = List.copyOf(rows);
  }

  /**
   * An input.
   *
   * @param parameter what it is of
   * @param value what counts now, {@code –} if nothing does
   * @param points what it adds, {@code –} if it does not count
   * @param source where it is from and how old it is, or what is missing
   * @param lacking whether it is missing or too old
   * @param typed what stands in its field
   * @param chosen what is chosen of its options, null if none is
   * @param fault what is wrong with what was typed; empty if nothing is
   */
  record Row(
      ScoreParameter parameter,
      String value,
      String points,
      String source,
      boolean lacking,
      String typed,
      @Nullable Integer chosen,
      String fault) {}
}
