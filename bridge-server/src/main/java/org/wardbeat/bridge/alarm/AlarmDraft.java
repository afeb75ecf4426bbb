package org.wardbeat.bridge.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.AlarmBook.TimedHold;
import org.wardbeat.bridge.alarm.BedLife.ForNext;
import org.wardbeat.bridge.alarm.BedLife.Meant;
import org.wardbeat.bridge.alarm.BedLife.Withheld;
import org.wardbeat.bridge.alarm.BedLife.WithheldKey;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Stay;

/**
 * What comes next: the changes of one moment, made on copies. Nothing of it is so before it was
 * stored and adopted. Confined to one thread.
 */
final class AlarmDraft {
  /** So long sources may take after a restart to speak of what it brought back. */
  static final long CONFIRMATION_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** A bed that does not come back within this after a restart is gone. */
  static final long ABSENCE_NANOS = TimeUnit.HOURS.toNanos(24);

  /** So long what is meant for somebody else waits for the bed to be theirs. */
  static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Most that waits so at a bed. */
  private static final int KEPT_FOR_NEXT = 64;

  /** A clock that is off by more than this was set, by less it was steered. */
  static final long STEP_MICROS = 1_000_000;

  /** Conditions of a bed that are over and remembered. */
  static final int REMEMBERED = 256;

  private final AlarmBook book;
  private final Moment now;
  private final Map<BedId, BedLife> beds = new LinkedHashMap<>();
  private final Map<HoldKey, TimedHold> holds = new LinkedHashMap<>();
  private final List<AlarmFact> facts = new ArrayList<>();
  private final List<Announcement> announcements = new ArrayList<>();
  private final Set<BedId> judgedAnew = new LinkedHashSet<>();
  private final List<SharedAct> shared = new ArrayList<>();
  private boolean tick;

  /** What is to be told of an alarm once it is stored. */
  record Announcement(BedId bed, long occupancy, Alarm alarm) {}

  AlarmDraft(AlarmBook book, Moment now) {
    this.book = book;
    this.now = now;
  }

  Moment now() {
    return now;
  }

  Collection<BedLife> beds() {
    return beds.values();
  }

  Map<HoldKey, TimedHold> holds() {
    return holds;
  }

  /** What has to be stored. */
  List<AlarmFact> facts() {
    return facts;
  }

  List<Announcement> announcements() {
    return announcements;
  }

  /** The beds whose {@link BedAlarming} is another. */
  Set<BedId> judgedAnew() {
    return judgedAnew;
  }

  /** What other bridges have to be told. */
  List<SharedAct> shared() {
    return shared;
  }

  boolean isTick() {
    return tick;
  }

  AlarmBook book() {
    return book;
  }

  void store(AlarmFact fact) {
    facts.add(fact);
  }

  void share(SharedAct act) {
    shared.add(act);
  }

  /** A bed to be changed. */
  BedLife bed(BedId id) {
    return beds.computeIfAbsent(
        id,
        absent -> {
          BedLife known = book.bed(id);
          return known == null ? book.unknown(id) : known.copy();
        });
  }

  /** A bed to be looked at; null if nothing was ever heard of it. */
  @Nullable BedLife look(BedId id) {
    BedLife mine = beds.get(id);
    return mine == null ? book.bed(id) : mine;
  }

  /** The beds there are or were. */
  List<BedId> bedIds() {
    Set<BedId> all = new LinkedHashSet<>(beds.keySet());
    book.beds().forEach(bed -> all.add(bed.id));
    return List.copyOf(all);
  }

  @Nullable TimedHold hold(HoldKey key) {
    TimedHold mine = holds.get(key);
    return mine == null ? book.holds().get(key) : mine;
  }

  /** The beds' own words: what a source says of a condition. */
  void report(BedId id, long occupancy, ConditionSource source, ConditionChange told) {
    BedLife bed = bed(id);
    ConditionChange change = told.notAfter(now.micros());
    if (occupancy < bed.occupancy) {
      return; // of who lay there before, whose alarms are over
    }
    if (isInhibited(id)) {
      withhold(bed, source, change);
    } else if (change.active()) {
      lasts(bed, source, change);
    } else {
      ConditionLife life = bed.conditions.get(change.condition());
      if (life != null) {
        put(bed, life.isNormal(source, change.atMicros()));
      }
    }
  }

  private void lasts(BedLife bed, ConditionSource source, ConditionChange change) {
    ConditionLife life = bed.conditions.get(change.condition());
    boolean another = life != null && life.isReplacedBy(change, source);
    if (life != null && life.alarm().active() && !another) {
      put(bed, life.lastsOn(change, source, now.nanos()));
      return;
    }
    if (life != null && !life.alarm().over()) {
      put(bed, life.ended(false, another ? change.onsetMicros() : change.atMicros()));
    }
    ConditionLife raised = ConditionLife.raised(change, source, bed.occupancy, now, life);
    SharedAct.Acknowledged early = bed.early.get(change.condition());
    if (early != null && early.onsetDeviceMicros() == raised.alarm().onsetDeviceMicros()) {
      bed.early.remove(change.condition());
      if (raised.isSeenToBy(early)) {
        raised = raised.acknowledged(early.by());
      }
    }
    put(bed, raised);
    makeRoom(bed);
  }

  private static void makeRoom(BedLife bed) {
    if (bed.conditions.size() > REMEMBERED) {
      bed.conditions.values().stream()
          .filter(life -> life.alarm().over())
          .findFirst()
          .ifPresent(life -> bed.conditions.remove(life.alarm().condition()));
    }
  }

  private static void withhold(BedLife bed, ConditionSource source, ConditionChange change) {
    WithheldKey key = new WithheldKey(change.condition(), source);
    if (change.active()) {
      bed.withheld.put(key, new Withheld(change, source));
    } else {
      bed.withheld.remove(key);
    }
  }

  /** A condition has come further; what nobody would see of that is kept and not told. */
  void put(BedLife bed, ConditionLife life) {
    ConditionLife before = bed.conditions.put(life.alarm().condition(), life);
    if (!life.looksLike(before)) {
      facts.add(
          new AlarmFact.OfAlarm(
              bed.id, life.alarm(), life.latching(), life.sources(), life.risenMicros()));
      if (before == null || !life.alarm().equals(before.alarm())) {
        tell(bed, life);
      }
    }
  }

  private void tell(BedLife bed, ConditionLife life) {
    announcements.add(new Announcement(bed.id, life.occupancy(), life.alarm()));
  }

  /** Who and what is at a bed from now on. */
  void occupied(AlarmInput.Occupied told) {
    BedLife bed = bed(told.bed());
    if (!bed.present) {
      comeBack(bed, told.occupancy());
    }
    bed.occupancy = told.occupancy();
    bed.named = told.named();
    becomes(bed, told.device());
    boolean saidSince = bed.stay.stay().version() > told.stayVersion();
    setCheck(bed, told.check() && !(saidSince && bed.lying().isConfirmed(bed.named)));
    judgedAnew.add(bed.id);
  }

  /** What people say of who lies there from now on. */
  void setStay(BedLife bed, StayInForce said) {
    boolean check = bed.lying().isToCheckOnce(said.stay(), bed.present, bed.named);
    bed.stay = said;
    if (bed.present) {
      becomes(bed, bed.device);
    }
    bed.check = check;
    facts.add(new AlarmFact.OfStay(bed.id, said, check));
    judgedAnew.add(bed.id);
  }

  private void setCheck(BedLife bed, boolean check) {
    if (check != bed.check) {
      bed.check = check;
      facts.add(new AlarmFact.OfStay(bed.id, bed.stay, check));
    }
  }

  private void becomes(BedLife bed, String device) {
    String patient = PatientDigest.of(bed.stay.stay().occupant(bed.named));
    boolean otherPatient = bed.patient != null && !bed.patient.equals(patient);
    boolean otherDevice = !bed.device.isEmpty() && !bed.device.equals(device);
    if (otherPatient) {
      forget(bed);
    } else if (otherDevice) {
      endActive(bed, true);
      bed.withheld.clear();
    }
    if (!patient.equals(bed.patient) || !device.equals(bed.device)) {
      bed.patient = patient;
      bed.device = device;
      facts.add(new AlarmFact.OfOccupant(bed.id, patient, device, otherPatient));
    }
    if (otherPatient && !patient.isEmpty()) {
      takeMeant(bed, patient);
    }
  }

  /** What another bridge does for somebody may be heard here before that somebody lies there. */
  void keepForNext(BedLife bed, String patient, Object what, SharedAct act) {
    bed.forNext.remove(new ForNext(patient, what));
    bed.forNext.put(new ForNext(patient, what), new Meant(act, now.nanos()));
    if (bed.forNext.size() > KEPT_FOR_NEXT) {
      bed.forNext.remove(bed.forNext.keySet().iterator().next());
    }
  }

  private void takeMeant(BedLife bed, String patient) {
    Map<ForNext, Meant> kept = Map.copyOf(bed.forNext);
    bed.forNext.clear();
    kept.forEach(
        (key, meant) -> {
          if (key.patient().equals(patient) && now.nanos() - meant.heardNanos() < KEPT_NANOS) {
            Acts.merge(this, meant.act());
          }
        });
  }

  private void comeBack(BedLife bed, long occupancy) {
    bed.present = true;
    bed.confirmationNanos = now.nanos() + CONFIRMATION_NANOS;
    bed.unconfirmed = true;
    bed.conditions.replaceAll((condition, life) -> life.restored(occupancy));
    bed.conditions.values().stream()
        .filter(life -> !life.alarm().over())
        .forEach(life -> tell(bed, life));
  }

  /** The bed is taken away, and its past goes, too. */
  void removed(BedId id) {
    BedLife bed = bed(id);
    forget(bed);
    bed.present = false;
    bed.patient = "";
    bed.device = "";
    bed.named = null;
    facts.add(new AlarmFact.OfOccupant(id, "", "", true));
    endStay(bed);
  }

  /** Whoever was admitted to a bed that is taken away lies there no more. */
  private void endStay(BedLife bed) {
    Stay stay = bed.stay.stay();
    if (stay.admission() != null || bed.check) {
      long version = Math.max(now.micros(), stay.version() + 1);
      StayInForce ended =
          new StayInForce(new Stay(version, stay.nurse(), null), "", book.settings().bridge());
      bed.check = false;
      setStay(bed, ended);
      share(new SharedAct.Stayed(bed.id, ended));
    }
  }

  /** What was of another patient is over. */
  private void forget(BedLife bed) {
    for (ConditionLife life : List.copyOf(bed.conditions.values())) {
      if (!life.alarm().over()) {
        put(bed, life.ended(false, now.micros()));
      }
    }
    bed.withheld.clear();
    bed.early.clear();
    if (!bed.entries.isEmpty()) {
      bed.entries.clear();
      judgedAnew.add(bed.id);
    }
    if (!bed.limits.isDefault()) {
      setLimits(bed, book.defaultsOf(bed.id, bed.limits.version() + 1));
    }
    for (HoldKey key : holdsOf(bed.id)) {
      TimedHold held = hold(key);
      if (held != null && held.hold().state().active()) {
        setHold(new TimedHold(held.hold().ended(), now.nanos()), now.micros());
      }
    }
  }

  private List<HoldKey> holdsOf(BedId id) {
    Set<HoldKey> keys = new LinkedHashSet<>(book.holds().keySet());
    keys.addAll(holds.keySet());
    return keys.stream()
        .filter(key -> key.unit().equals(id.unit()) && key.bed().equals(id.bed()))
        .toList();
  }

  private void endActive(BedLife bed, boolean mayLatch) {
    for (ConditionLife life : List.copyOf(bed.conditions.values())) {
      if (life.alarm().active()) {
        put(bed, life.ended(mayLatch && life.latching(), now.micros()));
      }
    }
  }

  void setLimits(BedLife bed, LimitsInForce limits) {
    bed.limits = limits;
    judgedAnew.add(bed.id);
    facts.add(new AlarmFact.OfLimits(bed.id, limits));
  }

  void enter(BedLife bed, Observed observed) {
    bed.entries.put(observed.entry().parameter(), observed);
    judgedAnew.add(bed.id);
    facts.add(new AlarmFact.OfEntry(bed.id, observed));
  }

  boolean isInhibited(BedId id) {
    return isInhibiting(book.holds(), id, true) || isInhibiting(holds, id, false);
  }

  private boolean isInhibiting(Map<HoldKey, TimedHold> some, BedId id, boolean unlessChanged) {
    for (Map.Entry<HoldKey, TimedHold> held : some.entrySet()) {
      HoldKey key = held.getKey();
      if (key.inhibits()
          && key.covers(id)
          && held.getValue().hold().state().active()
          && !(unlessChanged && holds.containsKey(key))) {
        return true;
      }
    }
    return false;
  }

  /** Holds alarms back, or no longer; what the devices still say then is told. */
  void setHold(TimedHold timed, long atMicros) {
    InactivationState state = timed.hold().state();
    HoldKey key = HoldKey.of(state);
    List<BedId> covered = bedIds().stream().filter(key::covers).toList();
    List<BedId> inhibited = covered.stream().filter(this::isInhibited).toList();
    holds.put(key, timed);
    facts.add(new AlarmFact.OfHold(timed.hold()));
    judgedAnew.addAll(covered);
    for (BedId id : covered) {
      boolean was = inhibited.contains(id);
      boolean is = isInhibited(id);
      if (is && !was) {
        inhibit(bed(id));
      } else if (was && !is) {
        release(bed(id), atMicros);
      }
    }
  }

  private void inhibit(BedLife bed) {
    for (ConditionLife life : bed.conditions.values()) {
      if (life.alarm().active() && (life.sources() & ConditionSource.DEVICE.bit()) != 0) {
        withhold(bed, ConditionSource.DEVICE, asSaid(life)); // it will not say so again
      }
    }
    endActive(bed, true);
  }

  private static ConditionChange asSaid(ConditionLife life) {
    Alarm alarm = life.alarm();
    return new ConditionChange(
        alarm.condition(),
        alarm.kind(),
        alarm.priority(),
        alarm.sign(),
        alarm.text(),
        true,
        life.latching(),
        alarm.onsetMicros(),
        alarm.onsetDeviceMicros(),
        alarm.changedMicros());
  }

  private void release(BedLife bed, long atMicros) {
    List<Withheld> waiting = List.copyOf(bed.withheld.values());
    bed.withheld.clear();
    for (Withheld one : waiting) {
      lasts(bed, one.source(), one.change().at(atMicros));
    }
  }

  /** Lets pass what time brings: ends of holds, escalation, and what nobody confirmed. */
  void tick() {
    tick = true;
    followClock();
    for (TimedHold held : List.copyOf(book.holds().values())) {
      if (held.hold().state().active() && now.nanos() - held.endNanos() >= 0) {
        setHold(
            new TimedHold(held.hold().ended(), held.endNanos()), held.hold().state().untilMicros());
      }
    }
    book.beds().forEach(bed -> tick(bed.id));
  }

  /** The time of day was set: what lasts a while still lasts as long as it was meant to. */
  private void followClock() {
    if (Math.abs(book.stepMicros(now)) < STEP_MICROS) {
      return;
    }
    for (TimedHold held : List.copyOf(book.holds().values())) {
      if (held.hold().state().active()) {
        long left = TimeUnit.NANOSECONDS.toMicros(Math.max(0, held.endNanos() - now.nanos()));
        setHold(
            new TimedHold(held.hold().until(now.micros() + left), held.endNanos()), now.micros());
      }
    }
  }

  private void tick(BedId id) {
    BedLife known = look(id); // what a hold's end has just made of it, if one ended
    if (known == null || (known.conditions.isEmpty() && !known.unconfirmed)) {
      return; // as most beds are, most of the time
    }
    long patience = book.settings().escalation().toNanos();
    List<ConditionLife> waiting =
        known.conditions.values().stream()
            .filter(life -> life.isToEscalate(now.nanos(), patience))
            .toList();
    for (ConditionLife life : waiting) {
      put(bed(id), life.escalated(now.micros()));
    }
    if (known.present && known.unconfirmed && now.nanos() - known.confirmationNanos >= 0) {
      endUnconfirmed(bed(id));
    }
    boolean gone = !known.present && book.runningNanos(now) >= ABSENCE_NANOS;
    if (gone && known.conditions.values().stream().anyMatch(life -> !life.alarm().over())) {
      forget(bed(id));
    }
  }

  private void endUnconfirmed(BedLife bed) {
    bed.unconfirmed = false;
    for (ConditionLife life : List.copyOf(bed.conditions.values())) {
      if (!life.confirmed() && life.alarm().active()) {
        put(bed, life.ended(life.latching(), now.micros()));
      }
    }
  }
}
