package org.wardbeat.systemtests.chaos;

import org.wardbeat.wire.ward.BedId;

/** What the ward's bridges have told so far. Thread-safe. */
interface Ear {
  /** Whether each bridge has told of an alarm. */
  boolean heardOf(BedId bed, String condition, long onsetMicros);

  /** Whether each bridge has told of an alarm of a condition that began no earlier. */
  boolean heardSince(BedId bed, String condition, long micros);

  /** The newest alarm of a condition that each bridge has told of, in words. */
  String lastOf(BedId bed, String condition);

  /** Grows whenever something goes wrong, and when all is well again; even while all is well. */
  long weather();
}
