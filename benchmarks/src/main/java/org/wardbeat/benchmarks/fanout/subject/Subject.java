package org.wardbeat.benchmarks.fanout.subject;

import org.wardbeat.benchmarks.fanout.load.Speech;

/** What is measured. */
public enum Subject {
  /** The bridge of this project. */
  WARDBEAT("wardbeat", Speech.WARDBEAT),
  /** Mosquitto's own WebSocket listener; devices and clients meet in one process. */
  MOSQUITTO("mosquitto", Speech.MQTT),
  /** A bridge of {@code mqtt} and {@code ws} that sends JSON, and packed samples. */
  NODE("node", Speech.JSON),
  /** The same with permessage-deflate. */
  NODE_DEFLATE("node-deflate", Speech.DEFLATED_JSON);

  private final String label;
  private final Speech speech;

  Subject(String label, Speech speech) {
    this.label = label;
    this.speech = speech;
  }

  /** Its name in reports. */
  public String label() {
    return label;
  }

  /** What it speaks inside of WebSocket. */
  public Speech speech() {
    return speech;
  }
}
