package org.wardbeat.bridge.delivery;

/** The sending side of one station's connection. Used on the connection's event loop only. */
interface Outlet {
  /** Whether the connection takes more now. A write is legal either way, but is then buffered. */
  boolean isWritable();

  /** Hands over one encoded frame, which must not change afterwards. Sent at the next flush. */
  void write(byte[] frame);

  /** Sends what was written. */
  void flush();

  /** Sends what was written, then ends the connection, by force if the peer does not follow. */
  void closeGracefully(String reason);

  /** Ends the connection now; what was not sent is forgotten. */
  void closeNow();
}
