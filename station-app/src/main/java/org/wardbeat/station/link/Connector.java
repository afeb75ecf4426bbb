package org.wardbeat.station.link;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.wardbeat.station.ward.TransportKind;

/** Reaches bridges. */
interface Connector {
  /** Begins to connect; never blocks. */
  Transport connect(TransportKind kind, URI bridge, Transport.Listener listener);

  /** Until when the certificate that a bridge showed last is valid; empty if it showed none. */
  Optional<Instant> certificateExpiry(URI bridge);
}
