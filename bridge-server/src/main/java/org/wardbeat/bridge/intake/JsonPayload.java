package org.wardbeat.bridge.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The JSON payloads, described in {@code docs/MAPPING.md}. Unknown members are ignored.
 * Thread-safe.
 */
final class JsonPayload {
  static final long MAX_BIRTH = 0xFFFF_FFFFL;

  /** A number outside 10^±20 is refused before anybody computes with its exponent. */
  private static final int MAX_SCALE = 20;

  /** Colder than anybody survived (13.7 °C), in steps of 0.1 °C. */
  private static final int LEAST_TEMPERATURE = 100;

  /** Hotter than anybody survived (46.5 °C), and colder than any living body in °F. */
  private static final int MOST_TEMPERATURE = 500;

  private static final Pattern PRIORITY_MARK = Pattern.compile("^[*! ]+");

  private static final Map<String, VitalSign> SIGNS = byName(VitalSign.values());
  private static final Map<String, Electrode> ELECTRODES = byName(Electrode.values());
  private static final Map<String, SignalKind> KINDS = byName(SignalKind.values());
  private static final Map<String, AlarmPriority> PRIORITIES = byWord(AlarmPriority.values());
  private static final Map<String, AlarmKind> ALARM_KINDS = byWord(AlarmKind.values());

  private final StrictJson json;

  JsonPayload(int maxBytes) {
    json = new StrictJson(maxBytes);
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
    return Stream.of(constants).collect(Collectors.toUnmodifiableMap(Enum::name, c -> c));
  }

  private static <E extends Enum<E>> Map<String, E> byWord(E[] constants) {
    return Stream.of(constants)
        .collect(Collectors.toUnmodifiableMap(c -> c.name().toLowerCase(Locale.ROOT), c -> c));
  }

  Observation.Birth birth(NativeTopic topic, byte[] payload) throws RefusedException {
    JsonMember root = json.root(topic.name(), payload);
    Optional<JsonMember> device = root.optional("device");
    Optional<JsonMember> patient = root.optional("patient");
    Optional<JsonMember> simulated = root.optional("simulated");
    return new Observation.Birth(
        topic.bed(),
        root.required("birth").wholeNumber(1, MAX_BIRTH),
        root.required("time").time(),
        device.isEmpty() ? "" : device.get().object().required("id").text(0, 128),
        patient.isEmpty() ? null : patient(patient.get().object()),
        simulated.isPresent() && simulated.get().bool(),
        channels(root));
  }

  private static Patient patient(JsonMember member) throws RefusedException {
    return new Patient(
        textOrEmpty(member, "id"), textOrEmpty(member, "family"), textOrEmpty(member, "given"));
  }

  private static String textOrEmpty(JsonMember member, String name) throws RefusedException {
    Optional<JsonMember> text = member.optional(name);
    return text.isEmpty() ? "" : text.get().text(0, Patient.MAX_LENGTH);
  }

  private static List<WaveformChannel> channels(JsonMember root) throws RefusedException {
    Optional<JsonMember> list = root.optional("channels");
    List<WaveformChannel> channels = new ArrayList<>();
    if (list.isPresent()) {
      for (JsonMember channel : list.get().elements(WaveformChannel.MAX_CHANNELS)) {
        channels.add(channel(channel.object()));
      }
    }
    return channels;
  }

  private static WaveformChannel channel(JsonMember member) throws RefusedException {
    int lowest = limit(member, "lowest", Integer.MIN_VALUE);
    int highest = limit(member, "highest", Integer.MAX_VALUE);
    if (lowest >= highest) {
      throw member.refused("lowest below highest");
    }
    return new WaveformChannel(
        member.required("code").text(1, WaveformChannel.MAX_LENGTH),
        member.required("kind").oneOf(KINDS),
        member.required("frequencyHz").positive(10_000),
        member.required("adcPerUnit").positive(1e12),
        sample(member.required("baseline")),
        member.required("unit").text(0, WaveformChannel.MAX_LENGTH),
        lowest,
        highest);
  }

  private static int limit(JsonMember channel, String name, int none) throws RefusedException {
    Optional<JsonMember> limit = channel.optional(name);
    return limit.isEmpty() ? none : sample(limit.get());
  }

  private static int sample(JsonMember member) throws RefusedException {
    return (int) member.wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  Observation.Status status(NativeTopic topic, byte[] payload) throws RefusedException {
    JsonMember root = json.root(topic.name(), payload);
    Optional<JsonMember> time = root.optional("time");
    Optional<JsonMember> leads = root.optional("leadsOff");
    Optional<JsonMember> battery = root.optional("batteryPercent");
    Set<Electrode> leadsOff = EnumSet.noneOf(Electrode.class);
    if (leads.isPresent()) {
      for (JsonMember lead : leads.get().elements(ELECTRODES.size())) {
        leadsOff.add(lead.oneOf(ELECTRODES));
      }
    }
    int percent =
        battery.isEmpty() ? DeviceStatus.BATTERY_UNKNOWN : (int) battery.get().wholeNumber(0, 100);
    return new Observation.Status(
        topic.bed(),
        root.required("birth").wholeNumber(1, MAX_BIRTH),
        time.isEmpty() ? OptionalLong.empty() : OptionalLong.of(time.get().time()),
        new DeviceStatus(root.required("online").bool(), leadsOff, percent));
  }

  Observation.AlarmChange alarm(NativeTopic topic, byte[] payload) throws RefusedException {
    JsonMember root = json.root(topic.name(), payload);
    long time = root.required("time").time();
    Optional<JsonMember> text = root.optional("text");
    Optional<JsonMember> onset = root.optional("onset");
    return new Observation.AlarmChange(
        topic.bed(),
        root.required("birth").wholeNumber(1, MAX_BIRTH),
        topic.condition(),
        kind(topic, root),
        time,
        root.required("priority").oneOf(PRIORITIES),
        root.required("active").bool(),
        text.isEmpty() ? topic.condition() : unmarked(text.get().text(0, Alarm.MAX_TEXT)),
        onset.isEmpty() ? time : onset.get().time());
  }

  private static AlarmKind kind(NativeTopic topic, JsonMember root) throws RefusedException {
    Optional<JsonMember> kind = root.optional("kind");
    if (kind.isPresent()) {
      return kind.get().oneOf(ALARM_KINDS);
    }
    return TechnicalCodes.contains(topic.condition())
        ? AlarmKind.TECHNICAL
        : AlarmKind.PHYSIOLOGICAL;
  }

  /** Stations mark the priority themselves. */
  private static String unmarked(String text) {
    return PRIORITY_MARK.matcher(text).replaceFirst("");
  }

  /**
   * @param leftOut is told of each vital sign that is not taken
   */
  Observation.Numerics numerics(NativeTopic topic, byte[] payload, Consumer<Refusal> leftOut)
      throws RefusedException {
    JsonMember root = json.root(topic.name(), payload);
    long birth = root.required("birth").wholeNumber(1, MAX_BIRTH);
    long sequence = root.required("seq").wholeNumber(0, Long.MAX_VALUE - 1);
    long time = root.required("time").time();
    JsonMember values = root.required("values").object();
    List<Observation.Value> taken = new ArrayList<>(SIGNS.size());
    for (Map.Entry<String, JsonNode> entry : values.node().properties()) {
      VitalSign sign = SIGNS.get(entry.getKey());
      if (sign == null) {
        leftOut.accept(
            new Refusal(
                Reason.UNKNOWN_SIGN,
                values.place(),
                "expected names out of "
                    + String.join(", ", JsonMember.names(SIGNS))
                    + "; an unknown name was left out"));
      } else {
        try {
          taken.add(value(sign, values.required(entry.getKey(), true), time));
        } catch (RefusedException e) {
          leftOut.accept(e.refusal());
        }
      }
    }
    return new Observation.Numerics(topic.bed(), birth, sequence, time, taken);
  }

  private static Observation.Value value(VitalSign sign, JsonMember member, long messageMicros)
      throws RefusedException {
    JsonMember number = member;
    long time = messageMicros;
    if (member.node().isObject()) {
      time = member.required("time").time();
      number = member.required("value", true);
    }
    if (number.node().isNull()) {
      return new Observation.Value(sign, false, 0, time);
    }
    return new Observation.Value(sign, true, fixed(sign, number), time);
  }

  /** A body's temperature in degrees Fahrenheit is none in degrees Celsius, and never shown. */
  private static int requireUnit(VitalSign sign, int fixed, JsonMember member)
      throws RefusedException {
    if (sign == VitalSign.TEMP && (fixed < LEAST_TEMPERATURE || fixed > MOST_TEMPERATURE)) {
      throw new RefusedException(
          Reason.SIGN_VALUE,
          member.place(),
          "expected a temperature in degrees Celsius, from %s to %s, and got one of another unit or scale; it was left out"
              .formatted(sign.toDecimal(LEAST_TEMPERATURE), sign.toDecimal(MOST_TEMPERATURE)));
    }
    return fixed;
  }

  private static int fixed(VitalSign sign, JsonMember member) throws RefusedException {
    if (member.node().isNumber()) {
      BigDecimal decimal = member.node().decimalValue();
      if (Math.abs(decimal.scale()) <= MAX_SCALE) {
        Optional<Integer> fixed = sign.toFixed(decimal);
        if (fixed.isPresent()) {
          return requireUnit(sign, fixed.get(), member);
        }
      }
    }
    BigDecimal limit = sign.toDecimal(VitalSign.MAX_FIXED);
    throw new RefusedException(
        Reason.SIGN_VALUE,
        member.place(),
        "expected null, a number from -%s to %s, or an object with value and time; it was left out"
            .formatted(limit, limit));
  }
}
