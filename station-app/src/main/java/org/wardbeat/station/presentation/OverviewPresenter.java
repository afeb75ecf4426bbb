package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;

/**
 * Turns snapshots of the ward into what is on screen. Remembers only what no snapshot can tell:
 * since when each bed is known here, and which conditions were active when the link was lost.
 * Confined to one thread.
 */
public final class OverviewPresenter {
  private static final long SECOND_MICROS = 1_000_000;

  private static final class Seat {
    BedHistory history;
    @Nullable BedSnapshot bed;
    @Nullable SectorView view;
    @Nullable LinkPhase phase;
    @Nullable AgeBand band;
    long second;

    Seat(long nowMicros) {
      history = BedHistory.seen(nowMicros);
    }
  }

  private final Timers timers;
  private final SectorPresenter sectors;
  private final BannerPresenter banner;
  private final StripPresenter strip;
  private final ZoneId zone;
  private final Map<BedId, Seat> seats = new HashMap<>();
  private final List<SectorView> views = new ArrayList<>();
  private final List<BedHistory> histories = new ArrayList<>();
  private @Nullable OverviewView last;
  private long second;

  /**
   * @param timers from which age on a silent bed is shown how
   * @param zone of the times of day on screen
   * @param alarmsConfirmed whether the station receives and confirms alarms; only then do banners
   *     speak of them
   */
  public OverviewPresenter(Timers timers, ZoneId zone, boolean alarmsConfirmed) {
    this.timers = timers;
    this.zone = zone;
    this.sectors = new SectorPresenter(timers, zone);
    this.banner = new BannerPresenter(timers, zone, alarmsConfirmed);
    this.strip = new StripPresenter(timers, zone);
  }

  /**
   * What is on screen now; the same object as before if nothing changed. All but the beds is worded
   * anew once a second, and whenever a bed or the link changed.
   *
   * @param ward the newest snapshot
   * @param nowMicros the bridge's present time, later than the snapshot's while nothing arrives
   * @param nowNanos the local monotonic clock
   */
  public OverviewView present(WardSnapshot ward, long nowMicros, long nowNanos) {
    LinkPhase phase = LinkPhase.of(ward.link());
    long now = Math.floorDiv(nowMicros, SECOND_MICROS);
    OverviewView before = last;
    boolean changed = before == null || before.phase() != phase || now != second;
    views.clear();
    histories.clear();
    for (int i = 0; i < ward.beds().size(); i++) {
      BedSnapshot bed = ward.beds().get(i);
      Seat seat = seats.computeIfAbsent(bed.id(), id -> new Seat(nowMicros));
      remember(seat, bed, phase, nowMicros);
      histories.add(seat.history);
      if (i < TopBarView.MAX_BEDS) {
        SectorView view = view(seat, bed, phase, nowMicros);
        changed |= before != null && !isAt(before.sectors(), i, view);
        views.add(view);
      }
    }
    changed |= before != null && before.sectors().size() != views.size();
    if (before != null && !changed) {
      return before;
    }
    second = now;
    seats.keySet().retainAll(ward.beds().stream().map(BedSnapshot::id).toList());
    OverviewView view = compose(ward, phase, nowMicros, nowNanos);
    last = view;
    return view;
  }

  private static boolean isAt(List<SectorView> sectors, int index, SectorView view) {
    return index < sectors.size() && sectors.get(index).equals(view);
  }

  private OverviewView compose(WardSnapshot ward, LinkPhase phase, long nowMicros, long nowNanos) {
    TopBarView top = TopBarView.of(ward, nowMicros, zone);
    return new OverviewView(
        phase,
        top,
        banner.present(ward, histories, nowMicros, nowNanos),
        ward.simulated(),
        views,
        strip.present(ward, histories, top, nowMicros));
  }

  /** What is active is remembered only while it can be judged, so that a loss keeps it. */
  private void remember(Seat seat, BedSnapshot bed, LinkPhase phase, long nowMicros) {
    seat.history = seat.history.after(bed, nowMicros);
    boolean judged = phase.isFlowing() || (phase == LinkPhase.RESUMING && bed.freshSinceResume());
    if (judged) {
      seat.history =
          seat.history.withAtLoss(BedConditions.of(bed, seat.history, nowMicros, timers));
    }
  }

  private SectorView view(Seat seat, BedSnapshot bed, LinkPhase phase, long nowMicros) {
    AgeBand band = BedConditions.band(bed, seat.history, nowMicros, timers);
    long second = Math.floorDiv(nowMicros, SECOND_MICROS);
    SectorView known = seat.view;
    if (known != null
        && seat.phase == phase
        && seat.band == band
        && seat.second == second
        && showsTheSame(seat.bed, bed)) {
      return known;
    }
    SectorView view = sectors.present(bed, seat.history, phase, nowMicros);
    seat.bed = bed;
    seat.phase = phase;
    seat.band = band;
    seat.second = second;
    seat.view = view;
    return view;
  }

  /** Apart from when the source spoke last, which a chunk of a wave moves on. */
  private static boolean showsTheSame(@Nullable BedSnapshot before, BedSnapshot bed) {
    return before != null
        && before.freshSinceResume() == bed.freshSinceResume()
        && before.statusSinceMicros() == bed.statusSinceMicros()
        && before.readings().equals(bed.readings())
        && before.status().equals(bed.status())
        && before.channels().equals(bed.channels())
        && before.alarms().equals(bed.alarms())
        && before.occupied() == bed.occupied()
        && before.occupancy() == bed.occupancy()
        && Objects.equals(before.patient(), bed.patient());
  }
}
