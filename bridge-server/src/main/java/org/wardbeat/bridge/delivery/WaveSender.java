package org.wardbeat.bridge.delivery;

import java.util.Arrays;
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
    for (WaveCursor wave : cursor.waves) {
      if (!send(handle, wave)) {
        return false;
      }
    }
    return true;
  }

  private boolean send(int handle, WaveCursor wave) {
    for (RingEntry entry = wave.peek(); entry != null; entry = wave.peek()) {
      if (!outlet.isWritable()) {
        return false;
      }
      long missing = wave.missingBefore(entry);
      if (missing > 0) {
        announce(handle, wave, entry.channel(), missing);
      }
      long known = wave.knownOf(entry);
      outlet.send(
          known == 0
              ? entry.encoded(whole -> codec.encode(frame(handle, whole, 0)))
              : codec.encode(frame(handle, entry, known)));
      wave.sent(entry);
    }
    return true;
  }

  private void announce(int handle, WaveCursor wave, int channel, long count) {
    if (wave.started()) {
      samplesDropped += count;
    }
    GapReason reason = wave.started() ? GapReason.DELIVERY : GapReason.RETENTION;
    outlet.send(codec.encode(new Frame.Gap(handle, channel, wave.nextSample(), count, reason)));
  }

  /** The frame of a stretch without its first {@code known} samples. */
  private static Frame frame(int handle, RingEntry entry, long known) {
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
