package org.wardbeat.wire.frame;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Frames one after the other in a stream of bytes, each behind its length as a varint: how they
 * travel in the bodies of HTTP. One instance reads one stream and keeps what is incomplete.
 * Confined to one thread.
 */
public final class FrameStream {
  private static final int MAX_PREFIX_BYTES = 3;

  private final byte[] prefix = new byte[MAX_PREFIX_BYTES];
  private int prefixLength;
  private byte[] frame = {};
  private int received;
  private boolean inFrame;

  /** Begins with the first byte of a stream. */
  public FrameStream() {}

  /** How many bytes the length before a frame of so many bytes takes. */
  public static int prefixBytes(int frameLength) {
    return frameLength < 1 << 7 ? 1 : frameLength < 1 << 14 ? 2 : MAX_PREFIX_BYTES;
  }

  /** Writes the length of a frame, which has to follow. */
  public static void putPrefix(ByteBuffer target, int frameLength) {
    int rest = frameLength;
    while (rest > 0x7F) {
      target.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    target.put((byte) rest);
  }

  /** A frame behind its length. */
  public static byte[] prefixed(byte[] frame) {
    ByteBuffer buffer = ByteBuffer.allocate(prefixBytes(frame.length) + frame.length);
    putPrefix(buffer, frame.length);
    return buffer.put(frame).array();
  }

  /**
   * Takes the next bytes of the stream, all of them.
   *
   * @param frames is handed each frame that is complete, its own to keep
   * @throws FrameDecodeException if a length is none a frame may have; the stream cannot be read on
   */
  public void read(ByteBuffer bytes, Consumer<? super ByteBuffer> frames)
      throws FrameDecodeException {
    while (bytes.hasRemaining()) {
      if (inFrame) {
        readFrame(bytes, frames);
      } else {
        readPrefix(bytes);
      }
    }
  }

  /** Whether the stream may end here: no frame has come in part. */
  public boolean isBetweenFrames() {
    return !inFrame && prefixLength == 0;
  }

  private void readFrame(ByteBuffer bytes, Consumer<? super ByteBuffer> frames) {
    int taken = Math.min(bytes.remaining(), frame.length - received);
    bytes.get(frame, received, taken);
    received += taken;
    if (received == frame.length) {
      inFrame = false;
      frames.accept(ByteBuffer.wrap(frame));
    }
  }

  private void readPrefix(ByteBuffer bytes) throws FrameDecodeException {
    byte next = bytes.get();
    prefix[prefixLength++] = next;
    if (next >= 0) {
      begin(length());
    } else if (prefixLength == MAX_PREFIX_BYTES) {
      throw tooLarge();
    }
  }

  private int length() {
    int length = 0;
    for (int i = prefixLength - 1; i >= 0; i--) {
      length = (length << 7) | (prefix[i] & 0x7F);
    }
    prefixLength = 0;
    return length;
  }

  private void begin(int length) throws FrameDecodeException {
    if (length > Frame.MAX_FRAME_BYTES) {
      throw tooLarge();
    }
    if (length == 0) {
      return; // padding, which makes a proxy pass on what it holds
    }
    frame = new byte[length];
    received = 0;
    inFrame = true;
  }

  private static FrameDecodeException tooLarge() {
    return new FrameDecodeException(
        DecodeError.TOO_LARGE,
        "stream: expected a length of at most %d bytes".formatted(Frame.MAX_FRAME_BYTES));
  }
}
