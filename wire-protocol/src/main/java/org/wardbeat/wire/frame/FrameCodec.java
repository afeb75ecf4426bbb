package org.wardbeat.wire.frame;

import java.nio.ByteBuffer;

/**
 * Turns frames of {@code wardbeat.v1} into bytes and back; {@code docs/PROTOCOL.md} describes them.
 *
 * <p>Every frame has one encoding: {@code decode(encode(f))} equals {@code f}, and what was decoded
 * encodes to the same bytes again (but for blocks of samples, whose sender chooses the coding).
 * Bytes that are no frame never cost more memory than a small multiple of their number.
 *
 * <p>Immutable and thread-safe.
 */
public final class FrameCodec {
  private final long epochMicros;
  private final FrameEncoder encoder;

  /**
   * @param epochMicros the instant, in UTC microseconds since the Unix epoch, to which times are
   *     counted: that of the session's {@link Frame.Welcome}. {@code Welcome} itself and the frames
   *     of a station do not depend on it, nor does {@code Bye}.
   */
  public FrameCodec(long epochMicros) {
    this.epochMicros = epochMicros;
    this.encoder = new FrameEncoder(epochMicros);
  }

  /** The instant to which times are counted, in UTC microseconds since the Unix epoch. */
  public long epochMicros() {
    return epochMicros;
  }

  /**
   * Encodes a frame. A surrogate without its pair, which UTF-8 cannot hold, becomes {@code ?}.
   *
   * @return its bytes, the caller's to keep
   * @throws IllegalArgumentException if a part of it is out of the range that {@link Frame} gives
   */
  public byte[] encode(Frame frame) {
    return encoder.encode(frame);
  }

  /**
   * Decodes the one frame that the rest of a buffer holds.
   *
   * @param source read from its position to its limit, in either byte order
   * @throws FrameDecodeException if it holds anything else; the position is then undefined
   */
  public Frame decode(ByteBuffer source) throws FrameDecodeException {
    FrameReader in = FrameReader.open(source, epochMicros);
    Frame frame = new FrameDecoder(in).decode();
    in.expectEnd();
    return frame;
  }
}
