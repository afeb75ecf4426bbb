package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;

/**
 * Lists all alarms: the higher priority first, patient alarms before technical ones, then the one
 * that waits longest, then in bed order.
 */
final class StripPresenter {
  private record Placed(String place, Condition condition, boolean atLoss) {}

  private static final Comparator<Placed> ORDER =
      Comparator.comparing((Placed placed) -> placed.condition.severity())
          .reversed()
          .thenComparing(placed -> !placed.condition.isPatientAlarm())
          .thenComparingLong(placed -> placed.condition.sinceMicros());

  private final Timers timers;
  private final ZoneId zone;

  StripPresenter(Timers timers, ZoneId zone) {
    this.timers = timers;
    this.zone = zone;
  }

  StripView present(WardSnapshot ward, List<BedHistory> histories, TopBarView top, long nowMicros) {
    LinkPhase phase = LinkPhase.of(ward.link());
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < ward.beds().size(); i++) {
      BedSnapshot bed = ward.beds().get(i);
      boolean judged = !phase.isCutOff() && (phase != LinkPhase.RESUMING || bed.freshSinceResume());
      List<Condition> conditions =
          judged
              ? BedConditions.of(bed, histories.get(i), nowMicros, timers)
              : histories.get(i).atLoss();
      conditions.forEach(condition -> placed.add(new Placed(bed.id().bed(), condition, !judged)));
    }
    boolean lost = placed.stream().anyMatch(Placed::atLoss);
    if (phase.isCutOff()) {
      placed.add(new Placed(top.unit(), notLive(ward, phase, nowMicros), false));
    }
    placed.sort(ORDER);
    return new StripView(
        lost ? "Active when link was lost" : count(placed.size()),
        placed.stream().map(each -> entry(each, nowMicros)).toList(),
        lost ? "Not cleared. Check these beds in person first." : "");
  }

  private static Condition notLive(WardSnapshot ward, LinkPhase phase, long nowMicros) {
    long since =
        phase == LinkPhase.BROKER_LOST
            ? ward.link().broker().sinceMicros()
            : ward.link().lastDataMicros();
    return new Condition(
        Condition.Kind.STATION_NOT_LIVE, Severity.HIGH, "", since > 0 ? since : nowMicros);
  }

  private StripView.Entry entry(Placed placed, long nowMicros) {
    Condition condition = placed.condition();
    String age =
        placed.atLoss()
            ? "since " + Formats.clock(condition.sinceMicros(), zone)
            : Formats.duration(condition.ageSeconds(nowMicros));
    return new StripView.Entry(
        condition.severity(),
        condition.prefix(),
        placed.atLoss(),
        placed.place(),
        condition.stripText(),
        age);
  }

  private static String count(int conditions) {
    return switch (conditions) {
      case 0 -> "No alarms shown";
      case 1 -> "1 alarm";
      default -> conditions + " alarms";
    };
  }
}
