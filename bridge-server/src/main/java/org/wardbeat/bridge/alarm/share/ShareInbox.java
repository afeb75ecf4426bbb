package org.wardbeat.bridge.alarm.share;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.mqtt.InboundMessage;

/**
 * What came from other bridges and waits: of each topic the newest. Any thread offers and never
 * waits, one takes.
 */
final class ShareInbox {
  /** Most topics that wait. */
  static final int MAX_TOPICS = 16_384;

  private final Map<String, InboundMessage> waiting = new LinkedHashMap<>();
  private boolean closed;

  /** Adds a message, in place of one that waits for the same topic; false if too many wait. */
  synchronized boolean offer(InboundMessage message) {
    if (waiting.size() >= MAX_TOPICS && !waiting.containsKey(message.topic())) {
      return false;
    }
    waiting.put(message.topic(), message);
    notifyAll();
    return true;
  }

  /** Waits for the next message; null once it is closed. */
  synchronized @Nullable InboundMessage take() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    if (closed) {
      return null;
    }
    Iterator<InboundMessage> all = waiting.values().iterator();
    InboundMessage oldest = all.next();
    all.remove();
    return oldest;
  }

  /** Forgets what waits, and has takers go. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    notifyAll();
  }
}
