package org.wardbeat.wire.frame;

/** Why bytes are not a frame of {@code wardbeat.v1}. */
public enum DecodeError {
  /** There are no bytes. */
  EMPTY,
  /** There are more than {@link Frame#MAX_FRAME_BYTES}. */
  TOO_LARGE,
  /** The first byte names no frame type. */
  UNKNOWN_TYPE,
  /** The frame ends within a field, or before a field it must have. */
  TRUNCATED,
  /** Bytes follow the last field. */
  TRAILING_BYTES,
  /** A varint has more than 64 bits. */
  VARINT_TOO_LONG,
  /** A varint is written with more bytes than it needs. */
  VARINT_NOT_SHORTEST,
  /** A number, a count or a text is not one the field may hold. */
  VALUE_OUT_OF_RANGE,
  /** A set or a flag byte has a bit that means nothing in this version. */
  UNKNOWN_BITS,
  /** A text is longer than its field allows. */
  TEXT_TOO_LONG,
  /** A text is not UTF-8. */
  MALFORMED_TEXT,
  /** A block of samples is not one. */
  MALFORMED_SAMPLES
}
