package org.wardbeat.bridge.alarm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/** A store in memory, which outlives the bridges of a test, and can fail. */
public final class VolatileStore implements AlarmStore {
  private final Map<Object, AlarmFact> facts = new LinkedHashMap<>();
  private final List<AlarmFact.OfAct> acts = new ArrayList<>();
  private int attempts;
  private int prunings;
  private int leftToPrune;
  private boolean broken;
  private boolean unreadable;

  private record AlarmKey(BedId bed, String condition, long onset) {}

  private record EntryKey(BedId bed, Object parameter) {}

  private record BedKey(BedId bed, String what) {}

  /** Whether nothing can be stored from now on. */
  public void broken(boolean isBroken) {
    broken = isBroken;
  }

  /** Whether nothing can be looked up from now on. */
  void unreadable(boolean isUnreadable) {
    unreadable = isUnreadable;
  }

  /** How often something was to be stored. */
  int attempts() {
    return attempts;
  }

  /** That so many steps are needed until all that is old is gone. */
  void leftToPrune(int steps) {
    leftToPrune = steps;
  }

  /** How often something was to be dropped. */
  int prunings() {
    return prunings;
  }

  List<AlarmFact.OfAct> acts() {
    return acts;
  }

  /** The newest of every alarm that was ever stored. */
  List<AlarmFact.OfAlarm> alarms() {
    return facts.values().stream()
        .filter(AlarmFact.OfAlarm.class::isInstance)
        .map(AlarmFact.OfAlarm.class::cast)
        .toList();
  }

  @Override
  public Restored open() {
    return new Restored(List.copyOf(facts.values()), "");
  }

  @Override
  public void commit(List<AlarmFact> batch) throws IOException {
    attempts++;
    if (broken) {
      throw new IOException("the disk is full.");
    }
    batch.forEach(this::put);
  }

  private void put(AlarmFact fact) {
    switch (fact) {
      case AlarmFact.OfAlarm of -> {
        AlarmKey key =
            new AlarmKey(of.bed(), of.alarm().condition(), of.alarm().onsetDeviceMicros());
        facts.remove(key); // the newest comes last
        facts.put(key, of);
      }
      case AlarmFact.OfLimits of -> facts.put(new BedKey(of.bed(), "limits"), of);
      case AlarmFact.OfHold of -> facts.put(HoldKey.of(of.hold().state()), of);
      case AlarmFact.OfEntry of ->
          facts.put(new EntryKey(of.bed(), of.observed().entry().parameter()), of);
      case AlarmFact.OfOccupant of -> {
        facts.put(new BedKey(of.bed(), "occupant"), of);
        if (of.otherPatient()) {
          facts.keySet().removeIf(key -> key instanceof EntryKey e && e.bed().equals(of.bed()));
        }
      }
      case AlarmFact.OfStay of -> facts.put(new BedKey(of.bed(), "stay"), of);
      case AlarmFact.OfAct of -> acts.add(of);
    }
  }

  @Override
  public void query(Frame.AlarmQuery query, Predicate<Frame.AlarmRecord> each) throws IOException {
    if (unreadable) {
      throw new IOException("the disk is gone.");
    }
    for (AlarmFact.OfAlarm of : alarms()) {
      if (!each.test(new Frame.AlarmRecord(of.bed(), of.alarm()))) {
        return;
      }
    }
  }

  @Override
  public boolean prune() throws IOException {
    prunings++;
    if (broken) {
      throw new IOException("the disk is full.");
    }
    leftToPrune = Math.max(0, leftToPrune - 1);
    return leftToPrune > 0;
  }

  @Override
  public void close() {}
}
