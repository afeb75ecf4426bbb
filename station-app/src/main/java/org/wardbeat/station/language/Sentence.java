package org.wardbeat.station.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A text with places for values: {@code {0} of {1} beds}. Nothing else has a meaning in it, an
 * apostrophe least of all.
 *
 * @param pieces what stands before, between and after the places, one more than those
 * @param places the index of the value that belongs into each
 */
record Sentence(List<String> pieces, List<Integer> places) {
  Sentence {
    pieces = List.copyOf(pieces);
    places = List.copyOf(places);
  }

  /**
   * @throws IllegalArgumentException if a brace is not that of a place; the message is one sentence
   */
  static Sentence parse(String text) {
    List<String> pieces = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = open + 2;
      boolean sound =
          close < text.length()
              && text.charAt(open + 1) >= '0'
              && text.charAt(open + 1) <= '9'
              && text.charAt(close) == '}';
      if (!sound) {
        throw new IllegalArgumentException(
            "Expected {0} to {9} at character " + (open + 1) + " of: " + text);
      }
      pieces.add(text.substring(from, open));
      places.add(text.charAt(open + 1) - '0');
      from = close + 1;
    }
    pieces.add(text.substring(from));
    return new Sentence(pieces, places);
  }

  /** With values in their places; a value that is not given leaves its place empty. */
  String with(Object... values) {
    if (places.isEmpty()) {
      return pieces.getFirst();
    }
    StringBuilder text = new StringBuilder(pieces.getFirst());
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      if (place < values.length) {
        text.append(values[place]);
      }
      text.append(pieces.get(i + 1));
    }
    return text.toString();
  }

  /** The values it has places for. */
  SortedSet<Integer> values() {
    return new TreeSet<>(places);
  }
}
