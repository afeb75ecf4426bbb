package org.wardbeat.bridge.ward;

import org.jspecify.annotations.Nullable;

/**
 * The frames that were made of one piece of ward state, kept so that sessions in step share their
 * bytes. What leads to different bytes has a key of its own: what the frame is based on, and which
 * variant of it is meant. Whoever may see less therefore never gets bytes made for one who may see
 * more. Safe for use by any thread; two that ask first at the same time may both make a frame.
 */
public final class EncodedFrames {
  /** Most frames kept at a time; one more forgets all the others. */
  static final int MOST = 8;

  private volatile @Nullable Kept newest;

  /**
   * A frame that was kept.
   *
   * @param base what the frame continues
   * @param variant what else its bytes depend on
   * @return its bytes, not to be changed; null if there is none
   */
  public byte @Nullable [] find(long base, long variant) {
    for (Kept kept = newest; kept != null; kept = kept.older) {
      if (kept.base == base && kept.variant == variant) {
        return kept.frame;
      }
    }
    return null;
  }

  /** Keeps a frame for those who come after; returns it. */
  public byte[] keep(long base, long variant, byte[] frame) {
    Kept last = newest;
    newest = new Kept(base, variant, frame, last != null && last.count < MOST ? last : null);
    return frame;
  }

  private static final class Kept {
    private final long base;
    private final long variant;
    private final byte[] frame;
    private final @Nullable Kept older;
    private final int count;

    private Kept(long base, long variant, byte[] frame, @Nullable Kept older) {
      this.base = base;
      this.variant = variant;
      this.frame = frame;
      this.older = older;
      this.count = older == null ? 1 : older.count + 1;
    }
  }
}
