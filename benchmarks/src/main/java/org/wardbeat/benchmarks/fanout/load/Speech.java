package org.wardbeat.benchmarks.fanout.load;

/** What a server speaks inside of WebSocket. */
public enum Speech {
  /** Wardbeat's own. */
  WARDBEAT,
  /** MQTT 3.1.1. */
  MQTT,
  /** That of the Node bridge. */
  JSON,
  /** The same, compressed with permessage-deflate. */
  DEFLATED_JSON
}
