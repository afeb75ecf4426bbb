package org.wardbeat.bridge.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.ward.BedDefinition;
import org.wardbeat.bridge.ward.ChunkRing;
import org.wardbeat.bridge.ward.NumericsState;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.Stay;

/** What one session was last sent of one bed, and what it wants of it. */
final class BedCursor {
  static final long UNSENT = -1;

  final PublishedBed bed;
  Wanted wanted;
  @Nullable BedDefinition definition;

  /** Whether who and what is there has to be sent again. */
  boolean stateDue = true;

  long statusVersion = UNSENT;
  long numericsVersion = UNSENT;
  long numericsMicros;

  /** Whether the next vital signs have to be all there are. */
  boolean numericsWhole = true;

  /** The limits it was sent last. */
  @Nullable LimitsInForce limits;

  /** What people have said of who lies there, as it was sent last; nothing if it was not. */
  Stay stay = Stay.UNSAID;

  /** The scores it was sent last. */
  List<Score> scores = List.of();

  /** The waveforms that are wanted. */
  List<WaveCursor> waves = List.of();

  /** Monotonic nanoseconds since when its waveforms are waiting. */
  long wavesWaitSinceNanos;

  BedCursor(PublishedBed bed, Wanted wanted) {
    this.bed = bed;
    this.wanted = wanted;
  }

  /**
   * Has all sent anew of what is wanted from now on, but for the waveforms that are wanted still,
   * which go on where they are.
   */
  void want(Wanted now) {
    wanted = now;
    stateDue = true;
    numericsWhole = true;
    limits = null;
    stay = Stay.UNSAID;
    scores = List.of();
    waves = waves.stream().filter(wave -> now.waveform(wave.channel())).toList();
    waves.forEach(WaveCursor::markSnapshot);
  }

  /** Whether who and what is there is other than the session was sent. */
  boolean stateIsNews() {
    return stateDue
        || definition == null
        || definition.version() != bed.definition().version()
        || statusVersion != bed.status().version()
        || bed.removed();
  }

  /** Whether the session was not sent these vital signs. */
  boolean isNews(NumericsState state) {
    if (numericsVersion == UNSENT) {
      return state.timeMicros() != 0;
    }
    return numericsWhole || numericsVersion != state.version();
  }

  /** Whether a ring holds anything that the session was not sent. */
  boolean wavesAreNews() {
    for (int i = 0; i < waves.size(); i++) {
      if (!waves.get(i).caughtUp()) {
        return true;
      }
    }
    return false;
  }

  /** Whether all waveforms were sent that there were as the snapshot began. */
  boolean wavesReachedSnapshot() {
    for (int i = 0; i < waves.size(); i++) {
      if (!waves.get(i).reachedSnapshot()) {
        return false;
      }
    }
    return true;
  }

  /** The cursor of a channel, null if there is none. */
  @Nullable WaveCursor waveOf(int channel) {
    for (WaveCursor wave : waves) {
      if (wave.channel() == channel) {
        return wave;
      }
    }
    return null;
  }

  /** The cursor that reads this ring, null if none does. */
  @Nullable WaveCursor wave(ChunkRing ring) {
    for (WaveCursor wave : waves) {
      if (wave.reads(ring)) {
        return wave;
      }
    }
    return null;
  }
}
