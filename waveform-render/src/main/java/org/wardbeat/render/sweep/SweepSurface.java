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
  private final int[] dirtyFrom;
  private final int[] dirtyTo;

  /** All in device pixels. */
  SweepSurface(int width, int height, int stripWidth) {
    this.width = width;
    this.height = height;
    this.stripWidth = stripWidth;
    this.strips = new int[Math.ceilDiv(width, stripWidth)][stripWidth * height];
    this.dirtyFrom = new int[strips.length];
    this.dirtyTo = new int[strips.length];
    markClean();
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

  /** The first changed column within a strip; not below {@link #dirtyTo} if none is changed. */
  int dirtyFrom(int strip) {
    return dirtyFrom[strip];
  }

  /** The column after the last changed one within a strip. */
  int dirtyTo(int strip) {
    return dirtyTo[strip];
  }

  void markClean() {
    Arrays.fill(dirtyFrom, stripWidth);
    Arrays.fill(dirtyTo, 0);
  }

  /** The strip of a column, which is about to be changed. */
  int[] columnForChange(int x) {
    int index = x / stripWidth;
    int column = x % stripWidth;
    dirtyFrom[index] = Math.min(dirtyFrom[index], column);
    dirtyTo[index] = Math.max(dirtyTo[index], column + 1);
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

  /** Moves an area to the left within itself; what its right end showed stays there. */
  void scrollLeft(int x, int y, int w, int h, int by) {
    int end = x + w - by;
    for (int at = x; at < end; ) {
      int to = at % stripWidth;
      int from = (at + by) % stripWidth;
      int run = Math.min(end - at, stripWidth - Math.max(to, from));
      copy(at, at + by, y, run, h);
      at += run;
    }
  }

  /** Copies columns that lie within one strip to ones that do. */
  private void copy(int toX, int fromX, int y, int run, int h) {
    columnForChange(toX + run - 1);
    int[] target = columnForChange(toX);
    int[] origin = strips[fromX / stripWidth];
    int to = offset(toX, y);
    int from = offset(fromX, y);
    for (int row = 0; row < h; row++, to += stripWidth, from += stripWidth) {
      System.arraycopy(origin, from, target, to, run);
    }
  }

  void clear() {
    for (int[] strip : strips) {
      Arrays.fill(strip, 0);
    }
    Arrays.fill(dirtyFrom, 0);
    Arrays.fill(dirtyTo, stripWidth);
  }

  int argb(int x, int y) {
    return strips[x / stripWidth][offset(x, y)];
  }
}
