package org.wardbeat.bridge.ward;

/**
 * Makes the bytes of the frame that carries a piece of ward state.
 *
 * @param <T> the piece of state
 */
@FunctionalInterface
public interface FrameEncoder<T> {
  /** The frame's bytes, never changed afterwards. */
  byte[] encode(T state);
}
