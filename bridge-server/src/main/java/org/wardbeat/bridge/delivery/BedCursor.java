package org.wardbeat.bridge.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.ward.BedDefinition;
import org.wardbeat.bridge.ward.PublishedBed;

/** What one session was last sent of one bed. */
final class BedCursor {
  static final long UNSENT = -1;

  final PublishedBed bed;
  @Nullable BedDefinition definition;
  long statusVersion = UNSENT;
  long numericsVersion = UNSENT;
  long numericsMicros;
  List<WaveCursor> waves = List.of();

  /** Monotonic nanoseconds since when its waveforms are waiting. */
  long wavesWaitSinceNanos;

  BedCursor(PublishedBed bed) {
    this.bed = bed;
  }

  /** Has all but the waveforms, which go on where they are, sent anew. */
  void forgetState() {
    definition = null;
    statusVersion = UNSENT;
    numericsVersion = UNSENT;
  }
}
