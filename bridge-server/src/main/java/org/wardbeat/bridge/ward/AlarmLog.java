package org.wardbeat.bridge.ward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Alarm;

/**
 * What happened to the alarms of all beds, in one order: the last {@value #CAPACITY} entries, and
 * the alarms that are not over. The alarms' thread appends, any thread reads.
 *
 * <p>A reader keeps the sequence of the entry it wants next. {@link #entry} answers null if that
 * has not happened yet ({@code next > newest()}), or if it happened so long ago that it is no
 * longer kept.
 */
public final class AlarmLog {
  /** Most entries kept. */
  public static final int CAPACITY = 8_192;

  private final Runnable listener;
  private final AtomicReferenceArray<@Nullable AlarmEntry> entries =
      new AtomicReferenceArray<>(CAPACITY);
  private final Map<Identity, AlarmEntry> open = new HashMap<>();
  private volatile long newest;

  private record Identity(int bed, String condition, long onsetDeviceMicros) {}

  /**
   * The alarms that are not over at one moment.
   *
   * @param sequence of the newest entry at that moment, 0 if there was none
   * @param open the newest entry of each alarm that is not over, in no order
   */
  public record Snapshot(long sequence, List<AlarmEntry> open) {}

  /**
   * @param listener called after each entry, on the thread that appended it; must not block
   */
  public AlarmLog(Runnable listener) {
    this.listener = listener;
  }

  /** Appends what happened to an alarm of a bed, and tells the listener. */
  public void append(PublishedBed bed, long occupancy, Alarm alarm) {
    synchronized (this) {
      AlarmEntry entry = new AlarmEntry(newest + 1, bed, occupancy, alarm);
      Identity identity = new Identity(bed.index(), alarm.condition(), alarm.onsetDeviceMicros());
      if (alarm.over()) {
        open.remove(identity);
      } else {
        open.put(identity, entry);
      }
      entries.set(slot(entry.sequence()), entry);
      newest = entry.sequence();
    }
    listener.run();
  }

  /** Sequence of the newest entry, 0 if there is none. */
  public long newest() {
    return newest;
  }

  /** Sequence of the oldest entry that is kept, 1 if there is none. */
  public long oldest() {
    return Math.max(1, newest - CAPACITY + 1);
  }

  /** The entry of a sequence; null if there is none yet or it is no longer kept. */
  public @Nullable AlarmEntry entry(long sequence) {
    AlarmEntry entry = sequence < 1 ? null : entries.get(slot(sequence));
    return entry == null || entry.sequence() != sequence ? null : entry;
  }

  /** The alarms that are not over now. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(newest, List.copyOf(open.values()));
  }

  private static int slot(long sequence) {
    return (int) (sequence % CAPACITY);
  }
}
