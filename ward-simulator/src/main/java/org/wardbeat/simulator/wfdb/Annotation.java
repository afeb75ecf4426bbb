package org.wardbeat.simulator.wfdb;

/**
 * One annotation of an MIT annotation file, after annot(5).
 *
 * @param sample the sample it marks, from 0
 * @param code 1–49, the annotation code of ecgcodes.h
 * @param subtype signed 8-bit
 * @param channel signal it belongs to
 * @param number signed 8-bit
 * @param text auxiliary text such as {@code (AFIB}, empty where there is none
 */
public record Annotation(long sample, int code, int subtype, int channel, int number, String text) {
  private static final String[] SYMBOLS = {
    " ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "[15]", "|", "[17]",
    "s", "T", "*", "D", "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@",
    "x", "f", "(", ")", "r"
  };
  private static final String BEATS = "NLRaVFJASEj/Q?Benfr";

  /** The symbol by which the code is shown, such as {@code N} or {@code V}. */
  public String symbol() {
    return code < SYMBOLS.length ? SYMBOLS[code] : "[" + code + "]";
  }

  /** Whether the annotation marks a heart beat. */
  public boolean isBeat() {
    return symbol().length() == 1 && BEATS.contains(symbol());
  }
}
