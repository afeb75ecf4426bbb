package org.wardbeat.bridge.ward;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.frame.Frame.GapReason;
import org.wardbeat.wire.ward.WaveformChannel;

/** Writes the ring of one channel of one birth. Used by one thread. */
final class ChannelWriter {
  /** A replay may run so much faster than a device. */
  private static final double MAX_SPEED = 100;

  /** So far ahead an index may be at any time. */
  private static final double SLACK_SECONDS = 3_600;

  private final WaveformChannel channel;
  private ChunkRing ring;
  private final Continuity continuity = new Continuity();
  private final WardCounters counters;
  private final HourlyGaps gaps;
  private Observation.@Nullable Lost lost;
  private long lastEndDeviceMicros;
  private long lastNanos;

  /** How a chunk fared. */
  enum Outcome {
    TAKEN,
    SEEN_BEFORE,
    IMPLAUSIBLE
  }

  ChannelWriter(WaveformChannel channel, WardCounters counters, HourlyGaps gaps) {
    this.gaps = gaps;
    this.channel = channel;
    this.counters = counters;
    ring = new ChunkRing(channel.frequencyHz());
  }

  ChunkRing ring() {
    return ring;
  }

  /** Another patient or device: what was measured before is nobody's business any more. */
  void forget() {
    ring = new ChunkRing(channel.frequencyHz());
  }

  /** The bridge dropped these: if they are missed, it is its own doing. */
  void dropped(Observation.Lost stretch) {
    Observation.Lost known = lost;
    if (known == null) {
      lost = stretch;
    } else {
      long first = Math.min(known.firstSample(), stretch.firstSample());
      long end =
          Math.max(known.firstSample() + known.count(), stretch.firstSample() + stretch.count());
      lost = new Observation.Lost(known.bed(), known.birth(), known.channel(), first, end - first);
    }
  }

  Outcome take(Observation.Samples chunk, InboundMessage message, DeviceClock clock) {
    if (!plausible(chunk.firstSample(), message.arrivedNanos())) {
      return Outcome.IMPLAUSIBLE;
    }
    long before = continuity.next();
    Continuity.Step step = continuity.take(chunk.firstSample(), chunk.samples().length);
    counters.samplesSeenBefore.add(step.seen());
    if (step.seen() == chunk.samples().length) {
      return Outcome.SEEN_BEFORE;
    }
    observe(chunk, message, clock);
    if (step.missing() > 0) {
      appendGap(chunk, before, step.missing());
      gaps.add(step.missing(), message.arrivedNanos());
    }
    append(chunk, step.seen(), clock.toBridge(chunk.endDeviceMicros()));
    return Outcome.TAKEN;
  }

  /** Keeps one damaged index from making all later samples look as if they were taken before. */
  private boolean plausible(long first, long nowNanos) {
    if (continuity.next() < 0) {
      return true;
    }
    double elapsedSeconds = (nowNanos - lastNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    double most = (elapsedSeconds * MAX_SPEED + SLACK_SECONDS) * channel.frequencyHz();
    return first - continuity.next() <= most;
  }

  private void observe(Observation.Samples chunk, InboundMessage message, DeviceClock clock) {
    if (!message.retained()) {
      if (chunk.endDeviceMicros() < lastEndDeviceMicros) {
        clock.doubt(); // the counter went on, the time did not: the clock was set back
      }
      clock.observe(chunk.endDeviceMicros(), message.arrivedMicros(), message.arrivedNanos());
    }
    lastEndDeviceMicros = chunk.endDeviceMicros();
    lastNanos = message.arrivedNanos();
  }

  private void appendGap(Observation.Samples chunk, long first, long missing) {
    Observation.Lost stretch = lost;
    boolean ours =
        stretch != null
            && stretch.firstSample() < first + missing
            && stretch.firstSample() + stretch.count() > first;
    lost = null;
    (ours ? counters.samplesDropped : counters.samplesLost).add(missing);
    GapReason reason = ours ? GapReason.INTAKE : GapReason.SOURCE;
    ring.append(new GapChunk(chunk.birth(), chunk.channel(), first, missing, reason));
  }

  private void append(Observation.Samples chunk, int seen, long endMicros) {
    int[] samples = chunk.samples();
    int[] fresh = seen == 0 ? samples : Arrays.copyOfRange(samples, seen, samples.length);
    counters.chunks.increment();
    counters.samples.add(fresh.length);
    ring.append(
        new Chunk(chunk.birth(), chunk.channel(), chunk.firstSample() + seen, endMicros, fresh));
  }
}
