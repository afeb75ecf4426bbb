package org.wardbeat.wire.frame;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The examples of {@code docs/PROTOCOL.md}. */
final class ProtocolDocument {
  private static final Pattern BLOCK =
      Pattern.compile("^```hex ([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("((?:[0-9A-F]{2}(?: (?=[0-9A-F]{2}\\b))?)*)(?:\\s{2,}(.*))?");

  private ProtocolDocument() {}

  /**
   * A fenced block of bytes.
   *
   * @param tags what is said behind {@code hex}
   * @param hex its bytes
   * @param fields the values it states, by field
   */
  record Example(Map<String, String> tags, String hex, Map<String, String> fields) {
    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  static String text() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("wardbeat.root", ".."), "docs", "PROTOCOL.md"));
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text());
    while (blocks.find()) {
      examples.add(example(blocks.group(1), blocks.group(2)));
    }
    return examples;
  }

  private static Example example(String tags, String body) {
    StringBuilder hex = new StringBuilder();
    Map<String, String> fields = new TreeMap<>();
    for (String line : body.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new AssertionError("not a line of an example: " + line);
      }
      hex.append(parts.group(1).replace(" ", ""));
      if (parts.group(2) != null) {
        fields.putAll(assignments(parts.group(2), ";"));
      }
    }
    return new Example(assignments(tags, " "), hex.toString(), fields);
  }

  /** What has an equals sign; the rest is prose. */
  private static Map<String, String> assignments(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0].strip(),
                pair -> pair.length == 2 ? pair[1].strip() : "",
                (first, _) -> first,
                TreeMap::new));
  }

  /** Every value of a record, by its path. */
  static Map<String, String> fieldsOf(Record record) {
    Map<String, String> fields = new TreeMap<>();
    addFields("", record, fields);
    return fields;
  }

  private static void addFields(String path, @Nullable Object value, Map<String, String> fields) {
    switch (value) {
      case null -> fields.put(path, "none");
      case Record record -> addComponents(path.isEmpty() ? "" : path + ".", record, fields);
      case List<?> list when !list.isEmpty() -> {
        for (int i = 0; i < list.size(); i++) {
          addFields("%s[%d]".formatted(path, i), list.get(i), fields);
        }
      }
      case List<?> _ -> fields.put(path, "none");
      case Set<?> set -> fields.put(path, set.isEmpty() ? "none" : joined(set));
      case int[] samples -> fields.put(path, joined(samples));
      default -> fields.put(path, value.toString());
    }
  }

  private static void addComponents(String prefix, Record record, Map<String, String> fields) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        addFields(prefix + component.getName(), component.getAccessor().invoke(record), fields);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  private static String joined(Set<?> constants) {
    return constants.stream()
        .map(constant -> (Enum<?>) constant)
        .sorted()
        .map(Enum::name)
        .collect(Collectors.joining(" "));
  }

  static String joined(int[] samples) {
    return Arrays.stream(samples).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }
}
