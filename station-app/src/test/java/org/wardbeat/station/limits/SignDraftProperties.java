package org.wardbeat.station.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.language.Words;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.VitalSign;

/** What stands in the fields of a vital sign, and the limits it stands for. */
class SignDraftProperties {
  /** Two limits of one vital sign, as two people set them, and one from which both began. */
  record Three(Limit before, Limit ours, Limit theirs) {}

  @Provide
  Arbitrary<Three> three() {
    return Arbitraries.of(VitalSign.class)
        .flatMap(
            sign -> Combinators.combine(limits(sign), limits(sign), limits(sign)).as(Three::new));
  }

  private static Arbitrary<Limit> limits(VitalSign sign) {
    SettingRange range = SettingRange.of(sign);
    Arbitrary<List<Integer>> rising =
        Arbitraries.integers()
            .between(range.least(), range.most())
            .list()
            .uniqueElements()
            .ofSize(4)
            .map(all -> all.stream().sorted().toList());
    Arbitrary<Boolean> any = Arbitraries.of(true, false);
    return Combinators.combine(rising, any, any, any, any)
        .as(
            (at, low, high, extremeLow, extremeHigh) ->
                new Limit(
                    sign,
                    true,
                    low ? at.get(1) : null,
                    high || !low ? at.get(2) : null,
                    extremeLow ? at.get(0) : null,
                    extremeHigh ? at.get(3) : null));
  }

  @Property(tries = 500)
  void limitsThatArePutIntoFieldsComeOutAsTheyWere(@ForAll("three") Three three) {
    SignDraft draft = new SignDraft(Words.english(), three.ours().sign(), three.ours());
    assertThat(draft.isSound()).isTrue();
    assertThat(draft.limit()).isEqualTo(three.ours());
    assertThat(draft.differsFrom(three.ours())).isFalse();
  }

  @Property(tries = 500)
  void whatWasNotChangedFollowsOthersAndWhatWasStays(@ForAll("three") Three three) {
    SignDraft draft = new SignDraft(Words.english(), three.ours().sign(), three.ours());
    draft.follow(three.before(), three.theirs());
    for (Side side : Side.values()) {
      Integer before = side.of(three.before());
      Integer ours = side.of(three.ours());
      boolean changed = before == null ? ours != null : !before.equals(ours);
      Limit expected = changed ? three.ours() : three.theirs();
      assertThat(draft.differsFrom(expected, side)).as(side.key()).isFalse();
    }
  }

  @Property(tries = 500)
  void whateverIsTypedIsEitherALimitOrSaidToBeWrong(
      @ForAll("three") Three three, @ForAll Side side, @ForAll String typed) {
    SignDraft draft = new SignDraft(Words.english(), three.ours().sign(), three.ours());
    draft.type(side, typed);
    if (draft.isSound()) {
      Limit limit = draft.limit();
      assertThat(limit == null ? null : side.of(limit))
          .isEqualTo(typed.isBlank() ? null : draft.fixed(side).orElseThrow());
    } else {
      assertThat(draft.fault(false) + draft.fault(true)).endsWith(".");
    }
  }

  @Property(tries = 500)
  void stepsNeverLeaveTheRange(@ForAll("three") Three three, @ForAll Side side, @ForAll int steps) {
    SignDraft draft = new SignDraft(Words.english(), three.ours().sign(), three.ours());
    draft.step(side, steps, 0);
    assertThat(draft.fixed(side))
        .hasValueSatisfying(
            fixed -> assertThat(SettingRange.of(three.ours().sign()).holds(fixed)).isTrue());
  }

  private static final Words FAHRENHEIT =
      Words.in(Language.ENGLISH, ClockStyle.HOURS_24, TemperatureUnit.FAHRENHEIT);

  @Property(tries = 500)
  void limitsComeOutAsTheyWereInFahrenheitToo(@ForAll("three") Three three) {
    SignDraft draft = new SignDraft(FAHRENHEIT, three.ours().sign(), three.ours());
    assertThat(draft.limit()).isEqualTo(three.ours());
    assertThat(draft.differsFrom(three.ours())).isFalse();
  }

  @Property(tries = 500)
  void aLimitTypedInFahrenheitIsShownAsItIsKeptBeforeItIsSet(
      @ForAll @IntRange(min = 770, max = 1_130) int tenths) {
    SignDraft draft = new SignDraft(FAHRENHEIT, VitalSign.TEMP, null);
    String typed = BigDecimal.valueOf(tenths, 1).toPlainString();
    draft.type(Side.HIGH, typed);
    int nearest = draft.fixed(Side.HIGH).orElseThrow();
    Optional<String> kept = draft.keep(Side.HIGH);
    assertThat(draft.text(Side.HIGH)).isEqualTo(draft.written(nearest));
    assertThat(kept.isPresent()).isEqualTo(!draft.text(Side.HIGH).equals(typed));
    kept.ifPresent(each -> assertThat(each).isEqualTo(draft.written(nearest) + " °F"));
    assertThat(draft.keep(Side.HIGH)).as("once more").isEmpty();
  }

  @Example
  void whatIsNoLimitIsLeftAsItWasTyped() {
    SignDraft draft = new SignDraft(FAHRENHEIT, VitalSign.TEMP, null);
    for (String typed : List.of("", "x", "38.55", "113.2")) {
      draft.type(Side.HIGH, typed);
      assertThat(draft.keep(Side.HIGH)).isEmpty();
      assertThat(draft.text(Side.HIGH)).isEqualTo(typed);
    }
    assertThat(draft.fault(false))
        .isEqualTo("High: enter tenths from 77.0 to 113.0, or leave it empty.");
  }

  @Property(tries = 100)
  void aStepInFahrenheitIsTheNextLimitThatCanBeKept(
      @ForAll @IntRange(min = 250, max = 449) int celsius) {
    SignDraft draft = new SignDraft(FAHRENHEIT, VitalSign.TEMP, null);
    draft.type(Side.HIGH, draft.written(celsius));
    draft.step(Side.HIGH, 1, celsius);
    assertThat(draft.fixed(Side.HIGH)).contains(celsius + 1);
  }

  @Example
  void aStepFromATemperatureBetweenTwoBeginsAtTheNearest() {
    SignDraft draft = new SignDraft(FAHRENHEIT, VitalSign.TEMP, null);
    draft.type(Side.HIGH, "101.0");
    draft.step(Side.HIGH, 1, 0);
    assertThat(draft.text(Side.HIGH)).isEqualTo("101.1");
  }
}
