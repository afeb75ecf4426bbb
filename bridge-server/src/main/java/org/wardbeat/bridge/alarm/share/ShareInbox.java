package org.wardbeat.bridge.alarm.share;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.mqtt.InboundMessage;

/**
 * What came from other bridges and waits: of each topic the newest; and whether they are to be told
 * all anew. Any thread offers and never waits, one takes.
 */
final class ShareInbox {
  /** Most topics that wait. */
  static final int MAX_TOPICS = 16_384;

  private final Map<String, InboundMessage> waiting = new LinkedHashMap<>();
  private boolean refresh;
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

  /** Asks to tell all anew. */
  synchronized void refresh() {
    refresh = true;
    notifyAll();
  }

  /** Waits until there is something to do; false once it is closed. */
  synchronized boolean await() throws InterruptedException {
    while (waiting.isEmpty() && !refresh && !closed) {
      wait();
    }
    return !closed;
  }

  /** Whether all is to be told anew, which is asked for once. */
  synchronized boolean takeRefresh() {
    boolean asked = refresh;
    refresh = false;
    return asked;
  }

  /** Takes the message of the topic that waits longest; null if none does. */
  synchronized @Nullable InboundMessage take() {
    Iterator<InboundMessage> all = waiting.values().iterator();
    if (!all.hasNext()) {
      return null;
    }
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
