package org.wardbeat.bridge.ward;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wardbeat.bridge.intake.Observation;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.Refusal;
import org.wardbeat.bridge.mqtt.InboundMessage;

/**
 * What came before its birth, kept for a short while: brokers let messages of QoS 0 overtake those
 * of QoS 1, and send retained ones in any order. Used by one thread.
 */
final class EarlyObservations {
  private static final int MAX_MESSAGES = 512;
  private static final int MAX_SAMPLES = 1 << 20;
  private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Deque<Early> waiting = new ArrayDeque<>();
  private final Quarantine quarantine;
  private final Runnable birthMissing;
  private long samples;

  /**
   * @param birthMissing told whenever a device publishes for long whose birth does not come
   */
  EarlyObservations(Quarantine quarantine, Runnable birthMissing) {
    this.quarantine = quarantine;
    this.birthMissing = birthMissing;
  }

  /** An observation and the message it was read from. */
  record Early(Observation.OfBirth observation, InboundMessage message) {
    private int samples() {
      return observation instanceof Observation.Samples chunk ? chunk.samples().length : 0;
    }
  }

  void keep(Observation.OfBirth observation, InboundMessage message) {
    Early early = new Early(observation, message);
    waiting.addLast(early);
    samples += early.samples();
    expire(message.arrivedNanos());
  }

  private void expire(long nowNanos) {
    while (true) {
      Early oldest = waiting.peekFirst();
      if (oldest == null) {
        return;
      }
      if (nowNanos - oldest.message.arrivedNanos() <= MAX_AGE_NANOS) {
        if (waiting.size() <= MAX_MESSAGES && samples <= MAX_SAMPLES) {
          return;
        }
        oldest = leastMissed(oldest);
      }
      drop(oldest);
    }
  }

  /** Alarms stay longest: what else is early will be told again, or is missed less. */
  private Early leastMissed(Early oldest) {
    for (Early early : waiting) {
      if (!(early.observation instanceof Observation.AlarmChange)) {
        return early;
      }
    }
    return oldest;
  }

  private void drop(Early early) {
    waiting.remove(early);
    samples -= early.samples();
    if (!early.message.retained()) {
      birthMissing.run();
    }
    quarantine.refuse(
        new Refusal(
            Reason.NO_BIRTH,
            early.message.topic(),
            "expected birth %d to be published and retained; the message was refused"
                .formatted(early.observation.birth())));
  }

  /** What waited for a birth, in the order it came. */
  List<Early> take(Observation.Birth birth) {
    List<Early> taken = new ArrayList<>();
    for (Iterator<Early> i = waiting.iterator(); i.hasNext(); ) {
      Early early = i.next();
      boolean sameBed = early.observation.bed().equals(birth.bed());
      if (sameBed && early.observation.birth() <= birth.birth()) {
        i.remove();
        samples -= early.samples();
        taken.add(early);
      }
    }
    return taken;
  }
}
