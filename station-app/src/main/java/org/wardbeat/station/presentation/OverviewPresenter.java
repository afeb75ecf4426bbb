package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
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
    @Nullable BedSnapshot seen;
    @Nullable BedSnapshot shown;
    @Nullable SectorView view;
    @Nullable LinkPhase phase;
    @Nullable AgeBand band;
    List<Condition> conditions = List.of();
    BedHold hold = BedHold.NONE;
    long second;

    /** Until then the bed looks the same as long as nothing new comes from it. */
    long dueMicros;

    Seat(long nowMicros) {
      history = BedHistory.seen(nowMicros);
    }

    void lookAgain() {
      seen = null;
      shown = null;
    }
  }

  private final Timers timers;
  private final SectorPresenter sectors;
  private final BannerPresenter banner;
  private final StripPresenter strip;
  private final ZoneId zone;
  private final Words words;
  private final Audience audience;
  private final Map<BedId, Seat> seats = new HashMap<>();
  private final List<Seat> row = new ArrayList<>();
  private final List<SectorView> views = new ArrayList<>();
  private List<Integer> page = List.of();
  private final List<BedHistory> histories = new ArrayList<>();
  private final List<List<Condition>> conditions = new ArrayList<>();
  private RestartNotice restart = new RestartNotice();
  private final SoundPresenter sounds = new SoundPresenter();
  private final Board board;
  private final int screen;
  private BedHold.Board held = BedHold.Board.EMPTY;
  private @Nullable OverviewView last;
  private List<BedSnapshot> lastBeds = List.of();
  private long boardVersion = -1;
  private long second;
  private long lookedMicros;
  private boolean conditionsChanged;
  private @Nullable SoundState lastSound;

  /**
   * @param timers from which age on a silent bed is shown how
   * @param zone of the times of day on screen
   * @param words in which language
   */
  public OverviewPresenter(Timers timers, ZoneId zone, Words words) {
    this(timers, zone, words, Audience.STAFF);
  }

  /**
   * @param timers from which age on a silent bed is shown how
   * @param zone of the times of day on screen
   * @param words in which language
   * @param audience who reads the screen
   */
  public OverviewPresenter(Timers timers, ZoneId zone, Words words, Audience audience) {
    this(timers, zone, words, audience, new Board(Arrangement.AUTOMATIC), 0);
  }

  /**
   * @param timers from which age on a silent bed is shown how
   * @param zone of the times of day on screen
   * @param words in which language
   * @param audience who reads the screen
   * @param board where each bed is
   * @param screen which of the station's screens this is for, from 0
   */
  public OverviewPresenter(
      Timers timers, ZoneId zone, Words words, Audience audience, Board board, int screen) {
    this.board = board;
    this.screen = screen;
    this.timers = timers;
    this.zone = zone;
    this.words = words;
    this.audience = audience;
    this.sectors = new SectorPresenter(timers, zone, words, audience);
    this.banner = new BannerPresenter(timers, zone, words, audience);
    this.strip = new StripPresenter(zone, words, audience);
  }

  /** Where each bed is. */
  public Board board() {
    return board;
  }

  /** In which times of day are written. */
  public ZoneId zone() {
    return zone;
  }

  /** In which language everything is written. */
  public Words words() {
    return words;
  }

  /**
   * What is on screen now; the same object as before if nothing changed. A bed is looked at only if
   * it changed, at each second, and when its age comes to the next step; all but the beds is worded
   * anew once a second, and whenever the link or a condition changed.
   *
   * @param ward the newest snapshot
   * @param shownAfterMillis from decoding to showing, which the link's delay does not hold
   * @param sound what can be heard
   * @param nowMicros the bridge's present time, later than the snapshot's while nothing arrives
   * @param nowNanos the local monotonic clock
   */
  public OverviewView present(
      WardSnapshot ward, double shownAfterMillis, SoundState sound, long nowMicros, long nowNanos) {
    LinkPhase phase = LinkPhase.of(ward.link());
    restart.pulse(phase, nowMicros, nowNanos);
    boolean turnedBack = nowMicros < lookedMicros;
    lookedMicros = nowMicros;
    if (turnedBack) {
      row.forEach(seat -> seat.dueMicros = nowMicros);
    }
    boolean sameBeds = arrange(ward.beds(), nowMicros);
    boolean heldElse = hold(ward, nowMicros);
    conditionsChanged = !sameBeds || heldElse || !sound.equals(lastSound);
    lastSound = sound;
    board.look(ward.beds());
    if (phase.isFlowing()) {
      board.follow(ward.beds());
    }
    if (board.version() != boardVersion) {
      boardVersion = board.version();
      sectors.hideNames(board.hidesNames());
      strip.hideNames(board.hidesNames());
      row.forEach(Seat::lookAgain);
      last = null;
    }
    OverviewView before = last;
    boolean samePhase = before != null && before.phase() == phase;
    boolean changed = look(ward.beds(), phase, nowMicros) || !sameBeds;
    lastBeds = ward.beds();
    long now = Math.floorDiv(nowMicros, SECOND_MICROS);
    boolean anew = before == null || !samePhase || conditionsChanged || now != second;
    if (before != null && !anew) {
      OverviewView view = changed ? before.with(views) : before;
      last = view;
      return view;
    }
    second = now;
    OverviewView view =
        compose(ward.shownAfter(shownAfterMillis), phase, sound, nowMicros, nowNanos);
    last = view;
    return view;
  }

  /** Gives each bed its seat; returns whether they are the same beds in the same order. */
  private boolean arrange(List<BedSnapshot> beds, long nowMicros) {
    boolean same = beds.size() == row.size();
    for (int i = 0; same && i < beds.size(); i++) {
      same = beds.get(i).id().equals(lastBeds.get(i).id());
    }
    if (!same) {
      row.clear();
      for (BedSnapshot bed : beds) {
        row.add(seats.computeIfAbsent(bed.id(), id -> new Seat(nowMicros)));
      }
      seats.values().retainAll(row);
    }
    return same;
  }

  /** Brings histories and views up to date; returns whether a view changed. */
  private boolean look(List<BedSnapshot> beds, LinkPhase phase, long nowMicros) {
    boolean changed = false;
    histories.clear();
    conditions.clear();
    for (int i = 0; i < beds.size(); i++) {
      BedSnapshot bed = beds.get(i);
      Seat seat = row.get(i);
      BedHold hold = held.at(bed.id());
      boolean sameHold = hold.equals(seat.hold);
      seat.hold = hold;
      if (!isIdentical(bed, seat.seen)
          || !sameHold
          || phase != seat.phase
          || nowMicros >= seat.dueMicros) {
        seat.shown = sameHold ? seat.shown : null;
        remember(seat, bed, phase, nowMicros);
        changed |= view(seat, bed, phase, nowMicros);
      }
      histories.add(seat.history);
      conditions.add(seat.conditions);
    }
    collect();
    return changed;
  }

  /** Takes the views of those that this screen shows now. */
  private void collect() {
    views.clear();
    page = board.page(screen);
    for (int place : page) {
      views.add(Objects.requireNonNull(row.get(place).view, "seen"));
    }
  }

  /** As long as nothing comes from a bed, its snapshot is the same object. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isIdentical(BedSnapshot bed, @Nullable BedSnapshot seen) {
    return bed == seen;
  }

  private static long nextSecond(long nowMicros) {
    return (Math.floorDiv(nowMicros, SECOND_MICROS) + 1) * SECOND_MICROS;
  }

  private OverviewView compose(
      WardSnapshot ward, LinkPhase phase, SoundState sound, long nowMicros, long nowNanos) {
    restart.look(phase, nowMicros);
    AudioView heard = AudioView.of(sound, ward.beds(), held, nowMicros, nowNanos, zone, words);
    boolean anonymous = audience == Audience.PASSERS_BY || board.hidesNames();
    AudioView audio = anonymous ? heard.anonymous() : heard;
    TopBarView top = TopBarView.of(ward, board, screen, audio, nowMicros, zone, words);
    List<Condition> own = own(sound, nowMicros, nowNanos);
    StripView alarms = strip.present(ward, histories, conditions, top, own, nowMicros);
    return new OverviewView(
        phase,
        top.with(TopBarView.Away.of(alarms, board)),
        banner.present(ward, histories, held, audio, restart, nowMicros, nowNanos),
        ward.simulated(),
        page,
        views,
        alarms,
        sounds.present(ward.beds(), conditions, held, phase, nowMicros, nowNanos));
  }

  /** What is wrong with the station itself. */
  private List<Condition> own(SoundState sound, long nowMicros, long nowNanos) {
    if (sound.mode() != SoundState.Mode.NO_SOUND) {
      return List.of();
    }
    long since = nowMicros - (nowNanos - sound.sinceNanos()) / 1_000;
    return List.of(
        Condition.own(
            Condition.Kind.NO_ALARM_SOUND,
            Severity.MEDIUM,
            words.translated(sound.problem()),
            since));
  }

  /** Looks at what is held back now; returns whether it is something else than before. */
  private boolean hold(WardSnapshot ward, long nowMicros) {
    BedHold.Board now = BedHold.Board.of(ward.heldBack(), nowMicros);
    if (now.isSameAs(held)) {
      return false;
    }
    held = now;
    return true;
  }

  /**
   * Tells of alarms of the past that this station did not see itself, so that those that are over
   * and were seen to are listed here too.
   */
  public void setEarlier(List<Frame.AlarmRecord> records) {
    strip.setEarlier(
        records.stream()
            .filter(each -> each.alarm().over() && each.alarm().acknowledged())
            .collect(
                Collectors.groupingBy(
                    Frame.AlarmRecord::bed,
                    Collectors.mapping(Frame.AlarmRecord::alarm, Collectors.toList()))));
    last = null;
  }

  /**
   * Tells that this station ran before, and did not end on purpose.
   *
   * @param liveMicros when it was last live, UTC microseconds on the bridge's clock
   */
  public void restarted(long liveMicros) {
    restart.ranUntil(liveMicros);
  }

  /** The user has read what happened. */
  public void closeNotice() {
    if (restart.isOpen()) {
      restart.close();
    } else {
      banner.closeNotice();
    }
    last = null;
  }

  /** Tells the user, until it is read, that settings could not be used. */
  public void tellOfSettings(String sentence) {
    banner.tell(words.text("banner.settings.lead"), sentence);
  }

  /** Tells the user, until it is read, that letters are not those of this program. */
  public void tellOfFonts(List<String> missing) {
    if (!missing.isEmpty()) {
      banner.tell(
          words.text("banner.fonts.lead"),
          words.text("banner.fonts.text", String.join(", ", missing)));
    }
  }

  /**
   * Goes on where another left off, which is not used any more: what it remembered of the time
   * before cannot be seen in any snapshot.
   */
  public void follow(OverviewPresenter before) {
    before.seats.forEach(
        (bed, seat) -> {
          Seat own = new Seat(0);
          own.history = seat.history;
          seats.put(bed, own);
        });
    restart = before.restart;
    banner.follow(before.banner);
    last = null;
  }

  /**
   * Lays beds out on pages.
   *
   * @param beds most beds of a page, 1 to {@link TopBarView#MAX_BEDS}
   */
  public void setPageSize(int beds) {
    board.arrange(board.arrangement().withLayout(OptionalInt.of(beds)));
  }

  /** What is shown of a bed, on whatever page it is; null if there is no such bed. */
  public @Nullable SectorView viewOf(BedId bed) {
    Seat seat = seats.get(bed);
    return seat == null ? null : seat.view;
  }

  /** What is active is remembered only while it can be judged, so that a loss keeps it. */
  private void remember(Seat seat, BedSnapshot bed, LinkPhase phase, long nowMicros) {
    seat.history = seat.history.after(bed, nowMicros);
    List<Condition> now = BedConditions.of(bed, seat.history, seat.hold, phase, nowMicros, timers);
    boolean judged = phase.isFlowing() || (phase == LinkPhase.RESUMING && bed.freshSinceResume());
    if (judged) {
      seat.history = seat.history.withAtLoss(now);
    }
    conditionsChanged |= !now.equals(seat.conditions);
    seat.conditions = now;
  }

  /** Brings a bed's view up to date; returns whether it looks different now. */
  private boolean view(Seat seat, BedSnapshot bed, LinkPhase phase, long nowMicros) {
    seat.seen = bed;
    AgeBand band = BedConditions.band(bed, seat.history, nowMicros, timers);
    long now = Math.floorDiv(nowMicros, SECOND_MICROS);
    long silentSince = BedConditions.silentSinceMicros(bed, seat.history);
    seat.dueMicros = Math.min(nextSecond(nowMicros), band.endMicros(silentSince, timers));
    SectorView before = seat.view;
    if (before != null
        && seat.phase == phase
        && seat.band == band
        && seat.second == now
        && showsTheSame(seat.shown, bed)) {
      return false;
    }
    SectorView plain = sectors.present(bed, seat.history, seat.hold, phase, nowMicros);
    boolean mine = board.mine().contains(bed.id()) && !board.hidesNames();
    SectorView view = mine ? plain.asMine(words.text("spoken.mine")) : plain;
    seat.shown = bed;
    seat.phase = phase;
    seat.band = band;
    seat.second = now;
    if (view.equals(before)) {
      return false;
    }
    seat.view = view;
    return true;
  }

  /** Apart from when the source spoke last, which a chunk of a wave moves on. */
  private static boolean showsTheSame(@Nullable BedSnapshot before, BedSnapshot bed) {
    return before != null
        && before.check() == bed.check()
        && before.stay().equals(bed.stay())
        && before.freshSinceResume() == bed.freshSinceResume()
        && before.statusSinceMicros() == bed.statusSinceMicros()
        && before.readings().equals(bed.readings())
        && before.status().equals(bed.status())
        && before.channels().equals(bed.channels())
        && before.alarms().equals(bed.alarms())
        && before.watch().equals(bed.watch())
        && before.occupied() == bed.occupied()
        && before.occupancy() == bed.occupancy()
        && Objects.equals(before.patient(), bed.patient());
  }
}
