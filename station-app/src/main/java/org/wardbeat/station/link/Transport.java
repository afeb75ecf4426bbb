package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** One connection to a bridge, from the attempt to open it to its end. */
interface Transport {
  /** Queues a frame. One that cannot be sent ends the transport. */
  void send(byte[] frame);

  /** One message handed to the listener has been dealt with, so that one more may come. */
  void handled();

  /**
   * Sends a last frame and ends.
   *
   * @return completes once it has ended, within a second
   */
  CompletableFuture<?> close(byte[] lastFrame);

  /** Ends at once, without any handshake. Does nothing if it has ended. */
  void abort();

  /** Told, on any thread but one after the other, what happens. */
  interface Listener {
    /** Frames may be sent now. */
    void opened();

    /**
     * A message came.
     *
     * @param frame the listener's to keep
     */
    void message(ByteBuffer frame);

    /** It could not be opened, or has ended. May come after {@link Transport#abort()}. */
    void closed(TransportFailure why);
  }

  /** Makes connections of one kind to one bridge. */
  interface Factory {
    /** The kind, as shown to people. */
    String name();

    /** Begins to connect; never blocks. */
    Transport connect(Listener listener);
  }
}
