package org.wardbeat.bridge.alarm.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * A bed's early warning scores as time goes on. A score has a total only while each of its inputs
 * is there and not too old. Used by one thread.
 *
 * <p>Total, band, trend and what counts are told at once, mere values and their times every fifteen
 * minutes: a heart rate differs every second, and stations have it anyway.
 */
public final class BedScores {
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(15);

  private final InputReader reader;
  private final List<One> each;
  private final Map<ScoreParameter, Entered> entries = new EnumMap<>(ScoreParameter.class);
  private List<Score> scores = List.of();

  /** A bed's last readings. */
  public interface Vitals {
    /** The last reading of a vital sign; null if there was none. */
    @Nullable Reading reading(VitalSign sign);
  }

  /** The scores that the settings name. */
  public BedScores(ScoreSettings settings) {
    reader = new InputReader(settings);
    each = settings.kinds().stream().map(kind -> new One(Scoring.of(kind))).toList();
  }

  /** Takes what is entered now, in place of all that was. The last of a parameter counts. */
  public void enter(List<Entered> all) {
    entries.clear();
    for (Entered entry : all) {
      entries.put(entry.parameter(), entry);
    }
  }

  /** The scores as told last; empty before the first evaluation. */
  public List<Score> scores() {
    return scores;
  }

  /** Forgets all: another patient lies in the bed, or one for whom no score is made. */
  public void clear() {
    entries.clear();
    each.forEach(One::clear);
    scores = List.of();
  }

  /**
   * Evaluates all scores.
   *
   * @param vitals the bed's last readings, their times on the bridge's clock
   * @param nowMicros now, UTC microseconds on the bridge's clock
   * @param nowNanos now, monotonic nanoseconds
   * @return whether {@link #scores()} changed
   */
  public boolean evaluate(Vitals vitals, long nowMicros, long nowNanos) {
    boolean changed = false;
    for (One one : each) {
      changed |= one.evaluate(vitals, nowMicros, nowNanos);
    }
    if (changed) {
      List<Score> told = new ArrayList<>(each.size());
      for (One one : each) {
        if (one.told != null) {
          told.add(one.told);
        }
      }
      scores = List.copyOf(told);
    }
    return changed;
  }

  private final class One {
    private final Scoring scoring;
    private final Map<ScoreParameter, Integer> values = new EnumMap<>(ScoreParameter.class);
    private TotalHistory history = new TotalHistory();
    private @Nullable Score told;
    private long toldNanos;

    private One(Scoring scoring) {
      this.scoring = scoring;
    }

    private void clear() {
      history = new TotalHistory();
      told = null;
    }

    private boolean evaluate(Vitals vitals, long nowMicros, long nowNanos) {
      Score last = told;
      Score now = score(inputs(vitals, nowMicros), nowMicros, nowNanos);
      boolean due = last == null || nowNanos - toldNanos >= QUIET_NANOS;
      if (last != null && (due ? now.equals(last) : saysTheSame(now, last))) {
        return false;
      }
      told = now;
      toldNanos = nowNanos;
      return true;
    }

    private List<ScoreInput> inputs(Vitals vitals, long nowMicros) {
      List<ScoreInput> inputs = new ArrayList<>(scoring.parameters().size());
      for (ScoreParameter parameter : scoring.parameters()) {
        ScoreInput input = reader.read(parameter, vitals, entries, nowMicros);
        values.put(parameter, input.value());
        inputs.add(input);
      }
      return inputs;
    }

    private Score score(List<ScoreInput> inputs, long nowMicros, long nowNanos) {
      boolean complete = true;
      int total = 0;
      int greatest = 0;
      for (int i = 0; i < inputs.size(); i++) {
        ScoreInput input = inputs.get(i);
        if (input.state() == ScoreInput.State.VALID) {
          ScoreInput scored = scored(input);
          inputs.set(i, scored);
          total += scored.points();
          greatest = Math.max(greatest, scored.points());
        } else {
          complete = false;
        }
      }
      if (!complete) {
        return score(Score.NO_TOTAL, Score.Band.NONE, 0, inputs, nowMicros);
      }
      history.record(total, nowNanos);
      int trend = history.trend(total, nowNanos);
      return score(total, scoring.band(total, greatest), trend, inputs, nowMicros);
    }

    private Score score(
        int total, Score.Band band, int trend, List<ScoreInput> inputs, long nowMicros) {
      Score last = told;
      long since =
          last != null && last.total() == total && last.band() == band
              ? last.sinceMicros()
              : nowMicros;
      return new Score(scoring.kind(), scoring.version(), total, band, trend, since, inputs);
    }

    private int value(ScoreParameter parameter) {
      return Objects.requireNonNull(values.get(parameter));
    }

    /** The saturation counts by the oxygen of the same moment, so all values have to be known. */
    private ScoreInput scored(ScoreInput input) {
      return new ScoreInput(
          input.parameter(),
          input.state(),
          input.source(),
          input.value(),
          scoring.points(input.parameter(), this::value),
          input.measuredMicros(),
          input.expiresMicros(),
          input.user());
    }
  }

  private static boolean saysTheSame(Score a, Score b) {
    if (a.total() != b.total() || a.band() != b.band() || a.trend() != b.trend()) {
      return false;
    }
    for (int i = 0; i < a.inputs().size(); i++) {
      if (!saysTheSame(a.inputs().get(i), b.inputs().get(i), a.hasTotal())) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is entered comes seldom, and is told with its time at once; points without a total are
   * mere values.
   */
  private static boolean saysTheSame(ScoreInput a, ScoreInput b, boolean pointsCount) {
    return a.state() == b.state()
        && a.source() == b.source()
        && (!pointsCount || a.points() == b.points())
        && a.user().equals(b.user())
        && (a.source() == ScoreInput.Source.DEVICE || a.measuredMicros() == b.measuredMicros());
  }
}
