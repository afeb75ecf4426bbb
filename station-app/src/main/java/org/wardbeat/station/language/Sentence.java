package org.wardbeat.station.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * What stands in its places in a text that says just this, by the places' numbers; empty if the
   * text says something else.
   */
  Optional<Map<Integer, String>> valuesIn(String text) {
    String last = pieces.getLast();
    if (!text.startsWith(pieces.getFirst()) || !text.endsWith(last)) {
      return Optional.empty();
    }
    int end = text.length() - last.length();
    int from = pieces.getFirst().length();
    Map<Integer, String> values = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      boolean isLast = i == places.size() - 1;
      int to = isLast ? end : text.indexOf(pieces.get(i + 1), from);
      if (to < from || to > end) {
        return Optional.empty();
      }
      values.put(places.get(i), text.substring(from, to));
      from = to + pieces.get(i + 1).length();
    }
    return places.isEmpty() && !text.equals(last) ? Optional.empty() : Optional.of(values);
  }

  /** How much of it is said by itself. */
  int length() {
    return pieces.stream().mapToInt(String::length).sum();
  }

  /** The values it has places for. */
  SortedSet<Integer> values() {
    return new TreeSet<>(places);
  }
}
