package org.wardbeat.station.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.Slot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;

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

  /** What of a node is no part of its value, and is left out; empty if nothing is. */
  default Optional<String> leftOut(JsonNode node) {
    return Optional.empty();
  }

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

  /** The name of a unit or bed. */
  record Label() implements Form<String> {
    @Override
    public Optional<String> read(JsonNode node) {
      return Optional.ofNullable(node.textValue())
          .filter(text -> !text.isBlank() && text.length() <= BedId.MAX_LENGTH);
    }

    @Override
    public JsonNode write(String value) {
      return JsonNodeFactory.instance.textNode(value);
    }

    @Override
    public String expected() {
      return "a name of 1 to " + BedId.MAX_LENGTH + " characters";
    }
  }

  /** A bed. */
  record Bed() implements Form<BedId> {
    private static final String UNIT = "unit";
    private static final String BED = "bed";
    private static final Label LABEL = new Label();

    @Override
    public Optional<BedId> read(JsonNode node) {
      return LABEL
          .read(node.path(UNIT))
          .flatMap(unit -> LABEL.read(node.path(BED)).map(bed -> new BedId(unit, bed)));
    }

    @Override
    public ObjectNode write(BedId value) {
      return JsonNodeFactory.instance.objectNode().put(UNIT, value.unit()).put(BED, value.bed());
    }

    @Override
    public String expected() {
      return "{\"unit\": …, \"bed\": …}";
    }
  }

  /** What the sector of a bed shows. */
  record Sector() implements Form<SectorChoice> {
    private static final String WAVES = "waves";
    private static final String NUMBERS = "numbers";
    private static final Bed BED = new Bed();
    private static final Several<SignalKind> KINDS =
        several(
            List.of(
                SignalKind.ECG, SignalKind.PLETH, SignalKind.RESP, SignalKind.ART, SignalKind.CO2));
    private static final Several<Slot> SLOTS = several(List.of(Slot.values()));

    private static <E extends Enum<E>> Several<E> several(List<E> all) {
      return new Several<>(
          Choice.of(all.stream().map(Enum::name).toList(), all), each -> each, all.size());
    }

    @Override
    public Optional<SectorChoice> read(JsonNode node) {
      return BED.read(node)
          .flatMap(
              bed ->
                  whole(KINDS, node.path(WAVES))
                      .flatMap(
                          waves ->
                              whole(SLOTS, node.path(NUMBERS))
                                  .map(
                                      numbers ->
                                          new SectorChoice(bed, new BedDisplay(waves, numbers)))))
          .filter(choice -> choice.shows().fault() == BedDisplay.Fault.NONE)
          .filter(choice -> !choice.shows().equals(BedDisplay.AUTOMATIC));
    }

    private static <E> Optional<List<E>> whole(Several<E> form, JsonNode node) {
      return form.leftOut(node).isPresent() ? Optional.empty() : form.read(node);
    }

    @Override
    public JsonNode write(SectorChoice value) {
      ObjectNode node = BED.write(value.bed());
      node.set(WAVES, KINDS.write(value.shows().waves()));
      node.set(NUMBERS, SLOTS.write(value.shows().numbers()));
      return node;
    }

    @Override
    public String expected() {
      return "{\"unit\": …, \"bed\": …, \"waves\": [up to three], \"numbers\": [four to six, with HR,"
          + " or none]}";
    }
  }

  /**
   * Several of a kind, each once; an entry that is none is left out and harms no other.
   *
   * @param each an entry
   * @param identity by what two entries are the same
   * @param most most entries
   */
  record Several<E>(Form<E> each, Function<E, Object> identity, int most) implements Form<List<E>> {
    @Override
    public Optional<List<E>> read(JsonNode node) {
      return node.isArray() ? Optional.of(entries(node, _ -> {})) : Optional.empty();
    }

    private List<E> entries(JsonNode node, IntConsumer leftOut) {
      List<E> entries = new ArrayList<>();
      Set<Object> known = new HashSet<>();
      for (int i = 0; i < node.size(); i++) {
        Optional<E> entry = entries.size() < most ? each.read(node.path(i)) : Optional.empty();
        if (entry.filter(one -> known.add(identity.apply(one))).isPresent()) {
          entries.add(entry.get());
        } else {
          leftOut.accept(i);
        }
      }
      return List.copyOf(entries);
    }

    @Override
    public Optional<String> leftOut(JsonNode node) {
      List<Integer> left = new ArrayList<>();
      entries(node, left::add);
      return left.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "up to %d entries, each once and %s; %d of %d are left out, entry %d first"
                  .formatted(most, each.expected(), left.size(), node.size(), left.getFirst() + 1));
    }

    @Override
    public JsonNode write(List<E> value) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(entry -> array.add(each.write(entry)));
      return array;
    }

    @Override
    public String expected() {
      return "a list";
    }
  }
}
