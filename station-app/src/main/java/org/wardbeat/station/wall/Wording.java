package org.wardbeat.station.wall;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A condition and how long it lasts, in as many words as there is room for: never half a number.
 *
 * @param words the condition
 * @param age its age, empty if there is no room for it
 */
record Wording(String words, String age) {
  private static final Pattern RELATION = Pattern.compile(" ([<>]) ");
  private static final Pattern VALUE = Pattern.compile("[0-9<>]");

  /**
   * Chooses the words for a room.
   *
   * @param condition all that is to be said
   * @param age how long it lasts
   * @param ageFirst whether that counts more than the values behind the condition
   * @param wordsWidth how wide a condition is
   * @param ageWidth how wide the age is, with the gap before it
   * @param room the width that there is
   */
  static Wording of(
      String condition,
      String age,
      boolean ageFirst,
      ToDoubleFunction<String> wordsWidth,
      double ageWidth,
      double room) {
    List<String> candidates = candidates(condition);
    List<String> withAge = ageFirst ? candidates : candidates.subList(0, 2);
    for (String candidate : withAge) {
      if (wordsWidth.applyAsDouble(candidate) + ageWidth <= room) {
        return new Wording(candidate, age);
      }
    }
    for (String candidate : candidates) {
      if (wordsWidth.applyAsDouble(candidate) <= room) {
        return new Wording(candidate, "");
      }
    }
    return new Wording(candidates.getLast(), "");
  }

  /** The names of the electrodes in a condition that tells which are off. */
  static String electrodes(String condition) {
    return condition.substring(condition.indexOf(": ") + 1).strip();
  }

  /**
   * All of it, the same without spaces around the relation, and without its values or its cause.
   */
  private static List<String> candidates(String condition) {
    String dense = RELATION.matcher(condition).replaceAll("$1");
    int end = dense.length();
    for (int space = dense.lastIndexOf(' '); space > 0; space = dense.lastIndexOf(' ', space - 1)) {
      if (VALUE.matcher(dense.substring(space, end)).find()) {
        end = space;
      }
    }
    int colon = dense.indexOf(": ");
    return List.of(condition, dense, dense.substring(0, colon < 0 ? end : Math.min(colon, end)));
  }
}
