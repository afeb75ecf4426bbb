package org.wardbeat.station.presentation;

import org.wardbeat.station.language.Words;

/**
 * What a sector's wave area shows.
 *
 * @param mode whether there is a wave
 * @param text in the middle, may be empty
 * @param detail below it, may be empty
 */
public record WaveView(Mode mode, String text, String detail) {
  /** What is drawn. */
  public enum Mode {
    /** The sweep; blank where no samples came. */
    TRACE,
    /** No wave; the text says why. */
    BLANK,
    /** No wave and no data for long; the text is in the colour of a high alarm. */
    LOST,
    /** A dashed line with the cause. */
    LEADS_OFF,
    /** Nothing is known to be true now; the whole sector says so. */
    NOT_LIVE
  }

  static final WaveView TRACE = new WaveView(Mode.TRACE, "", "");
  static final WaveView EMPTY = new WaveView(Mode.BLANK, "", "");

  static WaveView notLive(Words words) {
    return new WaveView(Mode.NOT_LIVE, words.text("sector.not-live"), "");
  }

  static WaveView blank(String text) {
    return new WaveView(Mode.BLANK, text, "");
  }
}
