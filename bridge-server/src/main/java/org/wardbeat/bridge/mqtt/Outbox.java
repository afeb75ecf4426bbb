package org.wardbeat.bridge.mqtt;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published: of each topic the newest, the topic that waits longest first. What the
 * broker has not confirmed is sent again on the next connection, unless something newer replaced
 * it. Any thread offers, one takes.
 */
final class Outbox {
  /** Most topics that wait. */
  static final int MAX_TOPICS = 16_384;

  /** Most messages on their way, below what Paho's client for MQTT 3.1.1 takes at once. */
  static final int WINDOW = 8;

  private final Map<String, Item> waiting = new LinkedHashMap<>();
  private final Map<String, Item> underWay = new HashMap<>();
  private long refused;

  /** A message to publish; one that is offered twice is two. */
  static final class Item {
    private final String topic;
    private final byte[] payload;

    private Item(String topic, byte[] payload) {
      this.topic = topic;
      this.payload = payload;
    }

    String topic() {
      return topic;
    }

    byte[] payload() {
      return payload;
    }
  }

  /** Adds a message, in place of one that waits for the same topic; false if too many wait. */
  synchronized boolean offer(String topic, byte[] payload) {
    if (waiting.size() >= MAX_TOPICS && !waiting.containsKey(topic)) {
      refused++;
      return false;
    }
    waiting.put(topic, new Item(topic, payload));
    return true;
  }

  /**
   * Takes the next message to send; null if none may go now. Of one topic there is never more than
   * one under way, so that the broker keeps the newest.
   */
  synchronized @Nullable Item take() {
    if (underWay.size() >= WINDOW) {
      return null;
    }
    for (Item item : waiting.values()) {
      if (!underWay.containsKey(item.topic)) {
        waiting.remove(item.topic);
        underWay.put(item.topic, item);
        return item;
      }
    }
    return null;
  }

  /** The broker has a message. */
  synchronized void confirmed(Item item) {
    underWay.remove(item.topic, item);
  }

  /** The broker does not want a message, which is given up. */
  synchronized void refused(Item item) {
    if (underWay.remove(item.topic, item)) {
      refused++;
    }
  }

  /** A message could not be sent, and waits again. */
  synchronized void unsent(Item item) {
    if (underWay.remove(item.topic, item)) {
      waiting.putIfAbsent(item.topic, item);
    }
  }

  /** The connection is over: all that was under way waits again. */
  synchronized void disconnected() {
    underWay.forEach(waiting::putIfAbsent);
    underWay.clear();
  }

  /** How many messages the broker does not have yet. */
  synchronized int unpublished() {
    return waiting.size() + underWay.size();
  }

  /** How many messages were given up, because too many waited or the broker refused them. */
  synchronized long givenUp() {
    return refused;
  }
}
