package org.wardbeat.station.trend;

import java.util.concurrent.TimeUnit;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;

/**
 * What the station remembers of its beds by itself, as long as it runs: trends and the last events.
 * It is the station's and not a screen's, which may come and go. Confined to one thread.
 */
public final class StationMemory {
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final TrendMemory trends = new TrendMemory();
  private final EventMemory events = new EventMemory();
  private boolean looked;
  private long lookedNanos;

  /**
   * A pulse of the station: takes what is new once a second.
   *
   * @param pulseNanos its moment, as an animation timer is told
   */
  public void pulse(WardFeed feed, long pulseNanos) {
    if (!looked || pulseNanos - lookedNanos >= SECOND_NANOS) {
      looked = true;
      lookedNanos = pulseNanos;
      look(feed.snapshot(), feed, feed.bridgeNowMicros());
    }
  }

  /**
   * Takes what is new now: for a screen that begins to show a bed, or sees that somebody else lies
   * there.
   *
   * @param nowMicros the bridge's present time
   */
  public void look(WardSnapshot ward, WardFeed feed, long nowMicros) {
    trends.look(ward, nowMicros);
    events.look(ward, feed, nowMicros);
  }

  /** The trends of all beds. */
  public TrendMemory trends() {
    return trends;
  }

  /** The last events of all beds. */
  public EventMemory events() {
    return events;
  }
}
