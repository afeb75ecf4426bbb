package org.wardbeat.bridge.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.ward.Patient;

/** How much a station is told of who lies in a bed. */
enum Identity {
  /** Only that somebody does. */
  NOBODY,
  /** The initials, and nothing else of the person. */
  INITIALS,
  /** All that is known, and what people have said of it. */
  NAMES;

  static Identity of(Set<Lane> lanes) {
    if (lanes.contains(Lane.NAMES)) {
      return NAMES;
    }
    return lanes.contains(Lane.INITIALS) ? INITIALS : NOBODY;
  }

  /** What is told of a patient, null if that is nothing or nobody is known to lie there. */
  @Nullable Patient of(@Nullable Patient patient) {
    if (patient == null) {
      return null;
    }
    return switch (this) {
      case NOBODY -> null;
      case INITIALS -> patient.initials();
      case NAMES -> patient;
    };
  }
}
