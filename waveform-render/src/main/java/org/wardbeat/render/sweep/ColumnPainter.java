package org.wardbeat.render.sweep;

import java.util.Arrays;

/**
 * Rasterises one device column of a wave, so that a column depends on the samples alone and not on
 * how much is painted at once.
 *
 * <p>The line is the polyline of the samples drawn with a round pen. On each of {@value
 * #SUB_COLUMNS} sub-columns the pen covers, for each unbroken line, one interval from the lowest to
 * the highest point of its rim, found in closed form; so every sample counts, however many fall on
 * one column, and a lone extreme one keeps the full width of the pen. Coverage of a pixel is the
 * mean over the sub-columns. Lines end flat at breaks, so a break stays as wide as it is.
 */
final class ColumnPainter {

  static final int SUB_COLUMNS = 4;

  private float[] cover = new float[256];
  private int height;
  private int firstRow;
  private int lastRow;
  private double radius;
  private double top;
  private double bottom;

  /**
   * Adds up what the wave covers of a column.
   *
   * @param column device px since the beginning of the bridge's time
   * @param hint index of a point at or before the first one that matters
   * @return the hint for the next column
   */
  int cover(WavePoints points, long column, int hint, int laneHeight, double penRadius) {
    reset(laneHeight, penRadius);
    int start = hint;
    while (start + 1 < points.count() && points.x(start + 1) < column - penRadius) {
      start++;
    }
    for (int i = 0; i < SUB_COLUMNS; i++) {
      coverAt(points, start, column + (i + 0.5) / SUB_COLUMNS);
    }
    return start;
  }

  private void reset(int laneHeight, double penRadius) {
    if (cover.length < laneHeight) {
      cover = new float[laneHeight];
    }
    Arrays.fill(cover, 0, laneHeight, 0);
    height = laneHeight;
    radius = penRadius;
    firstRow = laneHeight;
    lastRow = -1;
  }

  private void coverAt(WavePoints points, int start, double x) {
    int i = start;
    while (i < points.count() && points.x(i) <= x + radius) {
      i = points.isBreak(i) ? i + 1 : coverLine(points, i, x);
    }
  }

  /** Covers x as far as the unbroken line that begins at a point does; returns where it ends. */
  private int coverLine(WavePoints points, int begin, double x) {
    top = Double.POSITIVE_INFINITY;
    bottom = Double.NEGATIVE_INFINITY;
    int i = begin + 1;
    while (i < points.count() && !points.isBreak(i) && points.x(i - 1) <= x + radius) {
      segment(points, i, x);
      i++;
    }
    if (i == begin + 1) {
      dot(points.x(begin) - x, points.y(begin));
    } else if (points.x(begin) <= x && x <= points.x(i - 1)) {
      add(top, bottom);
    }
    return i;
  }

  private void dot(double dx, double y) {
    if (Math.abs(dx) <= radius) {
      add(y - rim(dx), y + rim(dx));
    }
  }

  /** Widens the interval by what the pen covers at x while it follows point i-1 to i. */
  private void segment(WavePoints points, int i, double x) {
    double beginX = points.x(i - 1) - x;
    double endX = points.x(i) - x;
    double low = Math.max(beginX, -radius);
    double high = Math.min(endX, radius);
    if (low > high) {
      return;
    }
    double beginY = points.y(i - 1);
    double slope = (points.y(i) - beginY) / (endX - beginX);
    double lean = slope * radius / Math.sqrt(1 + slope * slope);
    double upper = Math.clamp(-lean, low, high);
    double lower = Math.clamp(lean, low, high);
    double y = beginY - beginX * slope;
    top = Math.min(top, y + slope * upper - rim(upper));
    bottom = Math.max(bottom, y + slope * lower + rim(lower));
  }

  private double rim(double dx) {
    return Math.sqrt(Math.max(0, radius * radius - dx * dx));
  }

  private void add(double from, double to) {
    double low = Math.max(0, from);
    double high = Math.min(height, to);
    if (low >= high) {
      return;
    }
    int first = (int) low;
    int last = Math.min(height - 1, (int) high);
    firstRow = Math.min(firstRow, first);
    lastRow = Math.max(lastRow, last);
    if (first == last) {
      cover[first] += (float) (high - low);
      return;
    }
    cover[first] += (float) (first + 1 - low);
    for (int row = first + 1; row < last; row++) {
      cover[row] += 1;
    }
    cover[last] += (float) (high - last);
  }

  /** Draws the wave over what is in a column of the surface. */
  void blend(SweepSurface surface, int x, int y, int argb) {
    if (lastRow < firstRow) {
      return;
    }
    int[] pixels = surface.columnForChange(x);
    int at = surface.offset(x, y + firstRow);
    for (int row = firstRow; row <= lastRow; row++, at += surface.stripWidth()) {
      int alpha = Math.round(Math.min(1, cover[row] / SUB_COLUMNS) * 255);
      if (alpha > 0) {
        pixels[at] = over(argb, alpha, pixels[at]);
      }
    }
  }

  /** An opaque colour with the given coverage (1–255) over a premultiplied one. */
  static int over(int argb, int coverage, int below) {
    int keep = 255 - coverage;
    int alpha = coverage + scaled(below >>> 24, keep);
    int red = scaled(argb >> 16 & 0xff, coverage) + scaled(below >> 16 & 0xff, keep);
    int green = scaled(argb >> 8 & 0xff, coverage) + scaled(below >> 8 & 0xff, keep);
    int blue = scaled(argb & 0xff, coverage) + scaled(below & 0xff, keep);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static int scaled(int value, int by) {
    return (value * by + 127) / 255;
  }
}
