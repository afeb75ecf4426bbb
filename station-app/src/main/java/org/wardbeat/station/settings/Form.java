package org.wardbeat.station.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a value is written in a file, and which there are.
 *
 * @param <T> the value
 */
sealed interface Form<T> {
  /** The value of a node; empty if it is none. */
  Optional<T> read(JsonNode node);

  /** The node of a value. */
  JsonNode write(T value);

  /** What is expected, in words that fit behind "expected". */
  String expected();

  /** One of few. */
  record Choice<T>(Map<String, T> byName) implements Form<T> {
    /** The values in the order of their names. */
    static <T> Choice<T> of(List<String> names, List<T> values) {
      Map<String, T> byName = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        byName.put(names.get(i), values.get(i));
      }
      return new Choice<>(byName);
    }

    @Override
    public Optional<T> read(JsonNode node) {
      return node.isTextual()
          ? Optional.ofNullable(byName.get(node.textValue()))
          : Optional.empty();
    }

    @Override
    public JsonNode write(T value) {
      return JsonNodeFactory.instance.textNode(name(value));
    }

    String name(T value) {
      return byName.entrySet().stream()
          .filter(each -> each.getValue().equals(value))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("There is no choice " + value + "."));
    }

    @Override
    public String expected() {
      return byName.keySet().stream()
          .map(name -> "\"" + name + "\"")
          .collect(Collectors.joining(", ", "one of ", ""));
    }
  }

  /** A whole number in a range. */
  record Whole(int least, int most) implements Form<Integer> {
    @Override
    public Optional<Integer> read(JsonNode node) {
      return node.canConvertToExactIntegral() && node.canConvertToInt()
          ? Optional.of(node.intValue()).filter(value -> value >= least && value <= most)
          : Optional.empty();
    }

    @Override
    public JsonNode write(Integer value) {
      return JsonNodeFactory.instance.numberNode(value);
    }

    @Override
    public String expected() {
      return "a whole number from " + least + " to " + most;
    }
  }

  /** A number in a range. */
  record Measure(double least, double most) implements Form<Double> {
    @Override
    public Optional<Double> read(JsonNode node) {
      return node.isNumber()
          ? Optional.of(node.doubleValue()).filter(value -> value >= least && value <= most)
          : Optional.empty();
    }

    @Override
    public JsonNode write(Double value) {
      return JsonNodeFactory.instance.numberNode(value);
    }

    @Override
    public String expected() {
      return "a number from " + Math.round(least) + " to " + Math.round(most);
    }
  }
}
