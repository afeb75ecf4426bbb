package org.wardbeat.bridge.alarm.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** A part of a YAML file that knows its place and says what was expected there. */
final class SettingsNode {
  private final String file;
  private final int line;
  private final String path;
  private final Object value;

  private SettingsNode(String file, int line, String path, Object value) {
    this.file = file;
    this.line = line;
    this.path = path;
    this.value = value;
  }

  /**
   * Reads one document.
   *
   * @throws IllegalArgumentException if it is no YAML, in one sentence with the line
   */
  static SettingsNode parse(String file, String text) {
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        return new SettingsNode(file, 1, "", Map.of());
      }
      SettingsNode root = node(file, "", parser);
      if (parser.nextToken() != null) {
        throw at(file, lineOf(parser), "", "expected one document only");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("malformed");
      throw at(file, line, "", "expected YAML (%s)".formatted(reason));
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can always be read", e);
    }
  }

  private static SettingsNode node(String file, String path, JsonParser parser) throws IOException {
    int line = lineOf(parser);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<SettingsNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(file, path, parser));
      }
      return new SettingsNode(file, line, path, items);
    }
    if (token == JsonToken.START_OBJECT) {
      return new SettingsNode(file, line, path, mapping(file, path, parser));
    }
    return new SettingsNode(file, line, path, String.valueOf(parser.getText()));
  }

  private static Map<String, SettingsNode> mapping(String file, String path, JsonParser parser)
      throws IOException {
    Map<String, SettingsNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = lineOf(parser);
      String place = path.isEmpty() ? key : path + "." + key;
      parser.nextToken();
      if (entries.put(key, node(file, place, parser)) != null) {
        throw at(file, line, place, "expected once, got it twice");
      }
    }
    return entries;
  }

  private static int lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static SettingsException at(String file, int line, String path, String sentence) {
    return new SettingsException(
        "%s:%d: %s%s.".formatted(file, line, path.isEmpty() ? "" : path + ": ", sentence));
  }

  /** A failure at this place: what was expected, and what came. */
  SettingsException expected(String what) {
    String got = value instanceof String text ? ", got '" + text + "'" : "";
    return at(file, line, path, "expected " + what + got);
  }

  /** A failure at this place, in the words of what refused the value. */
  SettingsException refused(IllegalArgumentException by) {
    return at(file, line, path, String.valueOf(by.getMessage()));
  }

  /** Hands over each key with its part; it must take every one. */
  void each(BiConsumer<String, SettingsNode> taker) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw expected("keys with values");
    }
    entries.forEach((key, part) -> taker.accept((String) key, (SettingsNode) part));
  }

  /** The key of this part is not known. */
  SettingsException unknown(String expectedKeys) {
    return at(file, line, path, "expected one of " + expectedKeys);
  }

  /** The items of a list. */
  List<SettingsNode> items() {
    if (!(value instanceof List<?> list)) {
      throw expected("a list");
    }
    return list.stream().map(SettingsNode.class::cast).toList();
  }

  String text() {
    if (!(value instanceof String text)) {
      throw expected("one value");
    }
    return text;
  }

  boolean isOff() {
    return value instanceof String text && (text.equals("off") || text.equals("false"));
  }

  /** A constant of an enumeration, in lower case and with hyphens in the file. */
  <E extends Enum<E>> E choice(E[] choices) {
    return choice(text(), choices);
  }

  <E extends Enum<E>> E choice(String name, E[] choices) {
    List<String> names = new ArrayList<>();
    for (E choice : choices) {
      String written = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (written.equals(name)) {
        return choice;
      }
      names.add(written);
    }
    throw at(file, line, path, "expected one of %s".formatted(String.join(", ", names)));
  }

  BigDecimal number() {
    try {
      return new BigDecimal(text());
    } catch (NumberFormatException e) {
      throw expected("a number");
    }
  }

  int whole() {
    try {
      return number().setScale(0, RoundingMode.UNNECESSARY).intValueExact();
    } catch (ArithmeticException e) {
      throw expected("a whole number");
    }
  }

  /** A time with its unit: {@code 6 s}, {@code 1 min}, {@code 6 h}. */
  Duration duration() {
    String[] parts = text().split(" ", -1);
    if (parts.length == 2 && parts[0].matches("\\d{1,6}(\\.\\d{1,3})?")) {
      int unitMillis =
          switch (parts[1]) {
            case "s" -> 1_000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 0;
          };
      if (unitMillis > 0) {
        BigDecimal millis = new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(unitMillis));
        return Duration.ofMillis(millis.longValue());
      }
    }
    throw expected("a time such as 6 s, 1 min or 6 h");
  }
}
