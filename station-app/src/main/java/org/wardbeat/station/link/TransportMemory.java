package org.wardbeat.station.link;

import java.net.URI;
import java.util.Optional;
import org.wardbeat.station.ward.TransportKind;

/** Remembers which transport led to a bridge. Called by the link's thread; never blocks it. */
interface TransportMemory extends AutoCloseable {
  /** Remembers nothing. */
  TransportMemory NONE =
      new TransportMemory() {
        @Override
        public Optional<TransportKind> of(URI bridge) {
          return Optional.empty();
        }

        @Override
        public void worked(URI bridge, TransportKind kind) {
          // Forgotten at once.
        }
      };

  /** The transport that worked last. */
  Optional<TransportKind> of(URI bridge);

  /** A session lasted on this transport. */
  void worked(URI bridge, TransportKind kind);

  /** Writes what is not written yet, within a second. */
  @Override
  default void close() {}
}
