package org.wardbeat.bridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The JSON payloads, described in {@code docs/MAPPING.md}. Strict: NaN, comments, members twice and
 * anything after the object are refused; unknown members are ignored. Texts of the payload never
 * get into a refusal, as they may be a patient's. Thread-safe.
 */
final class JsonPayload {
  static final long MAX_BIRTH = 0xFFFF_FFFFL;

  /** A number outside 10^±20 is refused before anybody computes with its exponent. */
  private static final int MAX_SCALE = 20;

  private static final Map<String, VitalSign> SIGNS = byName(VitalSign.values());
  private static final Map<String, Electrode> ELECTRODES = byName(Electrode.values());
  private static final Map<String, SignalKind> KINDS = byName(SignalKind.values());
  private static final Map<String, AlarmPriority> PRIORITIES =
      Stream.of(AlarmPriority.values())
          .collect(Collectors.toUnmodifiableMap(p -> p.name().toLowerCase(Locale.ROOT), p -> p));

  private final ObjectReader reader;

  JsonPayload(int maxBytes) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxDocumentLength(maxBytes)
            .maxNestingDepth(16)
            .maxNumberLength(40)
            .maxStringLength(maxBytes)
            .maxNameLength(256)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    reader =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();
  }

  private static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
    return Stream.of(constants).collect(Collectors.toUnmodifiableMap(Enum::name, c -> c));
  }

  Observation.Birth birth(NativeTopic topic, byte[] payload) throws RefusedException {
    Member root = root(topic, payload);
    Optional<Member> device = root.optional("device");
    Optional<Member> patient = root.optional("patient");
    Optional<Member> simulated = root.optional("simulated");
    return new Observation.Birth(
        topic.bed(),
        root.required("birth").wholeNumber(1, MAX_BIRTH),
        root.required("time").time(),
        device.isEmpty() ? "" : device.get().object().required("id").text(0, 128),
        patient.isEmpty() ? null : patient(patient.get().object()),
        simulated.isPresent() && simulated.get().bool(),
        channels(root));
  }

  private static Patient patient(Member member) throws RefusedException {
    return new Patient(
        textOrEmpty(member, "id"), textOrEmpty(member, "family"), textOrEmpty(member, "given"));
  }

  private static String textOrEmpty(Member member, String name) throws RefusedException {
    Optional<Member> text = member.optional(name);
    return text.isEmpty() ? "" : text.get().text(0, Patient.MAX_LENGTH);
  }

  private static List<WaveformChannel> channels(Member root) throws RefusedException {
    Optional<Member> list = root.optional("channels");
    List<WaveformChannel> channels = new ArrayList<>();
    if (list.isPresent()) {
      for (Member channel : list.get().elements(WaveformChannel.MAX_CHANNELS)) {
        channels.add(channel(channel.object()));
      }
    }
    return channels;
  }

  private static WaveformChannel channel(Member member) throws RefusedException {
    return new WaveformChannel(
        member.required("code").text(1, WaveformChannel.MAX_LENGTH),
        member.required("kind").oneOf(KINDS),
        member.required("frequencyHz").positive(10_000),
        member.required("adcPerUnit").positive(1e12),
        (int) member.required("baseline").wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE),
        member.required("unit").text(0, WaveformChannel.MAX_LENGTH));
  }

  Observation.Status status(NativeTopic topic, byte[] payload) throws RefusedException {
    Member root = root(topic, payload);
    Optional<Member> time = root.optional("time");
    Optional<Member> leads = root.optional("leadsOff");
    Optional<Member> battery = root.optional("batteryPercent");
    Set<Electrode> leadsOff = EnumSet.noneOf(Electrode.class);
    if (leads.isPresent()) {
      for (Member lead : leads.get().elements(ELECTRODES.size())) {
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
    Member root = root(topic, payload);
    long time = root.required("time").time();
    Optional<Member> text = root.optional("text");
    Optional<Member> onset = root.optional("onset");
    return new Observation.AlarmChange(
        topic.bed(),
        root.required("birth").wholeNumber(1, MAX_BIRTH),
        topic.condition(),
        time,
        root.required("priority").oneOf(PRIORITIES),
        root.required("active").bool(),
        text.isEmpty() ? topic.condition() : text.get().text(0, Alarm.MAX_TEXT),
        onset.isEmpty() ? time : onset.get().time());
  }

  /**
   * @param leftOut is told of each vital sign that is not taken
   */
  Observation.Numerics numerics(NativeTopic topic, byte[] payload, Consumer<Refusal> leftOut)
      throws RefusedException {
    Member root = root(topic, payload);
    long birth = root.required("birth").wholeNumber(1, MAX_BIRTH);
    long sequence = root.required("seq").wholeNumber(0, Long.MAX_VALUE - 1);
    long time = root.required("time").time();
    Member values = root.required("values").object();
    List<Observation.Value> taken = new ArrayList<>(SIGNS.size());
    for (Map.Entry<String, JsonNode> entry : values.node.properties()) {
      VitalSign sign = SIGNS.get(entry.getKey());
      if (sign == null) {
        leftOut.accept(
            new Refusal(
                Reason.UNKNOWN_SIGN,
                values.place,
                "expected names out of "
                    + String.join(", ", names(SIGNS))
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

  private static Observation.Value value(VitalSign sign, Member member, long messageMicros)
      throws RefusedException {
    Member number = member;
    long time = messageMicros;
    if (member.node.isObject()) {
      time = member.required("time").time();
      number = member.required("value", true);
    }
    if (number.node.isNull()) {
      return new Observation.Value(sign, false, 0, time);
    }
    return new Observation.Value(sign, true, fixed(sign, number), time);
  }

  private static int fixed(VitalSign sign, Member member) throws RefusedException {
    if (member.node.isNumber()) {
      BigDecimal decimal = member.node.decimalValue();
      if (Math.abs(decimal.scale()) <= MAX_SCALE) {
        Optional<Integer> fixed = sign.toFixed(decimal);
        if (fixed.isPresent()) {
          return fixed.get();
        }
      }
    }
    BigDecimal limit = sign.toDecimal(VitalSign.MAX_FIXED);
    throw new RefusedException(
        Reason.SIGN_VALUE,
        member.place,
        "expected null, a number from -%s to %s, or an object with value and time; it was left out"
            .formatted(limit, limit));
  }

  private static <E extends Enum<E>> List<String> names(Map<String, E> constants) {
    return constants.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Member root(NativeTopic topic, byte[] payload) throws RefusedException {
    try {
      JsonNode node = reader.readTree(payload);
      if (node != null && node.isObject()) {
        return new Member(topic.name(), node);
      }
    } catch (JsonProcessingException e) {
      throw refusedJson(topic, e.getLocation());
    } catch (IOException e) {
      throw refusedJson(topic, null);
    }
    throw refusedJson(topic, null);
  }

  /** Jackson's own words may quote the payload, so only its place is used. */
  private static RefusedException refusedJson(NativeTopic topic, @Nullable JsonLocation location) {
    String where =
        location == null
            ? ""
            : ", which it stops being at line %d, column %d"
                .formatted(location.getLineNr(), location.getColumnNr());
    return new RefusedException(
        Reason.JSON,
        topic.name(),
        "expected one JSON object%s; the message was refused".formatted(where));
  }

  /** A value in a payload and its place: the topic, then the path. */
  private record Member(String place, JsonNode node) {
    private Member required(String name) throws RefusedException {
      return required(name, false);
    }

    private Member required(String name, boolean nullAllowed) throws RefusedException {
      JsonNode child = node.get(name);
      if (child == null || (child.isNull() && !nullAllowed)) {
        throw new Member(place + " " + name, node).refused("a value");
      }
      return new Member(place + " " + name, child);
    }

    private Optional<Member> optional(String name) {
      JsonNode child = node.get(name);
      return child == null || child.isNull()
          ? Optional.empty()
          : Optional.of(new Member(place + " " + name, child));
    }

    private Member object() throws RefusedException {
      if (!node.isObject()) {
        throw refused("an object");
      }
      return this;
    }

    private List<Member> elements(int max) throws RefusedException {
      if (!node.isArray() || node.size() > max) {
        throw refused("a list of at most " + max);
      }
      List<Member> elements = new ArrayList<>(node.size());
      for (int i = 0; i < node.size(); i++) {
        elements.add(new Member(place + "[" + i + "]", node.get(i)));
      }
      return elements;
    }

    private String text(int min, int max) throws RefusedException {
      String text = node.textValue();
      if (text == null || text.length() > max || (min > 0 && text.isBlank())) {
        throw refused("a text of %d to %d characters".formatted(min, max));
      }
      return text;
    }

    private boolean bool() throws RefusedException {
      if (!node.isBoolean()) {
        throw refused("true or false");
      }
      return node.booleanValue();
    }

    private long wholeNumber(long min, long max) throws RefusedException {
      if (!node.isIntegralNumber() || !node.canConvertToLong()) {
        throw refused("a whole number from %d to %d".formatted(min, max));
      }
      long number = node.longValue();
      if (number < min || number > max) {
        throw refused("a whole number from %d to %d".formatted(min, max));
      }
      return number;
    }

    private double positive(double max) throws RefusedException {
      double number = node.isNumber() ? node.doubleValue() : 0;
      if (!(number > 0 && number <= max)) {
        throw refused("a number above 0 and at most %.0f".formatted(max));
      }
      return number;
    }

    private long time() throws RefusedException {
      String text = node.textValue();
      OptionalLong micros = text == null ? OptionalLong.empty() : DeviceTime.parse(text);
      return micros.orElseThrow(() -> refused("a UTC time such as 2026-03-10T09:41:08.250Z"));
    }

    private <E extends Enum<E>> E oneOf(Map<String, E> constants) throws RefusedException {
      String text = node.textValue();
      E constant = text == null ? null : constants.get(text);
      if (constant == null) {
        throw refused("one of " + String.join(", ", names(constants)));
      }
      return constant;
    }

    private RefusedException refused(String expected) {
      return new RefusedException(
          Reason.MEMBER, place, "expected " + expected + "; it was refused");
    }
  }
}
