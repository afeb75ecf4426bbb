package org.wardbeat.bridge.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Frames one behind the other in one pooled buffer, so that all a session sends at once costs one
 * write. Confined to the session's event loop.
 */
final class FrameBatch {
  private static final int INITIAL_BYTES = 512;

  private final Framing framing;
  private final ByteBufAllocator allocator;
  private @Nullable ByteBuf buffer;

  FrameBatch(Framing framing, ByteBufAllocator allocator) {
    this.framing = framing;
    this.allocator = allocator;
  }

  /** Adds an encoded frame, which is copied. */
  void add(byte[] frame) {
    ByteBuf target = buffer;
    if (target == null) {
      target = allocator.directBuffer(INITIAL_BYTES);
      buffer = target;
    }
    framing.putHeader(target, frame.length);
    target.writeBytes(frame);
  }

  /** How many bytes are in it. */
  int bytes() {
    return buffer == null ? 0 : buffer.readableBytes();
  }

  /** Empties it; what it held is the caller's, null if that was nothing. */
  @Nullable ByteBuf take() {
    ByteBuf taken = buffer;
    buffer = null;
    return taken;
  }

  /** Forgets what it holds. */
  void clear() {
    ByteBuf forgotten = take();
    if (forgotten != null) {
      forgotten.release();
    }
  }
}
