package org.wardbeat.station.presentation;

import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Score;

/**
 * An early warning score in a sector. Never filled: a score is not an alarm.
 *
 * @param text its points, {@code –} if there is no total
 * @param band what they mean, which its outline tells
 */
public record ScoreBadge(String text, Score.Band band) {
  /** What stands for no total. */
  public static final String NO_TOTAL = "–";

  /** There is no score to show. */
  static final ScoreBadge HIDDEN = new ScoreBadge("", Score.Band.NONE);

  /** Whether there is a score to show. */
  public boolean isShown() {
    return !text.isEmpty();
  }

  /**
   * The NEWS2 of a bed; hidden if the bridge has told none.
   *
   * @param live whether what it is made of is as new as the screen says
   */
  static ScoreBadge news2(BedSnapshot bed, boolean live) {
    for (Score score : bed.watch().scores()) {
      if (score.kind() == Score.Kind.NEWS2) {
        return live && score.hasTotal()
            ? new ScoreBadge(String.valueOf(score.total()), score.band())
            : new ScoreBadge(NO_TOTAL, Score.Band.NONE);
      }
    }
    return HIDDEN;
  }
}
