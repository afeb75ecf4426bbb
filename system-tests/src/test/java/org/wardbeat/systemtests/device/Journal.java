package org.wardbeat.systemtests.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a device has published, in order. Written by the device's thread, read by any. */
public final class Journal {
  /** The heart rate of a message with vital signs, and when the device measured it. */
  public record NumericsEntry(int heartRate, long timeMicros) {}

  /** An alarm as the device told it; its onset is by the device's clock. */
  public record AlarmEntry(String condition, long onsetMicros, boolean active) {}

  private record Track(long birth, int channel) {}

  /** First sample to the one after the last, of stretches without a hole. */
  private final Map<Track, NavigableMap<Long, Long>> samples = new HashMap<>();

  private final List<NumericsEntry> numerics = new ArrayList<>();
  private final List<AlarmEntry> alarms = new ArrayList<>();

  Journal() {}

  synchronized void samples(long birth, int channel, long from, long to) {
    NavigableMap<Long, Long> stretches =
        samples.computeIfAbsent(new Track(birth, channel), _ -> new TreeMap<>());
    Map.Entry<Long, Long> last = stretches.lastEntry();
    boolean goesOn = last != null && last.getValue() == from;
    stretches.put(goesOn ? last.getKey() : from, to);
  }

  synchronized void numerics(NumericsEntry entry) {
    numerics.add(entry);
  }

  synchronized void alarm(AlarmEntry entry) {
    alarms.add(entry);
  }

  /** The sample after the last that was published of a channel, 0 if there is none. */
  public synchronized long end(long birth, int channel) {
    NavigableMap<Long, Long> stretches = samples.get(new Track(birth, channel));
    return stretches == null ? 0 : stretches.lastEntry().getValue();
  }

  /** How many samples of a range were published. */
  public synchronized long published(long birth, int channel, long from, long to) {
    NavigableMap<Long, Long> stretches =
        samples.getOrDefault(new Track(birth, channel), new TreeMap<>());
    return stretches.headMap(to, false).entrySet().stream()
        .mapToLong(s -> Math.max(0, Math.min(to, s.getValue()) - Math.max(from, s.getKey())))
        .sum();
  }

  /** The newest message that had this heart rate and was measured no later than a time. */
  public synchronized Optional<NumericsEntry> newest(int heartRate, long noLaterMicros) {
    return numerics.reversed().stream()
        .filter(entry -> entry.heartRate() == heartRate && entry.timeMicros() <= noLaterMicros)
        .findFirst();
  }

  /** The newest message. */
  public synchronized Optional<NumericsEntry> newest() {
    return numerics.isEmpty() ? Optional.empty() : Optional.of(numerics.getLast());
  }

  public synchronized List<AlarmEntry> alarms() {
    return List.copyOf(alarms);
  }
}
