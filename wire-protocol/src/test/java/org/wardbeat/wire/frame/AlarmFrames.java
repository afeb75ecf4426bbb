package org.wardbeat.wire.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** All frames of alarms the protocol allows. */
final class AlarmFrames {
  private AlarmFrames() {}

  static List<Arbitrary<Frame>> all() {
    return List.of(
        alarmEvent(),
        act(),
        alarmQuery(),
        actAnswer(),
        alarmsHeldBack(),
        bedLimits(),
        bedScore(),
        alarmRecords(),
        PeopleFrames.bedStay());
  }

  private static Arbitrary<Frame> alarmEvent() {
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, Long.MAX_VALUE);
    return Combinators.combine(Frames.handles(), numbers, numbers, alarms())
        .as(Frame.AlarmEvent::new);
  }

  /** Where an alarm is, with the end and the acknowledgement that go with it. */
  private record Life(AlarmState state, long ended, @Nullable Acknowledgement by) {}

  private static Arbitrary<Alarm> alarms() {
    Arbitrary<Long> ends = Frames.times().filter(micros -> micros != 0);
    Arbitrary<Acknowledgement> acknowledgements =
        Combinators.combine(users(), Frames.times()).as(Acknowledgement::new);
    Arbitrary<Life> lives =
        Combinators.combine(
                Arbitraries.of(AlarmState.class), ends, acknowledgements.injectNull(0.4))
            .as(
                (state, end, by) ->
                    new Life(
                        state,
                        state == AlarmState.ACTIVE ? 0 : end,
                        state == AlarmState.LATCHED ? null : by));
    Arbitrary<List<Long>> times = Frames.times().list().ofSize(3);
    return Combinators.combine(
            Frames.label(Alarm.MAX_CONDITION),
            Arbitraries.of(AlarmKind.class),
            Arbitraries.of(AlarmPriority.class),
            Arbitraries.of(VitalSign.class).injectNull(0.3),
            Frames.text(0, Alarm.MAX_TEXT),
            times,
            lives,
            booleans())
        .as(
            (condition, kind, priority, sign, text, when, life, escalated) ->
                new Alarm(
                    condition,
                    kind,
                    priority,
                    life.state,
                    sign,
                    text,
                    when.get(0),
                    when.get(1),
                    when.get(2),
                    life.ended,
                    life.by,
                    escalated));
  }

  private static Arbitrary<Frame> act() {
    Arbitrary<Operator> operators =
        Combinators.combine(users(), Arbitraries.of(Role.class)).as(Operator::new);
    return Combinators.combine(Frames.counts(), operators, operations()).as(Frame.Act::new);
  }

  private static Arbitrary<Operation> operations() {
    Arbitrary<Operation> acknowledge =
        Combinators.combine(Frames.beds(), Frames.label(Alarm.MAX_CONDITION), Frames.times())
            .as(Operation.Acknowledge::new);
    Arbitrary<Operation> inactivate =
        Combinators.combine(
                Frames.label(BedId.MAX_LENGTH),
                bedOrNone(),
                Arbitraries.of(Inactivation.class),
                Frames.times(),
                Arbitraries.integers().between(0, Operation.MAX_INACTIVATION_SECONDS),
                reasons())
            .as(Operation.Inactivate::new);
    Arbitrary<Operation> setLimits =
        Combinators.combine(Frames.beds(), Frames.counts(), limits(), reasons())
            .as(Operation.SetLimits::new);
    Arbitrary<Operation> enter =
        Combinators.combine(Frames.beds(), entries()).as(Operation.EnterObservations::new);
    List<Arbitrary<Operation>> all =
        new ArrayList<>(List.of(acknowledge, inactivate, setLimits, enter));
    all.addAll(PeopleFrames.operations());
    return Arbitraries.oneOf(all);
  }

  private static Arbitrary<List<ScoreEntry>> entries() {
    return Arbitraries.of(ScoreParameter.class)
        .flatMap(
            parameter ->
                Arbitraries.integers()
                    .between(parameter.least(), parameter.most())
                    .map(value -> new ScoreEntry(parameter, value)))
        .list()
        .ofMaxSize(ScoreParameter.values().length)
        .uniqueElements(ScoreEntry::parameter);
  }

  private static Arbitrary<Frame> alarmQuery() {
    return Combinators.combine(
            Frames.counts(),
            Frames.text(0, BedId.MAX_LENGTH),
            Frames.text(0, BedId.MAX_LENGTH),
            Frames.times(),
            Frames.times(),
            Arbitraries.integers().between(1, Frame.AlarmQuery.MAX_RECORDS))
        .as(Frame.AlarmQuery::new);
  }

  private static Arbitrary<Frame> actAnswer() {
    return Combinators.combine(
            Frames.counts(), Arbitraries.of(Frame.Outcome.class), Frames.text(0, Frame.MAX_TEXT))
        .as(Frame.ActAnswer::new);
  }

  private static Arbitrary<Frame> alarmsHeldBack() {
    return Combinators.combine(
            Frames.label(BedId.MAX_LENGTH),
            bedOrNone(),
            Arbitraries.of(Inactivation.class),
            booleans(),
            Frames.times(),
            Frames.times(),
            userOrNobody(),
            reasons())
        .as(InactivationState::new)
        .map(Frame.AlarmsHeldBack::new);
  }

  private static Arbitrary<Frame> bedLimits() {
    return Combinators.combine(
            Frames.handles(),
            Frames.counts(),
            limits(),
            userOrNobody(),
            Frames.times(),
            reasons(),
            limits())
        .as(Frame.BedLimits::new);
  }

  private static Arbitrary<AlarmLimits> limits() {
    Arbitrary<List<Limit>> limits =
        Arbitraries.subsetOf(VitalSign.values()).map(TreeSet::new).flatMap(AlarmFrames::limitsOf);
    return Combinators.combine(Arbitraries.of(PatientCategory.class), limits).as(AlarmLimits::new);
  }

  private static Arbitrary<List<Limit>> limitsOf(Collection<VitalSign> signs) {
    List<Arbitrary<Limit>> limits = new ArrayList<>();
    signs.forEach(sign -> limits.add(limitOf(sign)));
    return Combinators.combine(limits).as(list -> list);
  }

  /** Four different values in order, of which each may be left out. */
  private static Arbitrary<Limit> limitOf(VitalSign sign) {
    Arbitrary<Set<Integer>> values =
        Arbitraries.integers().between(-VitalSign.MAX_FIXED, VitalSign.MAX_FIXED).set().ofSize(4);
    return Combinators.combine(booleans(), values, Arbitraries.integers().between(0, 15))
        .as(
            (on, set, present) -> {
              List<Integer> order = List.copyOf(new TreeSet<>(set));
              return new Limit(
                  sign,
                  on,
                  (present & 1) == 0 ? null : order.get(1),
                  (present & 2) == 0 ? null : order.get(2),
                  (present & 4) == 0 ? null : order.get(0),
                  (present & 8) == 0 ? null : order.get(3));
            });
  }

  private static Arbitrary<Frame> bedScore() {
    Arbitrary<List<ScoreInput>> inputs =
        Arbitraries.subsetOf(ScoreParameter.values())
            .map(TreeSet::new)
            .flatMap(AlarmFrames::inputsOf);
    Arbitrary<Integer> totals = Arbitraries.integers().between(Score.NO_TOTAL, Score.MAX_TOTAL);
    Arbitrary<Score.Band> bands =
        Arbitraries.of(Score.Band.class).filter(band -> band != Score.Band.NONE);
    Arbitrary<Score> score =
        Combinators.combine(
                Arbitraries.of(Score.Kind.class),
                Frames.text(0, Score.MAX_VERSION),
                totals,
                bands,
                Arbitraries.integers().between(-Score.MAX_TOTAL, Score.MAX_TOTAL),
                Frames.times(),
                inputs)
            .as(
                (kind, version, total, band, trend, since, list) ->
                    new Score(
                        kind,
                        version,
                        total,
                        total == Score.NO_TOTAL ? Score.Band.NONE : band,
                        trend,
                        since,
                        list));
    return Combinators.combine(Frames.handles(), score).as(Frame.BedScore::new);
  }

  private static Arbitrary<List<ScoreInput>> inputsOf(Collection<ScoreParameter> parameters) {
    List<Arbitrary<ScoreInput>> inputs = new ArrayList<>();
    parameters.forEach(parameter -> inputs.add(inputOf(parameter)));
    return Combinators.combine(inputs).as(list -> list);
  }

  private static Arbitrary<ScoreInput> inputOf(ScoreParameter parameter) {
    Arbitrary<Integer> values =
        Arbitraries.integers().between(-VitalSign.MAX_FIXED, VitalSign.MAX_FIXED);
    return Combinators.combine(
            Arbitraries.of(ScoreInput.State.class),
            Arbitraries.of(ScoreInput.Source.class),
            values,
            Arbitraries.integers().between(0, Score.MAX_TOTAL),
            Frames.times(),
            Frames.times(),
            userOrNobody())
        .as(
            (state, source, value, points, measured, expires, user) -> {
              boolean missing = state == ScoreInput.State.MISSING;
              return new ScoreInput(
                  parameter,
                  state,
                  source,
                  missing ? 0 : value,
                  state == ScoreInput.State.VALID ? points : 0,
                  missing ? 0 : measured,
                  missing ? 0 : expires,
                  user);
            });
  }

  private static Arbitrary<Frame> alarmRecords() {
    Arbitrary<Frame.AlarmRecord> records =
        Combinators.combine(Frames.beds(), alarms()).as(Frame.AlarmRecord::new);
    return Combinators.combine(
            Frames.counts(),
            booleans(),
            Frames.text(0, Frame.MAX_TEXT),
            records.list().ofMaxSize(5))
        .as(Frame.AlarmRecords::new);
  }

  private static Arbitrary<String> bedOrNone() {
    return Arbitraries.oneOf(List.of(Arbitraries.just(""), Frames.label(BedId.MAX_LENGTH)));
  }

  static Arbitrary<String> users() {
    return Frames.label(Operator.MAX_USER);
  }

  static Arbitrary<String> userOrNobody() {
    return Arbitraries.oneOf(List.of(Arbitraries.just(""), users()));
  }

  private static Arbitrary<String> reasons() {
    return Frames.text(0, Operation.MAX_REASON);
  }

  static Arbitrary<Boolean> booleans() {
    return Arbitraries.of(true, false);
  }
}
