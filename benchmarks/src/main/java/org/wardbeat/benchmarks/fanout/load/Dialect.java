package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How one session speaks with its server inside of WebSocket. Confined to the clients' thread. */
interface Dialect {

  /** The way to the server. */
  interface Link {
    /** Sends a binary message. */
    void send(byte[] message) throws IOException;
  }

  /** The WebSocket sub-protocol to ask for, empty for none. */
  String subProtocol();

  /** The connection is open. */
  void opened(Link link) throws IOException;

  /** What a client has to say beside {@link #opened} that does not wait for answers. */
  default void openedBlindly(Link link) throws IOException {}

  /**
   * A whole message came.
   *
   * @param message from its position to its limit
   * @throws IOException if it breaks the protocol
   */
  void received(ByteBuffer message, Link link) throws IOException;

  /** Whether all that was known when the session began has come. */
  boolean isReady();

  /** What the session has of each source. */
  long[] ledger();
}
