package org.wardbeat.station.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.render.ring.SampleTimeline;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The last alarms of each bed, as far as this station saw them, and the waves around the newest:
 * {@value #STRIP_SECONDS} s before its onset and as many after it. Bounded; with the patient all of
 * it goes. Confined to one thread.
 */
public final class EventMemory {
  /** Most alarms kept of a bed. */
  public static final int MOST_EVENTS = 16;

  /** Most waves of a strip. */
  public static final int STRIP_WAVES = 2;

  /** Half the length of a strip. */
  public static final int STRIP_SECONDS = 10;

  private static final long STRIP_MICROS = STRIP_SECONDS * 1_000_000L;

  /** What comes later than this after its time is not waited for. */
  private static final long LATE_MICROS = 3_000_000;

  private record Key(String condition, long onsetDeviceMicros) {
    static Key of(Alarm alarm) {
      return new Key(alarm.condition(), alarm.onsetDeviceMicros());
    }
  }

  private static final class Bed {
    final Map<Key, Alarm> alarms = new LinkedHashMap<>();
    Set<Key> lasting = Set.of();
    Stay stay;
    @Nullable EventStrip strip;
    boolean complete;

    Bed(Stay stay) {
      this.stay = stay;
    }
  }

  /**
   * An alarm of a bed.
   *
   * @param alarm its newest state that was told
   * @param lasting whether it is not over
   */
  public record Event(Alarm alarm, boolean lasting) {}

  private final Map<BedId, Bed> beds = new HashMap<>();

  /**
   * Takes what is new of all beds; meant to be called about once a second.
   *
   * @param nowMicros the bridge's present time
   */
  public void look(WardSnapshot ward, WardFeed feed, long nowMicros) {
    Set<BedId> present = new HashSet<>();
    for (BedSnapshot bed : ward.beds()) {
      present.add(bed.id());
      look(bed, feed, nowMicros);
    }
    beds.keySet().retainAll(present);
  }

  private void look(BedSnapshot snapshot, WardFeed feed, long nowMicros) {
    Stay stay = Stay.of(snapshot);
    Bed bed = beds.computeIfAbsent(snapshot.id(), _ -> new Bed(stay));
    if (!stay.isSameAs(bed.stay)) {
      bed = new Bed(stay);
      beds.put(snapshot.id(), bed);
    }
    bed.stay = stay;
    remember(bed, snapshot);
    Alarm newest = newest(bed);
    if (newest == null) {
      return;
    }
    EventStrip strip = bed.strip;
    if (strip == null || strip.onsetMicros() != newest.onsetMicros()) {
      bed.complete = false;
    }
    if (!bed.complete) {
      bed.strip = capture(snapshot, feed, newest.onsetMicros());
      bed.complete = nowMicros >= newest.onsetMicros() + STRIP_MICROS + LATE_MICROS;
    }
  }

  private static void remember(Bed bed, BedSnapshot snapshot) {
    Set<Key> lasting = new HashSet<>();
    for (Alarm past : snapshot.watch().past()) {
      bed.alarms.put(Key.of(past), past);
    }
    for (Alarm alarm : snapshot.alarms()) {
      bed.alarms.put(Key.of(alarm), alarm);
      lasting.add(Key.of(alarm));
    }
    bed.lasting = lasting;
    if (bed.alarms.size() > MOST_EVENTS) {
      bed.alarms.entrySet().stream()
          .sorted(Comparator.comparingLong(entry -> entry.getValue().onsetMicros()))
          .limit(bed.alarms.size() - (long) MOST_EVENTS)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(bed.alarms::remove);
    }
  }

  private static @Nullable Alarm newest(Bed bed) {
    Alarm newest = null;
    for (Alarm alarm : bed.alarms.values()) {
      if (newest == null || alarm.onsetMicros() >= newest.onsetMicros()) {
        newest = alarm;
      }
    }
    return newest;
  }

  private static EventStrip capture(BedSnapshot bed, WardFeed feed, long onsetMicros) {
    List<EventStrip.Wave> waves = new ArrayList<>();
    for (int channel : chosen(bed.channels())) {
      SampleRing ring = feed.ring(bed.id(), channel);
      if (ring != null && !ring.timeline().isUnknown()) {
        waves.add(copy(ring, bed.channels().get(channel), onsetMicros));
      }
    }
    return waves.isEmpty() ? EventStrip.none(onsetMicros) : new EventStrip(onsetMicros, waves);
  }

  /** The first ECG and the first other wave, the respiration if there is one. */
  private static List<Integer> chosen(List<WaveformChannel> channels) {
    List<Integer> chosen = new ArrayList<>();
    first(channels, SignalKind.ECG, chosen);
    first(channels, SignalKind.RESP, chosen);
    first(channels, SignalKind.PLETH, chosen);
    return chosen.size() > STRIP_WAVES ? chosen.subList(0, STRIP_WAVES) : chosen;
  }

  private static void first(List<WaveformChannel> channels, SignalKind kind, List<Integer> to) {
    IntStream.range(0, channels.size())
        .filter(index -> channels.get(index).kind() == kind)
        .findFirst()
        .ifPresent(to::add);
  }

  private static EventStrip.Wave copy(SampleRing ring, WaveformChannel channel, long onsetMicros) {
    SampleTimeline timeline = ring.timeline();
    long from = timeline.indexAtOrAfter(onsetMicros - STRIP_MICROS);
    int count = (int) Math.ceil(2 * STRIP_SECONDS * channel.frequencyHz());
    int[] samples = new int[count];
    ring.copy(from, from + count, samples);
    return new EventStrip.Wave(channel, timeline.timeMicros(from), samples);
  }

  /** The alarms of a bed, the newest first. */
  public List<Event> events(BedId bed) {
    Bed known = beds.get(bed);
    if (known == null) {
      return List.of();
    }
    return known.alarms.entrySet().stream()
        .map(entry -> new Event(entry.getValue(), known.lasting.contains(entry.getKey())))
        .sorted(Comparator.comparingLong((Event event) -> -event.alarm().onsetMicros()))
        .toList();
  }

  /** The waves around the newest alarm of a bed; null if there was none. */
  public @Nullable EventStrip strip(BedId bed) {
    Bed known = beds.get(bed);
    return known == null ? null : known.strip;
  }
}
