package org.wardbeat.bridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A value in a JSON payload. What does not fit is refused with its place and what was expected,
 * never with what stands there, as that may be a patient's.
 *
 * @param place the topic, then the path
 * @param node the value
 */
public record JsonMember(String place, JsonNode node) {
  /** The member of this name, which must be there and not be null. */
  public JsonMember required(String name) throws RefusedException {
    return required(name, false);
  }

  JsonMember required(String name, boolean nullAllowed) throws RefusedException {
    JsonNode child = node.get(name);
    if (child == null || (child.isNull() && !nullAllowed)) {
      throw new JsonMember(place + " " + name, node).refused("a value");
    }
    return new JsonMember(place + " " + name, child);
  }

  /** The member of this name; empty if it is not there or null. */
  public Optional<JsonMember> optional(String name) {
    JsonNode child = node.get(name);
    return child == null || child.isNull()
        ? Optional.empty()
        : Optional.of(new JsonMember(place + " " + name, child));
  }

  /** This, which must be an object. */
  public JsonMember object() throws RefusedException {
    if (!node.isObject()) {
      throw refused("an object");
    }
    return this;
  }

  /** The elements of this, which must be a list of at most so many. */
  public List<JsonMember> elements(int max) throws RefusedException {
    if (!node.isArray() || node.size() > max) {
      throw refused("a list of at most " + max);
    }
    List<JsonMember> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonMember(place + "[" + i + "]", node.get(i)));
    }
    return elements;
  }

  /** The text, of so many characters; not blank if it must have any. */
  public String text(int min, int max) throws RefusedException {
    String text = node.textValue();
    if (text == null || text.length() > max || (min > 0 && text.isBlank())) {
      throw refused("a text of %d to %d characters".formatted(min, max));
    }
    return text;
  }

  /** The truth value. */
  public boolean bool() throws RefusedException {
    if (!node.isBoolean()) {
      throw refused("true or false");
    }
    return node.booleanValue();
  }

  /** The whole number, within this range. */
  public long wholeNumber(long min, long max) throws RefusedException {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw refused("a whole number from %d to %d".formatted(min, max));
    }
    long number = node.longValue();
    if (number < min || number > max) {
      throw refused("a whole number from %d to %d".formatted(min, max));
    }
    return number;
  }

  /** The number, above 0 and at most this. */
  public double positive(double max) throws RefusedException {
    double number = node.isNumber() ? node.doubleValue() : 0;
    if (!(number > 0 && number <= max)) {
      throw refused("a number above 0 and at most %.0f".formatted(max));
    }
    return number;
  }

  /** The UTC time, in microseconds since the Unix epoch. */
  public long time() throws RefusedException {
    String text = node.textValue();
    OptionalLong micros = text == null ? OptionalLong.empty() : DeviceTime.parse(text);
    return micros.orElseThrow(() -> refused("a UTC time such as 2026-03-10T09:41:08.250Z"));
  }

  /** The constant of this name. */
  public <E extends Enum<E>> E oneOf(Map<String, E> constants) throws RefusedException {
    String text = node.textValue();
    E constant = text == null ? null : constants.get(text);
    if (constant == null) {
      throw refused("one of " + String.join(", ", names(constants)));
    }
    return constant;
  }

  /** A refusal of this value; the words complete "expected". */
  public RefusedException refused(String expected) {
    return new RefusedException(Reason.MEMBER, place, "expected " + expected + "; it was refused");
  }

  static <E extends Enum<E>> List<String> names(Map<String, E> constants) {
    return constants.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
