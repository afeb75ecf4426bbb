package org.wardbeat.render.sweep;

import java.util.Arrays;

/**
 * The pixels of a page (premultiplied ARGB), cut into upright strips: the sweep changes a few
 * columns a frame, and only the strips these lie in have to be shown anew.
 */
final class SweepSurface {

  private final int width;
  private final int height;
  private final int stripWidth;
  private final int[][] strips;
  private final boolean[] dirty;

  /** All in device pixels. */
  SweepSurface(int width, int height, int stripWidth) {
    this.width = width;
    this.height = height;
    this.stripWidth = stripWidth;
    this.strips = new int[Math.ceilDiv(width, stripWidth)][stripWidth * height];
    this.dirty = new boolean[strips.length];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int stripCount() {
    return strips.length;
  }

  int stripWidth() {
    return stripWidth;
  }

  /** The pixels of a strip by rows of {@link #stripWidth()}. */
  int[] strip(int index) {
    return strips[index];
  }

  /** Whether a strip has changed since this was last asked. */
  boolean takeDirty(int index) {
    boolean changed = dirty[index];
    dirty[index] = false;
    return changed;
  }

  /** The strip of a column, which is about to be changed. */
  int[] columnForChange(int x) {
    int index = x / stripWidth;
    dirty[index] = true;
    return strips[index];
  }

  /** Where a pixel is in the strip of its column. */
  int offset(int x, int y) {
    return y * stripWidth + x % stripWidth;
  }

  void fill(int x, int y, int w, int h, int argb) {
    int right = Math.min(width, x + w);
    int bottom = Math.min(height, y + h);
    int top = Math.max(0, y);
    for (int column = Math.max(0, x); column < right; column++) {
      int[] pixels = columnForChange(column);
      for (int row = top, at = offset(column, top); row < bottom; row++, at += stripWidth) {
        pixels[at] = argb;
      }
    }
  }

  void clear() {
    for (int[] strip : strips) {
      Arrays.fill(strip, 0);
    }
    Arrays.fill(dirty, true);
  }

  int argb(int x, int y) {
    return strips[x / stripWidth][offset(x, y)];
  }
}
