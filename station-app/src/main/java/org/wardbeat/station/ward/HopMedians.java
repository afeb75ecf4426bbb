package org.wardbeat.station.ward;

import java.time.Instant;
import java.util.Map;

/**
 * The medians of half a minute.
 *
 * @param end when it ended, by the station's clock
 * @param millis by hop, in milliseconds; without those of which nothing is known
 */
public record HopMedians(Instant end, Map<LinkHop, Double> millis) {
  public HopMedians {
    millis = Map.copyOf(millis);
  }
}
