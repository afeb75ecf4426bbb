package org.wardbeat.bridge.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame.Position;
import org.wardbeat.wire.ward.BedId;

/**
 * What a station had when it said hello. Each position counts once: the session takes over from
 * there.
 */
final class ResumePositions {
  private record Key(BedId bed, long birth, int channel) {}

  private final Map<Key, Position> positions = new HashMap<>();

  void replace(List<Position> newPositions) {
    positions.clear();
    for (Position position : newPositions) {
      positions.put(new Key(position.bed(), position.birth(), position.channel()), position);
    }
  }

  /** Takes out the position of a channel of one birth; null if there is none. */
  @Nullable Position take(BedId bed, int channel, long birth) {
    return positions.remove(new Key(bed, birth, channel));
  }
}
