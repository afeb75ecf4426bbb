package org.wardbeat.bridge.alarm.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.Hold;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.alarm.Observed;
import org.wardbeat.bridge.alarm.SharedAct;
import org.wardbeat.bridge.alarm.StayInForce;
import org.wardbeat.bridge.intake.JsonMember;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.RefusedException;
import org.wardbeat.bridge.intake.StrictJson;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;

/** What bridges tell each other as topic and JSON, described in {@code docs/MAPPING.md}. */
final class ShareCodec {
  /** Longest payload, in bytes. */
  static final int MAX_BYTES = 64 * 1024;

  /** So far ahead the clock of another bridge may be. */
  private static final long AHEAD_MICROS = TimeUnit.DAYS.toMicros(1);

  private static final int MAX_BRIDGE = 256;
  private static final int MAX_DIGEST = 128;
  private static final int MAX_SCALE = 20;
  private static final int DATE_LENGTH = 10;
  private static final Map<String, AlarmPriority> PRIORITIES =
      Stream.of(AlarmPriority.values())
          .collect(Collectors.toUnmodifiableMap(p -> p.name().toLowerCase(Locale.ROOT), p -> p));
  private static final Map<String, Inactivation> KINDS = byName(Inactivation.values());
  private static final Map<String, PatientCategory> PROFILES = byName(PatientCategory.values());
  private static final Map<String, ScoreParameter> PARAMETERS = byName(ScoreParameter.values());

  private final StrictJson json = new StrictJson(MAX_BYTES);
  private final ObjectMapper writer = new ObjectMapper();

  private static <E extends Enum<E>> Map<String, E> byName(E[] constants) {
    return Stream.of(constants).collect(Collectors.toUnmodifiableMap(Enum::name, c -> c));
  }

  /** Where an act is told by a bridge. */
  ShareTopic topic(SharedAct act, String bridge) {
    return switch (act) {
      case SharedAct.Acknowledged of ->
          ShareTopic.of(
              of.bed().unit(),
              of.bed().bed(),
              ShareTopic.What.ACKNOWLEDGED,
              of.condition(),
              bridge);
      case SharedAct.Held of ->
          ShareTopic.of(
              of.hold().state().unit(),
              of.hold().state().bed(),
              ShareTopic.What.HELD,
              of.hold().state().kind().name(),
              bridge);
      case SharedAct.Limited of ->
          ShareTopic.of(of.bed().unit(), of.bed().bed(), ShareTopic.What.LIMITS, "", bridge);
      case SharedAct.Stayed of ->
          ShareTopic.of(of.bed().unit(), of.bed().bed(), ShareTopic.What.STAY, "", bridge);
      case SharedAct.Entered of ->
          ShareTopic.of(
              of.bed().unit(),
              of.bed().bed(),
              ShareTopic.What.OBSERVED,
              of.observed().entry().parameter().name(),
              bridge);
    };
  }

  /** What is told of an act. */
  byte[] payload(SharedAct act) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    switch (act) {
      case SharedAct.Acknowledged of -> {
        root.put("onsetDeviceMicros", of.onsetDeviceMicros());
        root.put("priority", of.priority().name().toLowerCase(Locale.ROOT));
        root.put("user", of.by().user());
        root.put("micros", of.by().micros());
      }
      case SharedAct.Held of -> write(root, of.hold());
      case SharedAct.Limited of -> {
        root.put("patient", of.patient());
        write(root, of.limits());
      }
      case SharedAct.Stayed of -> write(root, of.stay());
      case SharedAct.Entered of -> {
        root.put("patient", of.patient());
        root.put("value", of.observed().entry().value());
        root.put("user", of.observed().user());
        root.put("micros", of.observed().micros());
        root.put("bridge", of.observed().bridge());
      }
    }
    try {
      return writer.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }

  private static void write(ObjectNode root, Hold hold) {
    root.put("patient", hold.patient());
    root.put("active", hold.state().active());
    root.put("sinceMicros", hold.state().sinceMicros());
    root.put("untilMicros", hold.state().untilMicros());
    root.put("user", hold.state().user());
    root.put("reason", hold.state().reason());
    root.put("version", hold.version());
    root.put("bridge", hold.bridge());
  }

  private static void write(ObjectNode root, StayInForce said) {
    root.put("version", said.stay().version());
    root.put("nurse", said.stay().nurse());
    Admission admission = said.stay().admission();
    if (admission != null) {
      ObjectNode node = root.putObject("admission");
      node.put("identifier", admission.patient().identifier());
      node.put("familyName", admission.patient().familyName());
      node.put("givenName", admission.patient().givenName());
      node.put("birthDate", admission.birthDate().toString());
      node.put("device", admission.device());
      node.put("named", admission.named());
      node.put("user", admission.user());
      node.put("micros", admission.micros());
    }
    root.put("user", said.user());
    root.put("bridge", said.bridge());
  }

  private static void write(ObjectNode root, LimitsInForce limits) {
    root.put("profile", limits.limits().profile().name());
    ObjectNode signs = root.putObject("limits");
    for (Limit limit : limits.limits().limits()) {
      ObjectNode sign = signs.putObject(limit.sign().name());
      sign.put("on", limit.on());
      write(sign, limit.sign(), "low", limit.low());
      write(sign, limit.sign(), "high", limit.high());
      write(sign, limit.sign(), "extremeLow", limit.extremeLow());
      write(sign, limit.sign(), "extremeHigh", limit.extremeHigh());
    }
    root.put("user", limits.user());
    root.put("micros", limits.setMicros());
    root.put("reason", limits.reason());
    root.put("version", limits.version());
    root.put("bridge", limits.bridge());
  }

  private static void write(ObjectNode node, VitalSign sign, String name, @Nullable Integer fixed) {
    if (fixed != null) {
      node.put(name, sign.toDecimal(fixed));
    }
  }

  /**
   * Reads what another bridge tells.
   *
   * @param nowMicros the time of day here; what is said to come from over a day ahead is refused
   * @throws RefusedException if it is broken, or cannot be
   */
  SharedAct read(ShareTopic topic, byte[] payload, long nowMicros) throws RefusedException {
    JsonMember root = json.root(topic.name(), payload);
    Reader reader = new Reader(topic, root, nowMicros + AHEAD_MICROS);
    try {
      return switch (topic.what()) {
        case ACKNOWLEDGED -> reader.acknowledged();
        case HELD -> reader.held();
        case LIMITS -> reader.limited();
        case OBSERVED -> reader.entered();
        case STAY -> reader.stayed();
      };
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Reason.MEMBER, topic.name(), e.getMessage() + "; it was refused");
    }
  }

  /** Reads one message. */
  private record Reader(ShareTopic topic, JsonMember root, long latestMicros) {
    private SharedAct acknowledged() throws RefusedException {
      return new SharedAct.Acknowledged(
          topic.bedId(),
          topic.key(),
          root.required("onsetDeviceMicros").wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
          root.required("priority").oneOf(PRIORITIES),
          new Acknowledgement(user(1), micros("micros")));
    }

    private SharedAct held() throws RefusedException {
      Inactivation kind = KINDS.get(topic.key());
      if (kind == null) {
        throw root.refused("a kind out of " + KINDS.keySet().stream().sorted().toList());
      }
      long since = micros("sinceMicros");
      long longest = TimeUnit.SECONDS.toMicros(Operation.MAX_INACTIVATION_SECONDS);
      long until = root.required("untilMicros").wholeNumber(since, latestMicros + longest);
      boolean active = root.required("active").bool();
      InactivationState state =
          new InactivationState(
              topic.unit(),
              topic.bed(),
              kind,
              active,
              since,
              until,
              user(active ? 1 : 0),
              reason());
      return new SharedAct.Held(
          new Hold(state, version(), bridge(), topic.bed().isEmpty() ? "" : patient()));
    }

    private SharedAct limited() throws RefusedException {
      JsonMember signs = root.required("limits").object();
      List<Limit> limits = new ArrayList<>();
      for (VitalSign sign : VitalSign.values()) {
        Optional<JsonMember> limit = signs.optional(sign.name());
        if (limit.isPresent()) {
          limits.add(limit(sign, limit.get().object()));
        }
      }
      AlarmLimits all = new AlarmLimits(root.required("profile").oneOf(PROFILES), limits);
      return new SharedAct.Limited(
          topic.bedId(),
          patient(),
          new LimitsInForce(version(), all, user(1), micros("micros"), reason(), bridge()));
    }

    private static Limit limit(VitalSign sign, JsonMember limit) throws RefusedException {
      return new Limit(
          sign,
          limit.required("on").bool(),
          fixed(sign, limit, "low"),
          fixed(sign, limit, "high"),
          fixed(sign, limit, "extremeLow"),
          fixed(sign, limit, "extremeHigh"));
    }

    private static @Nullable Integer fixed(VitalSign sign, JsonMember limit, String name)
        throws RefusedException {
      Optional<JsonMember> member = limit.optional(name);
      if (member.isEmpty()) {
        return null;
      }
      if (member.get().node().isNumber()) {
        BigDecimal decimal = member.get().node().decimalValue();
        if (Math.abs(decimal.scale()) <= MAX_SCALE) {
          Optional<Integer> fixed = sign.toFixed(decimal);
          if (fixed.isPresent()) {
            return fixed.get();
          }
        }
      }
      throw member.get().refused("a value of " + sign);
    }

    private SharedAct stayed() throws RefusedException {
      Optional<JsonMember> member = root.optional("admission");
      Admission admission = member.isEmpty() ? null : admission(member.get().object());
      String nurse = root.required("nurse").text(0, Operator.MAX_USER);
      return new SharedAct.Stayed(
          topic.bedId(), new StayInForce(new Stay(version(), nurse, admission), user(0), bridge()));
    }

    private Admission admission(JsonMember of) throws RefusedException {
      Patient patient =
          new Patient(
              of.required("identifier").text(1, Patient.MAX_LENGTH),
              of.required("familyName").text(0, Patient.MAX_LENGTH),
              of.required("givenName").text(0, Patient.MAX_LENGTH));
      JsonMember birth = of.required("birthDate");
      return new Admission(
          patient,
          date(birth),
          of.required("device").text(0, Admission.MAX_DEVICE),
          of.required("named").bool(),
          of.required("user").text(1, Operator.MAX_USER),
          of.required("micros").wholeNumber(0, latestMicros));
    }

    private static LocalDate date(JsonMember member) throws RefusedException {
      try {
        return LocalDate.parse(member.text(1, DATE_LENGTH));
      } catch (DateTimeParseException e) {
        throw member.refused("a date such as 1951-03-09");
      }
    }

    private SharedAct entered() throws RefusedException {
      ScoreParameter parameter = PARAMETERS.get(topic.key());
      if (parameter == null) {
        throw root.refused("a parameter out of " + PARAMETERS.keySet().stream().sorted().toList());
      }
      int value = (int) root.required("value").wholeNumber(parameter.least(), parameter.most());
      return new SharedAct.Entered(
          topic.bedId(),
          patient(),
          new Observed(new ScoreEntry(parameter, value), user(1), micros("micros"), bridge()));
    }

    private String user(int least) throws RefusedException {
      return root.required("user").text(least, Operator.MAX_USER);
    }

    private String reason() throws RefusedException {
      return root.required("reason").text(0, Operation.MAX_REASON);
    }

    private String bridge() throws RefusedException {
      return root.required("bridge").text(1, MAX_BRIDGE);
    }

    private String patient() throws RefusedException {
      return root.required("patient").text(0, MAX_DIGEST);
    }

    private long version() throws RefusedException {
      return micros("version"); // counts on from the time, so that it is as bounded as that
    }

    private long micros(String name) throws RefusedException {
      return root.required(name).wholeNumber(0, latestMicros);
    }
  }
}
