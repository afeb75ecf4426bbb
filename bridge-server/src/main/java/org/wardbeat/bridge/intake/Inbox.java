package org.wardbeat.bridge.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.BedId;

/**
 * The bounded queue in front of one ward loop: a queue per bed, so that a bed that floods harms
 * itself alone. Any thread offers and never waits; the loop drains.
 */
public final class Inbox {
  /** Takes what was drained, on the draining thread. */
  public interface Sink {
    /**
     * Takes an observation.
     *
     * @param observation what a message says, or what was lost of a bed before its next message
     * @param message the message it was read from; null if messages were lost
     */
    void observe(Observation observation, @Nullable InboundMessage message);

    /** A message of a bed could not be read, which the quarantine knows. */
    default void refused(BedId bed, InboundMessage message) {}
  }

  private final IntakeLimits limits;
  private final Quarantine quarantine;
  private final PayloadReader reader;
  private final Runnable filled;
  private Map<BedId, BedQueue> queues = new LinkedHashMap<>();
  private long bytes;

  /**
   * @param limits how much may wait
   * @param quarantine is told of all that is refused
   * @param filled called by who offers, as something waits where nothing did; to be drained then
   */
  public Inbox(IntakeLimits limits, Quarantine quarantine, Runnable filled) {
    this.limits = limits;
    this.quarantine = quarantine;
    this.filled = filled;
    reader = new PayloadReader(quarantine);
  }

  void offer(NativeTopic topic, InboundMessage message) {
    if (add(topic, message)) {
      filled.run();
    }
  }

  /** Returns whether it is the first that waits. */
  private synchronized boolean add(NativeTopic topic, InboundMessage message) {
    boolean first = queues.isEmpty();
    BedQueue queue = queues.get(topic.bed());
    if (queue == null) {
      if (queues.size() >= limits.beds()) {
        quarantine.refuse(
            new Refusal(
                Reason.OVERFLOW,
                topic.name(),
                "messages for more than %d beds are waiting; the message was refused"
                    .formatted(limits.beds())));
        return false;
      }
      queue = new BedQueue();
      queues.put(topic.bed(), queue);
    }
    queue.add(topic, message);
    bytes += message.payload().length;
    while (queue.messages.size() > limits.bedMessages() || queue.bytes > limits.bedBytes()) {
      bytes -= queue.dropOne();
    }
    while (bytes > limits.totalBytes()) {
      bytes -= largest().dropOne();
    }
    return first;
  }

  private BedQueue largest() {
    BedQueue largest = null;
    for (BedQueue queue : queues.values()) {
      if (largest == null || queue.bytes > largest.bytes) {
        largest = queue;
      }
    }
    if (largest == null) {
      throw new IllegalStateException("bytes are counted, but nothing waits");
    }
    return largest;
  }

  /**
   * Hands over all there is, each bed's in the order it came. A message that the sink fails at is
   * counted and costs itself alone.
   */
  public void drain(Sink sink) {
    take().values().forEach(queue -> queue.handOver(sink));
  }

  private synchronized Map<BedId, BedQueue> take() {
    Map<BedId, BedQueue> taken = queues;
    queues = new LinkedHashMap<>();
    bytes = 0;
    return taken;
  }

  private record Envelope(NativeTopic topic, InboundMessage message) {}

  private final class BedQueue {
    private final Deque<Envelope> messages = new ArrayDeque<>();
    private final Map<Integer, Observation.Lost> lost = new HashMap<>();
    private long bytes;

    private void add(NativeTopic topic, InboundMessage message) {
      messages.addLast(new Envelope(topic, message));
      bytes += message.payload().length;
    }

    /** Drops the oldest of what is least missed; returns how many bytes that were. */
    private int dropOne() {
      Envelope dropped = removeOldest(NativeTopic.Kind.WAVEFORM);
      if (dropped == null) {
        dropped = removeOldest(NativeTopic.Kind.NUMERICS);
      }
      if (dropped == null) {
        dropped = removeOldestState();
      }
      if (dropped == null) {
        dropped = messages.removeFirst();
      }
      int length = dropped.message.payload().length;
      bytes -= length;
      if (dropped.topic.kind() == NativeTopic.Kind.WAVEFORM) {
        remember(dropped);
      }
      quarantine.refuse(
          new Refusal(
              Reason.OVERFLOW,
              dropped.topic.name(),
              "came faster than the bridge could take it; the oldest message was dropped"));
      return length;
    }

    private @Nullable Envelope removeOldest(NativeTopic.Kind kind) {
      return removeFirst(envelope -> envelope.topic.kind() == kind);
    }

    /** A newer one will follow, or has already, whereas an alarm may be told once only. */
    private @Nullable Envelope removeOldestState() {
      return removeFirst(envelope -> envelope.topic.kind() != NativeTopic.Kind.ALARM);
    }

    private @Nullable Envelope removeFirst(Predicate<Envelope> which) {
      for (Iterator<Envelope> i = messages.iterator(); i.hasNext(); ) {
        Envelope envelope = i.next();
        if (which.test(envelope)) {
          i.remove();
          return envelope;
        }
      }
      return null;
    }

    /** Keeps what is lost, one stretch per channel, so that it is announced as a gap. */
    private void remember(Envelope dropped) {
      try {
        Observation.Lost next = WaveformPayload.lost(dropped.topic, dropped.message.payload());
        lost.merge(next.channel(), next, Inbox::union);
      } catch (RefusedException e) {
        quarantine.refuse(e.refusal()); // it would not have been taken anyway
      }
    }

    private void handOver(Sink sink) {
      for (Observation.Lost stretch : lost.values()) {
        hand(sink, stretch, null, stretch.bed().toString());
      }
      for (Envelope envelope : messages) {
        read(sink, envelope);
      }
    }

    private void read(Sink sink, Envelope envelope) {
      String topic = envelope.topic.name();
      try {
        reader
            .read(envelope.topic, envelope.message)
            .ifPresentOrElse(
                observation -> hand(sink, observation, envelope.message, topic),
                () -> sink.refused(envelope.topic.bed(), envelope.message));
      } catch (RuntimeException e) {
        quarantine.failed(topic, e);
      }
    }

    private void hand(
        Sink sink, Observation observation, @Nullable InboundMessage message, String place) {
      try {
        sink.observe(observation, message);
      } catch (RuntimeException e) {
        quarantine.failed(place, e);
      }
    }
  }

  private static Observation.Lost union(Observation.Lost a, Observation.Lost b) {
    if (a.birth() != b.birth()) {
      return a.birth() > b.birth() ? a : b;
    }
    long first = Math.min(a.firstSample(), b.firstSample());
    long next = Math.max(a.firstSample() + a.count(), b.firstSample() + b.count());
    return new Observation.Lost(a.bed(), a.birth(), a.channel(), first, next - first);
  }
}
