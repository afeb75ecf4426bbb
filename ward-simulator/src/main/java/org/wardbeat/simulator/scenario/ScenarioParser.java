package org.wardbeat.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.simulator.device.DeviceAlarm;
import org.wardbeat.simulator.physiology.Rhythm;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Electrode;

/** Turns a YAML tree into events, strictly: whatever is not known is refused with its line. */
final class ScenarioParser {
  private static final int MAX_EVENTS = 10_000;
  private static final int MAX_BED = 64;
  private static final Pattern DURATION =
      Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,3})?) ?(ms|s|min|h)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");
  private static final Pattern CODE_ENDS = Pattern.compile("[/+#\\p{Cntrl}]");
  private static final String PRIORITIES = "high, medium or low";
  private static final String KINDS = "physiological or technical";
  private static final List<String> ACTIONS =
      Stream.concat(
              Stream.of(
                  "deterioration",
                  "leads-off",
                  "dropout",
                  "device-off",
                  "battery",
                  "clock-skew",
                  "alarm"),
              Stream.of(Rhythm.values()).map(ScenarioParser::word))
          .toList();

  private final String file;

  private ScenarioParser(String file) {
    this.file = file;
  }

  static List<Event> parse(String file, String text) throws ScenarioException {
    return new ScenarioParser(file).events(YamlNode.parse(file, text));
  }

  private List<Event> events(YamlNode root) throws ScenarioException {
    Fields fields = new Fields(mapping(root, "\"events:\" and a list"));
    YamlNode list = fields.required("events", "a list of events");
    fields.refuseOthers();
    if (!(list instanceof YamlNode.Sequence sequence)) {
      throw fail(list, "a list of events");
    }
    if (sequence.items().size() > MAX_EVENTS) {
      throw fail(list, "at most " + MAX_EVENTS + " events");
    }
    List<Event> events = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      events.add(event(new Fields(mapping(item, "an event with bed, at and do"))));
    }
    return events;
  }

  private Event event(Fields fields) throws ScenarioException {
    YamlNode bed = fields.required("bed", "the number of a bed from 1, or all");
    int number =
        "all".equals(text(bed)) ? 0 : (int) number(bed, "the number of a bed", 1, MAX_BED, true);
    double from = seconds(fields.required("at", "a time such as 20 s"), "a time of 0 s or later");
    YamlNode length = fields.optional("for");
    double to =
        length == null
            ? Double.POSITIVE_INFINITY
            : from + seconds(length, "a duration such as 30 s");
    Action action = action(fields);
    fields.refuseOthers();
    return new Event(number, from, to, action, fields.line());
  }

  private Action action(Fields fields) throws ScenarioException {
    YamlNode node = fields.required("do", "one of " + String.join(", ", ACTIONS));
    String name = text(node);
    return switch (name) {
      case "deterioration" -> deterioration(fields);
      case "leads-off" -> new Action.LeadsOff(electrodes(fields));
      case "dropout" -> new Action.Dropout();
      case "device-off" -> new Action.DeviceOff();
      case "alarm" -> new Action.Alarm(alarm(fields));
      case "battery" ->
          new Action.Battery(
              (int) number(fields.required("percent", "0 to 100"), "a charge", 0, 100, true));
      case "clock-skew" ->
          new Action.ClockSkew(
              duration(fields.required("by", "a duration such as 90 s or -1 h"), "a duration"));
      default -> {
        for (Rhythm rhythm : Rhythm.values()) {
          if (word(rhythm).equals(name)) {
            yield new Action.ChangedRhythm(rhythm);
          }
        }
        throw fail(node, "one of " + String.join(", ", ACTIONS));
      }
    };
  }

  private Action deterioration(Fields fields) throws ScenarioException {
    YamlNode severity = fields.optional("severity");
    YamlNode over = fields.optional("over");
    return new Action.Deterioration(
        severity == null ? 1 : number(severity, "a severity", 0, 1, false),
        over == null ? 0 : seconds(over, "a duration such as 5 min"));
  }

  private DeviceAlarm alarm(Fields fields) throws ScenarioException {
    YamlNode condition = fields.required("condition", "a code such as VTACH");
    String code = text(condition);
    if (code.isBlank() || code.length() > Alarm.MAX_CONDITION || CODE_ENDS.matcher(code).find()) {
      throw fail(condition, "a code such as VTACH, without / + #");
    }
    YamlNode priority = fields.required("priority", PRIORITIES);
    YamlNode shown = fields.optional("text");
    String words = shown == null ? code : text(shown);
    if (shown != null && words.length() > Alarm.MAX_TEXT) {
      throw fail(shown, "a text of at most " + Alarm.MAX_TEXT + " characters");
    }
    YamlNode kind = fields.optional("kind");
    return new DeviceAlarm(
        code,
        kind == null ? null : oneOf(AlarmKind.values(), kind, KINDS),
        oneOf(AlarmPriority.values(), priority, PRIORITIES),
        words);
  }

  private <E extends Enum<E>> E oneOf(E[] constants, YamlNode node, String expected)
      throws ScenarioException {
    String wanted = text(node);
    return Stream.of(constants)
        .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(() -> fail(node, expected));
  }

  private Set<Electrode> electrodes(Fields fields) throws ScenarioException {
    String expected =
        "a list of electrodes out of "
            + Stream.of(Electrode.values()).map(Electrode::name).collect(Collectors.joining(", "));
    YamlNode node = fields.required("electrodes", expected);
    if (!(node instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
      throw fail(node, expected);
    }
    Set<Electrode> electrodes = EnumSet.noneOf(Electrode.class);
    for (YamlNode item : list.items()) {
      String name = text(item);
      electrodes.add(
          Stream.of(Electrode.values())
              .filter(electrode -> electrode.name().equals(name))
              .findFirst()
              .orElseThrow(() -> fail(item, expected)));
    }
    return electrodes;
  }

  private static String word(Rhythm rhythm) {
    return rhythm.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private double seconds(YamlNode node, String expected) throws ScenarioException {
    Duration duration = duration(node, expected);
    if (duration.isNegative()) {
      throw fail(node, expected);
    }
    return duration.toMillis() / 1000.0;
  }

  private Duration duration(YamlNode node, String expected) throws ScenarioException {
    Matcher matcher = DURATION.matcher(text(node));
    if (!matcher.matches()) {
      throw fail(node, expected + " with its unit (ms, s, min or h)");
    }
    double millis =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "min" -> 60_000;
          default -> 3_600_000;
        };
    return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis));
  }

  private double number(YamlNode node, String what, double min, double max, boolean whole)
      throws ScenarioException {
    String text = text(node);
    if (NUMBER.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max && (!whole || value == Math.rint(value))) {
        return value;
      }
    }
    String range = whole ? (int) min + " to " + (int) max : min + " to " + max;
    throw fail(node, what + " from " + range);
  }

  private String text(YamlNode node) throws ScenarioException {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.text();
    }
    throw fail(node, "a single value");
  }

  private YamlNode.Mapping mapping(YamlNode node, String expected) throws ScenarioException {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw fail(node, expected);
  }

  private ScenarioException fail(YamlNode node, String expected) {
    String found =
        node instanceof YamlNode.Scalar scalar ? ", found \"" + scalar.text() + "\"" : "";
    return ScenarioException.at(file, node.line(), "expected " + expected + found + ".");
  }

  /** The keys of a mapping, of which none may be left over. */
  private final class Fields {
    private final YamlNode.Mapping mapping;
    private final Set<String> used = new HashSet<>();

    Fields(YamlNode.Mapping mapping) {
      this.mapping = mapping;
    }

    int line() {
      return mapping.line();
    }

    @Nullable YamlNode optional(String key) {
      used.add(key);
      return mapping.entries().get(key);
    }

    YamlNode required(String key, String expected) throws ScenarioException {
      YamlNode node = optional(key);
      if (node == null) {
        throw ScenarioException.at(
            file, mapping.line(), "expected \"" + key + ":\" with " + expected + ".");
      }
      return node;
    }

    void refuseOthers() throws ScenarioException {
      for (Map.Entry<String, Integer> key : mapping.keyLines().entrySet()) {
        if (!used.contains(key.getKey())) {
          throw ScenarioException.at(
              file,
              key.getValue(),
              "\"" + key.getKey() + "\" is not known here; expected one of " + sorted() + ".");
        }
      }
    }

    private String sorted() {
      return used.stream().sorted().collect(Collectors.joining(", "));
    }
  }
}
