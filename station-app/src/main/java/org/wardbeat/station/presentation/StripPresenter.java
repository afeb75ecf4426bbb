package org.wardbeat.station.presentation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;

/**
 * Lists all alarms in the order of {@link Condition#SHOWN_FIRST}, then in bed order; at the end
 * those that are over and were seen to, the newest first.
 */
final class StripPresenter {
  /** How long an alarm that is over and was seen to keeps its place at the end. */
  static final Duration PAST = Duration.ofMinutes(30);

  private record Placed(@Nullable BedId bed, String place, Condition condition, boolean atLoss) {
    AlarmLook look() {
      return atLoss ? AlarmLook.WAS : condition.look();
    }
  }

  private static final Comparator<Placed> ORDER =
      Comparator.comparing(Placed::condition, Condition.SHOWN_FIRST);

  private static final Comparator<Placed> NEWEST_FIRST =
      Comparator.comparingLong((Placed placed) -> -endOf(placed.condition()));

  private final ZoneId zone;
  private final Words words;
  private final Audience audience;
  private boolean namesHidden;
  private Map<BedId, List<Alarm>> earlier = Map.of();

  StripPresenter(ZoneId zone, Words words, Audience audience) {
    this.zone = zone;
    this.words = words;
    this.audience = audience;
  }

  /** Names nobody from now on, or names them again. */
  void hideNames(boolean hidden) {
    namesHidden = hidden;
  }

  /** Tells what was over before this station came; what it knows by itself counts more. */
  void setEarlier(Map<BedId, List<Alarm>> alarms) {
    earlier = Map.copyOf(alarms);
  }

  /**
   * @param conditionsOf what is so at each bed, in the order of the beds
   * @param station conditions of the station itself
   */
  StripView present(
      WardSnapshot ward,
      List<BedHistory> histories,
      List<List<Condition>> conditionsOf,
      TopBarView top,
      List<Condition> station,
      long nowMicros) {
    LinkPhase phase = LinkPhase.of(ward.link());
    List<Placed> placed = new ArrayList<>();
    List<Placed> past = new ArrayList<>();
    for (int i = 0; i < ward.beds().size(); i++) {
      BedSnapshot bed = ward.beds().get(i);
      boolean judged = !phase.isCutOff() && (phase != LinkPhase.RESUMING || bed.freshSinceResume());
      List<Condition> conditions = judged ? conditionsOf.get(i) : histories.get(i).atLoss();
      conditions.forEach(
          condition -> placed.add(new Placed(bed.id(), bed.id().bed(), condition, !judged)));
      addPast(past, bed, nowMicros);
    }
    boolean lost = placed.stream().anyMatch(Placed::atLoss);
    station.forEach(own -> placed.add(new Placed(null, top.unit(), own, false)));
    if (phase.isCutOff()) {
      placed.add(new Placed(null, top.unit(), notLive(ward, phase, nowMicros), false));
    }
    placed.sort(ORDER);
    int open = placed.size();
    past.sort(NEWEST_FIRST);
    placed.addAll(past);
    return new StripView(
        lost ? words.text("strip.at-loss") : count(open),
        placed.stream().map(each -> entry(each, nowMicros)).toList(),
        lost ? words.text("strip.at-loss.advice") : "");
  }

  private void addPast(List<Placed> past, BedSnapshot bed, long nowMicros) {
    List<Alarm> before = earlier.getOrDefault(bed.id(), List.of());
    if (bed.watch().past().isEmpty() && before.isEmpty()) {
      return;
    }
    Set<AlarmId> known = new HashSet<>();
    bed.alarms().forEach(alarm -> known.add(id(bed.id(), alarm)));
    addPast(past, bed, bed.watch().past(), known, nowMicros);
    addPast(past, bed, before, known, nowMicros);
  }

  private static void addPast(
      List<Placed> past, BedSnapshot bed, List<Alarm> alarms, Set<AlarmId> known, long nowMicros) {
    for (Alarm alarm : alarms) {
      Condition condition = Condition.of(alarm);
      boolean recent = nowMicros - endOf(condition) < PAST.toNanos() / 1_000;
      if (recent && known.add(id(bed.id(), alarm))) {
        past.add(new Placed(bed.id(), bed.id().bed(), condition, false));
      }
    }
  }

  private static AlarmId id(BedId bed, Alarm alarm) {
    return new AlarmId(bed, alarm.condition(), alarm.onsetDeviceMicros());
  }

  /** When the last was done about it: the end may come before the acknowledgement or after. */
  private static long endOf(Condition condition) {
    Alarm alarm = condition.requireAlarm();
    Acknowledgement seen = alarm.acknowledgement();
    return Math.max(alarm.endedMicros(), seen == null ? 0 : seen.micros());
  }

  private static Condition notLive(WardSnapshot ward, LinkPhase phase, long nowMicros) {
    long since =
        phase == LinkPhase.BROKER_LOST
            ? ward.link().broker().sinceMicros()
            : ward.link().lastDataMicros();
    return Condition.own(
        Condition.Kind.STATION_NOT_LIVE, Severity.HIGH, "", since > 0 ? since : nowMicros);
  }

  private StripView.Entry entry(Placed placed, long nowMicros) {
    Condition condition = placed.condition();
    AlarmLook look = placed.look();
    return new StripView.Entry(
        placed.bed(),
        id(placed),
        condition.severity(),
        condition.prefix(),
        look,
        condition.isEscalated() && look != AlarmLook.ENDED,
        placed.place(),
        text(condition, look),
        age(condition, look, nowMicros));
  }

  private static @Nullable AlarmId id(Placed placed) {
    Alarm alarm = placed.condition().alarm();
    BedId bed = placed.bed();
    return alarm == null || bed == null ? null : id(bed, alarm);
  }

  /**
   * The chip of one that was seen to shows the check, so that the words have to tell how urgent.
   */
  private String text(Condition condition, AlarmLook look) {
    return switch (look) {
      case NEW, LATCHED, WAS -> condition.stripText(words);
      case ACKNOWLEDGED -> condition.prefix() + " " + condition.stripText(words);
      case ENDED ->
          words.text("strip.ended", condition.prefix() + " " + condition.stripText(words));
    };
  }

  private String age(Condition condition, AlarmLook look, long nowMicros) {
    return switch (look) {
      case NEW -> Formats.duration(condition.ageSeconds(nowMicros));
      case WAS -> words.text("age.since", Formats.clock(condition.sinceMicros(), zone, words));
      case LATCHED ->
          words.text(
              "age.ended", Formats.hourMinute(condition.requireAlarm().endedMicros(), zone, words));
      case ACKNOWLEDGED, ENDED -> {
        Acknowledgement seen =
            Objects.requireNonNull(condition.requireAlarm().acknowledgement(), "acknowledged");
        String time = Formats.hourMinute(seen.micros(), zone, words);
        yield audience == Audience.PASSERS_BY || namesHidden ? time : time + " " + seen.user();
      }
    };
  }

  private String count(int conditions) {
    return conditions == 0
        ? words.text("strip.no-alarms")
        : words.count("strip.alarms", conditions);
  }
}
