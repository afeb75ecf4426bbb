package org.wardbeat.station.observations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.panel.PanelForm;
import org.wardbeat.station.panel.PanelState;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;

/**
 * What is being entered of a bed's observations, beside what counts now. Confined to the thread of
 * the screens.
 */
final class ObservationsForm extends PanelForm {
  /** In the order of the chart of the Royal College of Physicians. */
  private static final List<ScoreParameter> ORDER =
      List.of(
          ScoreParameter.RESPIRATION,
          ScoreParameter.SPO2_SCALE_2,
          ScoreParameter.SPO2,
          ScoreParameter.OXYGEN,
          ScoreParameter.SYSTOLIC,
          ScoreParameter.PULSE,
          ScoreParameter.ACVPU,
          ScoreParameter.TEMPERATURE);

  private static final String NONE = "–";

  private final Map<ScoreParameter, String> typed = new EnumMap<>(ScoreParameter.class);
  private final Map<ScoreParameter, Integer> chosen = new EnumMap<>(ScoreParameter.class);
  private boolean scaleDecided;

  ObservationsForm(BedSnapshot bed, Submission submission) {
    super(bed, submission);
  }

  void type(ScoreParameter parameter, String text) {
    typed.put(parameter, text);
    submission.edited();
  }

  /** Moves a value by steps; one that is not there begins at what counts now. */
  void step(ScoreParameter parameter, int steps) {
    Integer value = entered(parameter).orElse(null);
    ScoreInput input = input(parameter);
    int start =
        input == null || input.state() == ScoreInput.State.MISSING
            ? InputWords.usual(parameter)
            : input.value();
    long next = value == null ? start : (long) value + steps;
    int fixed = Math.clamp(next, parameter.least(), parameter.most());
    type(parameter, InputWords.value(words, parameter, fixed));
  }

  /** Chooses an option; chosen again, it is not entered. */
  void choose(ScoreParameter parameter, int option) {
    if (!chosen.remove(parameter, option)) {
      chosen.put(parameter, option);
    }
    if (parameter == ScoreParameter.SPO2_SCALE_2) {
      scaleDecided = false;
    }
    submission.edited();
  }

  /** Whether it was said that somebody competent decided for scale 2. */
  boolean isScaleDecided() {
    return scaleDecided;
  }

  void setScaleDecided(boolean decided) {
    scaleDecided = decided;
    submission.edited();
  }

  private Optional<Integer> entered(ScoreParameter parameter) {
    if (InputWords.isChoice(parameter)) {
      return Optional.ofNullable(chosen.get(parameter));
    }
    return number(parameter)
        .map(number -> kept(parameter, number))
        .map(value -> value.movePointRight(InputWords.decimals(parameter)).stripTrailingZeros())
        .filter(value -> value.scale() <= 0)
        .filter(value -> value.compareTo(BigDecimal.valueOf(parameter.least())) >= 0)
        .filter(value -> value.compareTo(BigDecimal.valueOf(parameter.most())) <= 0)
        .map(BigDecimal::intValueExact);
  }

  private Optional<BigDecimal> number(ScoreParameter parameter) {
    String text = typed.getOrDefault(parameter, "").strip().replace(',', '.');
    return text.matches("\\d{1,4}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** A value in the unit in which the bridge keeps it, of a temperature the nearest. */
  private BigDecimal kept(ScoreParameter parameter, BigDecimal value) {
    return parameter == ScoreParameter.TEMPERATURE ? words.temperature().celsius(value) : value;
  }

  @Override
  protected List<String> keep() {
    ScoreParameter temperature = ScoreParameter.TEMPERATURE;
    Optional<Integer> nearest = entered(temperature);
    if (nearest.isEmpty() || number(temperature).filter(words.temperature()::keeps).isPresent()) {
      return List.of();
    }
    String kept = InputWords.value(words, temperature, nearest.get());
    typed.put(temperature, kept);
    return List.of(kept + " " + InputWords.unit(words, temperature));
  }

  private String fault(ScoreParameter parameter) {
    boolean blank = typed.getOrDefault(parameter, "").isBlank();
    if (blank || InputWords.isChoice(parameter) || entered(parameter).isPresent()) {
      return "";
    }
    return words.text(
        "news2.fault",
        words.text(
            InputWords.decimals(parameter) == 0 ? "panel.whole-number" : "news2.one-decimal"),
        InputWords.value(words, parameter, parameter.least()),
        InputWords.value(words, parameter, parameter.most()));
  }

  @Override
  public boolean isDirty() {
    return !chosen.isEmpty() || typed.values().stream().anyMatch(text -> !text.isBlank());
  }

  @Override
  protected void send() {
    Map<ScoreParameter, String> typedThen = new EnumMap<>(typed);
    Map<ScoreParameter, Integer> chosenThen = new EnumMap<>(chosen);
    submission.send(
        new Operation.EnterObservations(subject.bed(), entries()),
        words.text("news2.entered"),
        result -> {
          if (result.isDone()) {
            typedThen.forEach(typed::remove);
            chosenThen.forEach(chosen::remove);
            scaleDecided = false;
          }
        });
  }

  private List<ScoreEntry> entries() {
    List<ScoreEntry> entries = new ArrayList<>();
    for (ScoreParameter parameter : ScoreParameter.values()) {
      entered(parameter).ifPresent(value -> entries.add(new ScoreEntry(parameter, value)));
    }
    return entries;
  }

  @Override
  protected String objection() {
    for (ScoreParameter parameter : ORDER) {
      if (!fault(parameter).isEmpty()) {
        return words.text("news2.look-at", InputWords.name(words, parameter));
      }
    }
    if (!isDirty()) {
      return words.text("news2.nothing");
    }
    return choosesScale2() && !scaleDecided ? words.text("news2.say-decided") : "";
  }

  private boolean choosesScale2() {
    return Integer.valueOf(1).equals(chosen.get(ScoreParameter.SPO2_SCALE_2));
  }

  private @Nullable Score score() {
    PanelState now = state();
    BedSnapshot bed = now == null ? null : now.bed();
    if (bed == null) {
      return null;
    }
    return bed.watch().scores().stream()
        .filter(each -> each.kind() == Score.Kind.NEWS2)
        .findFirst()
        .orElse(null);
  }

  private @Nullable ScoreInput input(ScoreParameter parameter) {
    Score score = score();
    return score == null
        ? null
        : score.inputs().stream()
            .filter(each -> each.parameter() == parameter)
            .findFirst()
            .orElse(null);
  }

  ObservationsView view() {
    PanelState now = state();
    String unusable = unusable();
    if (now == null || !unusable.isEmpty()) {
      return new ObservationsView(NONE, Score.Band.NONE, unusable, List.of(), "", false);
    }
    Score score = score();
    Score counting = score != null && score.hasTotal() && now.linked() ? score : null;
    List<ObservationsView.Row> rows = new ArrayList<>();
    for (ScoreParameter parameter : ORDER) {
      rows.add(row(parameter, now));
    }
    return new ObservationsView(
        counting == null ? NONE : String.valueOf(counting.total()),
        counting == null ? Score.Band.NONE : counting.band(),
        meaning(score, now),
        rows,
        scaleWarning(),
        true);
  }

  private String scaleWarning() {
    return choosesScale2() ? words.text("news2.scale-warning") : "";
  }

  private String meaning(@Nullable Score score, PanelState now) {
    if (!now.linked()) {
      return words.text("news2.no-link");
    }
    if (score == null) {
      return words.text("news2.untold");
    }
    if (!score.hasTotal()) {
      return lacking(score);
    }
    String trend =
        score.trend() == 0 ? "" : ", " + words.text("news2.trend", "%+d".formatted(score.trend()));
    return of(score.band()) + trend;
  }

  private String of(Score.Band band) {
    return switch (band) {
      case NONE -> "";
      case LOW -> words.text("news2.low");
      case LOW_MEDIUM -> words.text("news2.single");
      case MEDIUM -> words.text("news2.medium");
      case HIGH -> words.text("news2.high");
    };
  }

  private String lacking(Score score) {
    List<String> missing = new ArrayList<>();
    List<String> expired = new ArrayList<>();
    for (ScoreInput input : score.inputs()) {
      String name = InputWords.name(words, input.parameter());
      if (input.state() == ScoreInput.State.MISSING) {
        missing.add(name);
      } else if (input.state() == ScoreInput.State.EXPIRED) {
        expired.add(name);
      }
    }
    List<String> parts = new ArrayList<>();
    if (!missing.isEmpty()) {
      parts.add(words.text("news2.missing", String.join(", ", missing)));
    }
    if (!expired.isEmpty()) {
      parts.add(words.text("news2.too-old", String.join(", ", expired)));
    }
    return words.text("news2.no-total", String.join("; ", parts));
  }

  private ObservationsView.Row row(ScoreParameter parameter, PanelState now) {
    ScoreInput input = now.linked() ? input(parameter) : null;
    return new ObservationsView.Row(
        parameter,
        value(input),
        points(input),
        source(input, now),
        input != null && input.state() != ScoreInput.State.VALID,
        typed.getOrDefault(parameter, ""),
        chosen.get(parameter),
        fault(parameter));
  }

  private String value(@Nullable ScoreInput input) {
    return input == null || input.state() == ScoreInput.State.MISSING
        ? NONE
        : InputWords.value(words, input.parameter(), input.value());
  }

  private static String points(@Nullable ScoreInput input) {
    return input == null
            || input.state() != ScoreInput.State.VALID
            || input.parameter() == ScoreParameter.SPO2_SCALE_2
        ? NONE
        : String.valueOf(input.points());
  }

  private String source(@Nullable ScoreInput input, PanelState now) {
    if (input == null) {
      return "";
    }
    String device =
        input.source() == ScoreInput.Source.DEVICE ? words.text("news2.device") : input.user();
    return switch (input.state()) {
      case MISSING ->
          words.text(
              input.source() == ScoreInput.Source.DEVICE
                  ? "news2.device-lacks"
                  : "news2.not-entered");
      case EXPIRED ->
          words.text(
              "news2.too-old",
              device + ", " + Formats.clock(input.measuredMicros(), now.zone(), words));
      case VALID -> valid(input, device, now);
    };
  }

  private String valid(ScoreInput input, String device, PanelState now) {
    if (input.measuredMicros() == 0) {
      return words.text("news2.nothing-else");
    }
    long seconds = Formats.wholeSeconds(now.nowMicros() - input.measuredMicros());
    String since = words.text("news2.ago", device, Formats.age(seconds));
    boolean ends = input.expiresMicros() > 0 && input.expiresMicros() != Long.MAX_VALUE;
    return ends
        ? words.text(
            "news2.counts-until", since, Formats.clock(input.expiresMicros(), now.zone(), words))
        : since;
  }
}
