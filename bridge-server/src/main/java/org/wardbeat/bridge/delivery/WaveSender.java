package org.wardbeat.bridge.delivery;

import java.util.Arrays;
import java.util.List;
import org.wardbeat.bridge.ward.Chunk;
import org.wardbeat.bridge.ward.GapChunk;
import org.wardbeat.bridge.ward.RingEntry;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.GapReason;
import org.wardbeat.wire.frame.FrameCodec;

/** Sends one session's waveforms from the rings on, with a gap for what it will never get. */
final class WaveSender {
  private final FrameCodec codec;
  private final CountingOutlet outlet;
  private long samplesDropped;

  WaveSender(FrameCodec codec, CountingOutlet outlet) {
    this.codec = codec;
    this.outlet = outlet;
  }

  /** Samples given up because the station could not take them. */
  long samplesDropped() {
    return samplesDropped;
  }

  /**
   * Sends all there is of a bed's waveforms.
   *
   * @return false if the connection does not take all of it
   */
  boolean send(BedCursor cursor) {
    int handle = cursor.bed.index();
    List<WaveCursor> waves = cursor.waves;
    for (int i = 0; i < waves.size(); i++) {
      if (!send(handle, waves.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean send(int handle, WaveCursor wave) {
    for (RingEntry entry = wave.peek(); entry != null; entry = wave.peek()) {
      if (!outlet.takesUpdates()) {
        return false;
      }
      long missing = wave.missingBefore(entry);
      if (missing > 0) {
        announce(handle, wave, missing, wave.started() ? GapReason.DELIVERY : GapReason.RETENTION);
      }
      outlet.sendUpdate(encoded(handle, wave, entry));
      wave.sent(entry);
    }
    return true;
  }

  /** Announces what a session will not get of rings that nobody writes any more. */
  void giveUpRest(BedCursor cursor) {
    for (WaveCursor wave : cursor.waves) {
      long left = wave.samplesLeft();
      if (left > 0) {
        announce(cursor.bed.index(), wave, left, GapReason.DELIVERY);
      }
      wave.skipAll();
    }
  }

  private void announce(int handle, WaveCursor wave, long count, GapReason reason) {
    if (reason == GapReason.DELIVERY) {
      samplesDropped += count;
    }
    outlet.send(
        codec.encode(new Frame.Gap(handle, wave.channel(), wave.nextSample(), count, reason)));
    wave.announced(count);
  }

  private byte[] encoded(int handle, WaveCursor wave, RingEntry entry) {
    long known = wave.knownOf(entry);
    if (known > 0) {
      return codec.encode(whole(handle, entry, known));
    }
    long base = entry instanceof Chunk ? wave.endMicros() : WaveCursor.NO_END;
    byte[] kept = entry.frames().find(base, 0);
    if (kept != null) {
      return kept;
    }
    Frame frame =
        entry instanceof Chunk chunk && base != WaveCursor.NO_END
            ? next(handle, chunk, base, wave.frequencyHz())
            : whole(handle, entry, 0);
    return entry.frames().keep(base, 0, codec.encode(frame));
  }

  private static Frame next(int handle, Chunk chunk, long beforeMicros, double frequencyHz) {
    int[] samples = chunk.samples();
    return new Frame.WaveformNext(
        handle,
        chunk.channel(),
        Frame.WaveformNext.check(chunk.firstSample()),
        chunk.endMicros()
            - Frame.WaveformNext.expectedEndMicros(beforeMicros, samples.length, frequencyHz),
        samples);
  }

  /** The frame of a stretch without its first {@code known} samples. */
  private static Frame whole(int handle, RingEntry entry, long known) {
    long first = entry.firstSample() + known;
    return switch (entry) {
      case Chunk chunk ->
          new Frame.Waveform(
              handle,
              chunk.channel(),
              first,
              chunk.endMicros(),
              known == 0
                  ? chunk.samples()
                  : Arrays.copyOfRange(chunk.samples(), (int) known, chunk.samples().length));
      case GapChunk gap ->
          new Frame.Gap(handle, gap.channel(), first, gap.count() - known, gap.reason());
    };
  }
}
