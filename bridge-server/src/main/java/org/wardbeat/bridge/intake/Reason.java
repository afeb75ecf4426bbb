package org.wardbeat.bridge.intake;

/** Why something that came was not taken, or not taken whole. */
public enum Reason {
  /** The topic is not one of Wardbeat's. */
  TOPIC,
  /** The payload is larger than any may be. */
  OVERSIZED,
  /** The payload is not one JSON object. */
  JSON,
  /** A member is missing, of the wrong type or out of its range. */
  MEMBER,
  /** A vital sign's name is not known; the others of the message are taken. */
  UNKNOWN_SIGN,
  /** A vital sign's value is of no use; the others of the message are taken. */
  SIGN_VALUE,
  /** A waveform's bytes contradict themselves. */
  WAVEFORM,
  /** It belongs to an older birth than the newest known one. */
  STALE_BIRTH,
  /** It belongs to a birth that did not come in time. */
  NO_BIRTH,
  /** The birth says other things than the same birth did before. */
  BIRTH_CHANGED,
  /** The channel is not in the birth. */
  UNKNOWN_CHANNEL,
  /** The index of the first sample is further ahead than the device can have come. */
  IMPLAUSIBLE_INDEX,
  /** It was taken before. */
  DUPLICATE,
  /** The bridge has as many beds as it takes. */
  TOO_MANY_BEDS,
  /** The bed has as many alarms as the bridge takes. */
  TOO_MANY_ALARMS,
  /** More came than the bridge could take. */
  OVERFLOW,
  /** The bridge itself failed at it. */
  INTERNAL
}
