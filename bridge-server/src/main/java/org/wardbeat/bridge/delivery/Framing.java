package org.wardbeat.bridge.delivery;

import io.netty.buffer.ByteBuf;
import org.wardbeat.wire.frame.FrameStream;

/** What stands before each frame on its way to a station. */
enum Framing {
  /** The header of an unmasked binary message of one piece (RFC 6455 §5.2). */
  WEB_SOCKET {
    @Override
    void putHeader(ByteBuf target, int length) {
      target.writeByte(FINAL_BINARY);
      if (length < SHORT_LENGTHS) {
        target.writeByte(length);
      } else if (length <= MAX_TWO_BYTES) {
        target.writeByte(TWO_BYTES_FOLLOW).writeShort(length);
      } else {
        target.writeByte(EIGHT_BYTES_FOLLOW).writeLong(length);
      }
    }
  },

  /** The length of {@link FrameStream}. */
  LENGTH {
    @Override
    void putHeader(ByteBuf target, int length) {
      int bytes = FrameStream.prefixBytes(length);
      target.ensureWritable(bytes);
      FrameStream.putPrefix(target.nioBuffer(target.writerIndex(), bytes), length);
      target.writerIndex(target.writerIndex() + bytes);
    }
  };

  private static final int FINAL_BINARY = 0x82;
  private static final int SHORT_LENGTHS = 126;
  private static final int MAX_TWO_BYTES = 0xFFFF;
  private static final int TWO_BYTES_FOLLOW = 126;
  private static final int EIGHT_BYTES_FOLLOW = 127;

  /** Writes what stands before a frame of so many bytes. */
  abstract void putHeader(ByteBuf target, int length);
}
